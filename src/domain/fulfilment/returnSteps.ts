import type { Steps } from '../kernel/steps'

export const returnStatuses = ['draft', 'approved', 'received', 'inspected', 'cancelled'] as const
export type ReturnStatus = (typeof returnStatuses)[number]

/**
 * The life of a return (退货单): approved commercially, received into the return warehouse, inspected. A price-only return moves nothing
 * and stops at approved. `reverse` takes the last physical step back: an inspection first, then the receipt.
 */
export const returnSteps = {
  draft: { approve: 'approved', cancel: 'cancelled' },
  approved: { receive: 'received', 'create-credit-note': 'approved', unapprove: 'draft' },
  received: { inspect: 'inspected', 'create-credit-note': 'received', reverse: 'approved' },
  inspected: { 'create-credit-note': 'inspected', reverse: 'received' },
} as const satisfies Steps<ReturnStatus>

export const returnEditable: readonly ReturnStatus[] = ['draft']
