import { d } from '@/src/domain/kernel/decimal'

import { col, shareOf } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import { percentOf } from '../kit/figures'
import { byParam, groupColumns, groupDrill, groupNames, groupOf, linesBy } from '../kit/groups'
import type { Language } from '../kit/label'
import type { ParamsOf } from '../kit/params'
import { figureOf, figuresOf } from '../kit/source'
import type { SourceRow } from '../kit/statement'
import { endsAfterStart, ofLines } from '../kit/usualParams'

import { discountsQuery, sums } from './query'

const params = {
  by: byParam(linesBy, 'customer'),
  ...ofLines,
}

type Params = ParamsOf<typeof params>

/** List 1,000.00, sold for 920.00 → 80.00 given away, 8 %. */
export function discountsShape(row: SourceRow, { params: { by }, language }: { params: Params; language: Language }) {
  const given = d(figureOf(row, 'list')).minus(figureOf(row, 'amount')).toString()
  return {
    ...groupNames({ row, by, language }),
    ...figuresOf(row, sums),
    given,
    rate: percentOf(given, figureOf(row, 'list')),
    whole: d(figureOf(row, 'amount')).plus(figureOf(row, 'unlisted')).toString(),
  }
}

/** 折让统计: what was given away from list prices. */
export const discountsGiven = defineReport({
  name: 'discounts-given',
  title: { zh: '折让统计', en: 'Discounts given' },
  params,
  check: endsAfterStart,
  columns: ({ by }) => [
    ...groupColumns(by),
    col.count('lines', { zh: '有目录价的行', en: 'Lines with a list price' }),
    col.money('list', { zh: '按目录价', en: 'At list price' }),
    col.money('amount', { zh: '实际金额', en: 'Sold for' }),
    col.money('given', { zh: '折让', en: 'Given away' }),
    col.percent('rate', { zh: '折让率', en: 'Discount' }, shareOf('given', 'list')),
    col.money('free', { zh: '其中赠品', en: 'Of it free goods' }),
    col.money('unlisted', { zh: '无目录价金额', en: 'Without list price' }),
    col.money('whole', { zh: '全部金额', en: 'All lines' }),
  ],
  query: discountsQuery,
  shape: discountsShape,
  controlTotal: { column: 'whole', equals: { zh: '发票行金额合计', en: 'amounts of the invoice lines' } },
  chart: ({ by }) => ({ category: 'name', over: groupOf(by).over, measures: ['given'] }),
  drill: (row, asked) => groupDrill({ row, by: asked.by, asked, steps: ['customer', 'item', 'document'] }),
  rights: ['sales', 'salesManager', 'finance', 'generalManager', 'auditor', 'admin'],
})
