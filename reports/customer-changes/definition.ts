import { addMonths, businessDate } from '@/src/domain/kernel/businessDate'

import { col } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import { filterOf, handedOn } from '../kit/drill'
import type { Label, Language } from '../kit/label'
import { param } from '../kit/params'
import { figureOf, figuresOf, idIn, textOf, textsOf } from '../kit/source'
import type { SourceRow } from '../kit/statement'
import { endsAfterStart, period, whose } from '../kit/usualParams'

import { customerChangesQuery, kinds, sums } from './query'

const words: Readonly<Record<(typeof kinds)[number] | 'all', Label>> = {
  all: { zh: '全部', en: 'All' },
  new: { zh: '新客户', en: 'New' },
  back: { zh: '回流客户', en: 'Back again' },
  kept: { zh: '老客户', en: 'Kept' },
  lost: { zh: '流失客户', en: 'Lost' },
}

const params = {
  show: param.choice(
    { zh: '显示', en: 'Show' },
    (['all', ...kinds] as const).map((value) => ({ value, label: words[value] })),
    'all',
  ),
  ...period,
  ...whose,
}

/** The period asked; left open, this year up to today. */
const periodOf = (asked: { from: string | undefined; to: string | undefined }, today: string): { from: string; to: string } => {
  const to = asked.to ?? today
  return { from: asked.from ?? `${to.slice(0, 4)}-01-01`, to }
}

export function customerChangesShape(row: SourceRow, { language }: { language: Language }) {
  const kind = kinds.find((known) => known === textOf(row, 'kind'))
  return {
    customerId: idIn(row, 'customerId'),
    ...textsOf(row, ['customerCode', 'customer', 'salesperson', 'first', 'last']),
    kind: kind ? words[kind][language] : null,
    invoices: figureOf(row, 'invoices'),
    ...figuresOf(row, sums),
  }
}

/** 新增与流失客户: who began to buy, who came back, who stays and who no longer buys. */
export const customerChanges = defineReport({
  name: 'customer-changes',
  title: { zh: '新增与流失客户', en: 'New and lost customers' },
  params,
  check: endsAfterStart,
  settle: (asked, { today }) => {
    const { from, to } = periodOf(asked, today)
    return { ...asked, from: businessDate(from), to: businessDate(to) }
  },
  columns: () => [
    col.customerCode('customerCode', { zh: '客户编码', en: 'Customer code' }),
    col.customer('customer', { zh: '客户', en: 'Customer' }),
    col.text('salesperson', { zh: '业务员', en: 'Salesperson' }, { width: 12 }),
    col.text('kind', { zh: '类型', en: 'Kind' }, { width: 10 }),
    col.date('first', { zh: '首次开票', en: 'First invoice' }),
    col.date('last', { zh: '最近开票', en: 'Latest invoice' }),
    col.money('before', { zh: '前一年金额', en: 'Year before' }),
    col.money('amount', { zh: '本期金额', en: 'Period' }),
    col.count('invoices', { zh: '发票数', en: 'Invoices' }),
    ...kinds.map((kind) => col.count(kind, words[kind], { width: 8 })),
  ],
  query: ({ params: asked, today, ...rest }) => customerChangesQuery({ params: asked, period: periodOf(asked, today), ...rest }),
  shape: (row, { language }) => customerChangesShape(row, { language }),
  controlTotal: { column: 'amount', equals: { zh: '本期发票表头无税金额', en: 'net totals of the invoices of the period' } },
  chart: () => ({ category: 'kind', over: 'ranking', measures: ['before', 'amount'] }),
  // the invoices of the period and of the year before it
  drill: (row, asked) => {
    const customer = filterOf('customer', row, 'customerId')
    const from = asked.from && addMonths(asked.from, -12)
    return (
      customer && {
        _report: 'sales-analysis',
        ...handedOn({ ...asked, from }, ['from', 'to', 'salesperson', 'department']),
        ...customer,
        by: 'invoice',
      }
    )
  },
  rights: ['sales', 'salesManager', 'finance', 'generalManager', 'auditor', 'admin'],
})
