import { d, Decimal, type Numeric } from '../kernel/decimal'
import { splitByWeight } from '../kernel/split'

/** One on-hand movement of the pool after the corrected receipt, in the order of the books. */
export type PoolMove = {
  /** the line it belongs to; a later move of the same line undoes it */
  line: string
  qty: Numeric
  /** whether its cost follows the average (issues) or is its own (another receipt that is taken back) */
  atAverage: boolean
}

export type Spread = { left: Decimal; shares: Map<string, Decimal> }

/**
 * Late cost correction (F4): what the pool would have been valued at, had the receipt had its right cost. The difference lies in the
 * pool after the receipt; every issue takes the share of the pool it takes, an undone issue gives its share back. Worked: 10@10, 10@20,
 * 15 out; the second receipt really cost 22: +20.00 → 15.00 to what was sold, 5.00 to what is left. The parts add up exactly.
 */
export function spreadCorrection({ delta, pool, moves }: { delta: Numeric; pool: Numeric; moves: readonly PoolMove[] }): Spread {
  let qty = d(pool)
  let inPool = new Decimal(1)
  const taken = new Map<string, { share: Decimal; qty: Decimal }>()
  for (const move of moves) {
    const change = d(move.qty)
    const before = taken.get(move.line)
    if (change.isNegative() && move.atAverage) {
      const out = change.neg()
      const share = qty.gt(0) ? inPool.times(Decimal.min(1, out.div(qty))) : new Decimal(0)
      inPool = inPool.minus(share)
      taken.set(move.line, { share: (before?.share ?? d(0)).plus(share), qty: (before?.qty ?? d(0)).plus(out) })
    } else if (change.gt(0) && before && before.qty.gt(0)) {
      const part = Decimal.min(1, change.div(before.qty))
      inPool = inPool.plus(before.share.times(part))
      taken.set(move.line, { share: before.share.times(d(1).minus(part)), qty: before.qty.minus(change) })
    }
    qty = qty.plus(change)
  }
  const sold = [...taken].filter(([, { share }]) => share.gt(0))
  // nothing left to carry the rest: it goes with what was sold
  const leftWeight = qty.gt(0) || sold.length === 0 ? inPool : new Decimal(0)
  const [left, ...parts] = splitByWeight(delta, [leftWeight, ...sold.map(([, { share }]) => share)])
  return { left: left ?? d(0), shares: new Map(sold.map(([line], index) => [line, parts[index] ?? d(0)])) }
}
