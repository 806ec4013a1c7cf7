import { d, Decimal, type Numeric } from '../kernel/decimal'
import { roundAmount } from '../kernel/money'
import { lineAmount } from '../pricing/taxLine'

/** A quoted line, what other orders have taken of it, and what this one takes. `amount`: what it comes to in the tax mode, header share off. */
export type QuotedPart = {
  price: Numeric
  discountRate: Numeric | null
  free: boolean
  qty: Numeric
  amount: Numeric
  takenBefore: Numeric
  part: Numeric
}

/**
 * The header discount that goes with a part of a quote, cumulatively (F2): what the part costs at its prices less its share of the quoted
 * amount, so that all orders of a quote together are worth what the quote was, to the cent. 10 × 100 less 100, ordered in two halves → 50
 * and 50. 3 × 33.33 less 10, one by one → 3.33, 3.34, 3.33 off.
 */
export function quotedDiscount(parts: readonly QuotedPart[]): Decimal {
  const off = parts.map(({ price, discountRate, free, qty, amount, takenBefore, part }) => {
    if (free || d(qty).isZero()) return d(0)
    const upTo = (taken: Decimal): Decimal => roundAmount(d(amount).times(taken).div(d(qty)))
    const share = upTo(d(takenBefore).plus(d(part))).minus(upTo(d(takenBefore)))
    return lineAmount({ price, discountRate, qty: part, taxRate: 0 }).minus(share)
  })
  return Decimal.max(
    0,
    off.reduce((sum, one) => sum.plus(one), d(0)),
  )
}
