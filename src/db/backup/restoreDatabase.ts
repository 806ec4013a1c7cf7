import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

import { sinceBaseline } from '../formerChain'
import { migrateDatabase } from '../migrate'
import { migrations as known } from '../migrations'
import { refusePooler } from '../pooler'
import { booksStandAside, letGo, putAside, putBack, whoIsConnected } from './asideBooks'
import { backToFormer, dropFormer, emptyDraft, swapFiles } from './asideFiles'
import { BackupFileError, type Entry, readContainer } from './container'
import { takeDownGuards } from './takeDownGuards'

/** Any number that nothing else of ours locks. */
const RESTORE_LOCK = 4_207_251_002

export type BackupContents = { at: string; migrations: string[]; tables: number; rows: number; files: number }

/** Reads the whole file and says what is in it. Throws `BackupFileError` when it cannot be restored. */
export async function inspectBackup({ file }: { file: string }): Promise<BackupContents> {
  const contents: BackupContents = { at: '', migrations: [], tables: 0, rows: 0, files: 0 }
  await readContainer({
    file,
    take: ({ entry }) => {
      if (entry.kind === 'backup') Object.assign(contents, { at: entry.at, migrations: sinceBaseline(entry.migrations) })
      if (entry.kind === 'table') Object.assign(contents, { tables: contents.tables + 1, rows: contents.rows + (entry.rows ?? 0) })
      if (entry.kind === 'file') contents.files += 1
      return Promise.resolve()
    },
  })
  const unknown = contents.migrations.filter((name) => !known.some((migration) => migration.name === name))
  if (unknown.length > 0) throw new BackupFileError(`${file} was made by another version (${unknown.join(', ')})`)
  return contents
}

/** Whether there is anything of ours in this database. */
export async function hasBooks({ connectionString }: { connectionString: string }): Promise<boolean> {
  return withClient(connectionString, async (client) => {
    const { rows } = await client.query<{ there: boolean }>(
      "select exists (select 1 from pg_tables where schemaname in ('public', 'graphile_worker')) as there",
    )
    return rows[0]?.there ?? false
  })
}

type Restoring = { connectionString: string; uploads: string | null; file: string; logLevel: string }

/**
 * Puts a backup back: puts the books there are aside, builds the schema the backup was made with, loads all rows in one transaction and
 * checks their number, brings the schema up to date, and only then gives up what stood aside. Fails → the former books stand again; is
 * killed → the mark says so to whoever comes, and running it again or `takeBack` puts it right. Refused while anybody is connected.
 */
export async function restoreDatabase({ connectionString, uploads, file, logLevel }: Restoring): Promise<BackupContents> {
  const contents = await inspectBackup({ file }) // before anything is touched
  await refusePooler({ connectionString, work: 'A restore' })
  await withClient(connectionString, async (client) => {
    await refuseCompany(client)
    await putAside(client)
    try {
      const draft = uploads ? await emptyDraft(uploads) : null
      await fill({ connectionString, draft, file, logLevel, migrations: contents.migrations })
      if (uploads) await swapFiles(uploads)
    } catch (error) {
      await putBack(client)
      if (uploads) await backToFormer(uploads)
      throw error
    }
    await letGo(client)
    if (uploads) await dropFormer(uploads)
    await client.query('analyze')
  })
  return contents
}

/** The books and files from before a restore that was broken off. False when none was. */
export async function takeBack({ connectionString, uploads }: Pick<Restoring, 'connectionString' | 'uploads'>): Promise<boolean> {
  await refusePooler({ connectionString, work: 'A restore' })
  return withClient(connectionString, async (client) => {
    await refuseCompany(client)
    if (!(await booksStandAside(client))) return false
    if (uploads) await backToFormer(uploads)
    await putBack(client)
    return true
  })
}

/** One restore at a time, and nobody at work: what others wrote meanwhile would be lost without a word. */
async function refuseCompany(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [RESTORE_LOCK])
  if (!rows[0]?.mine) throw new BackupFileError('another restore is under way')
  const others = await whoIsConnected(client)
  if (others.length > 0) throw new BackupFileError(`somebody is connected to this database (${others.join(', ')}): stop the servers first`)
}

async function fill({
  connectionString,
  draft,
  file,
  logLevel,
  migrations,
}: {
  connectionString: string
  draft: string | null
  file: string
  logLevel: string
  migrations: readonly string[]
}): Promise<void> {
  await migrateDatabase({ connectionString, logLevel, only: migrations, restoring: true })
  await withClient(connectionString, async (client) => {
    await client.query('begin')
    const rebuild = await takeDownGuards(client)
    await readContainer({
      file,
      take: async ({ entry, content }) => {
        if (entry.kind === 'table') await load({ client, entry, content })
        if (entry.kind === 'sequences')
          for (const { name, value } of entry.values) await client.query('select setval($1::regclass, $2::bigint)', [name, value])
        if (entry.kind === 'file' && draft) await writeFile({ uploads: draft, inside: entry.path, content })
      },
    })
    for (const statement of rebuild) await client.query(statement) // foreign keys are checked here
    await client.query('update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_by is not null')
    await client.query('update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_by is not null')
    await client.query('commit')
  })
  await migrateDatabase({ connectionString, logLevel, restoring: true })
  // what was proven was proven of other rows: they have been written anew
  await withClient(connectionString, (client) => client.query('delete from proven_documents'))
}

async function withClient<Result>(connectionString: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString, application_name: 'gendan-restore' })
  client.on('error', () => undefined) // the statement that was running fails with it and says so
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function load({
  client,
  entry,
  content,
}: {
  client: pg.Client
  entry: Extract<Entry, { kind: 'table' }>
  content: AsyncIterable<Buffer>
}): Promise<void> {
  const name = `${pg.escapeIdentifier(entry.schema)}.${pg.escapeIdentifier(entry.table)}`
  await client.query(`delete from ${name}`) // what migrations put there is in the backup too
  const columns = entry.columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  const target = client.query(copyFrom(`copy ${name} (${columns}) from stdin`))
  await pipeline(Readable.from(content), target)
  if (entry.rows !== undefined && target.rowCount !== entry.rows) {
    throw new BackupFileError(`${entry.table}: ${entry.rows} rows were backed up, ${target.rowCount} restored`)
  }
}

async function writeFile({ uploads, inside, content }: { uploads: string; inside: string; content: AsyncIterable<Buffer> }): Promise<void> {
  const target = path.resolve(uploads, inside)
  if (!target.startsWith(path.resolve(uploads) + path.sep))
    throw new BackupFileError(`a file of the backup leads out of the folder of uploads: ${inside}`)
  await mkdir(path.dirname(target), { recursive: true })
  await pipeline(Readable.from(content), createWriteStream(target))
}
