import type { Steps } from '../kernel/steps'

export const stockDocumentStatuses = ['draft', 'posted', 'reversed', 'cancelled'] as const
export type StockDocumentStatus = (typeof stockDocumentStatuses)[number]

/** Stock issues, counts, freezes and cost corrections: posted once, undone only by a reversal; a draft is cancelled. */
export const stockDocumentSteps = {
  draft: { post: 'posted', cancel: 'cancelled' },
  posted: { reverse: 'reversed' },
} as const satisfies Steps<StockDocumentStatus>

/** A stock receipt besides: what it cost may turn out later. */
export const stockReceiptSteps = {
  draft: { post: 'posted', cancel: 'cancelled' },
  posted: { reverse: 'reversed', 'correct-cost': 'posted' },
} as const satisfies Steps<StockDocumentStatus>

export const stockDocumentEditable: readonly StockDocumentStatus[] = ['draft']
