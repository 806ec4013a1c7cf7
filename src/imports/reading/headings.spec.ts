import { expect, test } from '@jest/globals'

import { customer, item, no, qty } from '../openings/columns'
import { proposedMapping } from './headings'

const columns = [no(['订单号', 'order no', 'invoice no']), customer, item, qty]
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
