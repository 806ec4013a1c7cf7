import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { d } from '../kernel/decimal'
import { taxDocument } from '../pricing/taxLine'
import { quotedDiscount } from './quotedDiscount'

const half = { price: 100, discountRate: null, free: false, qty: 10, amount: 900, part: 5 }

test('1,000 less 100 ordered in two halves: 50 and 50; a free line takes nothing', () => {
  expect(quotedDiscount([{ ...half, takenBefore: 0 }]).toString()).toBe('50')
  expect(quotedDiscount([{ ...half, takenBefore: 5 }]).toString()).toBe('50')
  expect(quotedDiscount([{ ...half, free: true, amount: 0, takenBefore: 0 }]).toString()).toBe('0')
})

test('property: a quote with prices in cents, ordered in any parts, is worth what it said, to the cent', () => {
  const line = fc.record({
    cents: fc.integer({ min: 1, max: 99_999 }),
    parts: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
  })
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 100 }), (given, percent) => {
      const lines = given.map(({ cents, parts }) => ({
        price: d(cents).div(100),
        qty: parts.reduce((sum, part) => sum + part, 0),
        taxRate: 0,
      }))
      const whole = lines.reduce((sum, { price, qty }) => sum.plus(price.times(qty)), d(0))
      const headerDiscount = whole.times(percent).div(100).toDecimalPlaces(2)
      const quote = taxDocument({ mode: 'inclusive', headerDiscount, lines })
      const orders = [0, 1, 2, 3].map((round) => {
        const parts = given.map(({ parts }, index) => ({
          ...lines[index]!,
          discountRate: null,
          free: false,
          amount: quote.lines[index]!.gross,
          takenBefore: parts.slice(0, round).reduce((sum, part) => sum + part, 0),
          part: parts[round] ?? 0,
        }))
        const ordered = parts.map(({ price, part }) => ({ price, qty: part, taxRate: 0 }))
        const discount = quotedDiscount(parts)
        return { discount, total: ordered.reduce((sum, { price, qty }) => sum.plus(price.times(qty)), d(0)).minus(discount) }
      })
      expect(orders.reduce((sum, { total }) => sum.plus(total), d(0)).toString()).toBe(quote.grossTotal.toString())
      expect(orders.reduce((sum, { discount }) => sum.plus(discount), d(0)).toString()).toBe(headerDiscount.toString())
    }),
  )
})
