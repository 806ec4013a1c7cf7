import { sql } from '@payloadcms/db-postgres'
import type { PostgresAdapter } from '@payloadcms/db-postgres/types'

import { tableColumns } from './tableColumns'

type Row = Record<string, unknown>
type Transaction = PostgresAdapter['sessions'][string]['db']
type Written = { adapter: PostgresAdapter; db: Transaction; tableName: string; parent: unknown; rows: readonly Row[] }

/**
 * Writes the rows of a list as they are to be stored: names of fields, figures with the places of their columns. Payload asks
 * of every field of every row what kind it is and what its column is called; here a table has one statement, and its rows go into it as they are.
 */
export async function writeRows({ adapter, db, tableName, parent, rows }: Written): Promise<void> {
  await insertRows(
    { adapter, db, tableName },
    rows.map((row, at) => ({ row, at, parent })),
  )
}

/** A row with its place in the list it belongs to. */
type Placed = { row: Row; at: number; parent: unknown }

/** What goes to the database of a row: of its columns those that hold something. */
function filled({ row, at, parent }: Placed, names: Iterable<string>): Row {
  const sent: Row = { _order: at + 1, _parentID: parent }
  for (const name of names) if (row[name] !== null && row[name] !== undefined) sent[name] = row[name]
  return sent
}

type Into = Pick<Written, 'adapter' | 'db' | 'tableName'>

async function insertRows({ adapter, db, tableName }: Into, rows: readonly Placed[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const { insert, shape, names } = statementOf(tableName, tableOf(adapter, tableName))
  const sent = JSON.stringify(rows.map((row) => filled(row, names)))
  await db.execute(sql`${sql.raw(insert)} jsonb_to_recordset(${sent}::jsonb) ${sql.raw(shape)}`)
  for (const [name, value] of Object.entries(first.row)) {
    if (!Array.isArray(value) || names.has(name)) continue
    const below = rows.flatMap(({ row }) => (row[name] as Row[]).map((each, at): Placed => ({ row: each, at, parent: row['id'] })))
    if (below.length > 0) await insertRows({ adapter, db, tableName: listTable(adapter, tableName, name) }, below)
  }
}

function tableOf(adapter: PostgresAdapter, tableName: string): object {
  const table: object | undefined = adapter.tables[tableName]
  if (!table) throw new Error(`There is no table ${tableName}`)
  return table
}

/** Where the rows of a list are kept: of a table, or of the collection with that slug. */
export function listTable(adapter: PostgresAdapter, parent: string, list: string): string {
  const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll('-', '_')
  const found = adapter.tableNameMap.get(`${snake(parent)}_${snake(list)}`)
  if (!found) throw new Error(`There is no table for ${list} of ${parent}`)
  return found
}

type Statement = { insert: string; shape: string; names: ReadonlySet<string> }
const known = new WeakMap<object, Statement>()

function statementOf(tableName: string, table: object): Statement {
  const found = known.get(table)
  if (found) return found
  const columns = tableColumns(table)
  const [into, from] = [columns.map(([, { name }]) => `"${name}"`), columns.map(([key]) => `"${key}"`)]
  const made = {
    insert: `insert into "${tableName}" (${into.join(', ')}) select ${from.join(', ')} from`,
    shape: `as r(${columns.map(([key, column]) => `"${key}" ${column.getSQLType()}`).join(', ')})`,
    names: new Set(columns.map(([key]) => key)),
  }
  known.set(table, made)
  return made
}
