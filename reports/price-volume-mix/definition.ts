import { businessDate } from '@/src/domain/kernel/businessDate'

import { col } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import { filterOf, handedOn } from '../kit/drill'
import { notAccepted, param, type ParamsOf } from '../kit/params'
import { figuresOf, idIn, textsOf } from '../kit/source'
import type { SourceRow } from '../kit/statement'
import { endsAfterStart, items, period, whose } from '../kit/usualParams'

import { periodsOf } from './periods'
import { effects, mixQuery } from './query'

const params = {
  of: param.choice(
    { zh: '解释', en: 'Explain' },
    [
      { value: 'margin', label: { zh: '毛利', en: 'Margin' }, cost: true },
      { value: 'amount', label: { zh: '销售额', en: 'Sales' } },
    ],
    'margin',
  ),
  by: param.choice(
    { zh: '按', en: 'By' },
    [
      { value: 'customerItem', label: { zh: '客户与品号', en: 'Customer and item' } },
      { value: 'customer', label: { zh: '客户', en: 'Customer' } },
      { value: 'item', label: { zh: '品号', en: 'Item' } },
    ],
    'customerItem',
  ),
  ...period,
  beforeFrom: param.date({ zh: '对比开始日期', en: 'Compared from' }),
  beforeTo: param.date({ zh: '对比结束日期', en: 'Compared to' }),
  ...whose,
  ...items,
}

type Params = ParamsOf<typeof params>

const names = ['customerCode', 'customer', 'itemCode', 'item'] as const

export const mixShape = (row: SourceRow) => ({
  customerId: idIn(row, 'customerId'),
  itemId: idIn(row, 'itemId'),
  ...textsOf(row, names),
  ...figuresOf(row, ['before', ...effects, 'after', 'difference', 'quantityBefore', 'quantityAfter']),
})

const settled = (asked: Params, today: string): Params => {
  const { from, to, beforeFrom, beforeTo } = periodsOf(asked, today)
  return {
    ...asked,
    from: businessDate(from),
    to: businessDate(to),
    beforeFrom: businessDate(beforeFrom),
    beforeTo: businessDate(beforeTo),
  }
}

/** 量价结构分析: why margin or sales moved between two periods; the parts add up to the difference to the cent. */
export const priceVolumeMix = defineReport({
  name: 'price-volume-mix',
  title: { zh: '量价结构分析', en: 'Price, volume and mix' },
  params,
  check: (asked) => [
    ...endsAfterStart(asked),
    ...endsAfterStart({ from: asked.beforeFrom, to: asked.beforeTo }).map((finding) => ({ ...finding, path: 'beforeTo' })),
    ...(asked.beforeTo && asked.from && asked.beforeTo >= asked.from ? [notAccepted('beforeTo', asked.beforeTo, `< ${asked.from}`)] : []),
  ],
  settle: (asked, { today }) => settled(asked, today),
  columns: ({ of, by }) => {
    const cost = of === 'margin' ? ({ cost: true } as const) : {}
    return [
      ...(by === 'item'
        ? []
        : [
            col.customerCode('customerCode', { zh: '客户编码', en: 'Customer code' }),
            col.customer('customer', { zh: '客户', en: 'Customer' }),
          ]),
      ...(by === 'customer'
        ? []
        : [col.itemCode('itemCode', { zh: '品号', en: 'Item code' }, { detail: true }), col.item('item', { zh: '品名', en: 'Item' })]),
      col.quantity('quantityBefore', { zh: '对比期数量', en: 'Quantity before' }, { detail: true }),
      col.quantity('quantityAfter', { zh: '本期数量', en: 'Quantity' }, { detail: true }),
      col.money('before', { zh: '对比期', en: 'Before' }, cost),
      col.money('price', { zh: '价格', en: 'Price' }, cost),
      ...(of === 'margin' ? [col.money('cost', { zh: '成本', en: 'Cost' }, cost)] : []),
      col.money('volume', { zh: '数量', en: 'Volume' }, cost),
      col.money('mix', { zh: '结构', en: 'Mix' }, cost),
      col.money('won', { zh: '新增', en: 'Won' }, cost),
      col.money('gone', { zh: '流失', en: 'Gone' }, cost),
      col.money('other', { zh: '其他（退货等）', en: 'Other (returns …)' }, cost),
      col.money('after', { zh: '本期', en: 'Now' }, cost),
      col.money('difference', { zh: '差额', en: 'Difference' }, cost),
    ]
  },
  query: ({ params: asked, today, ...rest }) => mixQuery({ params: asked, periods: periodsOf(asked, today), ...rest }),
  shape: (row) => mixShape(row),
  controlTotal: { column: 'difference', equals: { zh: '两期发票行之差', en: 'difference of the invoice lines of both periods' } },
  chart: ({ by, of }) => ({
    category: by === 'item' ? 'item' : 'customer',
    over: 'ranking',
    measures: ['price', ...(of === 'margin' ? ['cost'] : []), 'volume', 'mix', 'won', 'gone'],
  }),
  drill: (row, asked) => {
    const filters = {
      ...(asked.by === 'item' ? {} : filterOf('customer', row, 'customerId')),
      ...(asked.by === 'customer' ? {} : filterOf('item', row, 'itemId')),
    }
    if (asked.by !== 'customerItem') return { ...filters, by: 'customerItem' }
    // the invoices of both periods, with what lies between them
    const days = { from: asked.beforeFrom, to: asked.to }
    return { _report: 'sales-analysis', ...handedOn(asked, ['salesperson', 'department']), ...filters, ...days, by: 'invoice' }
  },
  rights: ['sales', 'salesManager', 'finance', 'generalManager', 'auditor', 'admin'],
})
