import { col } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import { daysWithin, handedOn } from '../kit/drill'
import { figuresOf, textOf } from '../kit/source'
import type { SourceRow } from '../kit/statement'
import { endsAfterStart, lastTwelveMonths, period, whose } from '../kit/usualParams'

import { moves, receivablesMovesQuery } from './query'

const params = { ...period, ...whose }

export const receivablesMovesShape = (row: SourceRow) => ({
  month: textOf(row, 'month'),
  ...figuresOf(row, ['opening', ...moves, 'closing']),
})

/** 应收变动: opening + invoiced − credited − received + bounced = closing, month by month (what is owed no more is negative). */
export const receivablesMoves = defineReport({
  name: 'receivables-moves',
  title: { zh: '应收变动', en: 'Receivables month by month' },
  params,
  check: endsAfterStart,
  settle: lastTwelveMonths,
  columns: () => [
    col.text('month', { zh: '月份', en: 'Month' }, { width: 12 }),
    col.money('opening', { zh: '期初', en: 'Opening' }, { total: 'given' }),
    col.money('invoiced', { zh: '开票', en: 'Invoiced' }),
    col.money('credited', { zh: '红字', en: 'Credited' }),
    col.money('received', { zh: '收款', en: 'Received' }),
    col.money('bounced', { zh: '退票', en: 'Bounced' }),
    col.money('closing', { zh: '期末', en: 'Closing' }, { total: 'given' }),
  ],
  query: receivablesMovesQuery,
  shape: (row) => receivablesMovesShape(row),
  controlTotal: { column: 'closing', equals: { zh: '截止日应收账余额', en: 'receivables of the books on the last day' } },
  chart: () => ({ category: 'month', over: 'time', measures: ['closing'] }),
  drill: (row, asked) => {
    const month = textOf(row, 'month')
    if (month === null) return null
    return {
      _report: 'customer-statement',
      ...handedOn(asked, ['customer', 'salesperson', 'department']),
      ...daysWithin(month, { to: asked.to }),
    }
  },
  rights: ['sales', 'salesManager', 'finance', 'generalManager', 'auditor', 'admin'],
})
