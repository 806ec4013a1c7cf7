import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'

import { withoutSecrets } from '@/src/env/logging'

/** An id per request, in the log, in the answer (X-Request-Id) and passed on to Payload; a balancer's own is kept when it is harmless. */
export const requestLog = (logger: Logger) =>
  pinoHttp({
    logger: logger as never, // one level set or another: pino's types keep them apart, pino does not
    genReqId: (req: IncomingMessage, res: ServerResponse) => {
      const given = req.headers['x-request-id']
      const id = typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID()
      req.headers['x-request-id'] = id
      res.setHeader('X-Request-Id', id)
      return id
    },
    autoLogging: { ignore: (req) => /^\/(?:_next\/|healthz|readyz|metrics)/.test(req.url ?? '') },
    customLogLevel: (_req, res, error) => (error || res.statusCode >= 500 ? 'error' : res.statusCode >= 400 ? 'warn' : 'info'),
    serializers: {
      req: ({ id, method, url, remoteAddress }: { id: string; method: string; url: string; remoteAddress?: string }) => ({
        id,
        method,
        url: withoutSecrets(url),
        remoteAddress,
      }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  })
