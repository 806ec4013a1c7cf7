import { d, Decimal, type Numeric } from '../kernel/decimal'

/**
 * What is open of each instalment when so much of the invoice is open: payments settle the earliest first (1,000.00 in two halves,
 * 700.00 open → 200.00 and 500.00). Parts add up to what is open.
 */
export function openInstalments<Part extends { amount: Numeric }>(open: Numeric, parts: readonly Part[]): Array<Part & { open: Decimal }> {
  let left = Decimal.max(0, d(open))
  return [...parts]
    .reverse()
    .map((part) => {
      const share = Decimal.min(left, d(part.amount))
      left = left.minus(share)
      return { ...part, open: share }
    })
    .reverse()
}
