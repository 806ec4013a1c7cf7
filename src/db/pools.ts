import type { PostgresAdapter } from '@payloadcms/db-postgres/types'
import type { Payload } from 'payload'
import pg from 'pg'

import { giveBackWhatCannotBegin } from './givenBack'
import { oneAfterAnother } from './oneAfterAnother'
import { postgresOf } from './postgres'
import { isBehindPooler, keepsPlans, withoutStartupSettings } from './pooler'
import { nameStatements } from './preparedStatements'
import { tellRolledBack } from './rolledBack'
import { tellStatements } from './watchedStatements'

/*
 * Connections are kept apart by what they are for. What waits for a lock sits on one of the writers' connections only: people still log in
 * and read, reports go on, and whoever asks whether the database is there gets an answer.
 */
export type PoolPurpose = 'writes' | 'health' | 'reports' | 'limits'

type Named = { pool: pg.Pool; purpose: PoolPurpose }
/** Kept on the adapter itself: the built pages hold a copy of this module, and there is one set of connections all the same. */
const pools = Symbol.for('gendan.pools')
type WithPools = PostgresAdapter & { [pools]?: Named[] }

const limits: Readonly<Record<PoolPurpose, pg.PoolConfig>> = {
  writes: {},
  health: { max: 2, connectionTimeoutMillis: 2000, statement_timeout: 2000, idleTimeoutMillis: 10_000, allowExitOnIdle: true },
  limits: { max: 3, connectionTimeoutMillis: 1000, statement_timeout: 1000, idleTimeoutMillis: 10_000, allowExitOnIdle: true },
  reports: { max: 5, connectionTimeoutMillis: 10_000, statement_timeout: 120_000, idleTimeoutMillis: 10_000, allowExitOnIdle: true },
}

/** The pool of this adapter for one purpose, made when it is first asked for. Lost connections are told, they end nothing. */
export function poolOf(adapter: WithPools, purpose: PoolPurpose): pg.Pool {
  const known = adapter[pools] ?? []
  const found = known.find((one) => one.purpose === purpose)
  if (found) return found.pool
  const pool = watched(
    madePool(adapter, { ...adapter.poolOptions, application_name: `gendan-${purpose}`, ...limits[purpose] }),
    adapter.payload,
  )
  if (purpose === 'writes') {
    pool.on('connect', giveBackWhatCannotBegin)
    pool.on('connect', tellRolledBack)
  }
  adapter[pools] = [...known, { pool, purpose }]
  return pool
}

export const poolFor = (payload: Payload, purpose: PoolPurpose): pg.Pool => poolOf(postgresOf(payload), purpose)

/** A pool of this adapter, as what stands before its database takes it. */
export const madePool = (adapter: object, config: pg.PoolConfig): pg.Pool =>
  new pg.Pool(isBehindPooler(adapter) ? withoutStartupSettings(config) : config)

/** A pool that survives the death of its connections, idle ones and those between two statements of a transaction. */
export function watched(pool: pg.Pool, payload: Payload): pg.Pool {
  const lost = ({ message }: Error) => payload.logger.error({ msg: `A database connection was lost: ${message}` })
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  if (keepsPlans(payload.db)) pool.on('connect', nameStatements)
  pool.on('connect', tellStatements)
  pool.on('connect', oneAfterAnother)
  return pool
}

export async function endPools(adapter: WithPools): Promise<void> {
  const known = adapter[pools] ?? []
  delete adapter[pools]
  await Promise.all(known.map(({ pool }) => pool.end()))
}
