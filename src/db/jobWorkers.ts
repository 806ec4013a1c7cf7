import type { JobPool } from './jobPool'

/*
 * A job belongs to the worker that took it until that says what became of it. A worker that died never does, and the queue itself waits
 * four hours for it. So each is seen every few seconds; who has not been seen for a while is dead, and the others take over what it held.
 */

/** Milliseconds between two signs of life. */
export const SEEN_EVERY = 10_000
/** Seconds without a sign of life after which a worker counts as dead: long enough for a busy machine, and for a database that restarts. */
const SILENT_FOR = 60

/** Says that these workers live. */
export async function seeWorkers({ pool, ids }: { pool: JobPool; ids: readonly string[] }): Promise<void> {
  await pool.query(
    `insert into job_workers (id, seen_at) select id, now() from unnest($1::text[]) id order by id
     on conflict (id) do update set seen_at = excluded.seen_at`,
    [ids],
  )
}

/** These workers have ended in good order and hold nothing. */
export async function forgetWorkers({ pool, ids }: { pool: JobPool; ids: readonly string[] }): Promise<void> {
  await pool.query('delete from job_workers where id = any($1::text[])', [ids])
}

/**
 * Gives back the jobs of workers that have not been seen for a minute, and returns how many workers that were. A job is tried again, so
 * tasks make sure that twice is as good as once.
 */
export async function releaseJobsOfTheDead({ pool }: { pool: JobPool }): Promise<number> {
  const { rows } = await pool.query<{ id: string }>(
    `select distinct locked_by as id from graphile_worker.jobs
     where locked_at < now() - make_interval(secs => $1)
       and not exists (select from job_workers w where w.id = locked_by and w.seen_at > now() - make_interval(secs => $1))`,
    [SILENT_FOR],
  )
  const dead = rows.map(({ id }) => id)
  if (dead.length > 0) await pool.query('select graphile_worker.force_unlock_workers($1::text[])', [dead])
  await pool.query(`delete from job_workers where seen_at < now() - interval '1 hour'`)
  return dead.length
}
