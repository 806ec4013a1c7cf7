import { spokenBreaks } from '@/src/domain/grid/breaksCell'
import type { GridColumn } from '@/src/domain/grid/gridColumn'
import { spokenFigure } from '@/src/domain/grid/readCell'

export const isFigure = ({ kind }: GridColumn): boolean => kind === 'figure' || kind === 'amount'

/** A figure, day, text or row of breaks as its cell shows it. */
export const shownValue = (column: GridColumn, value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (isFigure(column)) return spokenFigure(Number(value), column.kind as 'figure' | 'amount')
  if (column.kind === 'breaks') return spokenBreaks(value)
  return column.kind === 'date' ? String(value).slice(0, 10) : String(value)
}
