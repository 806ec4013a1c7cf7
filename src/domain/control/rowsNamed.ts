import type { FieldChange } from './changesBetween'

/** A change of a row of a list names the row itself, too: its place is another one as soon as a row is moved, added or removed. */
export type RecordedChange = FieldChange & { row?: string }

type Document = Readonly<Record<string, unknown>>

const rowAt = (document: Document, list: string, place: number): string | undefined => {
  const rows = document[list]
  const row: unknown = Array.isArray(rows) ? rows[place] : undefined
  const id = typeof row === 'object' && row !== null && 'id' in row ? row.id : undefined
  return typeof id === 'string' ? id : undefined
}

/** The changes between two states of a document, each with the row it is of: a row that went stood in the former one. */
export const rowsNamed = (changes: readonly FieldChange[], { before, after }: { before: Document; after: Document }): RecordedChange[] =>
  changes.map((change) => {
    const [, list, place, within] = /^([^.]+)\.(\d+)(\..+)?$/.exec(change.path) ?? []
    if (list === undefined) return change
    const isGone = within === undefined && change.after === null
    const row = rowAt(isGone ? before : after, list, Number(place))
    return row === undefined ? change : { ...change, row }
  })
