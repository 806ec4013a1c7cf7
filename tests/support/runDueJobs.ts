import type { PostgresAdapter } from '@payloadcms/db-postgres/types'
import { runOnce } from 'graphile-worker'
import type { Payload } from 'payload'

import { loggerOf, taskList } from '@/src/server/jobs/runner'

/** Runs what is due now and returns, where a server would run jobs all the time. */
export async function runDueJobs({ payload }: { payload: Payload }): Promise<void> {
  await runOnce({
    pgPool: (payload.db as unknown as PostgresAdapter).pool,
    taskList: taskList(payload),
    noHandleSignals: true,
    logger: loggerOf(payload),
  })
}
