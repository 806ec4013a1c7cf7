import type { RequestHandler } from 'express'
import type { Payload } from 'payload'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

import { latestProofs } from '@/src/db/bookProofs'
import { jobFigures, lockFigures, mailFigures, poolFigures } from '@/src/db/health'
import { replicaStates } from '@/src/db/replicas'
import { env } from '@/src/env/env'
import { tallied } from '@/src/env/tally'

/** Few, stable labels: the kind of page, the collection and the verb, never an id. What is not there is one label, whatever it was called. */
const areaOf = (url: string, status: number): string => {
  const [first = '', second = '', third = '', verb = ''] = (url.split('?')[0] ?? '').split('/').filter(Boolean)
  if (first === 'api') {
    if (status === 404 || !isWord(second)) return 'api'
    return /^\d+$/.test(third) && isWord(verb) ? `api/${second}/${verb}` : `api/${second}`
  }
  return ['admin', 'q', '_next', 'healthz', 'readyz', 'metrics'].includes(first) ? first : 'other'
}

const isWord = (text: string): boolean => /^[a-zA-Z][a-zA-Z-]{0,40}$/.test(text)

/** Prometheus: the process, requests by verb, refusals by code, database connections, jobs, mails, the last proof of the books, replicas. */
export function metrics({ payload }: { payload: Payload }): { measure: RequestHandler; show: RequestHandler } {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer',
    labelNames: ['method', 'area', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30],
    registers: [register],
  })
  const connections = new Gauge({
    name: 'database_connections',
    help: 'Connections to the database',
    labelNames: ['state'],
    registers: [register],
    collect() {
      for (const [state, count] of Object.entries(poolFigures({ payload }))) this.set({ state }, count)
    },
  })
  const watched = (name: string, help: string, labelNames: string[], collect: (gauge: Gauge) => Promise<void>): Gauge =>
    new Gauge({
      name,
      help,
      labelNames,
      registers: [register],
      async collect() {
        this.reset()
        // the database is gone: what needs no database is still worth having
        await collect(this).catch(() => this.reset())
      },
    })
  watched('lock_waits', "Statements that wait for somebody else's lock", [], async (gauge) =>
    gauge.set((await lockFigures({ payload })).waiting),
  )
  watched('lock_wait_longest_seconds', 'For how long the longest of them has waited', [], async (gauge) =>
    gauge.set((await lockFigures({ payload })).longestSeconds),
  )
  watched('jobs', 'Jobs in the queue: due and waiting, failed for good', ['state'], async (gauge) => {
    const { waiting, failed } = await jobFigures({ payload })
    gauge.set({ state: 'waiting' }, waiting)
    gauge.set({ state: 'failed' }, failed)
  })
  watched('job_oldest_seconds', 'For how long the oldest job that is due has waited', [], async (gauge) =>
    gauge.set((await jobFigures({ payload })).oldestSeconds),
  )
  watched('mails', 'Mails that wait, and mails no server has taken', ['state'], async (gauge) => {
    const { waiting, failed } = await mailFigures({ payload })
    gauge.set({ state: 'waiting' }, waiting)
    gauge.set({ state: 'failed' }, failed)
  })
  watched('mail_oldest_seconds', 'For how long the oldest unsent mail has waited', [], async (gauge) =>
    gauge.set((await mailFigures({ payload })).oldestSeconds),
  )
  watched('book_proof_differences', 'What the last proof of each kind found', ['kind'], async (gauge) => {
    for (const { kind, differences } of await latestProofs({ payload })) gauge.set({ kind }, differences)
  })
  watched('book_proof_timestamp_seconds', 'When each kind was last proven', ['kind'], async (gauge) => {
    for (const { kind, at } of await latestProofs({ payload })) gauge.set({ kind }, Date.parse(at) / 1000)
  })
  watched('replica_lag_bytes', 'How much of the log a replica lacks; absent when it does not answer', ['replica'], async (gauge) => {
    for (const { host, lag } of await replicaStates({ payload, urls: env.DATABASE_REPLICA_URLS ?? [] }))
      if (lag !== null) gauge.set({ replica: host }, lag)
  })
  const refusals = new Counter({
    name: 'refusals_total',
    help: 'Refusals by code since the start',
    labelNames: ['code'],
    registers: [register],
    collect() {
      this.reset()
      for (const [code, count] of tallied('refusals')) this.inc({ code }, count)
    },
  })
  return {
    measure: (req, res, next) => {
      const end = seconds.startTimer({ method: req.method })
      const { url } = req // what stands in front of Next may shorten it
      res.on('finish', () => end({ area: areaOf(url, res.statusCode), status: String(res.statusCode) }))
      next()
    },
    show: async (_req, res) => {
      res.type(register.contentType).send(await register.metrics())
      void [connections, refusals]
    },
  }
}
