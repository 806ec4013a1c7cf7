import { sql } from '@payloadcms/db-postgres'
import type { PostgresAdapter } from '@payloadcms/db-postgres/types'

import { tableColumns } from './tableColumns'

type Insert = PostgresAdapter['insert']
type Arguments = Parameters<Insert>[0]
type Row = Record<string, unknown>
type Column = ReturnType<typeof tableColumns>[number][1]

/** Column types whose value in JSON is read by Postgres as the same value. */
const plain = new Set([
  'PgText',
  'PgVarchar',
  'PgNumeric',
  'PgNumericNumber',
  'PgDateString',
  'PgInteger',
  'PgBoolean',
  'PgJsonb',
  'PgTimestampString',
  'PgEnumColumn',
  'PgUUID',
])

/** A value that JSON carries as it is; an object elsewhere than in a JSON column is computed by SQL, and JSON knows no NaN. */
const isPlain = (value: unknown, { columnType }: Column): boolean =>
  typeof value === 'number' ? Number.isFinite(value) : columnType === 'PgJsonb' || value === null || typeof value !== 'object'

/** The columns these rows fill, if all can go as JSON: none computed by SQL, none left to its default by some rows only. */
function columnsOf(table: object, rows: readonly Row[]): ReadonlyArray<[string, Column]> | null {
  const columns: Array<[string, Column]> = []
  for (const [key, column] of tableColumns(table)) {
    const given = rows.filter((row) => row[key] !== undefined)
    if (given.length === 0) {
      if (key === 'id') return null // numbered by the database: whoever inserts may ask for the numbers
      continue
    }
    if (
      !plain.has(column.columnType) ||
      given.some((row) => !isPlain(row[key], column)) ||
      (column.hasDefault && given.length < rows.length)
    )
      return null
    columns.push([key, column])
  }
  return columns.length > 0 ? columns : null
}

/**
 * Rows of a list go to the database as one JSON value. A list written out has a parameter for every figure: another text for every number of
 * rows, planned anew each time, and none at all beyond 65,535 parameters, which an order of two thousand lines exceeds.
 */
export const insertRowsAsJson = (insert: Insert): Insert =>
  async function insertRows(this: PostgresAdapter, args: Arguments) {
    const { db, onConflictDoUpdate, tableName, values } = args
    const table: object | undefined = this.tables[tableName]
    const rows: readonly Row[] = Array.isArray(values) ? (values as Row[]) : []
    const columns = table && rows.length > 0 && !onConflictDoUpdate ? columnsOf(table, rows) : null
    if (!columns) return insert.call(this, args)
    const names = columns.map(([, { name }]) => `"${name}"`).join(', ')
    const shape = columns.map(([, column]) => `"${column.name}" ${column.getSQLType()}`).join(', ')
    const json = JSON.stringify(rows.map((row) => Object.fromEntries(columns.map(([key, { name }]) => [name, row[key] ?? null]))))
    await db.execute(
      sql`insert into ${sql.identifier(tableName)} (${sql.raw(names)}) select ${sql.raw(names)} from jsonb_to_recordset(${json}::jsonb) as r(${sql.raw(shape)})`,
    )
    return [...rows] // their ids are their own; nothing else is asked of what comes back
  }
