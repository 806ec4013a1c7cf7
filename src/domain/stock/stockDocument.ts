import type { StockTarget } from '../kernel/contributions'
import { d } from '../kernel/decimal'

/** One line of a stock document: what, how much in its own unit and in the item's stock unit, of which batch. */
export type StockLine = {
  id: string
  item: number
  qty: number
  unit: string
  stockQty: number
  batchNo?: string | null
  remark?: string | null
}

/** What every stock document starts with. */
export type StockHeader = {
  id: number
  no: string
  date: string
  version: number
  preparedBy: number | null
  reason?: string | null
}

/** The stock key of a line in a warehouse, with the document it comes from. */
export const keyOfLine = ({
  slug,
  id,
  line,
  warehouse,
}: {
  slug: string
  id: number
  line: Pick<StockLine, 'id' | 'item' | 'batchNo'>
  warehouse: number
}): Pick<StockTarget, 'source' | 'line' | 'item' | 'warehouse' | 'batchNo'> => ({
  source: { slug, id },
  line: line.id,
  item: line.item,
  warehouse,
  batchNo: line.batchNo ?? '',
})

/** A quantity of a line in stock unit: exact for the whole line, in proportion for a part of it. */
export const inStockUnit = (line: Pick<StockLine, 'qty' | 'stockQty'>, qty: number): string =>
  d(qty).eq(d(line.qty)) ? d(line.stockQty).toString() : d(line.stockQty).times(d(qty)).div(d(line.qty)).toDecimalPlaces(4).toString()
