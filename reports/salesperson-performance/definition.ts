import { col, shareOf } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import { filterOf, handedOn } from '../kit/drill'
import { percentOf } from '../kit/figures'
import type { Language } from '../kit/label'
import { figureOf, figuresOf, textOf } from '../kit/source'
import type { SourceRow } from '../kit/statement'
import { endsAfterStart, period, whose } from '../kit/usualParams'

import { aims, done, performanceQuery } from './query'

const params = { ...period, salesperson: whose.salesperson, department: whose.department }

/** Invoiced 80,000 against a target of 100,000 → 80 %; without a target there is no percent. */
export function performanceShape(row: SourceRow, { language }: { language: Language }) {
  const met = (name: string): string | null => percentOf(figureOf(row, name), figureOf(row, `${name}Target`))
  return {
    salesperson: textOf(row, 'name') ?? { zh: '（未指定）', en: '(none)' }[language],
    salespersonId: textOf(row, 'key'),
    department: textOf(row, 'department'),
    ...figuresOf(row, [...done, ...aims, 'uncosted']),
    ordersMet: met('orders'),
    invoicedMet: met('invoiced'),
    collectedMet: met('collected'),
    profitMet: met('profit'),
  }
}

const met = (name: string) => shareOf(name, `${name}Target`)

/** 业务员业绩: orders, shipped, invoiced, collected and margin of each salesperson against his targets. */
export const salespersonPerformance = defineReport({
  name: 'salesperson-performance',
  title: { zh: '业务员业绩', en: 'Salesperson performance' },
  params,
  check: endsAfterStart,
  columns: () => [
    col.text('salesperson', { zh: '业务员', en: 'Salesperson' }),
    col.text('department', { zh: '部门', en: 'Department' }, { width: 14, detail: true }),
    col.money('orders', { zh: '接单（无税）', en: 'Orders (net)' }),
    col.money('ordersTarget', { zh: '接单目标', en: 'Orders target' }),
    col.percent('ordersMet', { zh: '达成', en: 'Met' }, met('orders')),
    col.money('shipped', { zh: '发货（无税）', en: 'Shipped (net)' }, { detail: true }),
    col.money('invoiced', { zh: '开票（无税）', en: 'Invoiced (net)' }),
    col.money('invoicedTarget', { zh: '开票目标', en: 'Invoiced target' }, { detail: true }),
    col.percent('invoicedMet', { zh: '达成', en: 'Met' }, met('invoiced')),
    col.money('collected', { zh: '收款', en: 'Collected' }),
    col.money('collectedTarget', { zh: '收款目标', en: 'Collected target' }, { detail: true }),
    col.percent('collectedMet', { zh: '达成', en: 'Met' }, met('collected')),
    col.money('profit', { zh: '毛利', en: 'Profit' }, { cost: true }),
    col.money('profitTarget', { zh: '毛利目标', en: 'Profit target' }, { cost: true }),
    col.percent('profitMet', { zh: '达成', en: 'Met' }, { cost: true, ...met('profit') }),
    col.money('uncosted', { zh: '成本未知金额', en: 'Amount without cost' }, { cost: true }),
  ],
  query: performanceQuery,
  shape: performanceShape,
  controlTotal: { column: 'invoiced', equals: { zh: '发票表头无税金额合计', en: 'net totals of the invoices' } },
  chart: () => ({ category: 'salesperson', over: 'ranking', measures: ['orders', 'invoiced', 'collected'] }),
  drill: (row, asked) => {
    const person = filterOf('salesperson', row, 'key')
    return person && { _report: 'sales-analysis', ...handedOn(asked, ['from', 'to', 'department']), ...person, by: 'customer' }
  },
  rights: ['sales', 'salesManager', 'finance', 'generalManager', 'auditor', 'admin'],
})
