import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'

import { Logger, parseCronItems, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker'
import type { Payload } from 'payload'

import { type JobPool, jobPool } from '@/src/db/jobPool'
import { keepsPlans } from '@/src/db/pooler'
import { forgetWorkers, releaseJobsOfTheDead, SEEN_EVERY, seeWorkers } from '@/src/db/jobWorkers'

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

/** Mails wait for a mail server, which may be slow: they have workers of their own, so that nothing else waits with them. */
const MAIL = 'sendMail'

type Crew = { stop: () => Promise<void>; ids: () => string[] }

/**
 * Runs jobs until stopped. Any number of servers may run: each job is taken by one of them, and the jobs of a server that died are taken
 * up by the others within two minutes. Has connections of its own, so that jobs and requests do not wait for one another's. `stop` finishes
 * what is running.
 */
export async function startJobs({
  payload,
  concurrency,
  direct,
}: {
  payload: Payload
  concurrency: number
  /** The address of the database itself where a pooler stands before it. */
  direct?: string
}): Promise<{ stop: () => Promise<void> }> {
  const pgPool = jobPool({ payload, max: 2 * concurrency + 3, ...(direct ? { direct } : {}) })
  const { [MAIL]: mail, ...others } = taskList(payload)
  const crews = [
    await crew({ payload, pgPool, concurrency, taskList: others, byTheClock: true }),
    await crew({ payload, pgPool, concurrency, taskList: { [MAIL]: mail }, byTheClock: false }),
  ]
  const ids = () => crews.flatMap((one) => one.ids())
  const heart = heartbeat({ payload, pool: pgPool, ids })
  return {
    stop: async () => {
      const known = ids()
      await Promise.all(crews.map((one) => one.stop()))
      await heart.stop()
      await forgetWorkers({ pool: pgPool, ids: known }).catch(() => undefined) // the database may be gone; they are forgotten in an hour
      await pgPool.end()
    },
  }
}

/** Workers for some of the tasks. After a database restart they end themselves; the next ones start when the database is back. */
async function crew({
  payload,
  pgPool,
  concurrency,
  taskList: own,
  byTheClock,
}: {
  payload: Payload
  pgPool: JobPool
  concurrency: number
  taskList: TaskList
  byTheClock: boolean
}): Promise<Crew> {
  const living = new Set<string>()
  const events: WorkerEvents = new EventEmitter()
  events.on('worker:create', ({ worker }) => living.add(worker.workerId))
  events.on('worker:stop', ({ worker }) => living.delete(worker.workerId))
  const start = (): Promise<Runner> =>
    run({
      pgPool,
      taskList: own,
      parsedCronItems: byTheClock ? parseCronItems([...schedule]) : [],
      concurrency,
      noHandleSignals: true,
      noPreparedStatements: !keepsPlans(payload.db),
      logger: loggerOf(payload),
      events,
    })
  let current: Runner | null = await start()
  const stopping = new AbortController()
  const { signal } = stopping
  const watch = async (): Promise<void> => {
    while (!signal.aborted) {
      await current?.promise.catch((err: unknown) => payload.logger.error({ err, msg: 'The job queue stopped' }))
      current = null
      await pause(2000, undefined, { signal }).catch(() => undefined)
      if (signal.aborted) return
      current = await start().catch((err: unknown) => {
        payload.logger.warn({ err, msg: 'The job queue cannot start yet' })
        return null
      })
    }
  }
  const watching = watch()
  return {
    ids: () => [...living],
    stop: async () => {
      stopping.abort()
      await current?.stop().catch(() => undefined) // refuses when it has stopped already
      await watching
    },
  }
}

/** Says again and again that this server's workers live, and gives to the living what the dead have left. */
function heartbeat({ payload, pool, ids }: { payload: Payload; pool: JobPool; ids: () => string[] }): { stop: () => Promise<void> } {
  const beat = async (): Promise<void> => {
    try {
      await seeWorkers({ pool, ids: ids() })
      const dead = await releaseJobsOfTheDead({ pool })
      if (dead > 0) payload.logger.warn({ msg: 'Jobs of a server that died are taken up again', workers: dead })
    } catch (err) {
      payload.logger.warn({ err, msg: 'The job queue could not say that it lives' })
    }
  }
  const stopping = new AbortController()
  const { signal } = stopping
  const live = async (): Promise<void> => {
    while (!signal.aborted) {
      await beat()
      await pause(SEEN_EVERY, undefined, { signal, ref: false }).catch(() => undefined)
    }
  }
  const living = live()
  return {
    stop: () => {
      stopping.abort()
      return living
    },
  }
}
