import { d, Decimal, type Numeric } from '../kernel/decimal'
import { roundAmount } from '../kernel/money'
import { consecutiveParts, nothing, plus } from './changedAmounts'
import { amountUpTo, type EarlierPart, type LineFigure, type LinePart } from './earlierPart'

/** A line of a delivery that has left: what is billed of it in all, what is invoiced so far, what a refund took out of billing. */
export type LeftLine = LinePart & { earlier?: EarlierPart | null; invoiced: LinePart; returned: Numeric }

/** A delivered line as it is billed from now on; the order's price and terms come with it. */
export type RepricedLine = Record<LineFigure, number> & { delivery: number; line: string; orderLine: string; earlier: EarlierPart | null }

/** What of a delivered line is settled and what can still be billed. */
export type LeftParts = { invoiced: LinePart; gone: LinePart; open: LinePart }

const each = (qty: Numeric, of: (figure: LineFigure) => Decimal): LinePart => ({
  qty,
  gross: of('gross'),
  net: of('net'),
  baseGross: of('baseGross'),
  baseNet: of('baseNet'),
})

/** 10 delivered for 500, 4 invoiced for 200, 1 returned: 5 are open for 250, the returned one took 50 with it. */
export function leftParts(left: LeftLine): LeftParts {
  const open = Decimal.max(0, d(left.qty).minus(d(left.returned)).minus(d(left.invoiced.qty)))
  const upTo = d(left.invoiced.qty).plus(open)
  const value = (figure: LineFigure): Decimal =>
    open.isZero() ? d(0) : roundAmount(amountUpTo({ line: left, figure, qty: upTo })).minus(d(left.invoiced[figure]))
  const part = each(open, value)
  const rest = each(d(left.qty).minus(upTo), (figure) => d(left[figure]).minus(d(left.invoiced[figure])).minus(d(part[figure])))
  return { invoiced: left.invoiced, open: part, gone: d(rest.qty).gt(0) ? rest : nothing }
}

/** An order line as far as its amounts go: deliveries that have left, what was invoiced before any delivery, what is given up. */
export type LineState = {
  line: LinePart & { earlier?: EarlierPart | null }
  closedQty: Numeric
  left: readonly LeftLine[]
  ahead: LinePart | null
}

const inAll = (parts: readonly LinePart[]): LinePart => parts.reduce(plus, nothing)

/** What was invoiced ahead of the goods counts for itself as soon as it is more than has left. */
const byInvoice = ({ ahead, left }: LineState): LinePart | null => (ahead && d(ahead.qty).gt(d(inAll(left).qty)) ? ahead : null)

const notGivenUp = ({ line, closedQty }: LineState): Decimal => d(line.qty).minus(d(closedQty))

/** What of an order line can still be billed, delivered or not, as the order stands. */
export function openBefore(state: LineState): LinePart {
  const [ahead, wanted] = [byInvoice(state), notGivenUp(state)]
  const settled = ahead ?? inAll(state.left)
  const undelivered = Decimal.max(0, wanted.minus(d(settled.qty)))
  const value = (figure: LineFigure): Decimal =>
    undelivered.isZero() ? d(0) : roundAmount(amountUpTo({ line: state.line, figure, qty: wanted })).minus(d(settled[figure]))
  const rest = each(undelivered, value)
  return ahead ? rest : inAll([...state.left.map((left) => leftParts(left).open), rest])
}

/** The quantity that can be billed once the line is `qty`: what is delivered and open stays so. */
export function openAfter(state: LineState, qty: Numeric): Decimal {
  const ahead = byInvoice(state)
  const settled = ahead ?? inAll(state.left)
  const undelivered = Decimal.max(0, d(qty).minus(d(state.closedQty)).minus(d(settled.qty)))
  return ahead ? undelivered : state.left.reduce((sum, left) => sum.plus(d(leftParts(left).open.qty)), undelivered)
}

export type ChangedLine = {
  total: LinePart
  earlier: EarlierPart | null
  /** The delivered lines in their order: what each comes to from now on; null where nothing of it is open. */
  left: Array<{ total: LinePart; earlier: EarlierPart | null } | null>
}

/**
 * Puts a line together again: what is invoiced, returned or short-closed as it was, what is open at its new amount, cumulatively over the
 * deliveries that have left and then what has not. What has left is the line's earlier part from now on, so that deliveries and the
 * order's credit add up to the line to the cent.
 */
export function changedLine({ state, qty, open }: { state: LineState; qty: Numeric; open: LinePart }): ChangedLine {
  const ahead = byInvoice(state)
  const wanted = notGivenUp(state)
  const closed = d(state.closedQty).isZero()
    ? nothing
    : each(state.closedQty, (figure) => d(state.line[figure]).minus(roundAmount(amountUpTo({ line: state.line, figure, qty: wanted }))))
  const left = ahead ? [] : state.left.map(leftParts)
  const parts = consecutiveParts(open, [...left.map((part) => part.open.qty), openUndelivered(open, left)])
  const lines = left.map((part, index) => {
    const total = inAll([part.invoiced, part.gone, parts[index] ?? nothing])
    const settled = d(part.invoiced.qty).plus(d(part.gone.qty)).gt(0)
    return { total, earlier: settled ? { ...part.invoiced, gone: d(part.gone.qty).gt(0) ? part.gone : null } : null }
  })
  const prefix = ahead ?? inAll(lines.map(({ total }) => total))
  const kept = d(qty).minus(d(state.closedQty))
  const over = d(prefix.qty).gt(kept)
  const body = over
    ? each(kept, (figure) => roundAmount(d(prefix[figure]).times(kept).div(d(prefix.qty))))
    : plus(prefix, parts.at(-1) ?? nothing)
  return {
    total: plus(body, closed),
    earlier: d(prefix.qty).gt(0) ? prefix : null,
    left: lines.map((line, index) => (d(left[index]?.open.qty ?? 0).gt(0) ? line : null)),
  }
}

const openUndelivered = (open: LinePart, left: readonly LeftParts[]): Decimal =>
  left.reduce((rest, part) => rest.minus(d(part.open.qty)), d(open.qty))
