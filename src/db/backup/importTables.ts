import { createReadStream } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

import { parse } from 'csv-parse/sync'
import pg from 'pg'
import { from } from 'pg-copy-streams'

import { tablesOf } from './exportTables'
import { takeDownGuards } from './takeDownGuards'

/** An exported folder cannot be read in; the message is one line for the operator. */
export class ExportFolderError extends Error {}

const quoted = (name: string): string => pg.escapeIdentifier(name)

/** Books with any of these are somebody's: nothing is read in over them. */
const somebodys = [
  'customers',
  'items',
  'quotes',
  'orders',
  'deliveries',
  'invoices',
  'receipts',
  'stock_receipts',
  'stock_entries',
  'receivable_entries',
]

async function refuseBooks(client: pg.Client): Promise<void> {
  for (const table of somebodys) {
    const { rows } = await client.query<{ there: boolean }>(`select exists (select from ${quoted(table)}) as there`)
    if (rows[0]?.there)
      throw new ExportFolderError(`there are ${table.replaceAll('_', ' ')} in these books already: an export is read into empty books only`)
  }
}

/** The headings of an exported table; they stand in its first line. */
async function headingsOf(file: string): Promise<string[]> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0)
    const [first = ''] = buffer
      .subarray(0, bytesRead)
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/, 1)
    const [headings = []] = parse(first) as string[][]
    return headings
  } finally {
    await handle.close()
  }
}

/** Numbers given by the database go on after the last one of the file. */
async function moveSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `select table_name as table, column_name as column, pg_get_serial_sequence(quote_ident(table_name), column_name) as sequence
     from information_schema.columns where table_schema = 'public'
       and pg_get_serial_sequence(quote_ident(table_name), column_name) is not null`,
  )
  for (const { table, column, sequence } of rows)
    await client.query(
      `select setval($1::regclass, m.last) from (select max(${quoted(column)})::bigint as last from ${quoted(table)}) m where m.last is not null`,
      [sequence],
    )
}

/**
 * Reads what `exportTables` wrote into empty books, in one transaction: every table by its headings, as it was, foreign keys checked at the
 * end. A table or column these books do not know stops it. Passwords are no part of an export: people get theirs anew.
 */
export async function importTables({
  connectionString,
  folder,
}: {
  connectionString: string
  folder: string
}): Promise<{ tables: number; rows: number }> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.csv')).sort()
  if (files.length === 0) throw new ExportFolderError(`there are no tables in ${folder}`)
  const client = new pg.Client({ connectionString, application_name: 'gendan-import' })
  client.on('error', () => undefined) // the statement that was running fails with it and says so
  await client.connect()
  try {
    const known = await tablesOf(client)
    await refuseBooks(client)
    await client.query('begin')
    const rebuild = await takeDownGuards(client)
    let rows = 0
    for (const name of files) {
      const table = path.basename(name, '.csv')
      const columns = await headingsOf(path.join(folder, name))
      const own = known.get(table)
      if (!own) throw new ExportFolderError(`these books have no table ${table}: the export is of another version`)
      const foreign = columns.find((column) => !own.includes(column))
      if (foreign !== undefined) throw new ExportFolderError(`${table} has no column ${foreign}: the export is of another version`)
      await client.query(`delete from ${quoted(table)}`) // what empty books begin with is in the export too
      const copied = client.query(from(`copy ${quoted(table)} (${columns.map(quoted).join(', ')}) from stdin with (format csv, header)`))
      await pipeline(createReadStream(path.join(folder, name)), copied)
      rows += copied.rowCount ?? 0
    }
    for (const statement of rebuild) await client.query(statement) // foreign keys are checked here
    // an export made before documents were added up does not say what they come to
    for (const slug of files.includes('sums_due.csv') && files.includes('order_line_sums.csv') ? [] : ['orders', 'invoices', 'deliveries'])
      await client.query(`insert into sums_due (slug, document_id) select '${slug}', id from ${slug} on conflict do nothing`)
    await moveSequences(client)
    await client.query('commit')
    await client.query('analyze')
    return { tables: files.length, rows }
  } catch (error) {
    await client.query('rollback').catch(() => undefined) // a connection that is gone has rolled back already
    throw error
  } finally {
    await client.end()
  }
}
