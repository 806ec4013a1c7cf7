import { addDays, businessDate, endOfMonth } from '@/src/domain/kernel/businessDate'

import { col } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import type { Language } from '../kit/label'
import { param, type ParamsOf } from '../kit/params'
import { documentBehind, idIn, textOf, textsOf } from '../kit/source'
import type { SourceRow } from '../kit/statement'
import { endsAfterStart, period } from '../kit/usualParams'

import { cashForecastQuery, sources } from './query'

const params = {
  by: param.choice(
    { zh: '按', en: 'By' },
    [
      { value: 'week', label: { zh: '周', en: 'Week' } },
      { value: 'month', label: { zh: '月', en: 'Month' } },
      { value: 'document', label: { zh: '单据', en: 'Document' } },
    ],
    'week',
  ),
  ...period,
  customer: param.ids({ zh: '客户', en: 'Customer' }, 'customers'),
  salesperson: param.ids({ zh: '业务员', en: 'Salesperson' }, 'users'),
  department: param.ids({ zh: '部门', en: 'Department' }, 'departments'),
}

/** A week is named by its first and last day, a month by itself; no period = it should have been here already. */
export function cashForecastShape(
  row: SourceRow,
  { params: { by }, language }: { params: Pick<ParamsOf<typeof params>, 'by'>; language: Language },
) {
  const start = row['period'] ? String(row['period']) : null
  const due = { zh: '已到期', en: 'Due already' }[language]
  const named =
    start === null
      ? due
      : by === 'document'
        ? start
        : by === 'month'
          ? start.slice(0, 7)
          : `${start} – ${addDays(businessDate(start), 6).slice(5)}`
  return {
    ...textsOf(row, ['no', 'customer']),
    ...documentBehind(row),
    customerId: idIn(row, 'customerId'),
    period: row['total'] === undefined || row['total'] === null ? null : named,
    ...Object.fromEntries(
      [...sources, 'total', 'running'].map((name) => [name, row[name] === undefined || row[name] === null ? null : String(row[name])]),
    ),
  }
}

/** 资金预测: the money to come by week or month, from what is invoiced to what is only ordered. */
export const cashForecast = defineReport({
  name: 'cash-forecast',
  title: { zh: '资金预测', en: 'Cash forecast' },
  params,
  check: endsAfterStart,
  columns: ({ by }) => [
    ...(by === 'document'
      ? [col.documentNo('no', { zh: '单据', en: 'Document' }, { width: 20 }), col.customer('customer', { zh: '付款客户', en: 'Who pays' })]
      : []),
    col.text(
      'period',
      by === 'document' ? { zh: '预计日期', en: 'Expected' } : by === 'month' ? { zh: '月份', en: 'Month' } : { zh: '周', en: 'Week' },
      { width: 24 },
    ),
    col.money('receivable', { zh: '应收', en: 'Receivable' }),
    col.money('unaudited', { zh: '未审核发票', en: 'Draft invoices' }),
    col.money('deliveries', { zh: '未开票发货', en: 'Delivered, not invoiced' }),
    col.money('orders', { zh: '未交订单', en: 'Orders' }),
    col.money('total', { zh: '合计', en: 'Total' }),
    col.money('running', { zh: '累计', en: 'Running total' }, { total: undefined }),
  ],
  query: cashForecastQuery,
  shape: cashForecastShape,
  controlTotal: { column: 'receivable', equals: { zh: '应收账余额', en: 'open receivables of the books' } },
  chart: () => ({ category: 'period', over: 'time', measures: ['total', 'receivable'] }),
  drill: (row, { by, from, to }) => {
    if (by === 'document') return null
    const [start, first, yesterday] = ['period', 'first', 'yesterday'].map((key) => textOf(row, key))
    const earlier = (day: string | null | undefined): string | undefined => (to && (!day || to < day) ? to : (day ?? undefined))
    // what should have been here already has no first day
    if (!start || !first) return yesterday ? { to: earlier(yesterday), by: 'document' } : null
    const last = by === 'month' ? endOfMonth(businessDate(start)) : addDays(businessDate(start), 6)
    return { from: from && from > first ? from : first, to: earlier(last), by: 'document' }
  },
  rights: ['salesManager', 'finance', 'generalManager', 'auditor', 'admin'],
})
