import { type ContributionInput, type Contributions, noContributions } from '../kernel/contributions'
import { d } from '../kernel/decimal'

import type { StockHeader } from './stockDocument'
import type { StockDocumentStatus } from './stockDocumentSteps'

export type CostCorrectionLine = {
  id: string
  receiptLine: string
  item: number
  warehouse: number
  batchNo?: string | null
  qty: number
  oldCost: number
  /** the right unit cost, in the unit of the receipt */
  cost: number
  costDelta?: number | null
  leftValue?: number | null
  soldValue?: number | null
}

/** The part of a correction that belongs to goods that left: by the line they left with. */
export type CostShare = { slug: string; document: number; line: string; item: number; warehouse: number; batchNo: string; value: number }

export type CostCorrection = StockHeader & {
  status: StockDocumentStatus
  receipt: number
  warehouse: number
  lines: CostCorrectionLine[]
  costShares?: CostShare[] | null
}

/**
 * What a cost correction contributes once posted: no quantity, only value. The receipt's key takes the whole difference, and what was
 * issued of it meanwhile takes its share away again; entries carry the line they correct, so that issue costs add up by line.
 */
export function costCorrectionContributions({ doc }: Pick<ContributionInput<CostCorrection>, 'doc'>): Contributions {
  const contributions = noContributions()
  if (doc.status !== 'posted') return contributions
  const source = { slug: 'cost-corrections', id: doc.id }
  const entry = { source, account: 'onHand' as const, qty: '0' }
  for (const { receiptLine, item, warehouse, batchNo, costDelta } of doc.lines) {
    contributions.stock.push({ ...entry, line: receiptLine, item, warehouse, batchNo: batchNo ?? '', value: d(costDelta ?? 0).toString() })
  }
  for (const { line, item, warehouse, batchNo, value } of doc.costShares ?? []) {
    contributions.stock.push({ ...entry, line, item, warehouse, batchNo, value: d(value).neg().toString() })
  }
  return contributions
}
