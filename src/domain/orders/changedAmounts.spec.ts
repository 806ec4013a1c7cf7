import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { creditShare, nothingCredited } from '../fulfilment/creditShare'
import { alsoTaken, nothingTaken, shareOf, type Taken } from '../fulfilment/shareOf'
import { d, type Decimal } from '../kernel/decimal'
import { taxDocument, type TaxMode } from '../pricing/taxLine'
import { changedAmounts, type LineInChange, nothing, plus } from './changedAmounts'
import { amountBetween, type EarlierPart, lineFigures, type LinePart } from './earlierPart'
import { changedLine, leftParts, type LineState, openAfter, openBefore } from './lineParts'
import { restFindings } from './restFindings'

const amount = (qty: number, gross: number): LinePart => ({ qty, gross, net: gross, baseGross: gross, baseNet: gross })
const terms = { price: 100, taxRate: 0 }
const line = (id: string, open: LinePart, after: number | null, price = 100): LineInChange => ({
  id,
  before: { ...terms, open },
  after: after === null ? null : { ...terms, price, open: after },
})
const decide = (headerDiscount: number, ...lines: LineInChange[]) =>
  changedAmounts({ mode: 'inclusive', headerDiscount, exchangeRate: 1, lines })
const shown = ({ open, short, headerDiscount }: ReturnType<typeof decide>) =>
  short
    ? { carried: short.carried.toNumber(), rest: short.rest.toNumber(), missing: short.missing.toNumber() }
    : { open: [...open.values()].map(({ gross }) => gross.toNumber()), headerDiscount: headerDiscount.toNumber() }

describe('what the open rest comes to after a change', () => {
  test.each<[string, ReturnType<typeof decide>, object]>([
    ['raised after 5 of 10 were invoiced', decide(500, line('a', amount(5, 250), 15)), { open: [1250], headerDiscount: 500 }],
    ['the rest cannot carry it', decide(500, line('a', amount(5, 250), 1)), { carried: 250, rest: 100, missing: 150 }],
    ['the rest just carries it', decide(500, line('a', amount(5, 250), 2.5)), { open: [0], headerDiscount: 500 }],
    ['nothing is open any more: the rest lapses', decide(500, line('a', amount(5, 250), 0)), { open: [], headerDiscount: 250 }],
    [
      'one line is removed: the other carries all',
      decide(50, line('a', amount(1, 95), 1), line('b', amount(9, 855), null)),
      { open: [50], headerDiscount: 50 },
    ],
    ['a new price carries the same discount', decide(500, line('a', amount(5, 250), 5, 200)), { open: [750], headerDiscount: 500 }],
    [
      'no header discount: the untouched line is not computed again',
      decide(0, line('a', amount(3, 299.99), 3), line('b', amount(1, 100), 2)),
      { open: [299.99, 200], headerDiscount: 0 },
    ],
    [
      'nothing that makes an amount differs',
      decide(0.1, line('a', amount(3, 299.94), 3), line('b', amount(1, 99.96), 1)),
      { open: [299.94, 99.96], headerDiscount: 0.1 },
    ],
  ])('%s', (_name, decided, expected) => expect(shown(decided)).toEqual(expected))

  test('the refusal names the quantity from which the rest is enough, also where it has no end', () => {
    const after = { price: 3, taxRate: 0, open: 1, qty: 6 }
    const lines = [{ id: 'a', before: { ...terms, open: amount(5, 250) }, after }]
    const short = { carried: d(250), rest: d(3), missing: d(247) }
    const [finding] = restFindings({ order: 'SO1', headerDiscount: 500, short, lines })
    expect(finding?.remedy).toEqual({ action: 'keepRest', facts: { minimumQty: 88.3334, settledQty: 5 } })
  })
})

/*
 * Random histories of one order of several lines with a header discount: delivered in parts, invoiced in parts, returned, short-closed,
 * changed in between. Every amount is found by the same pure functions that the use cases call.
 */
type Left = LinePart & { earlier: EarlierPart | null; invoiced: LinePart; returned: number; billed: number }
type OrderLine = { id: string; price: number; taxRate: number; total: LinePart; earlier: EarlierPart | null; closed: number; left: Left[] }

class History {
  lines: OrderLine[]
  discount: Decimal
  /** what every invoice said when it was written: it may never say anything else */
  invoices: Decimal[] = []

