import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { masterChanges, newRecordChanges } from './masterChanges'

test('before and after per field, groups walked into', () => {
  const before = { id: 1, name: 'A', credit: { limit: 100, hold: 'none' }, updatedAt: '1' }
  const after = { id: 1, name: 'B', credit: { limit: 200, hold: 'none' }, updatedAt: '2' }
  expect(masterChanges(before, after)).toEqual([
    { path: 'name', before: 'A', after: 'B' },
    { path: 'credit.limit', before: 100, after: 200 },
  ])
})

test('a relation read out as document equals its id', () => {
  expect(masterChanges({ category: 5 }, { category: { id: 5, name: 'K', updatedAt: 'x' } })).toEqual([])
  expect(masterChanges({ category: 5 }, { category: { id: 6, name: 'L', updatedAt: 'x' } })).toEqual([
    { path: 'category', before: 5, after: 6 },
  ])
})

test('secrets are never written down', () => {
  expect(masterChanges({}, { password: 'p', hash: 'h', salt: 's', apiKey: 'k', sessions: [{ id: 1 }] })).toEqual([])
})

test('a field its reader may not see is not a change, clearing one is', () => {
  expect(masterChanges({ minPrice: 50, remark: 'x' }, { remark: null })).toEqual([{ path: 'remark', before: 'x', after: null }])
})

test('empty, null and absent are the same', () => {
  expect(masterChanges({ tags: null }, { tags: [], note: null })).toEqual([])
})

test('of a new record the text says what its changes from nothing are', () => {
  const leaf = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom(null, undefined, '', '“引号”', 'a"b\\c\n'),
  )
  const rows = fc.array(fc.dictionary(fc.constantFrom('id', 'name', 'main', 'checks'), leaf), { maxLength: 2 })
  const value = fc.oneof(
    leaf,
    rows,
    fc.dictionary(fc.constantFrom('limit', 'days', 'version'), fc.oneof(leaf, rows)),
    fc.array(leaf, { maxLength: 3 }),
  )
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('id', 'code', 'name', 'credit', 'contacts', 'password', 'checks', 'remark'), value),
      (record) => {
        const told: unknown = JSON.parse(newRecordChanges(record))
        expect(told).toEqual(JSON.parse(JSON.stringify(masterChanges({}, record))))
      },
    ),
  )
})
