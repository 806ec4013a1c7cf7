import { businessDate, endOfMonth } from '@/src/domain/kernel/businessDate'

import { col } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import { filterOf } from '../kit/drill'
import { param } from '../kit/params'
import { documentBehind, figuresOf, idIn, textOf, textsOf } from '../kit/source'
import type { SourceRow } from '../kit/statement'
import { endsAfterStart, lastTwelveMonths, period, whose } from '../kit/usualParams'

import { buckets, creditExposureQuery } from './query'

const params = {
  by: param.choice(
    { zh: '按', en: 'By' },
    [
      { value: 'month', label: { zh: '月末', en: 'End of month' } },
      { value: 'customer', label: { zh: '客户（截止日）', en: 'Customer (last day)' } },
      { value: 'document', label: { zh: '单据（截止日）', en: 'Document (last day)' } },
    ],
    'month',
  ),
  ...period,
  ...whose,
}

export const creditExposureShape = (row: SourceRow) => ({
  ...textsOf(row, ['month', 'no', 'date', 'customerCode', 'customer']),
  customerId: idIn(row, 'customerId'),
  ...documentBehind(row),
  ...figuresOf(row, [...buckets, 'exposure']),
})

/** 信用占用: the credit taken at the end of each month, and on any day by customer and by document. */
export const creditExposure = defineReport({
  name: 'credit-exposure',
  title: { zh: '信用占用（任一日）', en: 'Credit exposure at a day' },
  params,
  check: endsAfterStart,
  settle: lastTwelveMonths,
  columns: ({ by }) => {
    // months are states, not moves: their total is the last of them
    const total = by === 'month' ? ({ total: 'given' } as const) : {}
    return [
      ...(by === 'month' ? [col.text('month', { zh: '月份', en: 'Month' }, { width: 12 })] : []),
      ...(by === 'document'
        ? [col.documentNo('no', { zh: '单据', en: 'Document' }, { width: 20 }), col.date('date', { zh: '日期', en: 'Date' })]
        : []),
      ...(by === 'month'
        ? []
        : [
            col.customerCode('customerCode', { zh: '客户编码', en: 'Customer code' }),
            col.customer('customer', { zh: '客户', en: 'Customer' }),
          ]),
      col.money('orders', { zh: '订单', en: 'Orders' }, total),
      col.money('deliveries', { zh: '未开票发货', en: 'Delivered, not invoiced' }, total),
      col.money('unaudited', { zh: '未审核发票', en: 'Draft invoices' }, total),
      col.money('receivable', { zh: '应收', en: 'Receivable' }, total),
      col.money('exposure', { zh: '已占用', en: 'Exposure' }, total),
    ]
  },
  query: creditExposureQuery,
  shape: (row) => creditExposureShape(row),
  controlTotal: { column: 'exposure', equals: { zh: '信用账分录合计', en: 'entries of the credit book' } },
  chart: ({ by }) =>
    by === 'month'
      ? { category: 'month', over: 'time', measures: ['exposure'] }
      : { category: 'customer', over: 'ranking', measures: ['receivable', 'unaudited', 'deliveries', 'orders'] },
  drill: (row, { by, to }) => {
    const month = textOf(row, 'month')
    if (by === 'month' && month) {
      const last = endOfMonth(businessDate(`${month}-01`))
      return { from: `${month}-01`, to: to && to < last ? to : last, by: 'customer' }
    }
    const customer = by === 'customer' ? filterOf('customer', row, 'customerId') : null
    return customer && { ...customer, by: 'document' }
  },
  rights: ['sales', 'salesManager', 'finance', 'generalManager', 'auditor', 'admin'],
})
