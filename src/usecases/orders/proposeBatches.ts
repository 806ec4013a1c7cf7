import { d, Decimal } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'
import { batchesOnHand } from '@/src/ledger/facts/batches'

import type { VerbContext } from '@/src/engine/document'

export type Proposed = {
  orderLine: string
  qty: number
  item: number
  /** stock units in one of the line's unit */
  factor: number
  warehouse: number | null
  batchNo?: string | null
}

/**
 * 先进先出: lines without a batch are split over the batches of their warehouse, the one that came first first; what no batch holds stays
 * without. A batch already named is left alone, and what one line takes is not offered to the next.
 */
export async function proposeBatches<Line extends Proposed>(
  { req }: Pick<VerbContext<unknown>, 'req'>,
  lines: readonly Line[],
): Promise<Line[]> {
  const keys = lines.flatMap(({ item, warehouse, batchNo }) => (warehouse === null || batchNo ? [] : [{ item, warehouse }]))
  const held = (await batchesOnHand(req, keys)).map((row) => ({ ...row, left: d(row.free) }))
  return lines.flatMap((line): Line[] => {
    if (line.warehouse === null || line.batchNo) return [line]
    let open = d(line.qty)
    const parts: Line[] = []
    for (const batch of held.filter((row) => row.batchNo && row.item === line.item && row.warehouse === line.warehouse)) {
      const whole = batch.left.div(line.factor).toDecimalPlaces(4, Decimal.ROUND_FLOOR)
      const qty = Decimal.min(open, whole)
      if (qty.lte(0)) continue
      batch.left = batch.left.minus(qty.times(line.factor))
      open = open.minus(qty)
      parts.push({ ...line, qty: toNumber(qty), batchNo: batch.batchNo })
    }
    return open.gt(0) ? [...parts, { ...line, qty: toNumber(open) }] : parts
  })
}
