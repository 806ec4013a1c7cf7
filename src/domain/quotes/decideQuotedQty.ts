import { d, Decimal, type Numeric } from '../kernel/decimal'
import type { Finding } from '../kernel/decision'
import { toNumber } from '../kernel/money'
import { type BrokenLine, mostOf } from './chosenBreak'

/** What a quote line has open; one that states a price without a quantity (unit-price quotation) has no end. */
export const openOfQuoted = ({ qty, ordered }: { qty: Numeric; ordered: Numeric }): Decimal =>
  d(qty).isZero() ? d('100000000000') : Decimal.max(0, d(qty).minus(d(ordered)))

/** The same where a break was chosen: the largest quantity offered is the end of it. */
export const openOfBroken = ({ ordered, ...line }: BrokenLine & { ordered: Numeric }): Decimal =>
  d(line.qty).isZero() ? openOfQuoted({ qty: 0, ordered }) : Decimal.max(0, mostOf(line).minus(d(ordered)))

/** What order lines take from a quote line, and what that one still has open for them (its quantity less what other orders took). */
export type QuotedTaking = { index: number; quote: string; qty: Numeric; open: Numeric }

/**
 * A quote is ordered by open quantity: lines that refer to the same quote line are summed in the order they stand, the one that goes beyond
 * is told what is left for it. Worked: 10 quoted, 6 ordered before, lines of 3 and 2 → the second is told ≤ 1. Nothing open → NOTHING_OPEN.
 */
export function decideQuotedQty(lines: ReadonlyArray<QuotedTaking & { quoteLine: string }>): Finding[] {
  const taken = new Map<string, Decimal>()
  return lines.flatMap(({ index, quoteLine, quote, qty, open }): Finding[] => {
    const before = taken.get(quoteLine) ?? d(0)
    taken.set(quoteLine, before.plus(d(qty)))
    const left = Decimal.max(0, d(open).minus(before))
    if (d(qty).lte(left)) return []
    const path = `lines.${index}.qty`
    if (left.isZero()) return [{ code: 'NOTHING_OPEN', severity: 'error', path, facts: { quote } }]
    return [
      {
        code: 'INVALID_INPUT',
        severity: 'error',
        path,
        facts: { field: 'qty', value: toNumber(d(qty)), accepted: `≤ ${left.toString()}` },
      },
    ]
  })
}
