import { d, Decimal, type Numeric } from '../kernel/decimal'
import { roundAmount, roundPrice } from '../kernel/money'

/** Quantity and value of an item in stock (per item, or item + warehouse, by setting). Value is master, the average derived. */
export type CostState = { qty: Decimal; value: Decimal; average: Decimal }

export const emptyStock: CostState = { qty: new Decimal(0), value: new Decimal(0), average: new Decimal(0) }

/** The average of a stock without quantity stays what it was: the next issue of an uncontrolled item still has a cost. */
const stateOf = (qty: Decimal, value: Decimal, former: Decimal): CostState => ({
  qty,
  value,
  average: qty.gt(0) ? roundPrice(value.div(qty)) : former,
})

export type Movement = { state: CostState; value: Decimal; unitCost: Decimal }

/** Receipt (F4): V += r2(qty × cost), Q += qty, c = r6(V / Q). */
export function receiveStock(move: { state: CostState; qty: Numeric; cost: Numeric }): Movement {
  return receiveValue({ state: move.state, qty: move.qty, value: roundAmount(d(move.qty).times(d(move.cost))) })
}

/** Receipt of a known value: a return enters at its original issue cost, a transfer with the value it left with. */
export function receiveValue(move: { state: CostState; qty: Numeric; value: Numeric }): Movement {
  const qty = d(move.qty)
  const value = d(move.value)
  const state = stateOf(move.state.qty.plus(qty), move.state.value.plus(value), move.state.average)
  return { state, value, unitCost: qty.isZero() ? new Decimal(0) : roundPrice(value.div(qty)) }
}

/**
 * Issue (F4), exact by value: the last piece takes all the value that is left, so that an empty stock is worth 0.00;
 * before that v = r2(qty × c), never more than there is. In 10@10, 10@20, out 15 → 225 issued, 75 left. What goes out beyond what is
 * there carries `shortCost`, the cost that is known meanwhile (settleCosts).
 */
export function issueStock(move: { state: CostState; qty: Numeric; shortCost?: Numeric | null }): Movement {
  const { state } = move
  const qty = d(move.qty)
  const covered = Decimal.max(0, Decimal.min(qty, state.qty))
  const there = covered.eq(state.qty) && covered.gt(0) ? state.value : Decimal.min(roundAmount(covered.times(state.average)), state.value)
  const value = (covered.isZero() ? new Decimal(0) : there).plus(roundAmount(qty.minus(covered).times(d(move.shortCost ?? 0))))
  const unitCost = qty.isZero() ? state.average : roundPrice(value.div(qty))
  return { state: stateOf(state.qty.minus(qty), state.value.minus(value), state.average), value, unitCost }
}

/** Latest cost: the unit cost of the last posted receipt, tax-exclusive; a receipt without value leaves it as it was. */
export function latestCostAfter(receipt: { latest: Numeric | null; qty: Numeric; value: Numeric }): Decimal | null {
  if (d(receipt.qty).gt(0) && d(receipt.value).gt(0)) return roundPrice(d(receipt.value).div(d(receipt.qty)))
  return receipt.latest === null ? null : d(receipt.latest)
}
