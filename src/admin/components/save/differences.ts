import type { ClientField } from 'payload'

import type { GridColumn } from '@/src/domain/grid/gridColumn'
import { idOf } from '@/src/domain/kernel/idOf'
import { labelIn } from '@/src/domain/words/words'

import { valueAt } from '../fieldPath'
import { isRow, isSame, isSameCell, nothing, plain, type Row, spoken, spokenCell, type Teller, words } from './spoken'

export type Difference = { label: string; mine: string; theirs: string }

const own = new Set(['id', 'version', 'updatedAt', 'createdAt', 'checks', 'status'])

/** Rows that differ, found by their identity: a changed cell, a row that only one of the two has. */
function ofRows(mine: readonly Row[], theirs: readonly Row[], columns: readonly GridColumn[], teller: Teller): Difference[] {
  const { language } = teller
  const byId = new Map(theirs.map((row) => [row['id'], row]))
  const cells = mine.flatMap((row, index): Difference[] => {
    const name = words.line[language](index + 1)
    const other = row['id'] ? byId.get(row['id']) : undefined
    const item = columns.find(({ kind }) => kind === 'record')
    const called = (of: Row): string => (item ? spokenCell(item, of[item.name], teller) : '')
    if (!other) return [{ label: name, mine: `${words.added[language]} ${called(row)}`.trim(), theirs: nothing }]
    return columns
      .filter((column) => !column.readOnly && !isSameCell(column, row[column.name], other[column.name]))
      .map((column) => ({
        label: `${name} ${column.label[language]}`,
        mine: spokenCell(column, row[column.name], teller),
        theirs: spokenCell(column, other[column.name], teller),
      }))
  })
  const gone = theirs.filter((row) => !mine.some(({ id }) => id === row['id']))
  const first = columns.find(({ kind }) => kind === 'record')
  return [
    ...cells,
    ...gone.map((row) => ({
      label: words.oneMore[language],
      mine: nothing,
      theirs: first ? spokenCell(first, row[first.name], teller) : words.present[language],
    })),
  ]
}

const childrenOf = (field: ClientField): readonly ClientField[] | null => {
  if (field.type === 'tabs') return field.tabs.flatMap((tab) => ('name' in tab ? [] : tab.fields))
  return field.type === 'row' || field.type === 'collapsible' ? field.fields : null
}

/** The grids of a form and their columns, by the list each of them shows; one in a group by its path. */
export const gridsIn = (fields: readonly ClientField[]): Map<string, readonly GridColumn[]> =>
  new Map(
    fields.flatMap((field): Array<readonly [string, readonly GridColumn[]]> => {
      const inside = field.type === 'group' ? field.fields : childrenOf(field)
      if (inside) return [...gridsIn(inside)]
      const custom = field.type === 'ui' ? (field.admin?.custom as { rows?: string; columns?: GridColumn[] } | undefined) : undefined
      return custom?.rows && custom.columns ? [[custom.rows, custom.columns] as const] : []
    }),
  )

type Compared = {
  mine: Row
  theirs: Row
  fields: readonly ClientField[]
  grids: ReadonlyMap<string, readonly GridColumn[]>
  /** the group these fields stand in: `calendar.` */
  within?: string
}

function ofFields({ mine, theirs, fields, grids, within = '' }: Compared, teller: Teller): Difference[] {
  return fields.flatMap((field): Difference[] => {
    const inside = childrenOf(field)
    if (inside) return ofFields({ mine, theirs, fields: inside, grids, within }, teller)
    if (field.type === 'ui' || !('name' in field) || own.has(field.name) || grids.has(within + field.name)) return []
    const [one, other] = [plain(field, mine[field.name]), plain(field, theirs[field.name])]
    if (field.type === 'group') {
      const group = { mine: isRow(one) ? one : {}, theirs: isRow(other) ? other : {}, fields: field.fields, grids }
      return ofFields({ ...group, within: `${within}${field.name}.` }, teller)
    }
    if (isSame(one, other)) return []
    const label = labelIn('label' in field ? field.label : undefined, teller.language, field.name)
    return [{ label, mine: spoken(field, one, teller), theirs: spoken(field, other, teller) }]
  })
}

const rowsOf = (of: Row, list: string): Row[] => {
  const rows = valueAt(of, list)
  return Array.isArray(rows) ? (rows as Row[]) : []
}

/** In what the entered and the stored document differ, in the words of the screen. */
export function differences({ language, nameOf, ...compared }: Compared & Teller): Difference[] {
  const { mine, theirs, grids } = compared
  const lines = [...grids].flatMap(([name, columns]) => ofRows(rowsOf(mine, name), rowsOf(theirs, name), columns, { language, nameOf }))
  return [...ofFields(compared, { language, nameOf }), ...lines]
}

/** The records both versions speak of, by kind, so that their names can be asked before they are told. */
export function recordsIn({ mine, theirs, fields, grids }: Compared): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>()
  const add = (kind: string, value: unknown): void => {
    const id = idOf(value)
    if (id !== null) found.set(kind, (found.get(kind) ?? new Set<number>()).add(id))
  }
  const walk = (among: readonly ClientField[], of: Row): void =>
    among.forEach((field) => {
      const inside = childrenOf(field)
      if (inside) return walk(inside, of)
      if (!('name' in field)) return
      const value = of[field.name]
      if (field.type === 'group') walk(field.fields, isRow(value) ? value : {})
      if (field.type === 'relationship' && typeof field.relationTo === 'string')
        for (const each of [value].flat()) add(field.relationTo, each)
    })
  for (const version of [mine, theirs]) {
    walk(fields, version)
    for (const [name, columns] of grids)
      for (const row of rowsOf(version, name))
        for (const { kind, of: record, name: column } of columns) if (kind === 'record' && record) add(record, row[column])
  }
  return found
}
