import type { Steps } from '../kernel/steps'

export const receiptStatuses = ['draft', 'approved', 'reversed', 'cancelled'] as const
export type ReceiptStatus = (typeof receiptStatuses)[number]

/** The life of a receipt (收款单): allocated while approved, unapproved while nothing is allocated, bounced when the money went back. `unlink` is the house's. */
export const receiptSteps = {
  draft: { approve: 'approved', unlink: 'draft', cancel: 'cancelled' },
  approved: { unlink: 'approved', allocate: 'approved', unallocate: 'approved', unapprove: 'draft', bounce: 'reversed' },
} as const satisfies Steps<ReceiptStatus>

export const receiptEditable: readonly ReceiptStatus[] = ['draft']
