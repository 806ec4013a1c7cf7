import { d, Decimal, type Numeric } from './decimal'
import { roundAmount } from './money'

/**
 * Spreads a total over weights so that the parts add up to the total exactly (F2: largest remainder, ties to the lower line).
 * 100.00 over three equal lines → 33.34, 33.33, 33.33; 50.00 over 1,000 / 500 / 250.50 → 28.56, 14.28, 7.16.
 * Weights that add up to nothing are taken as equal, so that nothing of the total is lost.
 */
export function splitByWeight(total: Numeric, weights: readonly Numeric[], scale = 2): Decimal[] {
  if (weights.length === 0) return []
  const whole = d(total).toDecimalPlaces(scale, Decimal.ROUND_HALF_UP)
  const sign = whole.isNegative() ? -1 : 1
  const unit = new Decimal(10).pow(-scale)
  const given = weights.map((w) => d(w))
  const sumGiven = given.reduce((sum, w) => sum.plus(w), new Decimal(0))
  const effective = sumGiven.isZero() ? given.map(() => new Decimal(1)) : given
  const sum = sumGiven.isZero() ? new Decimal(given.length) : sumGiven

  const exact = effective.map((w) => whole.abs().times(w).div(sum).div(unit))
  const units = exact.map((share) => share.floor())
  const handedOut = units.reduce((total_, u) => total_.plus(u), new Decimal(0))
  const left = whole.abs().div(unit).minus(handedOut).toNumber()
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share.minus(share.floor()) }))
    .sort((a, b) => b.remainder.cmp(a.remainder) || a.index - b.index)
  const raised = new Set(byRemainder.slice(0, left).map((entry) => entry.index))
  return units.map((u, index) =>
    u
      .plus(raised.has(index) ? 1 : 0)
      .times(unit)
      .times(sign),
  )
}

/**
 * The part of a line's amount that belongs to a partial delivery, invoice or return (F2, cumulative):
 * `r2(lineTotal × cumQty / lineQty) − already`, where cumQty includes this part. 100.00 in 1, 1, 1 of 3 → 33.33, 33.34, 33.33.
 * A line without quantity has no parts: 0.
 */
export function cumulativePart(part: { lineTotal: Numeric; lineQty: Numeric; cumQty: Numeric; already: Numeric }): Decimal {
  if (d(part.lineQty).isZero()) return new Decimal(0)
  return roundAmount(d(part.lineTotal).times(d(part.cumQty)).div(d(part.lineQty))).minus(d(part.already))
}
