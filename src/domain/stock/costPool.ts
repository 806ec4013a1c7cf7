import { d, Decimal } from '../kernel/decimal'
import { roundAmount, roundPrice } from '../kernel/money'
import type { CostMove } from './costMove'

/** Goods that went out before they came in: how many still wait, and the value they carry meanwhile. */
type Shortage = { key: string; line: string; qty: Decimal; carried: Decimal; known: boolean }

type Book = (key: string, change: { value?: Decimal; open?: Decimal; unknown?: Decimal }, line?: string) => void

/** Goods valued together by moving average (F4), below zero as well: then what is short is remembered, the oldest first. */
export class CostPool {
  private qty: Decimal
  private value: Decimal
  /** null = nothing that lay here ever had a cost */
  private average: Decimal | null
  /** whether goods lie here whose cost nobody knows */
  private unknown = false
  private shortages: Shortage[] = []

  constructor(
    start: { qty: Decimal; value: Decimal } | undefined,
    private readonly book: Book,
  ) {
    this.qty = start?.qty ?? d(0)
    this.value = start?.value ?? d(0)
    this.average = this.qty.gt(0) ? roundPrice(this.value.div(this.qty)) : null
  }

  /** Goods leave: what is there at its average, the last piece with all the value; the rest with the cost that was known. */
  issue({ key, line, qty: signed, cost }: CostMove): void {
    const qty = signed.neg()
    const covered = Decimal.max(0, Decimal.min(qty, this.qty))
    const byAverage = roundAmount(covered.times(this.average ?? 0))
    const value = covered.isZero() ? d(0) : covered.eq(this.qty) ? this.value : Decimal.min(byAverage, this.value)
    const short = qty.minus(covered)
    const unitCost = cost === undefined ? this.average : cost
    const carried = roundAmount(short.times(unitCost ?? 0))
    const unknown = (this.unknown ? covered : d(0)).plus(unitCost === null ? short : 0)
    this.book(key, { value: value.plus(carried).neg(), open: short, unknown }, line)
    if (short.gt(0)) this.shortages.push({ key, line, qty: short, carried, known: unitCost !== null })
    this.move(qty.neg(), value.plus(carried).neg())
  }

  /** Goods come in worth `value`: they fill what is short, the oldest first, and what they cost is the cost of that. */
  receive({ key }: Pick<CostMove, 'key'>, qty: Decimal, value: Decimal, known = true): void {
    this.book(key, { value, unknown: known ? d(0) : qty })
    this.move(qty, value)
    let [filled, given] = [d(0), d(0)]
    for (const shortage of this.shortages) {
      const part = Decimal.min(shortage.qty, qty.minus(filled))
      if (filled.eq(qty)) break
      filled = filled.plus(part)
      const cost = roundAmount(value.times(filled).div(qty)).minus(given)
      given = given.plus(cost)
      const change = cost.minus(this.takeFrom(shortage, part))
      this.book(
        shortage.key,
        { value: change.neg(), open: part.neg(), unknown: known && !shortage.known ? part.neg() : d(0) },
        shortage.line,
      )
      this.value = this.value.minus(change)
    }
    this.drop()
    this.settle(known)
  }

  /**
   * Goods come in without a cost: at the average, else at what was known then, by whoever noted it or by what went out before, else at what became known
   * first. What was known goes first, so that nothing that comes later changes it.
   */
  receiveUnvalued(move: CostMove, firstCost: Decimal | null): void {
    const carried = this.shortages.find(({ known, qty }) => known && qty.gt(0))
    const average = this.qty.gt(0) && !this.unknown ? this.average : null
    const cost = average ?? move.cost ?? (carried ? roundPrice(carried.carried.div(carried.qty)) : null) ?? firstCost
    this.receive(move, move.qty, roundAmount(move.qty.times(cost ?? 0)), cost !== null)
  }

  /** Goods of a line come back that were never here: its shortage shrinks. Says how many, and what they carried. */
  giveBack(line: string, most: Decimal): { qty: Decimal; value: Decimal } {
    let [qty, value] = [d(0), d(0)]
    for (const shortage of this.shortages) {
      const part = Decimal.min(shortage.qty, most.minus(qty))
      if (shortage.line !== line || !part.gt(0)) continue
      const carried = this.takeFrom(shortage, part)
      qty = qty.plus(part)
      value = value.plus(carried)
      this.book(shortage.key, { open: part.neg(), unknown: shortage.known ? d(0) : part.neg() })
    }
    this.drop()
    this.move(qty, value)
    return { qty, value }
  }

  /** What is covered waits no longer. */
  private drop(): void {
    if (this.shortages.some(({ qty }) => qty.isZero())) this.shortages = this.shortages.filter(({ qty }) => qty.gt(0))
  }

  private takeFrom(shortage: Shortage, part: Decimal): Decimal {
    const carried = part.eq(shortage.qty) ? shortage.carried : roundAmount(shortage.carried.times(part).div(shortage.qty))
    shortage.qty = shortage.qty.minus(part)
    shortage.carried = shortage.carried.minus(carried)
    return carried
  }

  private move(qty: Decimal, value: Decimal): void {
    this.qty = this.qty.plus(qty)
    this.value = this.value.plus(value)
    this.settle(true)
  }

  private settle(known: boolean): void {
    this.unknown = this.qty.gt(0) && (this.unknown || !known)
    if (this.qty.gt(0)) this.average = this.unknown ? null : roundPrice(this.value.div(this.qty))
  }
}
