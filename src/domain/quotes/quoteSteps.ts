import { d, type Numeric } from '../kernel/decimal'
import type { Steps } from '../kernel/steps'

export const quoteStatuses = [
  'draft',
  'submitted',
  'approved',
  'sent',
  'confirmed',
  'partlyOrdered',
  'ordered',
  'lost',
  'expired',
  'superseded',
  'cancelled',
] as const
export type QuoteStatus = (typeof quoteStatuses)[number]

/**
 * The life of a quote. `revise` opens a new revision and leaves this one current; `supersede` is the system's, when the revision
 * is sent. `create-order` stands on an expired quote so that the setting decides it (refused by default), on a superseded one for its reason.
 * `restore-open` gives ordered quantity back when an order is cancelled. A link to the customer's page is made by `send`, or anew by
 * `issue-link`; it may be revoked whatever has become of the quote.
 */
export const quoteSteps = {
  draft: { submit: 'submitted', cancel: 'cancelled', reprice: 'draft', 'ask-price-release': 'draft', copy: 'draft' },
  submitted: { approve: 'approved', reject: 'draft', cancel: 'cancelled', 'ask-price-release': 'submitted', copy: 'submitted' },
  approved: {
    send: 'sent',
    confirm: 'confirmed',
    'create-order': ['ordered', 'partlyOrdered'],
    revise: 'approved',
    lose: 'lost',
    expire: 'expired',
    supersede: 'superseded',
    copy: 'approved',
  },
  sent: {
    'issue-link': 'sent',
    'revoke-link': 'sent',
    confirm: 'confirmed',
    'create-order': ['ordered', 'partlyOrdered'],
    send: 'sent',
    revise: 'sent',
    lose: 'lost',
    expire: 'expired',
    supersede: 'superseded',
    copy: 'sent',
  },
  confirmed: {
    'issue-link': 'confirmed',
    'revoke-link': 'confirmed',
    'create-order': ['ordered', 'partlyOrdered'],
    revise: 'confirmed',
    lose: 'lost',
    supersede: 'superseded',
    copy: 'confirmed',
  },
  partlyOrdered: {
    'issue-link': 'partlyOrdered',
    'revoke-link': 'partlyOrdered',
    'create-order': ['ordered', 'partlyOrdered'],
    'restore-open': ['confirmed', 'sent', 'approved', 'partlyOrdered'],
    lose: 'lost',
    copy: 'partlyOrdered',
  },
  ordered: { 'restore-open': ['partlyOrdered', 'confirmed', 'sent', 'approved'], 'revoke-link': 'ordered', copy: 'ordered' },
  lost: { 'revoke-link': 'lost', copy: 'lost' },
  expired: {
    'create-order': ['ordered', 'partlyOrdered'],
    revise: 'expired',
    supersede: 'superseded',
    'revoke-link': 'expired',
    copy: 'expired',
  },
  superseded: { 'create-order': 'superseded', 'revoke-link': 'superseded', copy: 'superseded' },
  cancelled: { copy: 'cancelled' },
} as const satisfies Steps<QuoteStatus>

export const quoteEditable: readonly QuoteStatus[] = ['draft']

/**
 * The status a quote has by what was ordered of it: all of every line → ordered, some → partlyOrdered. When orders give everything
 * back it is again what it was before the first.
 */
export function statusByOrdering(quote: {
  status: QuoteStatus
  before: QuoteStatus | null
  lines: readonly { qty: Numeric; ordered: Numeric }[]
}): QuoteStatus {
  const { status, lines } = quote
  if (lines.some(({ ordered }) => d(ordered).gt(0))) {
    return lines.every(({ qty, ordered }) => d(ordered).gte(d(qty))) ? 'ordered' : 'partlyOrdered'
  }
  return status === 'ordered' || status === 'partlyOrdered' ? (quote.before ?? 'confirmed') : status
}
