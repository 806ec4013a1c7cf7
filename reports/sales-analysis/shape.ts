import { d } from '@/src/domain/kernel/decimal'
import { textOrNull } from '@/src/domain/kernel/textOf'

import type { Row } from '../kit/defineReport'
import { percentOf } from '../kit/figures'
import type { Label, Language } from '../kit/label'
import type { SourceRow, SourceValue } from '../kit/statement'

import { dimensionOf } from './dimensions'
import { type SalesAnalysisParams, standsOnLines } from './query'

const unnamed: Label = { zh: '（未指定）', en: '(none)' }

/**
 * Source row → figures. Gross = net + tax, to the last decimal (F3). Profit (F5) is counted on the lines whose cost is known, cost at issue; `uncosted` shows the amount of the
 * others, so that an unknown cost is never taken for 0. Margin = profit / net of the costed lines, null at 0.
 * Net 100 of which 88.50 costed at 70 → profit 18.50, margin 20.9040 %.
 */
export function salesAnalysisShape(row: SourceRow, { params, language }: { params: SalesAnalysisParams; language: Language }): Row {
  const levels = params.then ? [params.by, params.then] : [params.by]
  const names = levels.flatMap((level, at) => {
    const key = row[`k${at}`] ?? null
    const { over, columns } = dimensionOf(level)
    if (over === 'time') return [[level, textOrNull(key)]]
    const shown = columns.map((column) => [column.key, textOrNull(row[column.key]) ?? (column.key === level ? unnamed[language] : null)])
    return [...shown, [`${level}Id`, key === null ? null : Number(key)]]
  })
  const figure = (key: string): string => textOrNull(row[key]) ?? '0'
  const amount = d(figure('amount'))
  const costed = row['uncosted'] === null || row['uncosted'] === undefined ? amount : amount.minus(figure('uncosted'))
  const cost = textOrNull(row['cost'])
  const profit = cost === null ? null : costed.minus(cost).toString()
  const before = params.yearBefore ? figure('before') : null
  return {
    ...Object.fromEntries(names as [string, string | number | null][]),
    amount: figure('amount'),
    tax: figure('tax'),
    gross: amount.plus(figure('tax')).toString(),
    quantity: figure('quantity'),
    [standsOnLines(params) ? 'lines' : 'invoices']: Number(row['documents'] ?? 0),
    cost,
    profit,
    margin: percentOf(profit, costed.toString()),
    uncosted: figure('uncosted'),
    ...(before === null ? {} : { amountBefore: before, change: percentOf(amount.minus(before).toString(), d(before).abs().toString()) }),
  }
}
