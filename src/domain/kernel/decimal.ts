import { Decimal as DecimalJs } from 'decimal.js'

/**
 * The one number type for money, prices, quantities and rates: 40 significant digits, HALF_UP away from zero.
 * A clone, so that no other package can change our precision; plain notation so that text never shows 1e-7.
 */
export const Decimal = DecimalJs.clone({ precision: 40, rounding: DecimalJs.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 60 })
export type Decimal = DecimalJs

export type Numeric = Decimal | number | string

/** Reads any stored figure exactly: a JSON number goes through its own text, null and undefined are 0. */
export function d(x: Numeric | null | undefined): Decimal {
  if (x === null || x === undefined || x === '') return new Decimal(0)
  // never changed once made, so one of ours need not be written out and read again
  return x instanceof Decimal ? x : new Decimal(String(x))
}
