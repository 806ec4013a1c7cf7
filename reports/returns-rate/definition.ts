import { col, shareOf } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import { percentOf } from '../kit/figures'
import { byParam, groupColumns, groupDrill, groupNames, groupOf, linesBy } from '../kit/groups'
import type { Language } from '../kit/label'
import type { ParamsOf } from '../kit/params'
import { figureOf, figuresOf } from '../kit/source'
import type { SourceRow } from '../kit/statement'
import { endsAfterStart, ofLines } from '../kit/usualParams'

import { returnsQuery, sums } from './query'

const params = {
  by: byParam(linesBy, 'item'),
  ...ofLines,
}

type Params = ParamsOf<typeof params>

/** 100 shipped, 2 came back → 2 %. More may come back than was shipped in the same days. */
export const returnsShape = (row: SourceRow, { params: { by }, language }: { params: Params; language: Language }) => ({
  ...groupNames({ row, by, language }),
  ...figuresOf(row, sums),
  rate: percentOf(figureOf(row, 'returned'), figureOf(row, 'shipped')),
})

/** 退货率: what came back of what was shipped. */
export const returnsRate = defineReport({
  name: 'returns-rate',
  title: { zh: '退货率', en: 'Returns rate' },
  params,
  check: endsAfterStart,
  columns: ({ by }) => [
    ...groupColumns(by),
    col.quantity('shipped', { zh: '发货数量', en: 'Shipped' }),
    col.quantity('returned', { zh: '退货数量', en: 'Returned' }),
    col.percent('rate', { zh: '退货率', en: 'Returns rate' }, shareOf('returned', 'shipped')),
    col.money('shippedAmount', { zh: '发货金额', en: 'Shipped amount' }),
    col.money('refunded', { zh: '退款金额', en: 'Refunded' }),
    col.money('replaced', { zh: '换货金额', en: 'Replaced' }),
    // a return of several items stands in several rows
    col.count('returns', { zh: '退货单数', en: 'Returns' }, { total: 'given' }),
  ],
  query: returnsQuery,
  shape: returnsShape,
  controlTotal: { column: 'shipped', equals: { zh: '已出库数量', en: 'issued quantity' } },
  chart: ({ by }) => ({ category: 'name', over: groupOf(by).over, measures: ['rate'] }),
  drill: (row, asked) => groupDrill({ row, by: asked.by, asked, steps: ['item', 'customer', 'document'] }),
  rights: ['sales', 'salesManager', 'pmc', 'engineering', 'rd', 'warehouse', 'finance', 'generalManager', 'auditor', 'admin'],
})
