import { textOrNull } from '@/src/domain/kernel/textOf'
import { inLanguages } from '@/src/domain/words/words'

import { col } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import type { Language } from '../kit/label'
import { notAccepted, param } from '../kit/params'
import type { SourceRow, SourceValue } from '../kit/statement'

import { priceDeviationQuery } from './query'

const params = {
  show: param.choice(
    { zh: '显示', en: 'Show' },
    [
      { value: 'deviating', label: { zh: '有偏差', en: 'Deviating' } },
      { value: 'below', label: { zh: '低于最低售价', en: 'Below the minimum' } },
      { value: 'manual', label: { zh: '手工价', en: 'Typed prices' } },
      { value: 'all', label: { zh: '全部', en: 'All' } },
    ],
    'deviating',
  ),
  from: param.date({ zh: '开始日期', en: 'From' }),
  to: param.date({ zh: '结束日期', en: 'To' }),
  customer: param.ids({ zh: '客户', en: 'Customer' }, 'customers'),
  item: param.ids({ zh: '物料', en: 'Item' }, 'items'),
  salesperson: param.ids({ zh: '业务员', en: 'Salesperson' }, 'users'),
  department: param.ids({ zh: '部门', en: 'Department' }, 'departments'),
}

const words = inLanguages({
  manual: { zh: '手工', en: 'Typed' },
  auto: { zh: '取价', en: 'Found' },
  below: { zh: '低于', en: 'Below' },
  released: { zh: '已放行', en: 'Released' },
})

const plain = ['no', 'date', 'customerCode', 'customer', 'salesperson', 'itemCode', 'item', 'unit'] as const
const id = (value: SourceValue | undefined): number | null => (value === null || value === undefined ? null : Number(value))

/** A line below the minimum says who released it; one that nobody released was only warned of, or sold by right (audit log). */
export function priceDeviationShape(row: SourceRow, { language }: { language: Language }) {
  const say = words[language]
  const isLine = row['orderId'] !== null && row['orderId'] !== undefined
  return {
    orderId: id(row['orderId']),
    customerId: id(row['customerId']),
    itemId: id(row['itemId']),
    ...Object.fromEntries(plain.map((key) => [key, textOrNull(row[key])])),
    qty: textOrNull(row['qty']),
    source: isLine ? (row['manual'] ? say.manual : say.auto) : null,
    typedBy: row['manual'] ? textOrNull(row['typed_by']) : null,
    policy: textOrNull(row['policy']),
    price: textOrNull(row['price']),
    discountRate: textOrNull(row['discount_rate']),
    policyNet: textOrNull(row['policy_net']) ?? '0',
    net: textOrNull(row['net']) ?? '0',
    difference: textOrNull(row['difference']) ?? '0',
    deviation: textOrNull(row['deviation']),
    minPrice: textOrNull(row['min_price']),
    below: row['below'] ? [say.below, ...(row['release_no'] ? [say.released] : [])].join(' · ') : null,
    belowCount: Number(row['below_count'] ?? 0),
    releasedBy: row['release_no'] ? [textOrNull(row['released_by']), textOrNull(row['release_no'])].filter(Boolean).join(' ') : null,
  }
}

/** 价格执行偏差: which lines were sold for something else than policy, by how much, who typed it and who agreed. */
export const priceDeviation = defineReport({
  name: 'price-deviation',
  title: { zh: '价格执行偏差', en: 'Price deviation' },
  params,
  check: ({ from, to }) => (from && to && to < from ? [notAccepted('to', to, `≥ ${from}`)] : []),
  columns: () => [
    col.orderNo('no', { zh: '订单', en: 'Order' }, { width: 20 }),
    col.date('date', { zh: '日期', en: 'Date' }, { detail: true }),
    col.customerCode('customerCode', { zh: '客户编码', en: 'Customer code' }),
    col.customer('customer', { zh: '客户', en: 'Customer' }),
    col.text('salesperson', { zh: '业务员', en: 'Salesperson' }, { width: 12, detail: true }),
    col.itemCode('itemCode', { zh: '品号', en: 'Item code' }),
    col.item('item', { zh: '物料', en: 'Item' }),
    col.plainQuantity('qty', { zh: '数量', en: 'Quantity' }),
    col.text('unit', { zh: '单位', en: 'Unit' }, { width: 8, detail: true }),
    col.text('source', { zh: '价格来源', en: 'Price' }, { width: 10, detail: true }),
    col.text('typedBy', { zh: '录入人', en: 'Typed by' }, { width: 12, detail: true }),
    col.plainQuantity('policy', { zh: '取价单价', en: 'Policy price' }),
    col.plainQuantity('price', { zh: '成交单价', en: 'Price sold at' }),
    col.percent('discountRate', { zh: '折扣 %', en: 'Discount %' }, { detail: true }),
    col.money('policyNet', { zh: '按取价无税', en: 'Net by policy' }, { detail: true }),
    col.money('net', { zh: '成交无税', en: 'Net sold' }, { detail: true }),
    col.money('difference', { zh: '差额', en: 'Difference' }),
    col.percent('deviation', { zh: '偏差 %', en: 'Deviation %' }),
    col.text('below', { zh: '最低售价', en: 'Minimum price' }, { width: 16 }),
    col.count('belowCount', { zh: '低于行数', en: 'Lines below' }, { detail: true }),
    col.plainQuantity('minPrice', { zh: '最低售价', en: 'Minimum price' }, { minimum: true }),
    col.text('releasedBy', { zh: '放行', en: 'Released by' }, { width: 26, detail: true }),
  ],
  query: priceDeviationQuery,
  shape: priceDeviationShape,
  controlTotal: {
    column: 'net',
    equals: { zh: '订单表头无税金额合计（减未显示的行）', en: 'net totals of the orders, less lines not shown' },
  },
  chart: () => ({ category: 'salesperson', over: 'ranking', measures: ['difference'] }),
  rights: ['sales', 'salesManager', 'finance', 'generalManager', 'auditor'],
})
