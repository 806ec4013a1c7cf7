import type { Payload } from 'payload'

import { postgresOf } from './postgres'

const poolOf = (payload: Payload) => postgresOf(payload).pool

/** Whether the database answers within two seconds. */
export async function databaseAnswers({ payload }: { payload: Payload }): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), 2000)))
  const asked = poolOf(payload)
    .query('select 1')
    .then(
      () => true,
      () => false,
    )
  const answered = await Promise.race([asked, late])
  clearTimeout(timer)
  return answered
}

/** Connections of this process: all, idle, and requests waiting for one. */
export const poolFigures = ({ payload }: { payload: Payload }): { total: number; idle: number; waiting: number } => {
  const { totalCount, idleCount, waitingCount } = poolOf(payload)
  return { total: totalCount, idle: idleCount, waiting: waitingCount }
}

/** Jobs that wait, and jobs that have failed for good. */
export async function jobFigures({ payload }: { payload: Payload }): Promise<{ waiting: number; failed: number }> {
  const { rows } = await poolOf(payload).query<{ waiting: number; failed: number }>(
    'select count(*) filter (where attempts < max_attempts)::int as waiting, count(*) filter (where attempts >= max_attempts)::int as failed from graphile_worker.jobs',
  )
  return rows[0] ?? { waiting: 0, failed: 0 }
}
