import { runMigrations } from 'graphile-worker'
import type { Payload } from 'payload'
import type { PostgresAdapter } from '@payloadcms/db-postgres/types'
import pg from 'pg'

import { migrations } from './migrations'

/** Any number that nothing else of ours locks. */
const MIGRATION_LOCK = 4_207_251_001

/**
 * Brings the database up to date: our migrations and those of the job queue. Processes that start together wait for one another
 * and the second finds nothing to do. Each migration runs in a transaction of its own; one that fails stops the start.
 */
export async function migrateDatabase({ payload }: { payload: Payload }): Promise<void> {
  const adapter = payload.db as unknown as PostgresAdapter
  const client = new pg.Client({ connectionString: adapter.poolOptions?.connectionString, application_name: 'gendan-migrate' })
  client.on('error', (err) => payload.logger.error({ err, msg: 'The connection that guards the migrations was lost' }))
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await payload.db.migrate({ migrations: migrations as never })
    await runMigrations({ pgPool: adapter.pool })
  } finally {
    await client.end() // the lock ends with its session
  }
}
