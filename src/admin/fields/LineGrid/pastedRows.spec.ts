import { expect, test } from '@jest/globals'

import { pastedRows } from './pastedRows'

test('a range of a spreadsheet: code, quantity, price; the head and empty lines are left out', () => {
  expect(pastedRows('编码\t数量\t单价\r\nGZK-1\t1,200\t0.35\r\n\r\n MD-2 \t 5 \t¥1,000.50\r\nSHK-3\t十个\t\r\n')).toEqual([
    { code: 'GZK-1', qty: 1200, price: 0.35 },
    { code: 'MD-2', qty: 5, price: 1000.5 },
    { code: 'SHK-3', qty: null, price: null },
  ])
  expect(pastedRows('GZK-1\t-3\t1e5')).toEqual([{ code: 'GZK-1', qty: null, price: null }])
})
