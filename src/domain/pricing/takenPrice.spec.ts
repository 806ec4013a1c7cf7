import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { readSource, spokenSource, tellsPrice } from './takenPrice'

const line = { item: 1, unit: 'PCS', price: '0.68', customer: 7, currency: 'CNY', taxMode: 'inclusive' }

test.each([
  ['the same price of the same item for the same customer', {}, true],
  ['the same price however it is written', { price: 0.68 }, true],
  ['a price typed on since', { price: '0.67' }, false],
  ['another item', { item: 2 }, false],
  ['another unit', { unit: 'BOX' }, false],
  ['another currency', { currency: 'USD' }, false],
  ['another tax mode', { taxMode: 'exclusive' }, false],
  ['another customer', { customer: 8 }, false],
])('%s', (_story, other, tells) => expect(tellsPrice({ ...line, ...other }, line)).toBe(tells))

test('what is named is read as it is spoken, and nothing else is a source', () => {
  const named = fc.record({
    slug: fc.constantFrom('quotes' as const, 'orders' as const, 'invoices' as const),
    id: fc.integer({ min: 1, max: 999_999_999 }),
    line: fc.stringMatching(/^[0-9a-f]{24}$/),
  })
  fc.assert(fc.property(named, (source) => expect(readSource(spokenSource(source))).toEqual(source)))
  for (const wrong of [null, 42, '', 'quotes', 'quotes/1', 'users/1/a', 'quotes/x/a', 'quotes/1/', 'quotes/1/a b', 'quotes/1234567890/a'])
    expect(readSource(wrong)).toBeNull()
})
