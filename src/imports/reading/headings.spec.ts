import { expect, test } from '@jest/globals'

import { customer, item, no, qty } from '../openings/columns'
import { proposedMapping } from './headings'

const columns = [no(['订单号', 'order no', 'invoice no'], 'A-1'), customer, item, qty]
const mapped = (...headings: string[]): Array<string | null> => Object.values(proposedMapping(headings, columns))

test.each([
  [
    ['订单 ID', '客户 ID', '产品 ID', '数量'],
    ['no', 'customer', 'item', 'qty'],
  ],
  [
    ['订单编号', '客户代码', '商品编号', '数量(件)'],
    ['no', 'customer', 'item', 'qty'],
  ],
  [
    ['Order ID', 'Customer No.', 'Item Number', 'Quantity *'],
    ['no', 'customer', 'item', 'qty'],
  ],
  [
    ['单据编号', '客户号码', '货品代码', '件数'],
    ['no', 'customer', 'item', 'qty'],
  ],
])('headings of other systems are understood by what they say: %j', (headings, wanted) => {
  expect(mapped(...headings)).toEqual(wanted)
})

test('codes go before names, whichever comes first; the other heading is left to the person', () => {
  expect(mapped('客户名称', '客户 ID')).toEqual([null, 'customer'])
  expect(mapped('产品 ID', '产品名称')).toEqual(['item', null])
  expect(mapped('客户名称', '客户简称')).toEqual(['customer', null])
})

test('of two headings of one column the second is what else it may be called', () => {
  const party = { ...customer, name: 'code', label: { zh: '编码', en: 'Code' }, also: ['customer', 'customer id'] }
  const called = { ...customer, name: 'name', label: { zh: '名称', en: 'Name' }, also: ['customer'] }
  expect(proposedMapping(['Customer', 'CustomerID'], [party, called])).toEqual({ Customer: 'name', CustomerID: 'code' })
  expect(proposedMapping(['Customer'], [party, called])).toEqual({ Customer: 'code' })
})

test('what names something else is not taken for it', () => {
  expect(mapped('型号', '税号', '行 ID', '类别', '产品线')).toEqual([null, null, null, null, null])
})

const named = (name: string, zh: string, en: string, also: string[] = []) => ({ ...customer, name, label: { zh, en }, also })
const ofCustomers = [
  named('code', '客户编码', 'Customer code'),
  named('name', '客户名称', 'Customer name'),
  named('category', '客户类别', 'Category'),
]

test.each([
  ['a list of customers', ofCustomers, ['编码', '名称', '类别'], ['code', 'name', 'category']],
  ['the same in English', ofCustomers, ['Code', 'Name', 'Category'], ['code', 'name', 'category']],
  ['beside a second code', [...ofCustomers, named('taxNo', '税务代码', 'Tax no')], ['代码', '税务代码'], ['code', 'taxNo']],
  ['a list of sales, whose categories are those of its goods', ofCustomers, ['客户 ID', '客户名称', '类别'], ['code', 'name', null]],
  ['goods and what they cost', [item, named('cost', '成本单价', 'Unit cost')], ['物料编码', '单价'], ['item', 'cost']],
  ['two things that have codes: a person says which', [customer, item], ['编码', '名称'], [null, null]],
])('a heading that leaves out what the list is of: %s', (_, list, headings, wanted) => {
  expect(Object.values(proposedMapping(headings, list))).toEqual(wanted)
})
