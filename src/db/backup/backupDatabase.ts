import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'

import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'

import { type Piece, writeContainer } from './container'

/** `missing`: files that rows speak of and that are not there, as paths inside the folder of uploads. */
export type BackupResult = { tables: number; rows: number; files: number; bytes: number; missing: string[] }

type TableRow = { schema: string; table: string; columns: string[] }

/** Tables with their stored columns, one for all its parts. What the job queue knows of its own versions is not data. */
const TABLES = `
  select n.nspname as schema, c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'graphile_worker') and not (n.nspname = 'graphile_worker' and c.relname = 'migrations')
  group by 1, 2 order by 1 desc, 2`

const SEQUENCES = `
  select quote_ident(schemaname) || '.' || quote_ident(sequencename) as name, last_value::text as value from pg_sequences
  where schemaname in ('public', 'graphile_worker') and last_value is not null order by 1`

const nothing = async function* (): AsyncGenerator<Buffer> {}

/**
 * Writes everything there is at one moment into one file: all tables in one snapshot, while others go on writing, and the uploaded
 * files. Needs no tools beside Node. The secret of DATA_DIR is not in it.
 */
export async function backupDatabase({
  connectionString,
  uploads,
  file,
  at,
}: {
  connectionString: string
  /** Folder of uploaded files; null when they lie elsewhere (S3). */
  uploads: string | null
  file: string
  /** ISO instant written into the file. */
  at: string
}): Promise<BackupResult> {
  const client = new pg.Client({ connectionString, application_name: 'gendan-backup' })
  await client.connect()
  const result: BackupResult = { tables: 0, rows: 0, files: 0, bytes: 0, missing: [] }
  async function* pieces(): AsyncGenerator<Piece> {
    await client.query('begin isolation level repeatable read read only')
    const { rows: migrations } = await client.query<{ name: string }>('select name from payload_migrations where batch >= 0 order by id')
    yield { entry: { kind: 'backup', format: 1, at, migrations: migrations.map(({ name }) => name) }, content: nothing() }
    const { rows: tables } = await client.query<TableRow>(TABLES)
    for (const { schema, table, columns } of tables) {
      const name = `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)}`
      const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${name}`)
      result.tables += 1
      result.rows += rows[0]?.count ?? 0
      const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
      yield {
        entry: { kind: 'table', schema, table, columns, rows: rows[0]?.count ?? 0 },
        content: client.query(copyTo(`copy (select ${list} from ${name}) to stdout`)), // a table kept in parts is one all the same
      }
    }
    const { rows: values } = await client.query<{ name: string; value: string }>(SEQUENCES)
    yield { entry: { kind: 'sequences', values }, content: nothing() }
    const named = await filesNamed(client)
    await client.query('commit')
    const there = new Set((uploads ? await filesOf(uploads) : []).map((inside) => inside.split(path.sep).join('/')))
    result.missing = uploads ? named.filter((inside) => !there.has(inside)) : []
    for (const inside of uploads ? await filesOf(uploads) : []) {
      result.files += 1
      yield { entry: { kind: 'file', path: inside.split(path.sep).join('/') }, content: createReadStream(path.join(uploads ?? '', inside)) }
    }
  }
  try {
    const started = performance.now()
    result.bytes = await writeContainer({ file, pieces: pieces() })
    await rememberBackup({ client, at, result, seconds: (performance.now() - started) / 1000 })
    return result
  } finally {
    await client.end()
  }
}

/** The books remember when they were last copied, for those who watch. Books of an earlier version have no place for it. */
async function rememberBackup({
  client,
  at,
  result,
  seconds,
}: {
  client: pg.Client
  at: string
  result: BackupResult
  seconds: number
}): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('public.book_proofs') is not null as there`)
  if (!rows[0]?.there) return
  await client.query(
    `insert into book_proofs (kind, proven_at, seconds, documents, differences, first) values ('backup', $1, $2, $3, $4, $5)
     on conflict (kind, proven_at) do nothing`,
    [at, seconds, result.rows, result.missing.length, JSON.stringify(result.missing.slice(0, 20))],
  )
}

/** Files that rows speak of: every column of an upload that holds a file's name, its renderings too. */
async function filesNamed(client: pg.Client): Promise<string[]> {
  const { rows: columns } = await client.query<{ table: string; column: string }>(
    `select c.table_name as table, c.column_name as column from information_schema.columns c
     where c.table_schema = 'public' and c.column_name ~ '(^|_)filename$' and exists (
       select 1 from information_schema.columns m where m.table_schema = 'public' and m.table_name = c.table_name and m.column_name = 'mime_type')
     order by 1, 2`,
  )
  const names: string[] = []
  for (const { table, column } of columns) {
    const field = pg.escapeIdentifier(column)
    const { rows } = await client.query<{ name: string }>(
      `select distinct ${field} as name from ${pg.escapeIdentifier(table)} where ${field} is not null order by 1`,
    )
    names.push(...rows.map(({ name }) => `${table.replaceAll('_', '-')}/${name}`))
  }
  return names
}

async function filesOf(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return found
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()
}
