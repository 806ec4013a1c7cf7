import type { IncomingMessage, ServerResponse } from 'node:http'

import express, { type Express } from 'express'
import type { Payload } from 'payload'
import type { Logger } from 'pino'

import { databaseState } from '@/src/db/health'
import { recentTrouble } from '@/src/db/trouble'

import { env } from '@/src/env/env'
import { keptToTls, withoutForeignProxies } from './behindProxy'
import { boundedBodies } from './boundedBodies'
import { boundedRequests } from './boundedRequests'
import { closedMetrics } from './closedMetrics'
import { customerPage } from './customerPage'
import { metrics } from './metrics'
import { requestLog } from './requestLog'
import { filePolicy, securityHeaders } from './securityHeaders'
import { viewerAssets } from './viewerAssets'
import { nameVisitor, withoutForeignCookies } from './visitor'
import { wellFormed } from './wellFormed'

export type FrontDoorOptions = {
  payload: Payload
  /** Next's own handler; it gets every request that is not about the server itself. */
  handle: (req: IncomingMessage, res: ServerResponse) => Promise<void>
  dev: boolean
  /** Whether the server is being stopped: it still answers, but wants no new visitors. */
  isStopping: () => boolean
  /** Tells a collector of each request, where one is named. */
  trace?: express.RequestHandler
}

/** Everything in front of Next. Bodies are bounded but not read here, and nothing is compressed twice: Next does both. */
export function frontDoor({ payload, handle, dev, isStopping, trace }: FrontDoorOptions): Express {
  const app = express()
  const { measure, show } = metrics({ payload })
  app.disable('x-powered-by')
  app.set('trust proxy', env.TRUST_PROXY)
  app.use(withoutForeignProxies)
  app.use(requestLog(payload.logger as Logger))
  if (trace) app.use(trace)
  app.use(...securityHeaders({ dev, https: env.SERVER_URL?.startsWith('https://') ?? false }))
  app.use(keptToTls, measure)
  app.use((_req, res, next) => {
    if (isStopping()) res.setHeader('Connection', 'close')
    next()
  })
  app.get('/healthz', (_req, res) => void res.json({ status: 'alive' }))
  app.get('/readyz', async (_req, res) => {
    if (isStopping()) return void res.status(503).json({ status: 'stopping' })
    const state = await databaseState({ payload })
    res.status(state === 'ready' ? 200 : 503).json({ status: readiness[state] })
  })
  app.get('/metrics', closedMetrics({ token: env.METRICS_TOKEN, addresses: env.METRICS_ADDRESSES }), show)
  app.use('/viewer', viewerAssets())
  app.get('/', (_req, res) => res.redirect(302, '/admin'))
  // pages name their icon themselves; what is no page (a file, an answer in JSON) has none, and that is no fault
  app.get('/favicon.ico', (_req, res) => void res.status(204).end())
  app.use(
    wellFormed,
    withoutForeignCookies({ serverUrl: env.SERVER_URL }),
    nameVisitor({ payload }),
    boundedRequests({ payload, perMinute: env.REQUEST_RATE_LIMIT }),
    boundedBodies,
    filePolicy,
    customerPage,
  )
  app.use(noSelfAppointedAdmin)
  app.get('/admin{/*rest}', noPagesWithoutDatabase(payload))
  app.all('/{*rest}', (req, res) => handle((res.locals['request'] as IncomingMessage | undefined) ?? req, res))
  return app
}

const readiness = {
  ready: 'ready',
  unreachable: 'the database does not answer',
  readOnly: 'the database can only be read',
  full: 'the database has no room left',
} as const

/** Pages asked for while the database is away would show the log-in: they say what is the matter, and look again by themselves. */
const noPagesWithoutDatabase =
  (payload: Payload): express.RequestHandler =>
  async (_req, res, next) => {
    if (!recentTrouble(15) || (await databaseState({ payload })) !== 'unreachable') return next()
    res
      .status(503)
      .set({ 'Retry-After': '5', Refresh: '5' })
      .type('text/plain; charset=utf-8')
      .send('数据库暂时无法访问，页面会自动重试。\nThe database cannot be reached at the moment; this page tries again by itself.\n')
  }

/** With empty books Payload would make whoever comes first the administrator. Ours is named by whoever starts the server. */
const noSelfAppointedAdmin: express.RequestHandler = (req, res, next) => {
  let path = req.path
  try {
    path = decodeURIComponent(req.path)
  } catch {
    // left as it is: Next answers such an address with 404 itself
  }
  if (/^\/api\/users\/first-register\/?$/i.test(path)) {
    return void res
      .status(403)
      .json({ errors: [{ name: 'Forbidden', message: 'The first administrator is named by ADMIN_EMAIL and ADMIN_PASSWORD' }] })
  }
  if (/^\/admin\/create-first-user\/?$/i.test(path)) {
    return void res
      .status(503)
      .type('text/plain; charset=utf-8')
      .send(
        '还没有用户:请用 ADMIN_EMAIL 和 ADMIN_PASSWORD 重新启动。\nThere are no users yet: start again with ADMIN_EMAIL and ADMIN_PASSWORD.\n',
      )
  }
  next()
}
