import type { ContributionInput, Contributions } from '../kernel/contributions'
import { d } from '../kernel/decimal'
import { roundAmount } from '../kernel/money'

export type StockReceiptStatus = 'draft' | 'posted' | 'reversed' | 'cancelled'

export type StockReceiptLine = {
  id: string
  item: number
  qty: number
  unit: string
  stockQty: number
  /** empty = nobody knows yet: the goods take the cost that is known, and a correction puts it right */
  cost?: number | null
  batchNo?: string | null
}

export type StockReceipt = {
  id: number
  no: string
  date: string
  version: number
  status: StockReceiptStatus
  preparedBy: number | null
  kind: 'purchase' | 'production' | 'other'
  warehouse: number
  opening?: boolean | null
  lines: StockReceiptLine[]
}

/** What a stock receipt contributes once posted: quantity in stock unit and value r2(qty × cost) (F4). */
export function stockReceiptContributions({ doc }: Pick<ContributionInput<StockReceipt>, 'doc'>): Contributions {
  const source = { slug: 'stock-receipts', id: doc.id }
  const contributions: Contributions = { progress: [], stock: [], credit: [], receivable: [] }
  if (doc.status !== 'posted') return contributions
  for (const line of doc.lines) {
    contributions.stock.push({
      source,
      line: line.id,
      account: 'onHand',
      item: line.item,
      warehouse: doc.warehouse,
      batchNo: line.batchNo ?? '',
      qty: d(line.stockQty).toString(),
      ...(typeof line.cost === 'number' ? { value: roundAmount(d(line.qty).times(d(line.cost))).toString() } : {}),
    })
  }
  return contributions
}
