import { randomUUID } from 'node:crypto'

import pg from 'pg'

/*
 * A pooler (PgBouncer, Odyssey, a proxy of a cloud) hands a connection to another client after each transaction. It takes no settings when one
 * connects, nothing that is set outlives its transaction, and an older one keeps no prepared statements. That one is there shows in the number
 * of the process that serves us: a pooler tells one of its own.
 */

export type Prepared = 'auto' | 'on' | 'off'
/** Whether a pooler stands before the database, and whether connections keep planned statements by name. */
type Meeting = { pooled: boolean; prepared: boolean }

/** An address by which this cannot work. The message is one line for the operator. */
class PoolerError extends Error {}

const connected = async <Result>(connectionString: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> => {
  const client = new pg.Client({ connectionString, application_name: 'gendan-check', connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined) // the statement that was running fails with it and says so
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function goesThroughPooler(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  return rows[0]?.pid !== Reflect.get(client, 'processID')
}

/** Whether a pooler stands between us and the database of this address. */
export const isPooled = (connectionString: string): Promise<boolean> => connected(connectionString, goesThroughPooler)

/** Refuses an address that leads through a pooler, for work that holds one connection. */
export async function refusePooler({ connectionString, work }: { connectionString: string; work: string }): Promise<void> {
  if (await isPooled(connectionString))
    throw new PoolerError(
      `${work} needs the database itself, and this address leads through a pooler: give the database's own in DATABASE_DIRECT_URL (or DATABASE_OWNER_URL)`,
    )
}

async function refuseStatementMode(client: pg.Client): Promise<void> {
  try {
    await client.query('begin')
    await client.query('rollback')
  } catch (error) {
    if (!/statement pooling/i.test((error as Error).message)) throw error
    throw new PoolerError(
      'DATABASE_URL leads through a pooler in statement mode, where there are no transactions: set pool_mode = transaction',
    )
  }
}

/** Two clients give one name to two statements: where both come to one connection, and the pooler does not keep names apart, the second fails. */
async function keepsNamesApart(connectionString: string): Promise<boolean> {
  const name = `gendan_${randomUUID()}`
  const ask = (answer: number) => connected(connectionString, (client) => client.query({ name, text: `select ${String(answer)}` }))
  try {
    for (const answer of [1, 2, 3]) await ask(answer)
    return true
  } catch (error) {
    if (/prepared statement/i.test((error as Error).message)) return false
    throw error
  }
}

/** What stands before the database. Refuses, with the reason, what cannot work; `auto` names statements only where nothing stands between. */
export async function meetDatabase({ connectionString, prepared }: { connectionString: string; prepared: Prepared }): Promise<Meeting> {
  const pooled = await connected(connectionString, async (client) => {
    const found = await goesThroughPooler(client)
    if (found) await refuseStatementMode(client)
    return found
  })
  if (pooled && prepared === 'on' && !(await keepsNamesApart(connectionString)))
    throw new PoolerError(
      'DATABASE_PREPARED is on, and the pooler of DATABASE_URL keeps no prepared statements: leave it out, or let the pooler keep them (PgBouncer from 1.21 with max_prepared_statements)',
    )
  return { pooled, prepared: prepared === 'on' || (prepared === 'auto' && !pooled) }
}

/** Kept on the adapter itself: the built pages hold a copy of this module. */
const behind = Symbol.for('gendan.pooler')

export const noteMeeting = (adapter: object, meeting: Meeting): void => void Object.assign(adapter, { [behind]: meeting })

export const isBehindPooler = (adapter: object): boolean => (Reflect.get(adapter, behind) as Meeting | undefined)?.pooled ?? false

/** The connections of this adapter keep planned statements by name. */
export const keepsPlans = (adapter: object): boolean => (Reflect.get(adapter, behind) as Meeting | undefined)?.prepared ?? false

/** The settings of a pool as a pooler takes them: none at the start of a connection; a client waits for its answer no longer instead. */
export function withoutStartupSettings({
  lock_timeout: _lock,
  idle_in_transaction_session_timeout: _idle,
  statement_timeout: most,
  ...config
}: pg.PoolConfig): pg.PoolConfig {
  return typeof most === 'number' ? { ...config, query_timeout: most } : config
}

/** The same settings, as a transaction sets them for itself: one text, sent once. */
export const settingsOfTransaction = ({ lock_timeout, statement_timeout, idle_in_transaction_session_timeout }: pg.PoolConfig): string =>
  Object.entries({ lock_timeout, statement_timeout, idle_in_transaction_session_timeout })
    .flatMap(([name, value]) => (typeof value === 'number' ? [`set local ${name} = ${String(Math.trunc(value))}`] : []))
    .join('; ')
