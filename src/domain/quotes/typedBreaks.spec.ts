import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { typedBreaks } from './typedBreaks'

const stored = { item: 1, unit: 'PCS', breaks: [{ qty: 500, price: 8 }, { qty: 1000, price: 7.5 }] } // prettier-ignore

test.each([
  ['sent back as they were shown', { ...stored }, stored, 0],
  ['however the figures are written', { ...stored, breaks: [{ qty: '500.0', price: '8.00' }] }, stored, 0],
  ['without the unit', { item: 1, breaks: stored.breaks }, stored, 0],
  ['one at another price', { ...stored, breaks: [{ qty: 500, price: 7 }, { qty: 1000, price: 7.5 }] }, stored, 1], // prettier-ignore
  ['one for another quantity', { ...stored, breaks: [{ qty: 600, price: 8 }] }, stored, 1],
  ['left open', { ...stored, breaks: [{ qty: 500 }, { qty: 600, price: null }] }, stored, 0],
  ['at the price of another quantity', { ...stored, breaks: [{ qty: 500, price: 7.5 }] }, stored, 1],
  ['of another item', { ...stored, item: 2 }, stored, 2],
  ['of another unit', { ...stored, unit: 'BOX' }, stored, 2],
  ['of a new line', { ...stored }, undefined, 2],
])('%s', (_story, line, before, typed) => expect(typedBreaks(line, before)).toHaveLength(typed))

test('what is stored and sent back is never typed, and of a new line every price is', () => {
  const figure = fc.integer({ min: 1, max: 1e6 }).map((whole) => whole / 100)
  const breaks = fc.uniqueArray(fc.record({ qty: figure, price: fc.option(figure) }), { selector: ({ qty }) => qty, maxLength: 6 })
  fc.assert(
    fc.property(breaks, fc.nat(9), (given, item) => {
      const line = { item, unit: 'PCS', breaks: given }
      expect(typedBreaks(line, line)).toEqual([])
      expect(typedBreaks(line, undefined)).toHaveLength(given.filter(({ price }) => price !== null).length)
    }),
  )
})
