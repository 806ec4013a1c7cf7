import { addDays, addMonths, businessDate, endOfMonth } from '@/src/domain/kernel/businessDate'

import type { ChartPlan } from '../kit/chart'
import { col } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import { notAccepted, param, type ParamsOf } from '../kit/params'
import type { SourceRow } from '../kit/statement'

import { type Dimension, dimensionOf, dimensions, isTime } from './dimensions'
import { salesAnalysisQuery, standsOnLines } from './query'
import { salesAnalysisShape } from './shape'

const params = {
  by: param.choice({ zh: '按', en: 'By' }, dimensions, 'month'),
  then: param.optionalChoice({ zh: '再按', en: 'Then by' }, dimensions),
  from: param.date({ zh: '开始日期', en: 'From' }),
  to: param.date({ zh: '结束日期', en: 'To' }),
  customer: param.ids({ zh: '客户', en: 'Customer' }, 'customers'),
  item: param.ids({ zh: '品号', en: 'Item' }, 'items'),
  salesperson: param.ids({ zh: '业务员', en: 'Salesperson' }, 'users'),
  department: param.ids({ zh: '部门', en: 'Department' }, 'departments'),
  yearBefore: param.flag({ zh: '与上年同期比较', en: 'Compare with the year before' }),
  top: param.number({ zh: '只列前几名', en: 'Only the first' }, { min: 1, max: 1000 }),
  abc: param.flag({ zh: 'ABC 分类', en: 'ABC classes' }),
}

type Params = ParamsOf<typeof params>

/** What can be ranked: everything but months, quarters and years. */
const notTime = (prefix: string): string => `${prefix}by = ${dimensions.flatMap(({ value }) => (isTime(value) ? [] : [value])).join(', ')}`

const levelsOf = ({ by, then }: Params): Dimension[] => (then ? [by, then] : [by])

/** One level: amount, with the year before beside it. Two: the amount of the first stacked by the second. */
const chart = ({ by, then, yearBefore }: Params): ChartPlan => ({
  category: by,
  over: dimensionOf(by).over,
  measures: yearBefore && !then ? ['amount', 'amountBefore'] : ['amount'],
  ...(then ? { split: then } : {}),
})

/** A month, quarter or year as its first and last day. 2026-Q1 → 2026-01-01 … 2026-03-31. */
function daysOf(level: Dimension, key: string): { from: string; to: string } {
  const year = key.slice(0, 4)
  if (level === 'year') return { from: `${year}-01-01`, to: `${year}-12-31` }
  if (level === 'month') return { from: `${key}-01`, to: endOfMonth(businessDate(`${key}-01`)) }
  const from = addMonths(businessDate(`${year}-01-01`), (Number(key.slice(-1)) - 1) * 3)
  return { from, to: addDays(addMonths(from, 3), -1) }
}

const drillable: Readonly<Partial<Record<Dimension, string>>> = {
  customer: 'customer',
  item: 'item',
  salesperson: 'salesperson',
  department: 'department',
}

/** What stands behind a row: its records and days become filters, analysed by what has not been asked yet. */
function drill(row: SourceRow, asked: Params): Record<string, string | undefined> | null {
  if (row['others'] !== null && row['others'] !== undefined) return { top: undefined }
  const filters: Record<string, string> = {}
  for (const [at, level] of levelsOf(asked).entries()) {
    const key = row[`k${at}`]
    const name = drillable[level]
    if (key === null || key === undefined || (!name && dimensionOf(level).over !== 'time')) return null
    if (name) filters[name] = String(key)
    else Object.assign(filters, daysOf(level, String(key)))
  }
  const used = new Set<string>([...levelsOf(asked), ...Object.keys(filters)])
  const next = (['customer', 'item', 'month'] as const).find((level) => !used.has(level) && asked[level as 'customer']?.length !== 1)
  return next ? { ...filters, by: next, then: undefined } : null
}

