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
 * `restore-open` gives ordered quantity back when an order is cancelled.
 */
export const quoteSteps = {
  draft: { submit: 'submitted', cancel: 'cancelled', reprice: 'draft', copy: 'draft' },
  submitted: { approve: 'approved', reject: 'draft', cancel: 'cancelled', copy: 'submitted' },
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
    'create-order': ['ordered', 'partlyOrdered'],
    revise: 'confirmed',
    lose: 'lost',
    supersede: 'superseded',
    copy: 'confirmed',
  },
  partlyOrdered: {
    'create-order': ['ordered', 'partlyOrdered'],
    'restore-open': ['confirmed', 'sent', 'approved', 'partlyOrdered'],
    lose: 'lost',
    copy: 'partlyOrdered',
  },
  ordered: { 'restore-open': ['partlyOrdered', 'confirmed', 'sent', 'approved'], copy: 'ordered' },
  lost: { copy: 'lost' },
  expired: { 'create-order': ['ordered', 'partlyOrdered'], revise: 'expired', supersede: 'superseded', copy: 'expired' },
  superseded: { 'create-order': 'superseded', copy: 'superseded' },
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
