import type { Payload } from 'payload'
import pg from 'pg'

import { poolFor as ownPool } from './pools'

type Statement = { text: string; values: readonly unknown[] }
type ReadRow = Record<string, string | number | boolean | null>

/** Reads of one moment: two statements of one `readOnly` see the same books. Numerics and sums come as exact text. */
type Reading = {
  rows: (statement: Statement) => Promise<ReadRow[]>
  batches: (statement: Statement, size: number) => AsyncGenerator<ReadRow[]>
}

const replicas = new Map<string, pg.Pool>()
let turn = 0

/** A replica's pool by turns; without replicas the one kept for reports. */
function poolFor({ payload, replicaUrls }: { payload: Payload; replicaUrls: readonly string[] }): pg.Pool {
  const url = replicaUrls[(turn += 1) % Math.max(1, replicaUrls.length)]
  if (url === undefined) return ownPool(payload, 'reports')
  const known = replicas.get(url)
  if (known) return known
  const pool = new pg.Pool({
    connectionString: url,
    max: 5,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 120_000,
    application_name: 'gendan-reports',
    allowExitOnIdle: true,
  })
  const lost = (err: Error) => payload.logger.error({ err, msg: 'A connection to a replica was lost' })
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  replicas.set(url, pool)
  return pool
}

/**
 * Runs `work` in a transaction that Postgres itself keeps from writing, on one snapshot, with a connection of its own. A report
 * that tries to write fails here, whatever its text says. The connection goes back when `work` ends, also when it fails.
 */
export async function readOnly<Result>({
  payload,
  replicaUrls = [],
  work,
}: {
  payload: Payload
  replicaUrls?: readonly string[]
  work: (reading: Reading) => Promise<Result>
}): Promise<Result> {
  const client = await poolFor({ payload, replicaUrls }).connect()
  let broken: Error | undefined
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    await client.query(`set local work_mem = '64MB'`) // a report gathers a million lines in memory instead of on disk
    const result = await work({
      rows: async ({ text, values }) => (await client.query<ReadRow>(text, [...values])).rows,
      batches: (statement, size) => portions({ client, statement, size }),
    })
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}

async function* portions({
  client,
  statement,
  size,
}: {
  client: pg.PoolClient
  statement: Statement
  size: number
}): AsyncGenerator<ReadRow[]> {
  await client.query(`declare portions no scroll cursor for ${statement.text}`, [...statement.values])
  for (;;) {
    const { rows } = await client.query<ReadRow>(`fetch ${Math.trunc(size)} from portions`)
    if (rows.length > 0) yield rows
    if (rows.length < size) break
  }
  await client.query('close portions')
}
