import { d, Decimal, type Numeric } from '../kernel/decimal'
import { roundAmount } from '../kernel/money'

/** A quantity with what it comes to. */
export type Amounts = { qty: Numeric; net: Numeric; gross: Numeric }

/** A line of an order that takes a part of a quoted line on its terms: what was quoted, what other orders hold of it, and the part. */
export type QuotedPart = { quoteLine: string; quoted: Amounts; others: Amounts; qty: Numeric }

export type QuotedShare = { net: Decimal; gross: Decimal }

/**
 * What parts of quoted lines come to (F2): what was quoted for everything ordered so far and now, rounded, less what the other orders hold of
 * it. So all orders of a quote are worth what it said, to the cent, net and gross, its header discount and prices of less than a cent included,
 * in whatever order they were written, changed or cancelled. 3 at 0.335 are quoted 1.01; one by one: 0.34, 0.33, 0.34. 10 × 100 less 100, in two
 * halves: 450 and 450. A line without quantity (unit-price quotation) has nothing to share: its part is null.
 */
export function quotedShares(parts: readonly QuotedPart[]): Array<QuotedShare | null> {
  const taken = new Map<string, Amounts>()
  return parts.map(({ quoteLine, quoted, others, qty }) => {
    if (d(quoted.qty).isZero()) return null
    const before = taken.get(quoteLine) ?? others
    const upTo = d(before.qty).plus(d(qty))
    const share = (figure: 'net' | 'gross'): Decimal =>
      Decimal.max(0, roundAmount(d(quoted[figure]).times(upTo).div(d(quoted.qty))).minus(d(before[figure])))
    const [net, gross] = [share('net'), share('gross')]
    taken.set(quoteLine, { qty: upTo, net: d(before.net).plus(net), gross: d(before.gross).plus(gross) })
    return { net, gross }
  })
}
