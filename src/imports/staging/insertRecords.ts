// More than 200 lines: how new records become rows stands in one place, from the fields to the statements.

import { setImmediate as turn } from 'node:timers/promises'

import type { FlattenedField, PayloadRequest } from 'payload'

import { now } from '@/src/engine/clock'
import { asJson, query, type Sql, sql } from '@/src/ledger/query'

import { blankOf } from './blank'

export type Row = Record<string, unknown>
/** Rows of a table, and the columns that any of them fills; what is nothing stands in no row. */
export type Rows = { columns: Set<string>; rows: Row[] }
export type Tables = Map<string, Rows>

export const snake = (name: string): string =>
  name
    .replaceAll('-', '_')
    .replace(/([A-Z])/g, '_$1')
    .toLowerCase()

/** A record of a collection as its rules know it, with an id of its own; its lists carry theirs. */
export type NewRecord = Record<string, unknown> & { id: number }

function rowsIn(tables: Tables, name: string): Rows {
  const known = tables.get(name)
  if (known) return known
  const made: Rows = { columns: new Set(), rows: [] }
  tables.set(name, made)
  return made
}

function put(tables: Tables, name: string, row: Row): Rows {
  const table = rowsIn(tables, name)
  table.rows.push(row)
  for (const column of Object.keys(row)) table.columns.add(column)
  return table
}

/** Where the values of a field are kept, looked up once for a collection. */
type Place = { name: string; column: string } & (
  | { kind: 'own' }
  | { kind: 'group'; inner: readonly Place[] }
  | { kind: 'list'; table: string; inner: readonly Place[] }
  | { kind: 'choices'; table: string }
  | { kind: 'relations'; table: string; to: string }
)

function placesOf({
  root,
  table,
  prefix,
  fields,
}: {
  root: string
  table: string
  prefix: string
  fields: readonly FlattenedField[]
}): Place[] {
  return fields.flatMap((field): Place[] => {
    if ('virtual' in field && field.virtual) return []
    const { name } = field
    const column = `${prefix}${snake(name)}`
    const own: Place[] = [{ name, column, kind: 'own' }]
    const listed = `${table}_${column}`
    switch (field.type) {
      case 'group':
        return [{ name, column, kind: 'group', inner: placesOf({ root, table, prefix: `${column}_`, fields: field.flattenedFields }) }]
      case 'array':
        return [
          {
            name,
            column,
            kind: 'list',
            table: listed,
            inner: placesOf({ root, table: listed, prefix: '', fields: field.flattenedFields }),
          },
        ]
      case 'select':
        return field.hasMany ? [{ name, column, kind: 'choices', table: listed }] : own
      case 'relationship':
      case 'upload':
        if (typeof field.relationTo !== 'string') return []
        return field.hasMany
          ? [{ name, column, kind: 'relations', table: `${root}_rels`, to: `${snake(field.relationTo)}_id` }]
          : [{ name, column: `${column}_id`, kind: 'own' }]
      case 'number':
      case 'text':
      case 'textarea':
      case 'email':
      case 'checkbox':
      case 'date':
      case 'json':
      case 'richText':
        return own
      default:
        throw new Error(`Records with a field of type ${field.type} are not taken in`)
    }
  })
}

/** Columns of the table itself, those of its groups among them. */
const columnsIn = (places: readonly Place[]): string[] =>
  places.flatMap((place) => (place.kind === 'group' ? columnsIn(place.inner) : place.kind === 'own' ? [place.column] : []))

type Layout = { places: readonly Place[]; blank: Readonly<Row> }
const known = new WeakMap<readonly FlattenedField[], Layout>()

export function layoutOf(root: string, fields: readonly FlattenedField[]): Layout {
  const kept = known.get(fields)
  if (kept) return kept
  const places = placesOf({ root, table: root, prefix: '', fields })
  const layout = { places, blank: blankOf(['id', 'created_at', 'updated_at', ...columnsIn(places)]) }
  known.set(fields, layout)
  return layout
}

export type ListPlace = Place & { kind: 'list' }
type At = { tables: Tables; parent: number | string; row: Row; columns: Set<string> }

/** One row of a list, in its place. */
export function fillEntry({ tables, parent }: Pick<At, 'tables' | 'parent'>, { table, inner }: ListPlace, entry: Row, index: number): void {
  const own: Row = { _order: index + 1, _parent_id: parent, id: entry['id'] }
  // rows stand before those of their own lists, which refer to them
  const { columns } = put(tables, table, own)
  fill({ tables, parent: String(entry['id']), row: own, columns }, inner, entry)
}

