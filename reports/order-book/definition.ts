import { col } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import { daysWithin } from '../kit/drill'
import { param } from '../kit/params'
import { figuresOf, idIn, textOf, textsOf } from '../kit/source'
import type { SourceRow } from '../kit/statement'
import { endsAfterStart, items, lastTwelveMonths, period, whose } from '../kit/usualParams'

import { moves, orderBookQuery } from './query'

const params = {
  by: param.choice(
    { zh: '按', en: 'By' },
    [
      { value: 'month', label: { zh: '月份', en: 'Month' } },
      { value: 'order', label: { zh: '订单', en: 'Order' } },
    ],
    'month',
  ),
  ...period,
  ...whose,
  ...items,
}

export const orderBookShape = (row: SourceRow) => ({
  ...textsOf(row, ['month', 'no', 'date', 'customer']),
  orderId: idIn(row, 'orderId'),
  customerId: idIn(row, 'customerId'),
  ...figuresOf(row, ['opening', ...moves, 'closing']),
})

/** 在手订单: opening + new + changed − shipped − short-closed − cancelled = closing, month by month (what leaves the book is negative), or order by order. */
export const orderBook = defineReport({
  name: 'order-book',
  title: { zh: '在手订单变动', en: 'Order book' },
  params,
  check: endsAfterStart,
  settle: lastTwelveMonths,
  columns: ({ by }) => [
    ...(by === 'month'
      ? [col.text('month', { zh: '月份', en: 'Month' }, { width: 12 })]
      : [
          col.orderNo('no', { zh: '订单', en: 'Order' }, { width: 20 }),
          col.date('date', { zh: '日期', en: 'Date' }),
          col.customer('customer', { zh: '客户', en: 'Customer' }),
        ]),
    // a month opens with what the one before closed with; of orders each has its own
    col.money('opening', { zh: '期初', en: 'Opening' }, by === 'month' ? { total: 'given' } : {}),
    col.money('new', { zh: '新接', en: 'New' }),
    col.money('changed', { zh: '变更', en: 'Changed' }),
    col.money('shipped', { zh: '发货', en: 'Shipped' }),
    col.money('shortClosed', { zh: '指定结束', en: 'Short-closed' }),
    col.money('cancelled', { zh: '取消', en: 'Cancelled' }),
    col.money('closing', { zh: '期末', en: 'Closing' }, by === 'month' ? { total: 'given' } : {}),
  ],
  query: orderBookQuery,
  shape: (row) => orderBookShape(row),
  controlTotal: { column: 'closing', equals: { zh: '订单行未交金额', en: 'open amount of the order lines' } },
  chart: ({ by }) =>
    by === 'month'
      ? { category: 'month', over: 'time', measures: ['closing'] }
      : { category: 'no', over: 'ranking', measures: ['closing'] },
  // a month is told whole, so it opens from its first day
  drill: (row, { to }) => {
    const month = textOf(row, 'month')
    return month === null ? null : { ...daysWithin(month, { to }), by: 'order' }
  },
  rights: ['sales', 'salesManager', 'pmc', 'finance', 'generalManager', 'auditor', 'admin'],
})
