import { shownValue } from '@/src/admin/grid/InputCell'
import type { GridColumn } from '@/src/domain/grid/gridColumn'

export type Difference = { label: string; mine: string; theirs: string }

const own = new Set(['id', 'version', 'updatedAt', 'createdAt', 'checks', 'status'])

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

const spoken = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'number') return value.toLocaleString('en-US', { maximumFractionDigits: 6 })
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | boolean).slice(0, 120)
}

type Row = Record<string, unknown>

/** Rows that differ, found by their identity: a changed cell, a row that only one of the two has. */
function ofRows(mine: readonly Row[], theirs: readonly Row[], columns: readonly GridColumn[], language: 'zh' | 'en'): Difference[] {
  const byId = new Map(theirs.map((row) => [row['id'], row]))
  const name = (row: number): string => (language === 'zh' ? `第 ${row + 1} 行` : `Line ${row + 1}`)
  const cells = mine.flatMap((row, index): Difference[] => {
    const other = row['id'] ? byId.get(row['id']) : undefined
    if (!other) return [{ label: name(index), mine: language === 'zh' ? '新增' : 'added', theirs: '—' }]
    return columns
      .filter((column) => !column.readOnly && !isSame(row[column.name], other[column.name]))
      .map((column) => ({
        label: `${name(index)} ${column.label[language]}`,
        mine: shownValue(column, row[column.name]),
        theirs: shownValue(column, other[column.name]),
      }))
  })
  const gone = theirs.filter((row) => !mine.some(({ id }) => id === row['id']))
  return [
    ...cells,
    ...gone.map(() => ({
      label: language === 'zh' ? '另有一行' : 'One more line',
      mine: '—',
      theirs: language === 'zh' ? '存在' : 'present',
    })),
  ]
}

/** In what the entered and the stored document differ, in the words of the screen. */
export function differences({
  mine,
  theirs,
  labels,
  grids,
  language,
}: {
  mine: Row
  theirs: Row
  labels: ReadonlyMap<string, string>
  grids: ReadonlyMap<string, readonly GridColumn[]>
  language: 'zh' | 'en'
}): Difference[] {
  const fields = [...labels].flatMap(([name, label]): Difference[] =>
    own.has(name) || grids.has(name) || isSame(mine[name], theirs[name])
      ? []
      : [{ label, mine: spoken(mine[name]), theirs: spoken(theirs[name]) }],
  )
  const lines = [...grids].flatMap(([name, columns]) =>
    ofRows((mine[name] as Row[] | undefined) ?? [], (theirs[name] as Row[] | undefined) ?? [], columns, language),
  )
  return [...fields, ...lines]
}
