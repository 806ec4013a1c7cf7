import { expect, test } from '@jest/globals'

import type { GridColumn } from '@/src/domain/grid/gridColumn'
import { plainRows, type RowShape } from '@/src/domain/grid/rowShape'

import { pastedCells, pastedRows } from './pastedRows'

const column = (name: string, zh: string, more: Partial<GridColumn> = {}): GridColumn => ({
  name,
  label: { zh, en: name },
  kind: 'figure',
  ...more,
})
const columns = [
  column('item', '物料', { kind: 'record', alsoCalled: ['编码', '品号'] }),
  column('qty', '数量'),
  column('unit', '单位', { kind: 'text' }),
  column('price', '单价'),
  column('gross', '价税合计', { readOnly: true }),
  column('remark', '备注', { kind: 'text' }),
]
const shape: RowShape = {
  ...plainRows,
  subject: ['item'],
  figure: ['qty'],
  price: { field: 'price', source: 'priceSource', trace: 'trace', unit: 'unit', earlier: { question: '', agreeing: [] } },
}
const names = (found: Array<GridColumn | null>) => found.map((each) => each?.name ?? null)

test('cells with quotes keep line breaks, tabs and quotes of their own', () => {
  expect(pastedCells('a\t"b\nc"\t"say ""x"""\r\n\r\n d \t\r\n')).toEqual([
    ['a', 'b\nc', 'say "x"'],
    ['d', ''],
  ])
})

test('code, quantity, price from the item on; what is no figure stays as it was typed', () => {
  const pasted = pastedRows({ text: 'GZK-1\t1,200\t0.35\n没有\t十个\t', columns, shape, from: 'item' })
  expect(names(pasted.columns)).toEqual(['item', 'qty', 'price'])
  expect(pasted.rows).toEqual([
    ['GZK-1', '1,200', '0.35'],
    ['没有', '十个', ''],
  ])
})

test('a head says where each column goes, in either language; unknown columns are left out', () => {
  const pasted = pastedRows({ text: '品号\t颜色\t单价\tqty\nGZK-1\t红\t2\t3', columns, shape, from: 'remark' })
  expect(names(pasted.columns)).toEqual(['item', null, 'price', 'qty'])
  expect(pasted.rows).toEqual([['GZK-1', '红', '2', '3']])
})

test('in another column the range goes to the right from there, past nothing that is only read', () => {
  expect(names(pastedRows({ text: '2\t3', columns, shape, from: 'qty' }).columns)).toEqual(['qty', 'unit'])
  expect(names(pastedRows({ text: '2\tx', columns, shape, from: 'price' }).columns)).toEqual(['price', 'remark'])
})

test('a single column with its head', () => {
  expect(pastedRows({ text: '编码\nA\nB', columns, shape, from: 'item' })).toMatchObject({ rows: [['A'], ['B']] })
})
