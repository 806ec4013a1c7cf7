import { d } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import type { StockCountLine } from '@/src/domain/stock/stockCount'
import type { VerbContext } from '@/src/engine/document'
import { stockLevels } from '@/src/ledger/facts/stock'

export const keyOf = (item: number, batchNo: string): string => `${item}|${batchNo}`

/** Each line with what the books hold of it now, in stock unit. Read under lock when the count is posted. */
export async function againstBook(
  { req }: Pick<VerbContext<unknown>, 'req'>,
  warehouse: number,
  lines: readonly StockCountLine[],
): Promise<StockCountLine[]> {
  const keys = lines.map(({ item, batchNo }) => ({ item, warehouse, batchNo: batchNo ?? '' }))
  const held = new Map(
    (await stockLevels(req, keys)).filter(({ level }) => level === 'batch').map((row) => [keyOf(row.item, row.batchNo), row.onHand]),
  )
  return lines.map((line) => {
    const book = d(held.get(keyOf(line.item, line.batchNo ?? '')) ?? 0)
    return { ...line, bookQty: toNumber(book), difference: toNumber(d(line.countedQty).minus(book)) }
  })
}
