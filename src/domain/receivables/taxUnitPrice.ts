import { d, Decimal, type Numeric } from '../kernel/decimal'
import { roundAmount } from '../kernel/money'

/**
 * The unit price a tax system needs: with at least 8 decimals, so many that price × quantity meets the amount to the cent.
 * 100.00 of 3 → 33.33333333; 999,999.99 of 7,000,000 → 0.14285714 → 999,999.98 is not it, 0.142857141 is. No quantity → the amount.
 */
export function taxUnitPrice({ amount, qty }: { amount: Numeric; qty: Numeric }): Decimal {
  if (d(qty).isZero()) return d(amount)
  const exact = d(amount).div(d(qty))
  for (let places = 8; places < 18; places += 1) {
    const price = exact.toDecimalPlaces(places, Decimal.ROUND_HALF_UP)
    if (roundAmount(price.times(d(qty))).eq(d(amount))) return price
  }
  return exact
}
