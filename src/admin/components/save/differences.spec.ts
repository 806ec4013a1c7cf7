import { expect, test } from '@jest/globals'
import type { ClientField } from 'payload'

import type { GridColumn } from '@/src/domain/grid/gridColumn'

import { differences, gridsIn, recordsIn } from './differences'

const label = (zh: string, en: string) => ({ zh, en })
const columns: GridColumn[] = [
  { name: 'item', kind: 'record', of: 'items', label: label('物料', 'Item') },
  { name: 'qty', kind: 'figure', label: label('数量', 'Quantity') },
  { name: 'schedule', kind: 'schedule', label: label('交期', 'Delivery') },
  { name: 'net', kind: 'amount', label: label('无税', 'Net'), readOnly: true },
]
const fields = [
  { name: 'id', type: 'number' },
  {
    type: 'tabs',
    tabs: [
      {
        fields: [
          {
            type: 'row',
            fields: [
              { name: 'customer', type: 'relationship', relationTo: 'customers', label: label('客户', 'Customer') },
              { name: 'kind', type: 'select', label: label('类型', 'Kind'), options: [{ value: 'std', label: label('标准', 'Standard') }] },
              { name: 'paused', type: 'checkbox', label: label('暂挂', 'Paused') },
              { name: 'date', type: 'date', label: label('日期', 'Date') },
              { name: 'discount', type: 'number', label: label('折扣', 'Discount'), admin: { custom: { amount: true } } },
              { name: 'remark', type: 'text', label: label('备注', 'Remark') },
            ],
          },
          { name: 'grid', type: 'ui', admin: { custom: { rows: 'lines', columns } } },
        ],
      },
    ],
  },
  { name: 'limit', type: 'group', fields: [{ name: 'amount', type: 'number', label: label('额度', 'Limit') }] },
] as ClientField[]
const grids = gridsIn(fields)
const names: Readonly<Record<string, string>> = { 'customers/1': 'C1 甲', 'customers/2': 'C2 乙', 'items/7': 'A', 'items/8': 'B' }
const nameOf = (kind: string, id: number) => names[`${kind}/${id}`]
const told = (mine: Record<string, unknown>, theirs: Record<string, unknown>) =>
  differences({ mine, theirs, fields, grids, language: 'zh', nameOf }).map(
    ({ label: of, mine: one, theirs: other }) => `${of}: ${one} | ${other}`,
  )

test.each([
  ['a record by its name', { customer: 1 }, { customer: { id: 2, name: '乙' } }, ['客户: C1 甲 | C2 乙']],
  ['the same record, once with its fields', { customer: 2 }, { customer: { id: 2 } }, []],
  ['a record one may not see', { customer: 1 }, { customer: 9 }, ['客户: C1 甲 | 另一个']],
  ['a choice by its word', { kind: null }, { kind: 'std' }, ['类型: — | 标准']],
  ['a tick', { paused: true }, { paused: false }, ['暂挂: 是 | 否']],
  ['a day', { date: '2026-11-29T00:00:00.000Z' }, { date: null }, ['日期: 2026-11-29 | —']],
  ['an amount', { discount: 1234.5 }, { discount: 0 }, ['折扣: 1,234.50 | 0.00']],
  ['nothing and nothing', { remark: '' }, { remark: null }, []],
  ['a field of a group', { limit: { amount: 5 } }, { limit: { amount: 6 } }, ['额度: 5 | 6']],
  ['what the house counts is left out', { id: 1, version: 3 }, { id: 1, version: 4 }, []],
])('%s', (_, mine, theirs, expected) => expect(told(mine, theirs)).toEqual(expected))

test('lines are told by row and column, an added and a removed one by its item; the same dates in other rows are the same', () => {
  const date = (id: string, qty: number) => [{ id, date: '2026-12-01', qty }]
  const mine = {
    lines: [
      { id: 'a', item: 7, qty: 5, schedule: date('x', 5), net: 1 },
      { item: 8, qty: 1 },
    ],
  }
  const theirs = {
    lines: [
      { id: 'a', item: { id: 8 }, qty: 5, schedule: date('y', 5), net: 2 },
      { id: 'b', item: 7 },
    ],
  }
  expect(told(mine, theirs)).toEqual(['第 1 行 物料: A | B', '第 2 行: 新增 B | —', '另有一行: — | A'])
  expect(recordsIn({ mine: { ...mine, customer: 1 }, theirs, fields, grids })).toEqual(
    new Map([
      ['customers', new Set([1])],
      ['items', new Set([7, 8])],
    ]),
  )
})
