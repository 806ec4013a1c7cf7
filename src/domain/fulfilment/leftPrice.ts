import { d, type Numeric } from '../kernel/decimal'
import { roundPrice, toNumber } from '../kernel/money'

/**
 * The unit price, as entered in the tax mode before the line discount, that a quantity of a line costs after what corrections of its price
 * gave back: 100 lowered to 90 → 90. A new price has to be below it to give anything back.
 */
export function leftPrice({
  line,
  qty,
  lowered,
  mode,
  discountRate,
}: {
  line: { qty: Numeric; gross: Numeric; net: Numeric }
  qty: Numeric
  lowered: { gross: Numeric; net: Numeric }
  mode: 'inclusive' | 'exclusive'
  discountRate: Numeric | null
}): number {
  const figure = mode === 'inclusive' ? 'gross' : 'net'
  const kept = d(1).minus(d(discountRate ?? 0).div(100))
  if (d(line.qty).isZero() || d(qty).isZero() || kept.isZero()) return 0
  const amount = d(line[figure]).times(d(qty)).div(d(line.qty)).minus(d(lowered[figure]))
  return toNumber(roundPrice(amount.div(d(qty)).div(kept)))
}