function fillList(at: At, place: ListPlace, entries: readonly Row[]): void {
  for (let index = 0; index < entries.length; index += 1) fillEntry(at, place, entries[index] ?? {}, index)
}

export function fill(at: At, places: readonly Place[], values: Row): void {
  const { tables, parent, row, columns } = at
  for (const place of places) {
    const value = values[place.name]
    if (value === undefined) continue
    switch (place.kind) {
      case 'own':
        columns.add(place.column)
        if (value !== null) row[place.column] = value
        break
      case 'group':
        fill(at, place.inner, (value ?? {}) as Row)
        break
      case 'list':
        fillList(at, place, (value ?? []) as Row[])
        break
      case 'choices':
        for (const [index, one] of ((value ?? []) as string[]).entries())
          put(tables, place.table, { order: index + 1, parent_id: parent, value: one })
        break
      case 'relations':
        for (const [index, id] of ((value ?? []) as number[]).entries())
          put(tables, place.table, { order: index + 1, parent_id: parent, path: place.name, [place.to]: id })
        break
    }
  }
}

/** As many ids of a table as are wanted, in ascending order. */
export async function freshIds(req: PayloadRequest, slug: string, count: number): Promise<number[]> {
  if (count === 0) return []
  const rows = await query<{ id: number }>(
    req,
    sql`select nextval(s.name)::int as id from (select pg_get_serial_sequence(${snake(slug)}, 'id')::regclass as name offset 0) s, generate_series(1, ${count}::int) order by 1`,
  )
  return rows.map(({ id }) => id)
}

export const namesOf = (columns: Iterable<string>): Sql => sql.raw([...columns].map((column) => `"${column}"`).join(', '))

/** Rows of a table as one JSON value: one statement whatever their number. What none of them says is left to the database. */
export function inserting(table: string, { columns, rows }: Rows): Sql {
  const names = namesOf(columns)
  return sql`insert into ${sql.identifier(table)} (${names}) select ${names} from json_populate_recordset(null::${sql.identifier(table)}, ${asJson(rows)}::json)`
}

/** What a record that is there says from now on: the fields given, and rows of lists that it did not have. */
export async function fillRecord({
  req,
  slug,
  fields,
  record,
}: {
  req: PayloadRequest
  slug: string
  fields: readonly FlattenedField[]
  record: NewRecord
}): Promise<void> {
  const tables: Tables = new Map()
  const root = snake(slug)
  const row: Row = { id: record.id, updated_at: now(req).instant }
  const columns = new Set(Object.keys(row))
  fill({ tables, parent: record.id, row, columns }, layoutOf(root, fields).places, record)
  const names = namesOf(columns)
  await query(
    req,
    sql`update ${sql.identifier(root)} t set (${names}) = (select ${names} from json_populate_recordset(null::${sql.identifier(root)}, ${asJson([row])}::json)) where t.id = ${record.id}::int`,
  )
  for (const [table, rows] of tables) await query(req, inserting(table, rows))
}

type Given = { req: PayloadRequest; slug: string; fields: readonly FlattenedField[]; records: readonly NewRecord[] }

/** New records as rows: those of the collection's own table, in the order of the records, and the statements that write their lists. */
export type RecordRows = Rows & { table: string; lists: readonly Sql[] }

/** So many records are turned into rows before others are served. */
const recordsATurn = 5

/** Makes the rows of new records, as far as it takes no database. */
export async function rowsOf({ req, slug, fields, records }: Given): Promise<RecordRows> {
  const tables: Tables = new Map()
  const table = snake(slug)
  const at = now(req).instant
  const { places, blank } = layoutOf(table, fields)
  const rows: Row[] = []
  const columns = new Set(['id', 'created_at', 'updated_at'])
  for (const [index, record] of records.entries()) {
    if (index % recordsATurn === recordsATurn - 1) await turn()
    const row: Row = { ...blank, id: record.id, created_at: at, updated_at: at }
    fill({ tables, parent: record.id, row, columns }, places, record)
    rows.push(row)
  }
  return { table, columns, rows, lists: [...tables].map(([name, own]) => inserting(name, own)) }
}

/** What writes them: one statement a table. */
export const rowsWritten = ({ table, lists, ...own }: RecordRows): Sql[] => (own.rows.length === 0 ? [] : [inserting(table, own), ...lists])

/**
 * Writes new records of one collection as the platform would: the record, its lists, its choices, its relations; one statement a table,
 * whatever the number of records. Rules have judged them before.
 */
export async function insertRecords(given: Given): Promise<void> {
  for (const statement of rowsWritten(await rowsOf(given))) await query(given.req, statement)
}
