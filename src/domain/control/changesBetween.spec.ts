import { expect, test } from '@jest/globals'

import { changesBetween } from './changesBetween'

const before = {
  id: 1,
  updatedAt: 'a',
  version: 1,
  remark: null,
  customer: { id: 7, updatedAt: 'x' },
  lines: [
    { id: 'a', qty: 1, price: 5 },
    { id: 'b', qty: 2 },
  ],
}

test('a document is compared field by field, its lines by their id, related records by theirs', () => {
  const after = {
    ...before,
    updatedAt: 'b',
    version: 2,
    remark: '',
    customer: 7,
    lines: [
      { id: 'b', qty: 3 },
      { id: 'c', qty: 9 },
    ],
  }
  expect(changesBetween(before, after)).toEqual([
    { path: 'lines.0.qty', before: 2, after: 3 },
    { path: 'lines.1', before: null, after: { id: 'c', qty: 9 } },
    { path: 'lines.0', before: { id: 'a', qty: 1, price: 5 }, after: null },
  ])
})

test('nothing changed is nothing told', () => {
  expect(changesBetween(before, { ...before, updatedAt: 'later', version: 9 })).toEqual([])
})

test('a row that came or went says what it holds: nothing worked out, nothing empty', () => {
  const row = {
    id: 'd',
    item: 7,
    free: false,
    remark: null,
    batchNo: '',
    schedule: [],
    parts: [{ qty: 1 }],
    trace: [{ rule: 'final' }],
    baseNet: 9,
  }
  const says = { id: 'd', item: 7, free: false, parts: [{ qty: 1 }] }
  expect(changesBetween({ lines: [] }, { lines: [row] })).toEqual([{ path: 'lines.0', before: null, after: says }])
  expect(changesBetween({ lines: [row] }, { lines: [] })).toEqual([{ path: 'lines.0', before: says, after: null }])
})
