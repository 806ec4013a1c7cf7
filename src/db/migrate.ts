import { randomUUID } from 'node:crypto'

import { runMigrations } from 'graphile-worker'
import { buildConfig, type Config, getPayload } from 'payload'
import pg from 'pg'

import { strictPostgres } from './adapter'
import { booksStandAside, BrokenRestoreError } from './backup/asideBooks'
import { adoptBaseline } from './formerChain'
import { migrations } from './migrations'

/** Any number that nothing else of ours locks. */
const MIGRATION_LOCK = 4_207_251_001

/**
 * Brings the database up to date: our migrations and those of the job queue. Processes that start together wait for one another
 * and the second finds nothing to do. Each migration runs in a transaction of its own; one that fails stops the start.
 *
 * It needs Payload for the book-keeping of migrations only, so it takes a Payload without our collections: a migration is
 * SQL, and runs the same whatever the collections have become since.
 */
export async function migrateDatabase({
  connectionString,
  logLevel = 'info',
  logger = { options: { level: logLevel } },
  only,
  restoring = false,
}: {
  connectionString: string
  logLevel?: string
  /** Where it is written down which migrations run; standard output when left out. */
  logger?: NonNullable<Config['logger']>
  /** Names of the migrations to run; all when left out. For restoring a backup made with fewer. */
  only?: readonly string[]
  /** Whether a restore does it, whose books are not whole yet. */
  restoring?: boolean
}): Promise<void> {
  const guard = await connect(connectionString, 'gendan-migrate')
  try {
    // a lock of the transaction, not of the session: behind a pooler a session is another one after each transaction
    await guard.query(
      'begin; set local idle_in_transaction_session_timeout = 0; set local lock_timeout = 0; set local statement_timeout = 0',
    )
    await guard.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    await prepareBooks({ connectionString, restoring })
    const config = await buildConfig({
      collections: [],
      secret: 'signs nothing',
      telemetry: false,
      typescript: { autoGenerate: false },
      email: () => ({ name: 'none', defaultFromAddress: '', defaultFromName: '', sendEmail: () => Promise.resolve() }),
      logger,
      db: strictPostgres(() => ({ connectionString, max: 2, lockWait: 60_000 })),
    })
    const payload = await getPayload({ config, key: `migrate ${randomUUID()}` })
    try {
      await payload.db.migrate({ migrations: migrations.filter(({ name }) => only?.includes(name) ?? true) as never })
    } finally {
      await payload.destroy()
    }
    await runMigrations({ connectionString })
  } finally {
    await guard.end() // the lock ends with its transaction
  }
}

async function connect(connectionString: string, name: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, application_name: name })
  client.on('error', () => undefined) // the query that follows fails and says so
  await client.connect()
  return client
}

/** On a connection of its own: what the guard looked at it would keep from being changed until it ends. */
async function prepareBooks({ connectionString, restoring }: { connectionString: string; restoring: boolean }): Promise<void> {
  const client = await connect(connectionString, 'gendan-migrate')
  try {
    if (!restoring && (await booksStandAside(client))) throw new BrokenRestoreError()
    await adoptBaseline(client)
  } finally {
    await client.end()
  }
}

/** Refuses books that are not as this version needs them: half restored, or not migrated. For commands that only look. */
export async function refuseUnreadyBooks({ connectionString }: { connectionString: string }): Promise<void> {
  const client = await connect(connectionString, 'gendan-check')
  try {
    if (await booksStandAside(client)) throw new BrokenRestoreError()
    const { rows: found } = await client.query<{ there: boolean }>(`select to_regclass('public.payload_migrations') is not null as there`)
    const { rows } = found[0]?.there ? await client.query<{ name: string }>('select name from payload_migrations') : { rows: [] }
    const done = new Set(rows.map(({ name }) => name))
    const missing = migrations.filter(({ name }) => !done.has(name)).length
    if (missing > 0) throw new Error(`these books are ${missing} migrations behind this version: npm run migrate brings them up to date`)
  } finally {
    await client.end()
  }
}
