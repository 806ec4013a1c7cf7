import { setTimeout as pause } from 'node:timers/promises'

import type { Payload } from 'payload'
import pg from 'pg'

import { poolFor } from './pools'

/*
 * Replicas take reports off the primary. Nobody may see less than he has just written: a replica is read only when it has everything that was
 * in the primary's log when the question was asked, so also when the write went through another server. One that does not get there soon, or
 * does not answer, is passed over, and in the end the primary answers itself.
 */

/** Milliseconds a report waits for a replica to catch up before it goes elsewhere. */
const CATCH_UP = 1000
/** Milliseconds a replica that failed is left alone. */
const REST = 15_000

type Replica = { url: string; pool: pg.Pool; restsUntil: number }

const replicas = new Map<string, Replica>()
let turn = 0

function replicaOf(payload: Payload, url: string): Replica {
  const known = replicas.get(url)
  if (known) return known
  const pool = new pg.Pool({
    connectionString: url,
    max: 5,
    connectionTimeoutMillis: 2000,
    idleTimeoutMillis: 10_000,
    application_name: 'gendan-reports',
    allowExitOnIdle: true,
  })
  const lost = ({ message }: Error) => payload.logger.warn({ msg: `A connection to a replica was lost: ${message}` })
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  const made = { url, pool, restsUntil: 0 }
  replicas.set(url, made)
  return made
}

/** How much of the primary's log stands safely on its disk: what has been acknowledged to anybody lies before it. */
async function positionOfPrimary(payload: Payload): Promise<string> {
  const { rows } = await poolFor(payload, 'health').query<{ at: string }>('select pg_current_wal_flush_lsn()::text as at')
  return rows[0]?.at ?? '0/0'
}

async function hasReached(client: pg.PoolClient, position: string): Promise<boolean> {
  for (const until = performance.now() + CATCH_UP; ; await pause(20)) {
    const { rows } = await client.query<{ reached: boolean | null }>(
      `select case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_flush_lsn() end >= $1::pg_lsn as reached`,
      [position],
    )
    if (rows[0]?.reached) return true
    if (performance.now() > until) return false
  }
}

/** A connection for reading everything that has been written until now: a replica's by turns, else the one kept for reports. */
export async function readingClient({ payload, urls }: { payload: Payload; urls: readonly string[] }): Promise<pg.PoolClient> {
  if (urls.length > 0) {
    const position = await positionOfPrimary(payload)
    turn += 1
    for (let at = 0; at < urls.length; at += 1) {
      const client = await clientOf({ payload, url: urls[(turn + at) % urls.length] ?? '', position })
      if (client) return client
    }
  }
  return poolFor(payload, 'reports').connect()
}

async function clientOf({ payload, url, position }: { payload: Payload; url: string; position: string }): Promise<pg.PoolClient | null> {
  const replica = replicaOf(payload, url)
  if (Date.now() < replica.restsUntil) return null
  let client: pg.PoolClient | undefined
  try {
    client = await replica.pool.connect()
    if (await hasReached(client, position)) return client
    client.release()
    payload.logger.warn({ msg: 'A replica lags behind; the primary answers', replica: new URL(url).host })
  } catch (error) {
    client?.release(true)
    payload.logger.warn({ msg: `A replica does not answer; the primary does: ${(error as Error).message}`, replica: new URL(url).host })
  }
  replica.restsUntil = Date.now() + REST
  return null
}

/** How a replica is: its host, how many bytes of the log it lacks and since when; `lag` null when it does not answer. */
export type ReplicaState = { host: string; lag: number | null; seconds: number | null }

/** The replicas as they are now, for those who watch. */
export async function replicaStates({ payload, urls }: { payload: Payload; urls: readonly string[] }): Promise<ReplicaState[]> {
  if (urls.length === 0) return []
  const position = await positionOfPrimary(payload)
  return Promise.all(
    urls.map(async (url) => {
      const { host } = new URL(url)
      try {
        const { rows } = await replicaOf(payload, url).pool.query<{ lag: string; seconds: string }>(
          `select greatest(0, pg_wal_lsn_diff($1::pg_lsn, coalesce(pg_last_wal_replay_lsn(), $1::pg_lsn)))::text as lag,
             coalesce(extract(epoch from now() - pg_last_xact_replay_timestamp()), 0)::text as seconds`,
          [position],
        )
        const lag = Number(rows[0]?.lag)
        return { host, lag, seconds: lag === 0 ? 0 : Number(rows[0]?.seconds) }
      } catch {
        return { host, lag: null, seconds: null }
      }
    }),
  )
}

/** Ends the connections to all replicas. */
export async function endReplicas(): Promise<void> {
  const all = [...replicas.values()]
  replicas.clear()
  await Promise.all(all.map(({ pool }) => pool.end()))
}
