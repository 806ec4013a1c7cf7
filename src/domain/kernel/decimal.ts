import { Decimal as DecimalJs } from 'decimal.js'

/**
 * The one number type for money, prices, quantities and rates: 40 significant digits, HALF_UP away from zero.
 * A clone, so that no other package can change our precision; plain notation so that text never shows 1e-7.
 */
export const Decimal = DecimalJs.clone({ precision: 40, rounding: DecimalJs.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 60 })
export type Decimal = DecimalJs

export type Numeric = Decimal | number | string

/** Most prices, quantities and shares are among these; a Decimal never changes, so one of each is enough. */
const small = Array.from({ length: 1001 }, (_, whole) => new Decimal(whole))
const smallWhole = /^\d{1,7}(\.0{1,10})?$/

const ofNumber = (x: number): Decimal => small[x] ?? new Decimal(Number.isSafeInteger(x) && x !== 0 ? x : String(x))

/** Reads any stored figure exactly: a JSON number goes through its own text, null and undefined are 0. Decimals are immutable and stay. */
export function d(x: Numeric | null | undefined): Decimal {
  if (x === null || x === undefined || x === '') return ofNumber(0)
  if (typeof x === 'object' && x.constructor === Decimal) return x
  // whole numbers are exact as a number, and read several times faster
  if (typeof x === 'string') return smallWhole.test(x) ? ofNumber(Number(x)) : new Decimal(x)
  return typeof x === 'number' ? ofNumber(x) : new Decimal(String(x))
}
