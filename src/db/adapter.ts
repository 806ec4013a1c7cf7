// More than 200 lines: what makes the adapter of the platform strict is one object with one rule of transactions.

import { postgresAdapter, sql } from '@payloadcms/db-postgres'
import type { PostgresAdapter } from '@payloadcms/db-postgres/types'
import { APIError, type DatabaseAdapterObj } from 'payload'
import type pg from 'pg'

import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'

import { keepSessions } from './accounts/keptSessions'
import { databaseDefaults, exactColumns } from './columns'
import { takeNullAsNoRows } from './emptyLists'
import { leanIndexes } from './indexes'
import { insertRowsAsJson } from './insertRows'
import { endPools, madePool, poolOf, watched } from './pools'
import { rememberReads } from './rememberedReads'
import { joinRows } from './rowsAside'
import { endReplicas } from './replicas'
import { isBehindPooler, meetDatabase, noteMeeting, type Prepared, settingsOfTransaction } from './pooler'
import { CommitUnknown, noteTrouble, troubleIn } from './trouble'

type Session = PostgresAdapter['sessions'][string]

const poolLimits = {
  max: 20,
  idle_in_transaction_session_timeout: 60_000,
  statement_timeout: 120_000,
  application_name: 'gendan',
}

export type Connection = {
  connectionString: string
  max?: number
  lockWait?: number
  /** Whether connections keep planned statements by name; `auto`: where no pooler stands before the database. */
  prepared?: Prepared
}

/**
 * Payload's Postgres adapter, made strict: it never reports a write that did not happen (docs/lessons.md, "The platform").
 * COMMIT failures and lost transactions are thrown; the pool is ours, so an idle connection that dies does not take the
 * process with it, and nothing leaks. Transactions have connections of their own, so that a lock somebody waits for keeps nobody from
 * reading; they wait for it `lockWait` milliseconds at most. `connection` is asked whenever an application starts.
 */
export function strictPostgres(connection: () => Connection): DatabaseAdapterObj<PostgresAdapter> {
  const init: DatabaseAdapterObj<PostgresAdapter>['init'] = (args) => {
    const { prepared = 'auto', ...pool } = connection()
    return strict(platformAdapter(pool).init(args) as PostgresAdapter, prepared)
  }
  return { ...platformAdapter({ connectionString: '' }), init }
}

function platformAdapter({ connectionString, max = poolLimits.max, lockWait = 5000 }: Omit<Connection, 'prepared'>) {
  return postgresAdapter({
    push: false,
    migrationDir: `${process.cwd()}/src/db/migrations`,
    // whoever writes waits for a connection as long as a few others before him may wait for their locks
    pool: { ...poolLimits, max, lock_timeout: lockWait, connectionTimeoutMillis: 6 * lockWait, connectionString },
    beforeSchemaInit: [leanIndexes, databaseDefaults],
    afterSchemaInit: [exactColumns],
    logger: false,
  })
}

function strict(adapter: PostgresAdapter, prepared: Prepared): PostgresAdapter {
  const connect = adapter.connect?.bind(adapter)
  adapter.connect = async (options) => {
    if (!adapter.pool) {
      // our own pool: Payload's connect would check out one client and never give it back
      if (!adapter.poolOptions?.connectionString)
        throw new Error('No database: DATABASE_URL is not set and the embedded Postgres has not been started')
      noteMeeting(adapter, await meetDatabase({ connectionString: adapter.poolOptions.connectionString, prepared }))
      const pool = watched(
        madePool(adapter, { ...adapter.poolOptions, application_name: 'gendan-reads', connectionTimeoutMillis: 10_000 }),
        adapter.payload,
      )
      try {
        await pool.query('select 1')
      } catch (error) {
        await pool.end()
        throw error
      }
      adapter.pool = pool
    }
    await connect?.(options)
    rememberReads(adapter.drizzle)
  }
  adapter.beginTransaction = (options) => begin(adapter, options)
  adapter.commitTransaction = (id) => commit(adapter, id)
  adapter.rollbackTransaction = (id) => rollback(adapter, id)
  const updateOne = adapter.updateOne.bind(adapter)
  adapter.updateOne = (args) => updateOne({ ...args, data: withoutAbsent(args.data) })
  joinRows(adapter) // first: it listens to what Payload's own creation writes
  takeNullAsNoRows(adapter)
  keepSessions(adapter)
  const insert = adapter.insert.bind(adapter)
  adapter.insert = insertRowsAsJson(async (args) => {
    const rows: Awaited<ReturnType<typeof insert>> = []
    for (const values of portionsOf(adapter, args)) rows.push(...(await insert({ ...args, values } as typeof args)))
    return rows
  })
  for (const name of ['findOne', 'find', 'count', 'findGlobal'] as const) tellOfTrouble(adapter, name)
  const destroy = adapter.destroy?.bind(adapter)
  adapter.destroy = async () => {
    const { pool } = adapter
    Object.assign(adapter, { pool: undefined }) // Payload reconnects the same adapter when sources change under `npm run dev`
    await destroy?.()
    await Promise.all([endPools(adapter), endReplicas()])
    if (pool && !pool.ended) await pool.end()
  }
  return adapter
}

