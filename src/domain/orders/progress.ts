import { d, Decimal, type Numeric } from '../kernel/decimal'
import { toNumber } from '../kernel/money'

/** What has happened to one order line, from the books. Quantities in the line's unit. */
export type LineProgress = {
  qty: Numeric
  delivered?: Numeric | null
  /** returned against refund: stays delivered, is not to be billed */
  refunded?: Numeric | null
  /** returned for replacement: has to be delivered again */
  replaced?: Numeric | null
  invoiced?: Numeric | null
  shortClosed?: Numeric | null
}

export type Facet = 'none' | 'partly' | 'full'

/** Delivered and kept or refunded, i.e. what no longer has to be delivered. */
const supplied = (line: LineProgress): Decimal => d(line.delivered).minus(d(line.replaced))
const sum = (lines: readonly LineProgress[], of: (line: LineProgress) => Decimal): Decimal =>
  lines.reduce((total, line) => total.plus(of(line)), new Decimal(0))

/** Still to be delivered: quantity − delivered + replaced − short-closed, never below 0 (over-delivery leaves nothing open). */
export const openQty = (line: LineProgress): Decimal => Decimal.max(0, d(line.qty).minus(supplied(line)).minus(d(line.shortClosed)))

/** Delivered, not refunded and not invoiced yet: what the next invoice proposes. */
export const billableQty = (line: LineProgress): Decimal => Decimal.max(0, supplied(line).minus(d(line.refunded)).minus(d(line.invoiced)))

/** Percent for display (F10): floors to 1 decimal below 100, so that 498 of 500 shows 99.6 and never 100; over-delivery shows 100. */
export function percentFloor(part: Numeric, whole: Numeric): number {
  if (d(whole).lte(0)) return 0
  if (d(part).gte(d(whole))) return 100
  return toNumber(Decimal.max(0, d(part).div(d(whole)).times(100)).toDecimalPlaces(1, Decimal.ROUND_FLOOR))
}

/** Exact compare, no hidden tolerance: full only when nothing is open on any line. */
export function deliveryStatus(lines: readonly LineProgress[]): Facet {
  if (sum(lines, supplied).lte(0)) return 'none'
  return lines.every((line) => openQty(line).isZero()) ? 'full' : 'partly'
}

/** By quantity, so that an order of value 0 is billed by an invoice of 0.00 (O-20). */
export function billingStatus(lines: readonly LineProgress[]): Facet {
  if (sum(lines, (line) => d(line.invoiced)).lte(0)) return 'none'
  const toBill = (line: LineProgress): Decimal =>
    Decimal.max(supplied(line), d(line.qty).minus(d(line.shortClosed))).minus(d(line.refunded))
  return lines.every((line) => d(line.invoiced).gte(toBill(line))) ? 'full' : 'partly'
}

/** Complete ⇔ every line is delivered or short-closed, and invoiced = delivered − refunded. */
export const isComplete = (lines: readonly LineProgress[]): boolean =>
  lines.length > 0 && lines.every((line) => openQty(line).isZero() && billableQty(line).isZero())

/** Full when the whole order is billed and nothing of its invoices is open; an advance, or any receipt, is a part. */
export function paymentStatus(order: { billing: Facet; somePaid: boolean; allSettled: boolean }): Facet {
  if (!order.somePaid) return 'none'
  return order.billing === 'full' && order.allSettled ? 'full' : 'partly'
}

/**
 * The status an order has by what happened to it: an approved one closes when it is complete, a closed one opens again when something
 * comes back to be delivered or billed. What was short-closed as a whole stays closed though it is not billed; opening orders stay as
 * they came in.
 */
export function statusByProgress<S extends string>(order: {
  status: S
  lines: readonly LineProgress[]
  closedEarly: boolean
  opening: boolean
}): S | 'closed' | 'approved' {
  const { status, lines } = order
  if (status === 'approved') return deliveryStatus(lines) === 'full' && isComplete(lines) ? 'closed' : status
  if (status !== 'closed' || order.opening || isComplete(lines)) return status
  return order.closedEarly && lines.every((line) => openQty(line).isZero()) ? status : 'approved'
}
