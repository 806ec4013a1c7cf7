import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { d } from '../kernel/decimal'
import { decideAdjustmentLine } from './decideAdjustment'
import { aboveThreshold, changeRate } from './priceAdjustment'
import { priceBefore } from './priceBefore'

test.each([
  [100, 112, '12'],
  [100, 88, '-12'],
  [90, 96, '6.6667'],
  [0, 5, '100'],
  [0, 0, '0'],
  [100, 100, '0'],
])('from %d to %d is %s percent', (before, after, percent) => expect(changeRate(before, after)?.toString()).toBe(percent))
test('without a known price there is no percentage', () => expect(changeRate(null, 5)).toBeNull())

test.each([
  ['at the threshold', [{ oldPrice: 100, newPrice: 110 }], null],
  ['a hair above it', [{ oldPrice: 100, newPrice: 110.00004 }], 0],
  [
    'down as well as up',
    [
      { oldPrice: 100, newPrice: 95 },
      { oldPrice: 100, newPrice: 89 },
    ],
    1,
  ],
  [
    'the largest is named',
    [
      { oldPrice: 100, newPrice: 120 },
      { oldPrice: 100, newPrice: 70 },
    ],
    1,
  ],
  ['a first price is no change', [{ oldPrice: null, newPrice: 70 }], null],
  ['from nothing it is', [{ oldPrice: 0, newPrice: 1 }], 0],
])('above 10 percent: %s', (_name, lines, index) => expect(aboveThreshold(lines, 10)?.index ?? null).toBe(index))

test('a change of at most the threshold never needs the general manager', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: -100, max: 100 }), (cents, percent) => {
      const line = { oldPrice: cents / 100, newPrice: d(cents).div(100).times(d(100).plus(percent)).div(100).toNumber() }
      expect(aboveThreshold([line], Math.abs(percent) + 1)).toBeNull()
      if (Math.abs(percent) > 1) expect(aboveThreshold([line], Math.abs(percent) - 1)?.index).toBe(0)
    }),
  )
})

const item = { id: 1, code: 'I1', unit: 'PCS', units: [{ unit: 'BOX', factor: 12 }], active: true, listPrice: 10 }
const line = { customer: null, customerCategory: null, item: 1, itemCategory: null, unit: null, minQty: null, currency: 'CNY' }
const scope = { item, itemCategory: false, customer: null, customerCategory: false }

test('a sound line has nothing against it', () =>
  expect(
    decideAdjustmentLine({ line: { ...line, newPrice: 0, validTo: '2026-04-01' }, index: 0, scope, effectiveFrom: '2026-04-01' }),
  ).toEqual([]))

test('the price before is that of the scope on the day, at the break, in the unit', () => {
  const policies = [
    { id: 1, item: 1, price: 9, validFrom: '2026-01-01' },
    { id: 2, item: 1, price: 8, minQty: 100 },
    { id: 3, item: 1, customer: 7, price: 7, validFrom: '2026-05-01' },
  ]
  const before = (more: object, date = '2026-04-01'): number | null =>
    priceBefore({ line: { ...line, ...more }, date, item, itemCategories: [], customerCategories: [], policies, baseCurrency: 'CNY' })
  expect([before({}), before({ minQty: 100 }), before({ unit: 'BOX' }), before({}, '2025-12-31')]).toEqual([9, 8, 108, 10])
  expect([before({ customer: 7 }), before({ customer: 7 }, '2026-05-01'), before({ currency: 'USD' }, '2025-12-31')]).toEqual([9, 7, null])
})
