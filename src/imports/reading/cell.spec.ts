import { expect, test } from '@jest/globals'
import type ExcelJS from 'exceljs'

import { cellOf } from './cell'

test.each<[string, ExcelJS.CellValue, string | undefined, string]>([
  ['a rate formatted as percent', 0.13, '0%', '13%'],
  ['a rate with decimals', 0.135, '0.0%', '13.5%'],
  ['1.1 × 3', 3.3000000000000003, undefined, '3.3'],
  ['a price shown with two decimals', 10.999999, '0.00', '11.00'],
  ['thousands', 1234.5, '#,##0.00', '1234.50'],
  ['decimals only where there are any', 100, '#,##0.####', '100'],
  ['money', 1234.5, '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ', '1234.50'],
  ['a code with leading zeros', 123, '000000', '000123'],
  ['a long code', 20010001234567, undefined, '20010001234567'],
  ['a number shown as a power', 123456, '0.00E+00', '123456'],
  ['a day as a date', new Date('2026-12-01T00:00:00Z'), 'yyyy/m/d', '2026-12-01'],
  ['a day as its serial', 42832, 'yyyy"年"m"月"d"日"', '2017-04-07'],
  ['a formula', { formula: 'A1*3', result: 3.3000000000000003 } as ExcelJS.CellValue, undefined, '3.3'],
  ['rich text', { richText: [{ text: '铆' }, { text: '钉' }] }, undefined, '铆钉'],
  ['a link', { text: 'R-100', hyperlink: 'http://x' } as ExcelJS.CellValue, undefined, 'R-100'],
  ['nothing', null, undefined, ''],
])('%s', (_name, value, pattern, text) => {
  expect(cellOf(value, pattern)).toEqual({ text })
})

test('an error is never nothing, nor is a formula that was never computed', () => {
  expect(cellOf({ error: '#N/A' } as ExcelJS.CellValue)).toEqual({ text: '#N/A', problem: 'error' })
  expect(cellOf({ formula: 'A1', result: { error: '#REF!' } } as ExcelJS.CellValue)).toEqual({ text: '#REF!', problem: 'error' })
  expect(cellOf({ formula: 'A1' } as ExcelJS.CellValue)).toEqual({ text: '', problem: 'noResult' })
})
