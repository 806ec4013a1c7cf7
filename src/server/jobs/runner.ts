import { Logger, parseCronItems, run, type Runner, type TaskList } from 'graphile-worker'
import type { Payload } from 'payload'

import { jobPool } from '@/src/db/jobPool'

import { schedule } from './schedule'
import { tasks } from './tasks'

export const taskList = (payload: Payload): TaskList =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      (input, { job }) =>
        task({ payload, input: (input ?? {}) as Record<string, unknown>, attempt: job.attempts, last: job.attempts >= job.max_attempts }),
    ]),
  )

/** The queue speaks through the log of the application; its chatter about each job is for debugging. */
export const loggerOf = (payload: Payload): Logger =>
  new Logger(() => (level, message, meta) => {
    const line = { msg: message, ...(meta?.error ? { err: meta.error } : {}) }
    if (level === 'error') payload.logger.error(line)
    else if (level === 'warning') payload.logger.warn(line)
    else payload.logger.debug(line)
  })

/**
 * Runs jobs until stopped. Any number of servers may run: each job is taken by one of them, and a job whose server died is taken
 * up again. Has connections of its own, so that jobs and requests do not wait for one another's. `stop` finishes what is running.
 */
export async function startJobs({
  payload,
  concurrency,
}: {
  payload: Payload
  concurrency: number
}): Promise<{ stop: () => Promise<void> }> {
  const pgPool = jobPool({ payload, max: concurrency + 2 })
  const runner: Runner = await run({
    pgPool,
    taskList: taskList(payload),
    parsedCronItems: parseCronItems([...schedule]),
    concurrency,
    noHandleSignals: true,
    logger: loggerOf(payload),
  })
  // after a database restart the runner ends itself; the next one starts when the database is back
  let current = runner
  let stopping = false
  const watch = async (): Promise<void> => {
    await current.promise.catch((err: unknown) => payload.logger.error({ err, msg: 'The job queue stopped' }))
    while (!stopping) {
      await new Promise((resolve) => setTimeout(resolve, 2000))
      if (stopping) return
      try {
        current = await run({
          pgPool,
          taskList: taskList(payload),
          parsedCronItems: parseCronItems([...schedule]),
          concurrency,
          noHandleSignals: true,
          logger: loggerOf(payload),
        })
        return await watch()
      } catch (err) {
        payload.logger.warn({ err, msg: 'The job queue cannot start yet' })
      }
    }
  }
  const watching = watch()
  return {
    stop: async () => {
      stopping = true
      await current.stop().catch(() => undefined) // refuses when it has stopped already
      await watching
      await pgPool.end()
    },
  }
}
