import { expect, test } from '@jest/globals'

import { spokenChanges } from './spokenChanges'

const names = { items: { 7: 'R-100 铆钉' }, warehouses: {} }
const said = (path: string, before: unknown, after: unknown) =>
  spokenChanges({ changes: [{ path, before, after }], names, language: 'en' }).map((row) => [row.where, row.what, row.before, row.after])

test('changes are said by line and field, amounts with cents, dates as days', () => {
  expect(said('lines.0.qty', 10, 1200.5)).toEqual([['Line 1', 'Quantity', '10', '1,200.5']])
  expect(said('lines.1.gross', 1000, 1080)).toEqual([['Line 2', 'Gross', '1,000.00', '1,080.00']])
  expect(said('lines.0.schedule.1.date', '2026-12-01T00:00:00.000Z', '2026-12-09')).toEqual([
    ['Line 1', 'Delivery date 2', '2026-12-01', '2026-12-09'],
  ])
  expect(said('grossTotal', 1, 2)).toEqual([['Order', 'Gross', '1.00', '2.00']])
})

test('a line added or removed is said as a whole; ids and figures of the house are left out', () => {
  const line = { item: 7, qty: 5, unit: 'PCS', price: 2.5 }
  expect(said('lines.2', null, line)).toEqual([['Line 3', 'Added', '–', 'R-100 铆钉 · 5 PCS × 2.5']])
  expect(said('lines.2', line, null)).toEqual([['Line 3', 'Removed', 'R-100 铆钉 · 5 PCS × 2.5', '–']])
  expect([...said('lines.0.netPrice', 1, 2), ...said('lines.0.schedule.0.id', 'a', 'b'), ...said('revision', 1, 2)]).toEqual([])
})
