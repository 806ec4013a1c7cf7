import type { ChartPlan } from '../kit/chart'
import { col, ratio } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import { daysWithin, type Drill, nextStep } from '../kit/drill'
import { NO_RECORD_TEXT, NO_WORD } from '../kit/nameless'
import { notAccepted, param, type ParamsOf } from '../kit/params'
import type { SourceRow } from '../kit/statement'
import { belonging, endsAfterStart, itemCategory, items, period, whose } from '../kit/usualParams'

import { type Dimension, dimensionOf, dimensions, isTime } from './dimensions'
import { salesAnalysisQuery, standsOnLines } from './query'
import { namesRecord, salesAnalysisShape } from './shape'

const params = {
  by: param.choice({ zh: '按', en: 'By' }, dimensions, 'month'),
  then: param.optionalChoice({ zh: '再按', en: 'Then by' }, dimensions),
  ...period,
  ...whose,
  ...items,
  yearBefore: param.flag({ zh: '与上年同期比较', en: 'Compare with the year before' }),
  top: param.number({ zh: '只列前几名', en: 'Only the first' }, { min: 1, max: 1000 }),
  abc: param.flag({ zh: 'ABC 分类', en: 'ABC classes' }),
  ...belonging,
  ...itemCategory,
  country: param.text(dimensionOf('country').label, { rare: true }),
  province: param.text(dimensionOf('province').label, { rare: true }),
  city: param.text(dimensionOf('city').label, { rare: true }),
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

/** The filter that a row of a level sets, where it is no time: a record's id, or the word itself. */
const filterNames: ReadonlySet<string> = new Set(Object.keys(params))

/** What stands behind a row: its records and days become filters, told by what has not been asked yet, and at last by invoices, which open themselves. */
function drill(row: SourceRow, asked: Params): Drill | null {
  if (row['others'] !== null && row['others'] !== undefined) return { top: undefined }
  const levels = levelsOf(asked)
  let filters: Drill = {}
  for (const [at, level] of levels.entries()) {
    const key = row[`k${at}`]
    if (level === 'invoice' || (isTime(level) && (key === null || key === undefined))) return null
    if (isTime(level))
      filters = { ...filters, ...daysWithin(String(key), { from: filters['from'] ?? asked.from, to: filters['to'] ?? asked.to }) }
    else if (filterNames.has(level)) filters = { ...filters, [level]: String(key ?? (namesRecord(level) ? NO_RECORD_TEXT : NO_WORD)) }
    else return null
  }
  const next = nextStep({ levels, filters, asked, steps: ['customer', 'item', 'invoice'] })
  return next ? { ...filters, by: next, then: undefined, top: undefined, abc: undefined } : null
}

/** 销售分析: what was invoiced, to whom, of what, by whom and when, with cost, profit and the year before. */
export const salesAnalysis = defineReport({
  name: 'sales-analysis',
  title: { zh: '销售分析', en: 'Sales analysis' },
  params,
  check: ({ by, then, from, to, top, abc }) => [
    ...(then === by ? [notAccepted('then', then, `≠ by (${by})`)] : []),
    ...endsAfterStart({ from, to }),
    ...(abc && (then || isTime(by)) ? [notAccepted('abc', abc, notTime(then ? 'then = ' : ''))] : []),
    ...(top && isTime(by) ? [notAccepted('top', top, notTime(''))] : []),
  ],
  columns: (asked) => [
    ...levelsOf(asked).flatMap((level) => dimensionOf(level).columns),
    col.money('amount', { zh: '金额（无税）', en: 'Amount (net)' }),
    col.money('tax', { zh: '税额', en: 'Tax' }, { detail: true }),
    col.money('gross', { zh: '价税合计', en: 'Gross' }, { detail: true }),
    col.quantity('quantity', { zh: '数量', en: 'Quantity' }),
    standsOnLines(asked) ? col.count('lines', { zh: '行数', en: 'Lines' }) : col.count('invoices', { zh: '单据数', en: 'Invoices' }),
    col.money('cost', { zh: '成本', en: 'Cost' }, { cost: true, detail: true }),
    col.money('profit', { zh: '毛利', en: 'Profit' }, { cost: true }),
    col.percent(
      'margin',
      { zh: '毛利率', en: 'Margin' },
      { cost: true, total: { formula: (cell) => ratio(cell('profit'), `(${cell('amount')}-${cell('uncosted')})`) } },
    ),
    col.money('uncosted', { zh: '成本未知金额', en: 'Amount without cost' }, { cost: true, detail: true }),
    ...(asked.yearBefore
      ? [
          col.money('amountBefore', { zh: '上年同期金额', en: 'Year before' }),
          col.percent(
            'change',
            { zh: '增减', en: 'Change' },
            { total: { formula: (cell) => ratio(`(${cell('amount')}-${cell('amountBefore')})`, `ABS(${cell('amountBefore')})`) } },
          ),
          col.quantity('quantityBefore', { zh: '上年同期数量', en: 'Quantity, year before' }, { detail: true }),
          col.money('profitBefore', { zh: '上年同期毛利', en: 'Profit, year before' }, { cost: true, detail: true }),
          col.percent(
            'marginBefore',
            { zh: '上年同期毛利率', en: 'Margin, year before' },
            {
              cost: true,
              total: { formula: (cell) => ratio(cell('profitBefore'), `(${cell('amountBefore')}-${cell('uncostedBefore')})`) },
            },
          ),
          col.money('uncostedBefore', { zh: '上年同期成本未知金额', en: 'Without cost, year before' }, { cost: true, detail: true }),
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
