import { d, Decimal, type Numeric } from '../kernel/decimal'
import { toNumber } from '../kernel/money'

export type OrderLineState = {
  /** ordered, less what is short-closed */
  ordered: Numeric
  /** returned for replacement: has to be delivered again */
  replaced: Numeric
  /** by other deliveries and former lines of this one, drafts included: all of it, and the part of it that replaced returned goods */
  taken: Numeric
  takenAsReplacement: Numeric
}

/**
 * What a quantity delivered of an order line consists of. What is ordered comes first; then what replaces returned goods, which has
 * been or will be billed with the goods that came back and is not billed again; what is left is beyond the order and promised by
 * nobody: until it is issued it reserves nothing (O-05: 12 of 10 reserve 10).
 */
export function deliveryParts(qty: Numeric, line: OrderLineState): { replacementQty: number; overQty: number } {
  const rest = (whole: Numeric, part: Numeric): Decimal => Decimal.max(0, d(whole).minus(d(part)))
  const beyondOrdered = rest(qty, rest(line.ordered, d(line.taken).minus(d(line.takenAsReplacement))))
  const replacement = Decimal.min(beyondOrdered, rest(line.replaced, line.takenAsReplacement))
  return { replacementQty: toNumber(replacement), overQty: toNumber(beyondOrdered.minus(replacement)) }
}
