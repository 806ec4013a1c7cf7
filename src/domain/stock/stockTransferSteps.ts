import type { Steps } from '../kernel/steps'

export const stockTransferStatuses = ['draft', 'inTransit', 'received', 'reversed', 'cancelled'] as const
export type StockTransferStatus = (typeof stockTransferStatuses)[number]

/** 调拨单: shipped out of one warehouse, in transit, received in another, all at once or in parts. */
export const stockTransferSteps = {
  draft: { ship: 'inTransit', cancel: 'cancelled' },
  inTransit: { receive: ['received', 'inTransit'], reverse: 'reversed' },
  received: { reverse: 'reversed' },
} as const satisfies Steps<StockTransferStatus>

export const stockTransferEditable: readonly StockTransferStatus[] = ['draft']
