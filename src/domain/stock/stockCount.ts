import { type ContributionInput, type Contributions, noContributions } from '../kernel/contributions'
import { d } from '../kernel/decimal'

import { keyOfLine, type StockHeader } from './stockDocument'
import type { StockDocumentStatus } from './stockDocumentSteps'

export type StockCountLine = {
  id: string
  item: number
  batchNo?: string | null
  countedQty: number
  /** what the books held when the count was posted (before: when it was last saved) */
  bookQty: number
  difference: number
  /** unit cost of a surplus nobody knows the cost of; empty = current average */
  cost?: number | null
  remark?: string | null
}

export type StockCount = StockHeader & { status: StockDocumentStatus; warehouse: number; lines: StockCountLine[] }

/** 盘点: what was counted against what the books say, in stock unit; posted, the difference goes into the books. */
export function stockCountContributions({ doc }: Pick<ContributionInput<StockCount>, 'doc'>): Contributions {
  const contributions = noContributions()
  if (doc.status !== 'posted') return contributions
  for (const line of doc.lines) {
    const qty = d(line.countedQty).minus(d(line.bookQty))
    if (qty.isZero()) continue
    const key = keyOfLine({ slug: 'stock-counts', id: doc.id, line, warehouse: doc.warehouse })
    const known = qty.gt(0) && typeof line.cost === 'number' ? { value: qty.times(d(line.cost)).toDecimalPlaces(2).toString() } : {}
    contributions.stock.push({ ...key, account: 'onHand', qty: qty.toString(), ...known })
  }
  return contributions
}
