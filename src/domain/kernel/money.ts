import { d, Decimal, type Numeric } from './decimal'

const rounded = (x: Numeric, scale: number): Decimal => d(x).toDecimalPlaces(scale, Decimal.ROUND_HALF_UP)

/** Amounts of money: 2 decimals, HALF_UP away from zero (−0.005 → −0.01). */
export const roundAmount = (x: Numeric): Decimal => rounded(x, 2)

/** Unit prices and unit costs: 6 decimals, HALF_UP away from zero. */
export const roundPrice = (x: Numeric): Decimal => rounded(x, 6)

/** Quantities: 4 decimals, HALF_UP away from zero. */
export const roundQty = (x: Numeric): Decimal => rounded(x, 4)

/** Rates in percent: 4 decimals, HALF_UP away from zero. */
export const roundRate = (x: Numeric): Decimal => rounded(x, 4)

/** The JSON number of an already rounded figure; −0 becomes 0. */
export function toNumber(x: Decimal): number {
  const value = x.toNumber()
  return value === 0 ? 0 : value
}
