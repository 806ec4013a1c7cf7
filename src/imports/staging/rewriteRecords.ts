import { setImmediate as turn } from 'node:timers/promises'

import type { FlattenedField, PayloadRequest } from 'payload'

import { now } from '@/src/engine/clock'
import { asJson, type Sql, sql, textList } from '@/src/ledger/query'

import {
  fill,
  fillEntry,
  inserting,
  layoutOf,
  type ListPlace,
  namesOf,
  type NewRecord,
  type RecordRows,
  type Row,
  type Rows,
  snake,
  type Tables,
} from './insertRecords'
import { sameStored } from '../masters/recordValues'

/** A record as it is stored, and as it is to be. */
export type Rewritten = { former: NewRecord; record: NewRecord }

/** Rows of a table that are there already: one statement whatever their number. */
function updating(table: string, { columns, rows }: Rows): Sql {
  const names = [...columns].filter((column) => column !== 'id')
  const given = names.map((column) => sql`r.${sql.identifier(column)}`)
  return sql`update ${sql.identifier(table)} t set (${namesOf(names)}) = row(${sql.join(given, sql`, `)})
    from json_populate_recordset(null::${sql.identifier(table)}, ${asJson(rows)}::json) r where t.id = r.id`
}

/** Rows of lists by what becomes of them: nothing of those that stay what and where they are. */
type ListChanges = { added: Tables; altered: Tables; gone: Map<string, string[]> }

const entriesOf = (record: Row, list: string): readonly Row[] => (record[list] ?? []) as readonly Row[]

function noteList({ added, altered, gone }: ListChanges, place: ListPlace, { former, record }: Rewritten): void {
  const known = new Map(entriesOf(former, place.name).map((entry, index) => [entry['id'], { entry, index }]))
  for (const [index, entry] of entriesOf(record, place.name).entries()) {
    const was = known.get(entry['id'])
    known.delete(entry['id'])
    if (was?.index === index && sameStored(was.entry, entry)) continue
    fillEntry({ tables: was ? altered : added, parent: record.id }, place, entry, index)
  }
  if (known.size > 0) gone.set(place.table, [...(gone.get(place.table) ?? []), ...[...known.keys()].map(String)])
}

const places = (slug: string, fields: readonly FlattenedField[]) => {
  const { places: all } = layoutOf(snake(slug), fields)
  for (const place of all)
    if (place.kind !== 'own' && !(place.kind === 'list' && place.inner.every(({ kind }) => kind === 'own')))
      throw new Error(`Fields like ${place.name} are not written anew`)
  return { own: all.filter(({ kind }) => kind === 'own'), lists: all.filter((place): place is ListPlace => place.kind === 'list') }
}

/** So many records are turned into rows before others are served. */
const recordsATurn = 5

/** What records that are there say from now on of these fields, their lists among them, made ready before it is their turn. */
export async function rowsOfChanged({
  req,
  slug,
  fields,
  changes,
}: {
  req: PayloadRequest
  slug: string
  fields: readonly FlattenedField[]
  changes: readonly Rewritten[]
}): Promise<RecordRows> {
  const { own, lists } = places(slug, fields)
  const at = now(req).instant
  const noted: ListChanges = { added: new Map(), altered: new Map(), gone: new Map() }
  const columns = new Set(['updated_at'])
  const rows: Row[] = []
  for (const [index, change] of changes.entries()) {
    if (index % recordsATurn === recordsATurn - 1) await turn()
    const { record } = change
    const row: Row = { id: record.id, updated_at: at }
    fill({ tables: noted.added, parent: record.id, row, columns }, own, record)
    rows.push(row)
    for (const list of lists) noteList(noted, list, change)
  }
  const statements = [
    ...[...noted.gone].map(([table, ids]) => sql`delete from ${sql.identifier(table)} where id = any(${textList(ids)})`),
    ...[...noted.altered].map(([table, entries]) => updating(table, entries)),
    ...[...noted.added].map(([table, entries]) => inserting(table, entries)),
  ]
  return { table: snake(slug), columns, rows, lists: statements }
}

/** What writes them: a statement a table for what is added, altered or gone. No row is touched by two of them. */
export const changesWritten = ({ table, lists, ...own }: RecordRows): Sql[] => [updating(table, own), ...lists]
