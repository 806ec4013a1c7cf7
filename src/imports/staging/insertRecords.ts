import type { FlattenedField, PayloadRequest } from 'payload'

import { now } from '@/src/engine/clock'
import { asJson, query, sql } from '@/src/ledger/query'

type Row = Record<string, unknown>
type Tables = Map<string, Row[]>

const snake = (name: string): string =>
  name
    .replaceAll('-', '_')
    .replace(/([A-Z])/g, '_$1')
    .toLowerCase()

/** A record of a collection as its rules know it, with an id of its own; its lists carry theirs. */
export type NewRecord = Record<string, unknown> & { id: number }

const put = (tables: Tables, table: string, row: Row): void => {
  const rows = tables.get(table)
  if (rows) rows.push(row)
  else tables.set(table, [row])
}

type At = { tables: Tables; root: string; table: string; parent: number | string; row: Row; prefix: string }

function place(at: At, fields: readonly FlattenedField[], values: Row): void {
  const { tables, root, table, parent, row, prefix } = at
  for (const field of fields) {
    const value = values[field.name]
    if (value === undefined || ('virtual' in field && field.virtual)) continue
    const column = `${prefix}${snake(field.name)}`
    switch (field.type) {
      case 'group':
        place({ ...at, prefix: `${column}_` }, field.flattenedFields, (value ?? {}) as Row)
        break
      case 'array':
        ;((value ?? []) as Row[]).forEach((entry, index) => {
          const own: Row = { _order: index + 1, _parent_id: parent, id: entry['id'] }
          // rows stand before those of their own lists, which refer to them
          put(tables, `${table}_${column}`, own)
          place({ ...at, table: `${table}_${column}`, parent: String(entry['id']), row: own, prefix: '' }, field.flattenedFields, entry)
        })
        break
      case 'select':
        if (field.hasMany)
          ((value ?? []) as string[]).forEach((one, index) =>
            put(tables, `${table}_${column}`, { order: index + 1, parent_id: parent, value: one }),
          )
        else row[column] = value
        break
      case 'relationship':
      case 'upload':
        if (!field.hasMany && typeof field.relationTo === 'string') row[`${column}_id`] = value
        else if (typeof field.relationTo === 'string')
          ((value ?? []) as number[]).forEach((id, index) =>
            put(tables, `${root}_rels`, {
              order: index + 1,
              parent_id: parent,
              path: field.name,
              [`${snake(String(field.relationTo))}_id`]: id,
            }),
          )
        break
      case 'number':
      case 'text':
      case 'textarea':
      case 'email':
      case 'checkbox':
      case 'date':
      case 'json':
      case 'richText':
        row[column] = value
        break
      default:
        throw new Error(`Records with a field of type ${field.type} are not taken in`)
    }
  }
}

/** As many ids of a table as are wanted, in ascending order. */
export async function freshIds(req: PayloadRequest, slug: string, count: number): Promise<number[]> {
  if (count === 0) return []
  const rows = await query<{ id: number }>(
    req,
    sql`select nextval(pg_get_serial_sequence(${snake(slug)}, 'id'))::int as id from generate_series(1, ${count}::int) order by 1`,
  )
  return rows.map(({ id }) => id)
}

/** Rows of a table as one JSON value: one statement whatever their number. What none of them says is left to the database. */
export async function insertRowsOf(req: PayloadRequest, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row).filter((column) => row[column] !== undefined)))]
  const names = sql.raw(columns.map((column) => `"${column}"`).join(', '))
  await query(
    req,
    sql`insert into ${sql.identifier(table)} (${names}) select ${names} from jsonb_populate_recordset(null::${sql.identifier(table)}, ${asJson(rows)}::jsonb)`,
  )
}

/**
 * Writes new records of one collection as the platform would: the record, its lists, its choices, its relations; one statement a table,
 * whatever the number of records. Rules have judged them before.
 */
export async function insertRecords({
  req,
  slug,
  fields,
  records,
}: {
  req: PayloadRequest
  slug: string
  fields: readonly FlattenedField[]
  records: readonly NewRecord[]
}): Promise<void> {
  const tables: Tables = new Map()
  const root = snake(slug)
  const at = now(req).instant
  tables.set(root, [])
  for (const record of records) {
    const row: Row = { id: record.id, created_at: at, updated_at: at }
    place({ tables, root, table: root, parent: record.id, row, prefix: '' }, fields, record)
    put(tables, root, row)
  }
  for (const [table, rows] of tables) await insertRowsOf(req, table, rows)
}
