import type { Steps } from '../kernel/steps'

export const stockDocumentStatuses = ['draft', 'posted', 'reversed'] as const
export type StockDocumentStatus = (typeof stockDocumentStatuses)[number]

/** Stock receipts, issues, adjustments and freezes: posted once, undone only by a reversal. */
export const stockReceiptSteps = {
  draft: { post: 'posted' },
  posted: { reverse: 'reversed', 'correct-cost': 'posted' },
} as const satisfies Steps<StockDocumentStatus>

export const stockReceiptEditable: readonly StockDocumentStatus[] = ['draft']