  constructor(
    readonly mode: TaxMode,
    entered: Array<{ price: number; qty: number; taxRate: number }>,
    percent: number,
  ) {
    const basis = mode === 'inclusive' ? 'gross' : 'net'
    const whole = taxDocument({ mode, lines: entered })
    this.discount = whole.lines
      .reduce((sum, one) => sum.plus(one[basis]), d(0))
      .times(percent)
      .div(100)
      .toDecimalPlaces(2)
    const taxed = taxDocument({ mode, lines: entered, headerDiscount: this.discount })
    this.lines = entered.map(({ price, qty, taxRate }, index) => {
      const { gross, net } = taxed.lines[index]!
      return {
        id: String(index),
        price,
        taxRate,
        total: { qty, gross, net, baseGross: gross, baseNet: net },
        earlier: null,
        closed: 0,
        left: [],
      }
    })
  }

  private whole = (line: OrderLine) => ({ ...line.total, stockQty: line.total.qty, earlier: line.earlier })
  private delivered = (line: OrderLine): number => line.left.reduce((sum, { qty }) => sum + Number(qty), 0)

  deliver(line: OrderLine, asked: number): void {
    const qty = Math.min(asked, Number(line.total.qty) - line.closed - this.delivered(line))
    if (qty <= 0) return
    const taken = line.left.reduce<Taken>((sum, left) => plus(sum, left), nothingTaken)
    const share = shareOf({ line: this.whole(line), qty, taken })
    line.left.push({ ...share, qty, earlier: null, invoiced: nothing, returned: 0, billed: 0 })
  }

  invoice(line: OrderLine, pick: number, asked: number): void {
    const left = line.left[pick % Math.max(1, line.left.length)]
    const qty = left ? Math.min(asked, Number(left.qty) - left.returned - Number(left.invoiced.qty)) : 0
    if (!left || qty <= 0) return
    const share = shareOf({ line: { ...left, stockQty: left.qty }, qty, taken: left.invoiced })
    this.invoices.push(d(share.gross))
    expect(share.gross).toBeGreaterThanOrEqual(0)
    expect(share.net).toBeGreaterThanOrEqual(0)
    left.invoiced = alsoTaken(left.invoiced, qty, share)
  }

  /** Goods come back: what was invoiced of them is credited as it was invoiced. */
  giveBack(line: OrderLine, pick: number, asked: number): void {
    const left = line.left[pick % Math.max(1, line.left.length)]
    const qty = left ? Math.min(asked, Number(left.qty) - left.returned) : 0
    if (!left || qty <= 0) return
    left.returned += qty
    const credited = Math.max(0, Number(left.invoiced.qty) + left.returned - Number(left.qty))
    if (credited === 0) return
    const share = creditShare({
      line: { ...left.invoiced, stockQty: left.invoiced.qty, taxRate: line.taxRate },
      ...{ qty: credited, price: null, priceOnly: false, credited: nothingCredited, taxMode: this.mode, exchangeRate: 1 },
    })
    this.invoices.push(d(share.gross).neg())
    const back = (figure: keyof LinePart): Decimal => d(left.invoiced[figure]).minus(d(figure === 'qty' ? credited : share[figure]))
    left.invoiced = { qty: back('qty'), gross: back('gross'), net: back('net'), baseGross: back('baseGross'), baseNet: back('baseNet') }
  }

  close(line: OrderLine): void {
    line.closed = Number(line.total.qty) - this.delivered(line)
  }

  private state = (line: OrderLine): LineState => ({
    line: { ...line.total, earlier: line.earlier },
    closedQty: line.closed,
    left: line.left,
    ahead: null,
  })

