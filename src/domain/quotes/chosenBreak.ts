import { d, Decimal, type Numeric } from '../kernel/decimal'

export type Break = { qty: Numeric; price: Numeric }

/** A quoted line as far as its quantity breaks go. */
export type BrokenLine = { qty: Numeric; price: Numeric; breaks?: readonly Break[] | null }

const byQty = (a: Break, b: Break): number => d(a.qty).cmp(d(b.qty))

/** What a quoted line offers, smallest quantity first: its own quantity and each of its breaks. */
export const offersOf = ({ qty, price, breaks }: BrokenLine): Break[] => [{ qty, price }, ...(breaks ?? [])].sort(byQty)

/** What a customer may choose: each quantity once, at the price the rule gives it; two offers of one quantity are not two prices. */
export const choicesOf = (line: BrokenLine): Break[] => {
  const offers = offersOf(line)
  return offers.filter((one, index) => offers.findIndex(({ qty }) => d(qty).eq(d(one.qty))) === index)
}

/** The most that can be taken of a quoted line: its quantity, or its largest break. */
export const mostOf = (line: BrokenLine): Decimal => offersOf(line).reduce((most, { qty }) => Decimal.max(most, d(qty)), d(0))

/**
 * The break a customer's quantity falls under: the largest that is not above it. Null: the line as it was offered. 1,000 at 8 with breaks of
 * 100 at 10 and 500 at 9: 100 → 10, 700 → 9, 1,000 → 8; 40 → 10, since nothing smaller was offered.
 */
export function breakFor(line: BrokenLine, qty: Numeric): Break | null {
  const offers = offersOf(line)
  const chosen = offers.findLast((offer) => d(offer.qty).lte(d(qty))) ?? offers[0]
  return (line.breaks ?? []).find((one) => chosen !== undefined && d(one.qty).eq(d(chosen.qty)) && !d(chosen.qty).eq(d(line.qty))) ?? null
}
