import type { RequestHandler } from 'express'
import type { Payload } from 'payload'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

import { jobFigures, poolFigures } from '@/src/db/health'

/** Few, stable labels: the kind of page or the collection, never an id. */
const areaOf = (url: string): string => {
  const [first = '', second = ''] = (url.split('?')[0] ?? '').split('/').filter(Boolean)
  if (first === 'api') return /^[a-z][a-z-]{0,40}$/.test(second) ? `api/${second}` : 'api'
  return ['admin', '_next', 'healthz', 'readyz', 'metrics'].includes(first) ? first : 'other'
}

/** Prometheus: the process, requests, database connections, jobs. */
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
  const jobs = new Gauge({
    name: 'jobs',
    help: 'Jobs in the queue',
    labelNames: ['state'],
    registers: [register],
    async collect() {
      for (const [state, count] of Object.entries(await jobFigures({ payload }))) this.set({ state }, count)
    },
  })
  return {
    measure: (req, res, next) => {
      const end = seconds.startTimer({ method: req.method, area: areaOf(req.url) })
      res.on('finish', () => end({ status: String(res.statusCode) }))
      next()
    },
    show: async (_req, res) => {
      try {
        res.type(register.contentType).send(await register.metrics())
      } catch {
        // the database is gone: what needs no database is still worth having
        register.removeSingleMetric('jobs')
        res.type(register.contentType).send(await register.metrics())
        register.registerMetric(jobs)
      }
      void connections
    },
  }
}
