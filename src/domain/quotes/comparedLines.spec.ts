import { expect, test } from '@jest/globals'
import fc from 'fast-check'

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

test('a line that went is not taken for another one of its item, wherever it stood', () => {
  const before = [line, { ...line, qty: 30, gross: 270 }, { ...line, qty: 260, gross: 2340 }]
  const told = comparedLines(before, [{ ...line, qty: 15, gross: 135 }, before[2] ?? line])
  expect(told.map(({ line: at, kind }) => [at, kind])).toEqual([[1, 'changed'], [2, 'same'], [2, 'removed']]) // prettier-ignore
  expect(told[0]?.changes[0]).toEqual({ field: 'qty', before: '10', after: '15' })
})

test('every line is told once, and what is told gives one from the other', () => {
  const some = fc.array(fc.record({ item: fc.integer({ min: 1, max: 3 }), qty: fc.integer({ min: 1, max: 3 }) }), { maxLength: 8 })
  const lines = (given: Array<{ item: number; qty: number }>) => given.map((one) => ({ ...line, ...one, gross: one.qty * 9 }))
  fc.assert(
    fc.property(some, some, (one, other) => {
      const told = comparedLines(lines(one), lines(other))
      const count = (kind: string): number => told.filter((each) => each.kind === kind).length
      expect([told.length - count('removed'), told.length - count('added')]).toEqual([other.length, one.length])
    }),
  )
  fc.assert(fc.property(some, (one) => expect(comparedLines(lines(one), lines(one)).every(({ kind }) => kind === 'same')).toBe(true)))
})
