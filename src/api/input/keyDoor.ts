import { createHash } from 'node:crypto'

import { type Endpoint, headersWithCors, type PayloadRequest } from 'payload'

import { inOneTransaction } from '@/src/engine/transaction'

/** What was sent, for telling a repetition from another request: a file counts by its content. */
const sentIn = ({ data, file }: PayloadRequest): unknown =>
  file ? [data, file.name, createHash('sha256').update(file.data).digest('hex')] : data

const isWrite = ({ method, path }: Pick<Endpoint, 'method' | 'path'>): boolean =>
  (method === 'post' && path === '/') || (method === 'patch' && (path === '/:id' || path === '/'))

/**
 * The platform's own doors for writing a record (masters, uploads, settings), with an `Idempotency-Key`: sent again, it is answered as the first
 * time and nothing is written twice. Documents have doors of their own, which do the same.
 */
export const keyDoor = (endpoint: Endpoint): Endpoint =>
  !isWrite(endpoint)
    ? endpoint
    : {
        ...endpoint,
        handler: async (req) => {
          if (!req.user || !req.headers.get('idempotency-key')) return endpoint.handler(req)
          const { status, body } = await inOneTransaction({
            req,
            path: `${req.method} ${new URL(req.url ?? '', 'http://local').pathname}`,
            body: sentIn(req),
            dryRun: false,
            work: async () => {
              const answer = await endpoint.handler(req)
              return { status: answer.status, body: await answer.json() }
            },
          })
          return Response.json(body, { status, headers: headersWithCors({ headers: new Headers(), req }) })
        },
      }
