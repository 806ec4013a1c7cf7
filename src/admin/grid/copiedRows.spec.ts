import { expect, test } from '@jest/globals'

import { remember } from '@/src/admin/components/lookup/askLookup'
import type { GridColumn } from '@/src/domain/grid/gridColumn'
import { plainRows, type RowShape } from '@/src/domain/grid/rowShape'

import { type CopiedRow, copiedRows } from './copiedRows'
import { pastedRows } from './pastedRows'

const column = (name: string, zh: string, more: Partial<GridColumn> = {}): GridColumn => ({ name, label: { zh, en: name }, kind: 'figure', ...more }) // prettier-ignore
const columns = [column('item', '物料', { kind: 'record', of: 'items' }), column('qty', '数量'), column('gross', '价税合计', { kind: 'amount', readOnly: true }), column('remark', '备注', { kind: 'text' })] // prettier-ignore

const shape: RowShape = { ...plainRows, subject: ['item'], figure: ['qty'] }

test('lines go to a spreadsheet with heads, plain figures and codes, and come back as the same lines', () => {
  remember('items', [{ id: 7, code: 'GZK-1', name: '工字扣', detail: '', exact: true }])
  const rows: CopiedRow[] = [
    { row: { key: 'a', values: { item: 7, qty: 1200.5, remark: '=1+1\tx' }, typed: {} }, checked: { gross: 600.25 } },
    { row: { key: 'b', values: { qty: 3 }, typed: { item: '没有' } }, checked: undefined },
    { row: { key: 'c', values: {}, typed: {} }, checked: undefined },
  ]
  const text = copiedRows(columns, rows, 'zh', shape)
  expect(text.split('\n')).toEqual(['物料\t数量\t价税合计\t备注', "GZK-1\t1200.5\t600.25\t'=1+1 x", '没有\t3\t\t'])
  expect(pastedRows({ text, columns, shape, from: 'item' }).rows.map(([item, qty]) => [item, qty])).toEqual([
    ['GZK-1', '1200.5'],
    ['没有', '3'],
  ])
})
