import { nameOf } from '@/src/admin/components/lookup/askLookup'
import { spokenBreaks } from '@/src/domain/grid/breaksCell'
import type { GridColumn } from '@/src/domain/grid/gridColumn'
import { type GridRow, isBlank } from '@/src/domain/grid/rows'
import type { RowShape } from '@/src/domain/grid/rowShape'
import { titleOf } from '@/src/domain/lookup/kinds'

import type { Language } from './words'

export type CopiedRow = { row: GridRow; checked: Readonly<Record<string, unknown>> | undefined }

/** A cell as a spreadsheet takes it: figures plain, the code of a record, a text that would be taken for a formula as text. */
function copied(column: GridColumn, { row, checked }: CopiedRow, language: Language): string {
  const typed = row.typed[column.name]
  const value = typed ?? row.values[column.name] ?? checked?.[column.name]
  if (value === undefined || value === null || value === '') return ''
  if (column.kind === 'record') {
    const found = typeof value === 'number' ? nameOf(column.of ?? '', value) : undefined
    return found ? found.code || titleOf(found) : String(typed ?? '')
  }
  if (column.kind === 'choice') return column.options?.find((option) => option.value === value)?.label[language] ?? ''
  if (column.kind === 'schedule') {
    const dates = Array.isArray(value) ? (value as Array<{ date?: string }>) : []
    return dates.map(({ date }) => String(date ?? '').slice(0, 10)).join(' ')
  }
  if (column.kind === 'date') return String(value as string).slice(0, 10)
  if (column.kind === 'breaks') return spokenBreaks(value)
  if (typeof value === 'object') return ''
  const text = String(value as string | number | boolean).replaceAll(/[\t\r\n]+/g, ' ')
  return typeof value === 'string' && /^[=+\-@]/.test(text) ? `'${text}` : text
}

/** The lines as a spreadsheet takes them, with their heads; pasted back into a grid they are the same lines. */
export function copiedRows(columns: readonly GridColumn[], rows: readonly CopiedRow[], language: Language, shape: RowShape): string {
  const shown = columns.filter(({ kind }) => kind !== 'flags')
  const lines = rows.filter(({ row }) => !isBlank(row, shape)).map((each) => shown.map((column) => copied(column, each, language)))
  return [shown.map(({ label }) => label[language]), ...lines].map((cells) => cells.join('\t')).join('\n')
}
