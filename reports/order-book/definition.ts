import { addMonths, businessDate, endOfMonth } from '@/src/domain/kernel/businessDate'

import { col } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import { figuresOf, textOf } from '../kit/source'
import type { SourceRow } from '../kit/statement'
import { endsAfterStart, items, period, whose } from '../kit/usualParams'

import { moves, orderBookQuery } from './query'

const params = { ...period, ...whose, ...items }

export const orderBookShape = (row: SourceRow) => ({
  month: textOf(row, 'month'),
  ...figuresOf(row, ['opening', ...moves, 'closing']),
})

/** 在手订单: opening + new + changed − shipped − short-closed − cancelled = closing, month by month (what leaves the book is negative). */
export const orderBook = defineReport({
  name: 'order-book',
  title: { zh: '在手订单变动', en: 'Order book' },
  params,
  check: endsAfterStart,
  settle: (asked, { today }) => ({
    ...asked,
    from: asked.from ?? addMonths(businessDate(`${(asked.to ?? today).slice(0, 7)}-01`), -11),
    to: asked.to ?? businessDate(today),
  }),
  columns: () => [
    col.text('month', { zh: '月份', en: 'Month' }, { width: 12 }),
    col.money('opening', { zh: '期初', en: 'Opening' }, { total: 'given' }),
    col.money('new', { zh: '新接', en: 'New' }),
    col.money('changed', { zh: '变更', en: 'Changed' }),
    col.money('shipped', { zh: '发货', en: 'Shipped' }),
    col.money('shortClosed', { zh: '指定结束', en: 'Short-closed' }),
    col.money('cancelled', { zh: '取消', en: 'Cancelled' }),
    col.money('closing', { zh: '期末', en: 'Closing' }, { total: 'given' }),
  ],
  query: orderBookQuery,
  shape: (row) => orderBookShape(row),
  controlTotal: { column: 'closing', equals: { zh: '订单行未交金额', en: 'open amount of the order lines' } },
  chart: () => ({ category: 'month', over: 'time', measures: ['closing'] }),
  drill: (row) => {
    const month = textOf(row, 'month')
    return month === null ? null : { from: `${month}-01`, to: endOfMonth(businessDate(`${month}-01`)) }
  },
  rights: ['sales', 'salesManager', 'pmc', 'finance', 'generalManager', 'auditor', 'admin'],
})