/** 销售分析: what was invoiced, to whom, of what, by whom and when, with cost, profit and the year before. */
export const salesAnalysis = defineReport({
  name: 'sales-analysis',
  title: { zh: '销售分析', en: 'Sales analysis' },
  params,
  check: ({ by, then, from, to, top, abc }) => [
    ...(then === by ? [notAccepted('then', then, `≠ by (${by})`)] : []),
    ...(from && to && to < from ? [notAccepted('to', to, `≥ ${from}`)] : []),
    ...(abc && (then || isTime(by)) ? [notAccepted('abc', abc, notTime(then ? 'then = ' : ''))] : []),
    ...(top && isTime(by) ? [notAccepted('top', top, notTime(''))] : []),
  ],
  columns: (asked) => [
    ...levelsOf(asked).flatMap((level) => dimensionOf(level).columns),
    col.money('amount', { zh: '金额 (无税)', en: 'Amount (net)' }),
    col.money('tax', { zh: '税额', en: 'Tax' }),
    col.money('gross', { zh: '价税合计', en: 'Gross' }),
    col.quantity('quantity', { zh: '数量', en: 'Quantity' }),
    standsOnLines(asked) ? col.count('lines', { zh: '行数', en: 'Lines' }) : col.count('invoices', { zh: '单据数', en: 'Invoices' }),
    col.money('cost', { zh: '成本', en: 'Cost' }, { cost: true }),
    col.money('profit', { zh: '毛利', en: 'Profit' }, { cost: true }),
    col.percent(
      'margin',
      { zh: '毛利率', en: 'Margin' },
      { cost: true, total: { formula: (cell) => ratio(cell('profit'), `(${cell('amount')}-${cell('uncosted')})`) } },
    ),
    col.money('uncosted', { zh: '成本未知金额', en: 'Amount without cost' }, { cost: true }),
    ...(asked.yearBefore
      ? [
          col.money('amountBefore', { zh: '上年同期金额', en: 'Year before' }),
          col.percent(
            'change',
            { zh: '增减', en: 'Change' },
            { total: { formula: (cell) => ratio(`(${cell('amount')}-${cell('amountBefore')})`, `ABS(${cell('amountBefore')})`) } },
          ),
          col.quantity('quantityBefore', { zh: '上年同期数量', en: 'Quantity, year before' }),
          col.money('profitBefore', { zh: '上年同期毛利', en: 'Profit, year before' }, { cost: true }),
          col.percent(
            'marginBefore',
            { zh: '上年同期毛利率', en: 'Margin, year before' },
            {
              cost: true,
              total: { formula: (cell) => ratio(cell('profitBefore'), `(${cell('amountBefore')}-${cell('uncostedBefore')})`) },
            },
          ),
          col.money('uncostedBefore', { zh: '上年同期成本未知金额', en: 'Without cost, year before' }, { cost: true }),
        ]
      : []),
    ...(asked.abc
      ? [
          col.days('place', { zh: '名次', en: 'Place' }, { width: 8 }),
          col.percent('share', { zh: '占比', en: 'Share' }),
          col.percent('upto', { zh: '累计占比', en: 'Up to here' }),
          col.text('class', { zh: '类', en: 'Class' }, { width: 6 }),
        ]
      : []),
  ],
  query: salesAnalysisQuery,
  shape: (row, { params: asked, language }) => salesAnalysisShape(row, { params: asked, language }),
  controlTotal: { column: 'amount', equals: { zh: '发票表头无税金额合计', en: 'net totals of the invoices' } },
  chart,
  foldBy: ({ by, then }) => (then ? by : undefined),
  drill,
  rights: ['sales', 'salesManager', 'finance', 'generalManager', 'auditor', 'admin'],
})

/** A total worked out of other totals: empty where the whole is 0. */
const ratio = (part: string, whole: string): string => `IF(${whole}=0,"",${part}/${whole})`
