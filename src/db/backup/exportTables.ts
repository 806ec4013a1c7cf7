import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import pg from 'pg'
import { to } from 'pg-copy-streams'

/** What is nobody's business outside: secrets, sessions, what the machinery keeps for itself. Number series and words of the search go along: books that are read in again go on with them. */
const inside = /^(payload_|account_|idempotency_keys$|proven_documents$|users_sessions$|call_cursors$|calls$|tries$)/
const secret = new Set([
  'hash',
  'salt',
  'reset_password_token',
  'reset_password_expiration',
  'api_key',
  'api_key_index',
  'lock_until',
  'login_attempts',
])

/**
 * Secrets of one table. A column that may not be left out has what stands there instead: whoever reads the address of a robot speaks as the
 * house, so it is typed anew where the books are read in, and until then nobody is told.
 */
const secretOf: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  webhooks: { secret: null, address: "''::varchar", active: 'false' },
}

const quoted = (name: string): string => pg.escapeIdentifier(name)

/** A column of that name which is no secret: the chain over the log proves nothing without it. */
const isTold = (table: string, column: string): boolean => table === 'audit_chain' && column === 'hash'

type Column = { table: string; column: string }

/** What is written of a column. */
const written = (table: string, column: string): string =>
  secretOf[table]?.[column] ? `${secretOf[table][column]} as ${quoted(column)}` : quoted(column)

/** The tables and columns that leave, and come into empty books again. */
export async function tablesOf(client: pg.Client): Promise<Map<string, string[]>> {
  const { rows } = await client.query<Column>(
    `select c.table_name as table, c.column_name as column from information_schema.columns c
     join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
     where c.table_schema = 'public' and c.is_generated = 'NEVER' order by c.table_name, c.ordinal_position`,
  )
  const tables = new Map<string, string[]>()
  for (const { table, column } of rows)
    if (!inside.test(table) && (!secret.has(column) || isTold(table, column)) && secretOf[table]?.[column] !== null)
      tables.set(table, [...(tables.get(table) ?? []), column])
  return tables
}

/** A table on its way out: CSV with headings, UTF-8 with a mark, so that spreadsheets read Chinese. */
export type TableOut = { table: string; rows: number; csv: Readable }

/**
 * Hands on every table, one after the other and all of one moment. Rows flow through; none are held. `take` has read the table when it
 * ends. Returns how many tables and rows there were.
 */
export async function eachTable({
  connectionString,
  take,
}: {
  connectionString: string
  take: (table: TableOut, all: { rows: number }) => Promise<void>
}): Promise<{ tables: number; rows: number }> {
  const client = new pg.Client({ connectionString, application_name: 'gendan-export' })
  client.on('error', () => undefined) // the statement that was running fails with it and says so
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const tables = await tablesOf(client)
    const counted = new Map<string, number>()
    for (const table of tables.keys()) {
      const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${quoted(table)}`)
      counted.set(table, rows[0]?.count ?? 0)
    }
    const all = { rows: [...counted.values()].reduce((sum, count) => sum + count, 0) }
    for (const [table, columns] of tables) {
      const csv = new PassThrough()
      csv.write('\uFEFF')
      const copied = client.query(
        to(
          `copy (select ${columns.map((column) => written(table, column)).join(', ')} from ${quoted(table)}) to stdout with (format csv, header)`,
        ),
      )
      await Promise.all([pipeline(copied, csv), take({ table, rows: counted.get(table) ?? 0, csv }, all)])
    }
    await client.query('commit')
    return { tables: tables.size, rows: all.rows }
  } finally {
    await client.end()
  }
}

/** Every table as one file of a folder. Returns how many tables and rows were written. */
export async function exportTables({
  connectionString,
  folder,
}: {
  connectionString: string
  folder: string
}): Promise<{ tables: number; rows: number }> {
  await mkdir(folder, { recursive: true })
  return eachTable({
    connectionString,
    take: ({ table, csv }) => pipeline(csv, createWriteStream(path.join(folder, `${table}.csv`))),
  })
}
