import type { Steps } from '../kernel/steps'

export const changeStatuses = ['draft', 'inReview', 'approved', 'applied', 'rejected', 'cancelled'] as const
export type ChangeStatus = (typeof changeStatuses)[number]

/** The life of an order change (订单变更). Approving applies it at once, so `apply` on an applied one finds nothing left to do.
 * What a check of the order refuses then may be asked for before. */
export const changeSteps = {
  draft: { submit: 'inReview', cancel: 'cancelled' },
  inReview: {
    review: 'inReview',
    approve: ['approved', 'applied'],
    reject: 'rejected',
    cancel: 'cancelled',
    'ask-release': 'inReview',
    'ask-price-release': 'inReview',
  },
  approved: { apply: 'applied' },
  applied: { apply: 'applied' },
  rejected: {},
  cancelled: {},
} as const satisfies Steps<ChangeStatus>

export const changeEditable: readonly ChangeStatus[] = ['draft']

/** Statuses in which a change is open: an order has one at most. */
export const openChangeStatuses: readonly ChangeStatus[] = ['draft', 'inReview', 'approved']
