import { expect, test } from '@jest/globals'

import { masterChanges } from './masterChanges'

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