/** The protocol counts the parameters of a statement in two bytes. */
const MOST_PARAMETERS = 65_535
/** Rows of one statement: more make it no faster, and a log of it no shorter. */
const MOST_ROWS = 500

type Insert = Parameters<PostgresAdapter['insert']>[0]

/** Payload inserts all rows of a list in one statement: 34 columns of 1,928 lines are more parameters than there can be. */
function portionsOf(adapter: PostgresAdapter, { tableName, values }: Insert): Insert['values'][] {
  if (!Array.isArray(values)) return [values]
  const columns = Object.keys(adapter.rawTables[tableName]?.columns ?? {}).length
  const size = Math.min(MOST_ROWS, Math.floor(MOST_PARAMETERS / Math.max(1, columns)))
  return Array.from({ length: Math.ceil(values.length / size) }, (_, at) => values.slice(at * size, (at + 1) * size))
}

/** Reads that failed for the database's own reasons are told to whoever watches: who looks the user up takes any error for "nobody". */
function tellOfTrouble(adapter: PostgresAdapter, name: 'findOne' | 'find' | 'count' | 'findGlobal'): void {
  const read = adapter[name].bind(adapter) as (args: unknown) => Promise<unknown>
  const told = async (args: unknown): Promise<unknown> => {
    try {
      return await read(args)
    } catch (error) {
      noteTrouble(error)
      throw error
    }
  }
  Object.assign(adapter, { [name]: told })
}

/**
 * Payload empties every array and list that is not in the data of an update, even where its key is there without a value. A
 * field left `undefined` on purpose stays as it is stored (a step does not rewrite the lines).
 */
const withoutAbsent = <Data extends object>(data: Data): Data =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as Data

type Writer = Pick<PostgresAdapter['drizzle'], 'transaction'>
const writers = new WeakMap<pg.Pool, Writer>()

/** What opens transactions: on the writers' connections. */
function writerOf(adapter: PostgresAdapter): Writer {
  const client = poolOf(adapter, 'writes')
  const known = writers.get(client)
  if (known) return known
  const made = drizzle({ client, schema: adapter.schema })
  writers.set(client, made)
  return made
}

async function begin(adapter: PostgresAdapter, options: unknown): Promise<string> {
  await adapter.initializing
  const id = crypto.randomUUID()
  let open: (db: Session['db']) => void = () => undefined
  let fail: (error: unknown) => void = () => undefined
  const ready = new Promise<Session['db']>((resolve, reject) => {
    open = resolve
    fail = reject
  })
  let release: () => void = () => undefined
  let abort: (error: Error) => void = () => undefined
  const gate = new Promise<void>((resolve, reject) => {
    release = resolve
    abort = reject
  })
  // drizzle's own promise is kept: it alone knows whether COMMIT worked
  const done = writerOf(adapter).transaction(
    async (tx) => {
      if (isBehindPooler(adapter)) await tx.execute(sql.raw(settingsOfTransaction(adapter.poolOptions ?? {})))
      open(rememberReads(tx))
      await gate
    },
    options ?? adapter.transactionOptions ?? undefined,
  )
  done.catch(fail)
  const db = await ready.catch((error: unknown) => {
    noteTrouble(error)
    throw error
  })
  adapter.sessions[id] = {
    db,
    resolve: async () => {
      release()
      await done.catch((error: unknown) => {
        if (troubleIn(error) === 'unreachable') throw new CommitUnknown('The connection was lost during COMMIT', { cause: error })
        throw error
      })
    },
    reject: async () => {
      abort(new Error('rollback'))
      await done.catch(() => undefined)
    },
  } as Session
  return id
}

async function commit(adapter: PostgresAdapter, incoming: number | Promise<number | string> | string = ''): Promise<void> {
  const id = String(await incoming)
  const session = adapter.sessions[id]
  if (!session) throw new APIError('The transaction was rolled back by a nested operation; nothing was saved', 500)
  delete adapter.sessions[id]
  try {
    await session.resolve()
  } catch (error) {
    await session.reject()
    throw error
  }
}

async function rollback(adapter: PostgresAdapter, incoming: number | Promise<number | string> | string = ''): Promise<void> {
  const id = String(await incoming)
  const session = adapter.sessions[id]
  if (!session) return
  delete adapter.sessions[id]
  await session.reject()
}
