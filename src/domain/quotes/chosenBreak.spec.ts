import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { d } from '../kernel/decimal'
import { breakFor, choicesOf, mostOf, offersOf } from './chosenBreak'

const line = {
  qty: 1000,
  price: 8,
  breaks: [
    { qty: 500, price: 9 },
    { qty: 100, price: 10 },
  ],
}

test.each([
  [40, 10],
  [100, 10],
  [499.9999, 10],
  [500, 9],
  [700, 9],
  [1000, null],
  [1200, null],
])('1,000 at 8 with breaks of 100 at 10 and 500 at 9: %d falls under %p', (qty, price) => {
  expect(breakFor(line, qty)?.price ?? null).toBe(price)
})

test('a line without breaks has one offer and one limit; with breaks the largest of them', () => {
  expect([breakFor({ qty: 5, price: 3 }, 2), mostOf({ qty: 5, price: 3 }).toString()]).toEqual([null, '5'])
  expect(mostOf({ qty: 5, price: 3, breaks: [{ qty: 50, price: 2 }] }).toString()).toBe('50')
})

test('property: the price of a quantity is that of the largest offer not above it, whatever the order they are written in', () => {
  const offer = fc.record({ qty: fc.integer({ min: 1, max: 500 }), price: fc.integer({ min: 1, max: 99 }) })
  fc.assert(
    fc.property(
      fc.uniqueArray(offer, { selector: ({ qty }) => qty, minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 600 }),
      (offers, qty) => {
        const [first, ...breaks] = offers as [(typeof offers)[number], ...typeof offers]
        const quoted = { ...first, breaks }
        const price = breakFor(quoted, qty)?.price ?? quoted.price
        const below = offers.filter((each) => each.qty <= qty).sort((a, b) => b.qty - a.qty)
        expect(d(price).toNumber()).toBe((below[0] ?? offers.toSorted((a, b) => a.qty - b.qty)[0])?.price)
        expect(offersOf(quoted)).toHaveLength(offers.length)
      },
    ),
  )
})

test('property: a customer chooses each quantity once, at the price it is ordered at, also where two are offered for it', () => {
  const offer = fc.record({ qty: fc.integer({ min: 1, max: 9 }), price: fc.integer({ min: 1, max: 99 }) })
  fc.assert(
    fc.property(offer, fc.array(offer, { maxLength: 6 }), (first, breaks) => {
      const line = { ...first, breaks }
      const choices = choicesOf(line)
      expect(choices.map(({ qty }) => qty)).toEqual([...new Set([first, ...breaks].map(({ qty }) => qty))].sort((a, b) => a - b))
      for (const { qty, price } of choices) expect(breakFor(line, qty)?.price ?? line.price).toBe(price)
    }),
  )
})
