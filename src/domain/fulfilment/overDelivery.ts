import { d, Decimal, type Numeric } from '../kernel/decimal'
import type { Finding } from '../kernel/decision'
import { groupBy } from '../kernel/groupBy'
import { toNumber } from '../kernel/money'

export type DeliverableLine = {
  /** position in the delivery */
  index: number
  /** id of the order line: several delivery lines may draw on one */
  orderLine: string
  item: number | string
  /** ordered, less what is short-closed */
  ordered: Numeric
  /** over-delivery allowance of the item in percent, default 0 */
  overDeliveryRate?: Numeric | null
  /** delivered by other deliveries, less what has to be delivered again */
  deliveredBefore: Numeric
  qty: Numeric
}

/** The most that may be delivered of an order line: quantity × (1 + allowance / 100). Not rounded. */
export const deliverableQty = (line: { ordered: Numeric; overDeliveryRate?: Numeric | null }): Decimal =>
  d(line.ordered).times(new Decimal(1).plus(d(line.overDeliveryRate).div(100)))

/**
 * Over-delivery (超发): all lines of the delivery on one order line together may not exceed the allowance. 50 % of 10: 15 passes,
 * 16 is refused naming the excess 1; without allowance 100.002 of 100 is refused.
 */
export function overDelivery(lines: readonly DeliverableLine[]): Finding[] {
  return [...groupBy(lines, (line) => line.orderLine).values()].flatMap((group): Finding[] => {
    const [line] = group
    if (!line) return []
    const now = group.reduce((total, part) => total.plus(d(part.qty)), new Decimal(0))
    const after = d(line.deliveredBefore).plus(now)
    const allowed = deliverableQty(line)
    if (after.lte(allowed)) return []
    const excess = after.minus(allowed)
    return [
      {
        code: 'OVER_DELIVERY',
        severity: 'error',
        path: `lines.${line.index}.qty`,
        facts: {
          item: line.item,
          orderLine: line.orderLine,
          ordered: toNumber(d(line.ordered)),
          delivered: toNumber(d(line.deliveredBefore)),
          qty: toNumber(now),
          allowed: toNumber(allowed),
          excess: toNumber(excess),
        },
        remedy: { action: 'reduceQty', facts: { qty: toNumber(Decimal.max(0, allowed.minus(d(line.deliveredBefore)))) } },
      },
    ]
  })
}
