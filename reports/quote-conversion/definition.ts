import { d } from '@/src/domain/kernel/decimal'
import { lostForWords } from '@/src/domain/quotes/lostFor'

import { col, shareOf } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import { percentOf } from '../kit/figures'
import { byParam, groupColumns, groupDrill, groupNames, groupOf } from '../kit/groups'
import type { Language } from '../kit/label'
import { nameless, NO_WORD } from '../kit/nameless'
import { param, type ParamsOf } from '../kit/params'
import { figuresOf, figureOf } from '../kit/source'
import type { SourceRow } from '../kit/statement'
import { belonging, endsAfterStart, period, whose } from '../kit/usualParams'

import { counts, quoteConversionQuery, sums } from './query'

const params = {
  by: byParam(
    ['salesperson', 'customer', 'customerCategory', 'department', 'region', 'channel', 'lostFor', 'month', 'quarter', 'document'],
    'salesperson',
  ),
  ...period,
  ...whose,
  state: param.optionalChoice({ zh: '结果', en: 'Outcome' }, [
    { value: 'won', label: { zh: '成交', en: 'Won' } },
    { value: 'lost', label: { zh: '丢单', en: 'Lost' } },
    { value: 'expired', label: { zh: '过期', en: 'Expired' } },
    { value: 'waiting', label: { zh: '待答复', en: 'Waiting' } },
  ]),
  ...belonging,
  lostFor: param.optionalChoice(
    { zh: '丢单类别', en: 'Lost for' },
    [...Object.entries(lostForWords).map(([value, label]) => ({ value, label })), { value: NO_WORD, label: nameless }],
    { rare: true },
  ),
}

type Params = ParamsOf<typeof params>

/** 3 of 4 quotes won → 75 %; by value the ordered share of what was quoted. Average days only where something was ordered. */
export function quoteConversionShape(row: SourceRow, { params: { by }, language }: { params: Params; language: Language }) {
  const answered = figureOf(row, 'answered')
  return {
    ...groupNames({ row, by, language }),
    ...figuresOf(row, [...counts, ...sums]),
    rate: percentOf(figureOf(row, 'won'), figureOf(row, 'quotes')),
    amountRate: percentOf(figureOf(row, 'ordered'), figureOf(row, 'amount')),
    days: d(answered).isZero() ? null : d(figureOf(row, 'days')).div(answered).toString(),
  }
}

/** 报价转化: what became of the quotes. */
export const quoteConversion = defineReport({
  name: 'quote-conversion',
  title: { zh: '报价转化', en: 'Quote conversion' },
  params,
  check: endsAfterStart,
  columns: ({ by }) => [
    ...groupColumns(by),
    col.count('quotes', { zh: '报价数', en: 'Quotes' }, by === 'document' ? { detail: true } : {}),
    col.count('won', { zh: '成交', en: 'Won' }),
    col.count('lost', { zh: '丢单', en: 'Lost' }),
    col.count('expired', { zh: '过期', en: 'Expired' }),
    col.count('waiting', { zh: '待答复', en: 'Waiting' }),
    col.percent('rate', { zh: '成交率（单数）', en: 'Won, by number' }, shareOf('won', 'quotes')),
    col.money('amount', { zh: '报价金额', en: 'Quoted' }),
    col.money('ordered', { zh: '成交金额', en: 'Ordered' }),
    col.money('lostAmount', { zh: '丢单金额', en: 'Amount lost' }, { detail: true }),
    col.percent('amountRate', { zh: '成交率（金额）', en: 'Won, by value' }, shareOf('ordered', 'amount')),
    col.plainQuantity('days', { zh: '平均成交天数', en: 'Days to order' }),
  ],
  query: quoteConversionQuery,
  shape: quoteConversionShape,
  controlTotal: { column: 'amount', equals: { zh: '报价表头价税合计', en: 'gross totals of the quotes' } },
  chart: ({ by }) => ({ category: 'name', over: groupOf(by).over, measures: ['amount', 'ordered'] }),
  drill: (row, asked) => groupDrill({ row, by: asked.by, asked, steps: ['customer', 'document'] }),
  rights: ['sales', 'salesManager', 'finance', 'generalManager', 'auditor', 'admin'],
})
