import { expect, test } from '@jest/globals'

import { unworkableEntries } from './unworkableEntries'

type Doc = Parameters<typeof unworkableEntries>[0]
const line = { item: 1, qty: 1, price: 10, discountRate: 0, taxRate: 13 }
const found = (head: object, row: object = {}, unitPrices = false) =>
  unworkableEntries(
    { customer: 1, date: '2026-03-02', taxMode: 'inclusive', exchangeRate: 1, lines: [{ ...line, ...row }], ...head } as Doc,
    { unitPrices },
  ).map(({ path, facts }) => [path, facts['accepted']])

test('a workable entry has nothing to refuse; what is left empty is completed later', () => {
  expect(found({})).toEqual([])
  expect(found({ exchangeRate: null, headerDiscount: undefined, taxMode: null }, { price: null, taxRate: undefined })).toEqual([])
  expect(found({ headerDiscount: 0 }, { price: 0, qty: 0.0001, discountRate: 100 })).toEqual([])
})

test.each([
  [{ customer: null }, 'customer', 'id of a customer'],
  [{ date: '0000-00-00' }, 'date', 'YYYY-MM-DD'],
  [{ taxMode: 'both' }, 'taxMode', 'inclusive, exclusive'],
  [{ exchangeRate: 0 }, 'exchangeRate', '> 0'],
  [{ exchangeRate: 1e10 }, 'exchangeRate', '> 0'],
  [{ headerDiscount: -0.01 }, 'headerDiscount', '≥ 0'],
  [{ headerDiscount: true }, 'headerDiscount', '≥ 0'],
  [{ lines: [] }, 'lines', 'at least one line'],
  [{ lines: 'all' }, 'lines', 'at least one line'],
])('a head with %j is refused at its field', (head, path, accepted) => expect(found(head)).toEqual([[path, accepted]]))

test.each([
  [{ item: 'x' }, 'item', 'id of an item'],
  [{ qty: 0 }, 'qty', '> 0'],
  [{ qty: null }, 'qty', '> 0'],
  [{ qty: Number.NaN }, 'qty', '> 0'],
  [{ qty: 1.00001 }, 'qty', '≤ 4 decimals'],
  [{ price: -1 }, 'price', '≥ 0'],
  [{ price: '' }, 'price', '≥ 0'],
  [{ price: 2e9 }, 'price', '≥ 0'],
  [{ price: 0.1234567 }, 'price', '≤ 6 decimals'],
  [{ discountRate: 100.1 }, 'discountRate', '0–100'],
  [{ taxRate: -13 }, 'taxRate', '0–100'],
])('a line with %j is refused at its field', (row, field, accepted) => expect(found({}, row)).toEqual([[`lines.0.${field}`, accepted]]))

test('a quotation of unit prices states a price for no quantity, never for less', () => {
  expect(found({}, { qty: 0 }, true)).toEqual([])
  expect(found({}, { qty: -1 }, true)).toEqual([['lines.0.qty', '≥ 0']])
})
