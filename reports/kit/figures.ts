import { d } from '@/src/domain/kernel/decimal'
import { roundAmount, roundQty, roundRate, toNumber } from '@/src/domain/kernel/money'

import { isFigure, kinds, type Column } from './columns'
import type { Row } from './defineReport'

/** A figure as a JSON number, rounded as its kind is shown; null stays null (unknown is not zero). */
export function shownFigure({ kind }: Pick<Column, 'kind'>, value: Row[string] | undefined): number | null {
  if (value === null || value === undefined) return null
  const decimals = kinds[kind].scale === 4 ? 4 : 2
  if (typeof value === 'string' && isExactAt(value, decimals)) return Number(value)
  return toNumber(kinds[kind].scale === 4 ? roundQty(value) : roundAmount(value))
}

/** Whether a decimal text has nothing behind so many decimals: then rounding would change nothing, and a hundred thousand rows are shown without a Decimal each. */
const isExactAt = (text: string, decimals: number): boolean => {
  const point = text.indexOf('.')
  if (point < 0) return /^-?\d+$/.test(text)
  return /^-?\d*\.\d*$/.test(text) && /^0*$/.test(text.slice(point + 1 + decimals))
}

/** The visible columns of a row, figures as JSON numbers. Other keys of the row are left behind. */
export const shownRow = (columns: readonly Column[], row: Row): Row =>
  Object.fromEntries(
    columns.map((column) => [column.key, isFigure(column) ? shownFigure(column, row[column.key]) : (row[column.key] ?? null)]),
  )

/** Part over whole in percent with 4 decimals; null at 0 or when either is unknown. 18.50 of 88.50 → 20.9040. */
export function percentOf(part: string | number | null, whole: string | number | null): string | null {
  if (part === null || whole === null || d(whole).isZero()) return null
  return roundRate(d(part).div(d(whole)).times(100)).toString()
}
