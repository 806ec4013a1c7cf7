import type { Payload } from 'payload'

import { poolFor } from './pools'
import { recentTrouble } from './trouble'

export type DatabaseState = 'ready' | 'unreachable' | 'readOnly' | 'full'

/** Whether the database can be worked with, in a word: asked on a connection of its own, answered within two seconds. */
export async function databaseState({ payload }: { payload: Payload }): Promise<DatabaseState> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'unreachable'>((resolve) => (timer = setTimeout(() => resolve('unreachable'), 2000)))
  const asked = poolFor(payload, 'health')
    .query<{ readonly: boolean }>(`select pg_is_in_recovery() or current_setting('default_transaction_read_only') = 'on' as readonly`)
    .then(
      ({ rows }) => (rows[0]?.readonly ? ('readOnly' as const) : ('ready' as const)),
      () => 'unreachable' as const,
    )
  const state = await Promise.race([asked, late])
  clearTimeout(timer)
  // a full disk still answers; what a write met in the last half minute tells
  return state === 'ready' && recentTrouble(30) === 'full' ? 'full' : state
}

/** Connections of this process for writing: all, idle, and requests waiting for one. */
export const poolFigures = ({ payload }: { payload: Payload }): { total: number; idle: number; waiting: number } => {
  const { totalCount, idleCount, waitingCount } = poolFor(payload, 'writes')
  return { total: totalCount, idle: idleCount, waiting: waitingCount }
}

export type Backlog = { waiting: number; failed: number; oldestSeconds: number }

const backlog = async (payload: Payload, text: string): Promise<Backlog> => {
  const { rows } = await poolFor(payload, 'health').query<Backlog>(text)
  return rows[0] ?? { waiting: 0, failed: 0, oldestSeconds: 0 }
}

/** Statements of this database that wait for somebody else's lock, and for how long the longest of them has. */
export async function lockFigures({ payload }: { payload: Payload }): Promise<{ waiting: number; longestSeconds: number }> {
  const { rows } = await poolFor(payload, 'health').query<{ waiting: number; longestSeconds: number }>(
    `select count(*)::int as waiting, coalesce(extract(epoch from clock_timestamp() - min(query_start)), 0)::float8 as "longestSeconds"
     from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows[0] ?? { waiting: 0, longestSeconds: 0 }
}

/** Jobs that are due and wait, for how long the oldest does, and jobs that have failed for good. */
export const jobFigures = ({ payload }: { payload: Payload }): Promise<Backlog> =>
  backlog(
    payload,
    `select count(*) filter (where due and not lost)::int as waiting, count(*) filter (where lost)::int as failed,
       coalesce(extract(epoch from now() - min(run_at) filter (where due and not lost)), 0)::float8 as "oldestSeconds"
     from (select run_at, run_at <= now() as due, attempts >= max_attempts as lost from graphile_worker.jobs) j`,
  )

/** Mails that wait, for how long the oldest does, and mails that no server has taken. */
export const mailFigures = ({ payload }: { payload: Payload }): Promise<Backlog> =>
  backlog(
    payload,
    `select count(*) filter (where status = 'queued')::int as waiting, count(*) filter (where status = 'failed')::int as failed,
       coalesce(extract(epoch from now() - min(created_at) filter (where status = 'queued')), 0)::float8 as "oldestSeconds"
     from outbox where status <> 'sent'`,
  )

/** Calls of programs and robots outside that wait, and those that were given up in the last week. */
export const callFigures = ({ payload }: { payload: Payload }): Promise<Backlog> =>
  backlog(
    payload,
    `select count(*) filter (where status = 'queued')::int as waiting,
       count(*) filter (where status = 'failed' and created_at > now() - interval '7 days')::int as failed,
       coalesce(extract(epoch from now() - min(created_at) filter (where status = 'queued')), 0)::float8 as "oldestSeconds"
     from calls where status in ('queued', 'failed')`,
  )

export type FailedMail = { id: number; to: string; subject: string; error: string; attempts: number; at: string }

/** The mails that wait or were not taken, the newest first: whom for, and what the mail server said. */
export async function troubledMails({ payload }: { payload: Payload }): Promise<FailedMail[]> {
  const { rows } = await poolFor(payload, 'health').query<FailedMail>(
    `select id, "to", coalesce(subject, '') as subject, coalesce(last_error, '') as error, coalesce(attempts, 0)::int as attempts,
       to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
     from outbox where status = 'failed' or (status = 'queued' and attempts > 0) order by id desc limit 50`,
  )
  return rows
}

/** What the database says of itself: version, size in bytes, the newest migration. */
export async function databaseFacts({ payload }: { payload: Payload }): Promise<{ version: string; bytes: number; migration: string }> {
  const { rows } = await poolFor(payload, 'health').query<{ version: string; bytes: string; migration: string }>(
    `select current_setting('server_version') as version, pg_database_size(current_database())::text as bytes,
       coalesce((select name from payload_migrations where batch >= 0 order by id desc limit 1), '') as migration`,
  )
  const [found] = rows
  return { version: found?.version ?? '', bytes: Number(found?.bytes ?? 0), migration: found?.migration ?? '' }
}
