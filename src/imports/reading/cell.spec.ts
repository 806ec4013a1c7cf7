import { expect, test } from '@jest/globals'

import { cellOf, type Kept } from './cell'

test.each<[string, Omit<Kept, 'type'> & { type?: string }, string]>([
  ['a rate formatted as percent', { value: '0.13', pattern: '0%' }, '13%'],
  ['a rate with decimals', { value: '0.135', pattern: '0.0%' }, '13.5%'],
  ['1.1 × 3', { value: '3.3000000000000003' }, '3.3'],
  ['a price shown with two decimals', { value: '10.999999', pattern: '0.00' }, '11.00'],
  ['thousands', { value: '1234.5', pattern: '#,##0.00' }, '1234.50'],
  ['decimals only where there are any', { value: '100', pattern: '#,##0.####' }, '100'],
  ['money', { value: '1234.5', pattern: '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ' }, '1234.50'],
  ['a code with leading zeros', { value: '123', pattern: '000000' }, '000123'],
  ['a long code', { value: '20010001234567' }, '20010001234567'],
  ['a number shown as a power', { value: '1.23456E5', pattern: '0.00E+00' }, '123456'],
  ['a day', { value: '46357', pattern: 'yyyy/m/d' }, '2026-12-01'],
  ['a day with its time', { value: '46357.9999', pattern: 'yyyy/m/d h:mm' }, '2026-12-01'],
  ['a day counted from 1904', { value: '44895', pattern: 'yyyy/m/d', from1904: true }, '2026-12-01'],
  ['a day as its serial', { value: '42832', pattern: 'yyyy"年"m"月"d"日"' }, '2017-04-07'],
  ['a day as text', { type: 'd', value: '2017-04-07T00:00:00' }, '2017-04-07'],
  ['a formula', { value: '3.3000000000000003', formula: true }, '3.3'],
  ['a formula that comes to no text', { type: 'str', value: '', formula: true }, ''],
  ['yes', { type: 'b', value: '1' }, 'TRUE'],
  ['a text of figures', { type: 'str', value: '0012' }, '0012'],
  ['nothing', { value: null }, ''],
])('%s', (_name, kept, text) => {
  expect(cellOf({ type: 'n', ...kept })).toEqual({ text })
})

test('an error is never nothing, nor is a formula that was never computed', () => {
  expect(cellOf({ type: 'e', value: '#N/A' })).toEqual({ text: '#N/A', problem: 'error' })
  expect(cellOf({ type: 'e', value: '#REF!', formula: true })).toEqual({ text: '#REF!', problem: 'error' })
  expect(cellOf({ type: 'n', value: null, formula: true })).toEqual({ text: '', problem: 'noResult' })
})
