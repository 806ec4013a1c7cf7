import { Decimal as DecimalJs } from 'decimal.js'

/**
 * The one number type for money, prices, quantities and rates: 40 significant digits, HALF_UP away from zero.
 * A clone, so that no other package can change our precision; plain notation so that text never shows 1e-7.
 */
export const Decimal = DecimalJs.clone({ precision: 40, rounding: DecimalJs.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 60 })
export type Decimal = DecimalJs

export type Numeric = Decimal | number | string

const zero = new Decimal(0)

/** Reads any stored figure exactly: a JSON number goes through its own text, null and undefined are 0. Decimals are immutable and stay. */
export function d(x: Numeric | null | undefined): Decimal {
  if (x === null || x === undefined || x === '') return zero
  if (typeof x === 'object' && x.constructor === Decimal) return x
  return new Decimal(String(x))
}
