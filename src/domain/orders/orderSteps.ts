import type { Steps } from '../kernel/steps'

export const orderStatuses = ['draft', 'inReview', 'awaitingRuling', 'reviewFailed', 'reviewed', 'approved', 'closed', 'cancelled'] as const
export type OrderStatus = (typeof orderStatuses)[number]

export const orderKinds = ['standard', 'sample', 'trial'] as const
export type OrderKind = (typeof orderKinds)[number]

/**
 * The life of an order. `submit`, `review` and `rule` may lead to several statuses: the review decides. Verbs that keep the status
 * (hold, create-delivery, …) stand here too, so that buttons and refusals know when they are allowed. `close` is the system's:
 * the order closes when every line is delivered and billed, or short-closed.
 */
export const orderSteps = {
  draft: {
    submit: ['inReview', 'reviewed'],
    cancel: 'cancelled',
    reprice: 'draft',
    'ask-release': 'draft',
    'ask-price-release': 'draft',
    copy: 'draft',
  },
  inReview: {
    review: ['inReview', 'reviewed', 'awaitingRuling', 'reviewFailed'],
    'accept-conditions': 'inReview',
    recall: 'draft',
    hold: 'inReview',
    resume: 'inReview',
    cancel: 'cancelled',
    'ask-release': 'inReview',
    'ask-price-release': 'inReview',
    copy: 'inReview',
  },
  awaitingRuling: {
    rule: ['reviewed', 'reviewFailed'],
    'accept-conditions': ['awaitingRuling', 'reviewed'],
    hold: 'awaitingRuling',
    resume: 'awaitingRuling',
    cancel: 'cancelled',
    'ask-release': 'awaitingRuling',
    'ask-price-release': 'awaitingRuling',
    copy: 'awaitingRuling',
  },
  reviewFailed: { submit: ['inReview', 'reviewed'], cancel: 'cancelled', reprice: 'reviewFailed', copy: 'reviewFailed' },
  reviewed: {
    approve: ['approved', 'reviewed'],
    hold: 'reviewed',
    resume: 'reviewed',
    cancel: 'cancelled',
    'ask-release': 'reviewed',
    'ask-price-release': 'reviewed',
    copy: 'reviewed',
  },
  approved: {
    'create-delivery': 'approved',
    reserve: 'approved',
    'create-change': 'approved',
    'apply-change': 'approved',
    hold: 'approved',
    resume: 'approved',
    'short-close': ['approved', 'closed'],
    reopen: 'approved',
    unapprove: 'reviewed',
    cancel: 'cancelled',
    close: 'closed',
    'ask-release': 'approved',
    'ask-price-release': 'approved',
    copy: 'approved',
  },
  closed: { reopen: 'approved', 'ask-release': 'closed', copy: 'closed' },
  cancelled: { copy: 'cancelled' },
} as const satisfies Steps<OrderStatus>

/** Where the content may still be changed; during or after review a change bumps the review version and voids the opinions it affects. */
export const orderEditable: readonly OrderStatus[] = ['draft', 'reviewFailed', 'inReview', 'awaitingRuling', 'reviewed']

/** The status a saved order has: a failed review goes back to draft as soon as it is edited. */
export const orderStatusAfterSave = (status: OrderStatus): OrderStatus => (status === 'reviewFailed' ? 'draft' : status)
