import { buildConfig, getPayload, type CollectionConfig, type Payload } from 'payload'

import type { PostgresAdapter } from '@payloadcms/db-postgres/types'
import pg from 'pg'

import { strictPostgres } from '@/src/db/adapter'

import { createTestDatabase } from './database'

export type SmallHouse = { payload: Payload; pool: pg.Pool; databaseName: string; close: () => Promise<void> }

/**
 * A Payload with our adapter and nothing else of ours: a few collections on an empty database, for the mechanisms below the
 * business. `statements` run after the tables have been created.
 */
export async function startSmallHouse({
  collections,
  statements = [],
  max = 10,
}: {
  collections: CollectionConfig[]
  statements?: readonly string[]
  max?: number
}): Promise<SmallHouse> {
  const database = await createTestDatabase({ empty: true })
  const config = await buildConfig({
    collections,
    secret: 'for the tests only',
    telemetry: false,
    typescript: { autoGenerate: false },
    logger: { options: { level: 'silent' } },
    db: strictPostgres(() => ({ connectionString: database.url, max })),
  })
  const payload = await getPayload({ config, key: database.name })
  const adapter = payload.db as unknown as PostgresAdapter
  const { generateDrizzleJson, generateMigration } = adapter.requireDrizzleKit()
  const tables = await generateMigration(adapter.defaultDrizzleSnapshot, await generateDrizzleJson(adapter.schema))
  const pool = new pg.Pool({ connectionString: database.url, max: 2 })
  pool.on('error', () => undefined)
  for (const statement of [...tables, ...statements]) await pool.query(statement)
  return {
    payload,
    pool,
    databaseName: database.name,
    close: async () => {
      await payload.destroy()
      await pool.end()
      await database.drop()
    },
  }
}
