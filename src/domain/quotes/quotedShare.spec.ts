import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { d } from '../kernel/decimal'
import { taxDocument, type TaxMode } from '../pricing/taxLine'
import { type Amounts, quotedShares } from './quotedShare'

const nothing: Amounts = { qty: 0, net: 0, gross: 0 }
const plus = (a: Amounts, b: Amounts): Amounts => ({
  qty: d(a.qty).plus(d(b.qty)),
  net: d(a.net).plus(d(b.net)),
  gross: d(a.gross).plus(d(b.gross)),
})
const shareOf = (quoted: Amounts, others: Amounts, qty: number): Amounts => {
  const [share] = quotedShares([{ quoteLine: 'a', quoted, others, qty }])
  return { qty, net: share?.net ?? 0, gross: share?.gross ?? 0 }
}

describe('parts of a quoted line', () => {
  test('3 at 0.335 are quoted 1.01: one by one they are 0.34, 0.33, 0.34', () => {
    const quoted = { qty: 3, net: 1.01, gross: 1.01 }
    let others = nothing
    const parts = [1, 1, 1].map((qty) => {
      const part = shareOf(quoted, others, qty)
      others = plus(others, part)
      return String(part.gross)
    })
    expect(parts).toEqual(['0.34', '0.33', '0.34'])
  })
  test('two lines of one order that take the same quoted line follow each other; a unit price has nothing to share', () => {
    const quoted = { qty: 3, net: 100, gross: 113 }
    const part = { quoteLine: 'a', quoted, others: nothing, qty: 1 }
    expect(quotedShares([part, part, { ...part, quoteLine: 'b', quoted: { ...quoted, qty: 0 } }]).map((share) => share && [String(share.net), String(share.gross)])).toEqual([['33.33', '37.67'], ['33.34', '37.66'], null]) // prettier-ignore
  })
})

const line = fc.record({
  price: fc.integer({ min: 1, max: 9_999_999 }).map((micro) => d(micro).div(1_000_000).times(100)),
  discountRate: fc.constantFrom(0, 0, 3.5, 12.25),
  taxRate: fc.constantFrom(null, 0, 6, 9, 13),
  free: fc.constantFrom(false, false, false, true),
  parts: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
})
const quote = fc.record({
  mode: fc.constantFrom<TaxMode>('inclusive', 'exclusive'),
  percent: fc.constantFrom(0, 0, 1, 7, 33, 100),
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
})

test('property: ordered in any parts, at prices of any decimals, with taxes and a header discount, a quote is its orders, net and gross, to the cent', () => {
  fc.assert(
    fc.property(quote, ({ mode, percent, lines }) => {
      const entered = lines.map(({ parts, ...terms }) => ({ ...terms, qty: parts.reduce((sum, part) => sum + part, 0) }))
      const plain = taxDocument({ mode, lines: entered })
      const whole = mode === 'inclusive' ? plain.grossTotal : plain.netTotal
      const quoted = taxDocument({ mode, lines: entered, headerDiscount: whole.times(percent).div(100).toDecimalPlaces(2) })
      const sums = lines.map(({ parts }, at) => {
        const { net, gross } = quoted.lines[at]!
        const all = { qty: entered[at]!.qty, net, gross }
        return parts.reduce((others, part) => plus(others, shareOf(all, others, part)), nothing)
      })
      const total = (figure: 'net' | 'gross') => sums.reduce((sum, one) => sum.plus(d(one[figure])), d(0)).toString()
      expect([total('net'), total('gross')]).toEqual([quoted.netTotal.toString(), quoted.grossTotal.toString()])
    }),
  )
})

test('property: whatever orders are cancelled, written anew or saved again, when all of it is ordered it is the quote again', () => {
  const step = fc.record({ act: fc.constantFrom('order', 'order', 'cancel', 'save'), pick: fc.nat(9), qty: fc.integer({ min: 1, max: 9 }) })
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 1, max: 30 }),
      fc.array(step, { maxLength: 12 }),
      (cents, whole, steps) => {
        const quoted = { qty: whole, net: d(cents).div(113), gross: d(cents).div(100) }
        const all = { ...quoted, net: quoted.net.toDecimalPlaces(2) }
        const orders: Amounts[] = []
        const without = (at: number): Amounts => orders.filter((_one, index) => index !== at).reduce(plus, nothing)
        const open = (): number => whole - Number(without(-1).qty)
        for (const { act, pick, qty } of steps) {
          const at = pick % Math.max(1, orders.length)
          if (act === 'order' && open() > 0) orders.push(shareOf(all, without(-1), Math.min(qty, open())))
          if (act === 'cancel') orders.splice(at, 1)
          if (act === 'save' && orders[at]) orders[at] = shareOf(all, without(at), Number(orders[at].qty))
        }
        if (open() > 0) orders.push(shareOf(all, without(-1), open()))
        else if (orders.length > 0) orders[0] = shareOf(all, without(0), Number(orders[0]!.qty))
        const { net, gross } = without(-1)
        for (const one of orders) expect(d(one.gross).gte(0)).toBe(true)
        expect([Number(net), Number(gross)]).toEqual([Number(all.net), Number(all.gross)])
      },
    ),
  )
})
