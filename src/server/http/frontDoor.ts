import type { IncomingMessage, ServerResponse } from 'node:http'

import express, { type Express } from 'express'
import type { Payload } from 'payload'
import type { Logger } from 'pino'

import { databaseAnswers } from '@/src/db/health'

import { env } from '@/src/env/env'
import { loginLimits } from './loginLimits'
import { metrics } from './metrics'
import { requestLog } from './requestLog'
import { securityHeaders } from './securityHeaders'
import { viewerAssets } from './viewerAssets'

export type FrontDoorOptions = {
  payload: Payload
  /** Next's own handler; it gets every request that is not about the server itself. */
  handle: (req: IncomingMessage, res: ServerResponse) => Promise<void>
  dev: boolean
  /** Whether the server is being stopped: it still answers, but wants no new visitors. */
  isStopping: () => boolean
}

/** Everything in front of Next. Bodies are not read here and nothing is compressed twice: Next does both. */
export function frontDoor({ payload, handle, dev, isStopping }: FrontDoorOptions): Express {
  const app = express()
  const { measure, show } = metrics({ payload })
  app.disable('x-powered-by')
  app.set('trust proxy', env.TRUST_PROXY)
  app.use(requestLog(payload.logger as Logger))
  app.use(...securityHeaders({ dev, https: env.SERVER_URL?.startsWith('https://') ?? false }))
  app.use(measure)
  app.use((_req, res, next) => {
    if (isStopping()) res.setHeader('Connection', 'close')
    next()
  })
  app.get('/healthz', (_req, res) => void res.json({ status: 'alive' }))
  app.get('/readyz', async (_req, res) => {
    if (isStopping()) return void res.status(503).json({ status: 'stopping' })
    const answers = await databaseAnswers({ payload })
    res.status(answers ? 200 : 503).json({ status: answers ? 'ready' : 'the database does not answer' })
  })
  app.get('/metrics', show)
  app.use('/viewer', viewerAssets())
  app.get('/', (_req, res) => res.redirect(302, '/admin'))
  const limits = loginLimits({ perMinute: env.LOGIN_RATE_LIMIT })
  if (limits.length > 0) app.use(...limits)
  app.use(noSelfAppointedAdmin)
  app.all('/{*rest}', (req, res) => handle((res.locals['request'] as IncomingMessage | undefined) ?? req, res))
  return app
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
