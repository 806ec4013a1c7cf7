import { expect, test } from '@jest/globals'

import { listedDifferences, type ListedLine } from './listedDifferences'

const line: ListedLine = { quoteLine: 'a', item: 1, code: 'R-1', name: '铆钉', specification: null, unit: 'PCS', quotedQty: 10, quotedPrice: 5, qty: 10, price: 5, date: null, gross: 50 } // prettier-ignore

test('what was taken as quoted is not told; what was left out, another quantity, break or day is, with its line', () => {
  expect(listedDifferences([line])).toEqual([])
  const told = listedDifferences([
    line,
    { ...line, code: 'R-2', qty: null, price: null, gross: null },
    { ...line, code: 'R-3', qty: 50, price: 4.5, date: '2026-12-24', gross: 225 },
  ]).map(({ line: at, code, kind, before, after }) => [at, code, kind, before, after])
  expect(told).toEqual([
    [2, 'R-2', 'left', 10, null],
    [3, 'R-3', 'qty', 10, 50],
    [3, 'R-3', 'price', 5, 4.5],
    [3, 'R-3', 'date', null, '2026-12-24'],
  ])
})