  change(line: OrderLine, asked: { qty: number; price: number }): void {
    const qty = line.closed > 0 ? Number(line.total.qty) : Math.max(asked.qty, this.delivered(line), 1)
    const open = (of: OrderLine): LinePart => openBefore(this.state(of))
    const wanted = (of: OrderLine) => (of === line ? { price: asked.price, qty } : { price: of.price, qty: Number(of.total.qty) })
    const lines = this.lines.map((of) => ({
      id: of.id,
      before: { price: of.price, taxRate: of.taxRate, open: open(of) },
      after: { price: wanted(of).price, taxRate: of.taxRate, open: openAfter(this.state(of), wanted(of).qty) },
    }))
    const decided = changedAmounts({ mode: this.mode, headerDiscount: this.discount, exchangeRate: 1, lines })
    if (decided.short) return
    this.discount = decided.headerDiscount
    const settled = (): string => JSON.stringify(this.lines.map(({ left }) => left.map((one) => [one.invoiced, leftParts(one).gone])))
    const before = settled()
    for (const of of this.lines.filter(({ id }) => decided.moved.has(id))) {
      const changed = changedLine({ state: this.state(of), qty: wanted(of).qty, open: decided.open.get(of.id) ?? nothing })
      Object.assign(of, { price: wanted(of).price, total: { ...changed.total, qty: wanted(of).qty }, earlier: changed.earlier })
      changed.left.forEach(
        (part, index) => part && Object.assign(of.left[index]!, { ...part.total, earlier: part.earlier, qty: of.left[index]!.qty }),
      )
    }
    expect(settled()).toBe(before)
  }

  /** Everything open is delivered and billed: what the invoices say is the order's total less what was given up. */
  settle(): void {
    for (const line of this.lines) {
      this.deliver(line, Number(line.total.qty))
      line.left.forEach((left, index) => this.invoice(line, index, Number(left.qty)))
    }
    this.check()
    for (const { left } of this.lines) for (const one of left) expect(leftParts(one).open.qty.toString()).toBe('0')
  }

  /** Σ invoiced + still to invoice + given up = order total, figure by figure, to the cent; nothing is negative. */
  check(): void {
    for (const figure of lineFigures) {
      const sum = (of: (line: OrderLine) => Decimal): Decimal => this.lines.reduce((all, line) => all.plus(of(line)), d(0))
      const invoiced = sum((line) => line.left.reduce((all, left) => all.plus(left.invoiced[figure]), d(0)))
      const toInvoice = sum((line) =>
        line.left.reduce(
          (all, left) => all.plus(amountBetween({ line: left, figure, from: left.invoiced.qty, to: d(left.qty).minus(left.returned) })),
          amountBetween({ line: this.whole(line), figure, from: this.delivered(line), to: d(line.total.qty).minus(line.closed) }),
        ),
      )
      const givenUp = sum((line) =>
        line.left.reduce(
          (all, left) => all.plus(leftParts(left).gone[figure]),
          amountBetween({ line: this.whole(line), figure, from: d(line.total.qty).minus(line.closed), to: line.total.qty }),
        ),
      )
      expect(invoiced.plus(toInvoice).plus(givenUp).toString()).toBe(sum((line) => d(line.total[figure])).toString())
      for (const { total } of this.lines) expect(d(total[figure]).gte(0)).toBe(true)
      expect([toInvoice.gte(0), givenUp.gte(0)]).toEqual([true, true])
    }
    expect(this.invoices.reduce((all, gross) => all.plus(gross), d(0)).toString()).toBe(
      this.lines
        .flatMap(({ left }) => left)
        .reduce((all, left) => all.plus(left.invoiced.gross), d(0))
        .toString(),
    )
  }
}

const step = fc.record({
  act: fc.integer({ min: 0, max: 6 }),
  line: fc.nat(5),
  pick: fc.nat(5),
  qty: fc.integer({ min: 1, max: 12 }),
  price: fc.integer({ min: 1, max: 20_000 }).map((n) => n / 100),
})
const entered = fc.record({
  price: fc.integer({ min: 1, max: 20_000 }).map((n) => n / 100),
  qty: fc.integer({ min: 1, max: 12 }),
  taxRate: fc.constantFrom(0, 6, 13),
})

test('property: whatever happens to an order with a header discount, invoiced + still to invoice + given up = its total, and no line is negative', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<TaxMode>('inclusive', 'exclusive'),
      fc.array(entered, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 0, max: 100 }),
      fc.array(step, { minLength: 1, maxLength: 25 }),
      (mode, lines, percent, steps) => {
        const history = new History(mode, lines, percent)
        history.check()
        for (const { act, line: at, pick, qty, price } of steps) {
          const line = history.lines[at % history.lines.length]!
          if (act <= 1) history.deliver(line, qty)
          else if (act === 2) history.invoice(line, pick, qty)
          else if (act === 3) history.giveBack(line, pick, qty)
          else if (act === 4) history.close(line)
          else history.change(line, { qty, price: act === 5 ? line.price : price })
          history.check()
        }
        history.settle()
      },
    ),
    { numRuns: 200 },
  )
})
