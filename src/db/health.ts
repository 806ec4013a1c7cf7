import type { Payload } from 'payload'

import { poolFor } from './pools'
import { recentTrouble } from './trouble'

/** Whether the database can be worked with, in a word: asked on a connection of its own, answered within two seconds. */
export async function databaseState({ payload }: { payload: Payload }): Promise<'ready' | 'unreachable' | 'readOnly' | 'full'> {
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

/** Jobs that wait, and jobs that have failed for good. */
export async function jobFigures({ payload }: { payload: Payload }): Promise<{ waiting: number; failed: number }> {
  const { rows } = await poolFor(payload, 'health').query<{ waiting: number; failed: number }>(
    'select count(*) filter (where attempts < max_attempts)::int as waiting, count(*) filter (where attempts >= max_attempts)::int as failed from graphile_worker.jobs',
  )
  return rows[0] ?? { waiting: 0, failed: 0 }
}
