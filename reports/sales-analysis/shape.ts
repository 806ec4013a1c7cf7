import { d } from '@/src/domain/kernel/decimal'
import { textOrNull } from '@/src/domain/kernel/textOf'

import type { Row } from '../kit/defineReport'
import { percentOf } from '../kit/figures'
import type { Label, Language } from '../kit/label'
import { nameless } from '../kit/nameless'
import type { SourceRow } from '../kit/statement'

import { type Dimension, dimensionOf } from './dimensions'
import { levels as levelPlans } from './levels'
import { type SalesAnalysisParams, standsOnLines } from './query'

const restOf = (others: string): Label => ({ zh: `其余 ${others} 个`, en: `the other ${others}` })

/** Whether a record names the level: only then has a row its id. */
export const namesRecord = (level: Dimension): boolean => levelPlans[level].names !== undefined

/**
 * Source row → figures. Gross = net + tax, to the last decimal (F3). Profit (F5) is counted on the lines whose cost is known, cost at issue; `uncosted` shows the amount of the
 * others, so that an unknown cost is never taken for 0. Margin = profit / net of the costed lines, null at 0.
 * Net 100 of which 88.50 costed at 70 → profit 18.50, margin 20.9040 %.
 */
export function salesAnalysisShape(row: SourceRow, { params, language }: { params: SalesAnalysisParams; language: Language }): Row {
  const levels = params.then ? [params.by, params.then] : [params.by]
  const others = textOrNull(row['others'])
  const names = levels.flatMap((level, at) => {
    const key = row[`k${at}`] ?? null
    const { over, columns } = dimensionOf(level)
    if (others !== null) return columns.map((column) => [column.key, column.key === level && at === 0 ? restOf(others)[language] : null])
    if (over === 'time') return [[level, textOrNull(key)]]
    const shown = columns.map((column) => [column.key, textOrNull(row[column.key]) ?? (column.key === level ? nameless[language] : null)])
    return namesRecord(level) ? [...shown, [`${level}Id`, key === null ? null : Number(key)]] : shown
  })
  const figure = (key: string): string => textOrNull(row[key]) ?? '0'
  const amount = d(figure('amount'))
  const now = earned({ amount: figure('amount'), uncosted: textOrNull(row['uncosted']), cost: textOrNull(row['cost']) })
  const before = earned({
    amount: figure('before_amount'),
    uncosted: textOrNull(row['before_uncosted']),
    cost: textOrNull(row['before_cost']),
  })
  const amountBefore = d(figure('before_amount'))
  return {
    ...(others === null ? {} : { others }),
    ...Object.fromEntries(names as [string, string | number | null][]),
    amount: figure('amount'),
    tax: figure('tax'),
    gross: amount.plus(figure('tax')).toString(),
    quantity: figure('quantity'),
    [standsOnLines(params) ? 'lines' : 'invoices']: Number(row['documents'] ?? 0),
    cost: textOrNull(row['cost']),
    profit: now.profit,
    margin: percentOf(now.profit, now.costed),
    uncosted: figure('uncosted'),
    ...(params.yearBefore
      ? {
          amountBefore: figure('before_amount'),
          change: percentOf(amount.minus(amountBefore).toString(), amountBefore.abs().toString()),
          quantityBefore: figure('before_quantity'),
          profitBefore: before.profit,
          marginBefore: percentOf(before.profit, before.costed),
          uncostedBefore: figure('before_uncosted'),
        }
      : {}),
    ...(params.abc
      ? { place: textOrNull(row['place']), share: textOrNull(row['share']), upto: textOrNull(row['upto']), class: textOrNull(row['class']) }
      : {}),
  }
}

/** Profit on the lines whose cost is known, and their amount. */
function earned({ amount, uncosted, cost }: { amount: string; uncosted: string | null; cost: string | null }) {
  const costed = d(amount).minus(d(uncosted)).toString()
  return { costed, profit: cost === null ? null : d(costed).minus(cost).toString() }
}
