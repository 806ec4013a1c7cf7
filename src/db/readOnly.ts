import type { Payload } from 'payload'
import type pg from 'pg'

import { readingClient } from './replicas'

/** Milliseconds one statement of a report may take. */
const MOST_TIME = 120_000

type Statement = { text: string; values: readonly unknown[] }
type ReadRow = Record<string, string | number | boolean | null>

/** Reads of one moment: two statements of one `readOnly` see the same books. Numerics and sums come as exact text. */
type Reading = {
  rows: (statement: Statement) => Promise<ReadRow[]>
  batches: (statement: Statement, size: number) => AsyncGenerator<ReadRow[]>
}

/**
 * Runs `work` in a transaction that Postgres itself keeps from writing, on one snapshot, with a connection of its own. A report
 * that tries to write fails here, whatever its text says. The connection goes back when `work` ends, also when it fails.
 */
export async function readOnly<Result>({
  payload,
  replicaUrls = [],
  timeZone,
  work,
}: {
  payload: Payload
  replicaUrls?: readonly string[]
  /** Where the business is: the day of an instant is its day there. */
  timeZone: string
  work: (reading: Reading) => Promise<Result>
}): Promise<Result> {
  const client = await readingClient({ payload, urls: replicaUrls })
  let broken: Error | undefined
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    // a report gathers a million lines in memory instead of on disk; its time is set here, because a pooler takes no settings before
    await client.query(`set local work_mem = '64MB'; set local statement_timeout = ${String(MOST_TIME)}`)
    await client.query(`select set_config('TimeZone', $1, true)`, [timeZone])
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
