import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { shareOf, nothingTaken, alsoTaken } from '../fulfilment/shareOf'
import { d } from '../kernel/decimal'
import { amountBetween, amountUpTo } from './earlierPart'

const line = { qty: 10, gross: 1600, earlier: { qty: 4, gross: 400, net: 400, baseGross: 400, baseNet: 400 } }

describe('O-48: the part invoiced before a change of price', () => {
  test.each([
    [0, '0'],
    [4, '400'],
    [5, '600'],
    [10, '1600'],
    [11, '1800'],
  ])('the first %d amount to %s', (qty, amount) => expect(amountUpTo({ line, figure: 'gross', qty }).toString()).toBe(amount))
  test('what is open is at the new price', () => expect(amountBetween({ line, figure: 'gross', from: 4, to: 10 }).toString()).toBe('1200'))
  test('a half cent is counted once: with what went before, what is open is the whole', () => {
    const eight = { qty: 8, gross: 6445.72 }
    expect(amountBetween({ line: eight, figure: 'gross', from: 1, to: 8 }).toString()).toBe('5640')
  })
  test('without an earlier part it is the even share', () =>
    expect(amountBetween({ line: { qty: 3, gross: 100 }, figure: 'gross', from: 3, to: 3 }).toString()).toBe('0'))
  test('what a return took keeps its amount at the end: what is open lies before it', () => {
    const gone = { qty: 2, gross: 100, net: 100, baseGross: 100, baseNet: 100 }
    const left = { qty: 10, gross: 1100, earlier: { ...line.earlier, gone } }
    expect([4, 8, 9, 10].map((qty) => amountUpTo({ line: left, figure: 'gross', qty }).toString())).toEqual(['400', '1000', '1050', '1100'])
  })
})

test('property: shares of a line add up to it to the cent, whatever was settled earlier', () => {
  const cents = fc.integer({ min: 0, max: 1_000_000 }).map((n) => n / 100)
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 6 }),
      cents,
      cents,
      fc.integer({ min: 0, max: 49 }),
      (parts, before, rest, early) => {
        const qty = parts.reduce((sum, part) => sum + part, 0)
        const settled = Math.min(early, qty - 1)
        const paid = settled > 0 ? before : 0
        const total = d(paid).plus(d(rest)).toNumber()
        const earlier = settled > 0 ? { qty: settled, gross: paid, net: paid, baseGross: paid, baseNet: paid } : null
        const whole = { qty, stockQty: qty, gross: total, net: total, baseGross: total, baseNet: total, earlier }
        let taken = nothingTaken
        for (const part of parts) taken = alsoTaken(taken, part, shareOf({ line: whole, qty: part, taken }))
        return d(taken.gross).eq(d(total))
      },
    ),
  )
})
