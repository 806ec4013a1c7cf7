import { expect, test } from '@jest/globals'

import { comparedLines } from './comparedLines'

const line = { item: 1, description: '铆钉', qty: 10, unit: 'PCS', price: 9, discountRate: 0, taxRate: 13, gross: 90 }

test('lines of one item meet in their order; what changed, came and went is told, field by field, old beside new', () => {
  const before = [line, { ...line, price: 8, gross: 80 }, { ...line, item: 2 }]
  const after = [
    { ...line, qty: 20, gross: 180 },
    { ...line, price: 8, gross: 80 },
    { ...line, item: 3, breaks: [{ qty: 50, price: 7 }] },
  ]
  const told = comparedLines(before, after)
  expect(told.map(({ line: at, item, kind }) => [at, item, kind])).toEqual([
    [1, 1, 'changed'],
    [2, 1, 'same'],
    [3, 3, 'added'],
    [3, 2, 'removed'],
  ])
  expect(told[0]?.changes).toEqual([
    { field: 'qty', before: '10', after: '20' },
    { field: 'gross', before: '90', after: '180' },
  ])
  expect(told[2]?.changes).toContainEqual({ field: 'breaks', before: null, after: '50 @ 7' })
})

test('no discount and a discount of nothing are the same; exempt and 0 % are not', () => {
  expect(comparedLines([{ ...line, discountRate: null }], [line])[0]?.kind).toBe('same')
  expect(comparedLines([{ ...line, taxRate: null }], [{ ...line, taxRate: 0 }])[0]?.changes).toEqual([
    { field: 'taxRate', before: null, after: '0' },
  ])
})
