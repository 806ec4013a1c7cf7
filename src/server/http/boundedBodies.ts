import type { Request, RequestHandler } from 'express'

import { readBody } from './readBody'
import { visitorOf } from './visitor'

const kilobyte = 1024
const megabyte = 1024 * kilobyte

/** What a body may weigh: documents of 5,000 lines, drawings of 60 MB, files of a million rows; before the log-in little is to be said. */
const most = { anonymous: 100 * kilobyte, graphql: megabyte, document: 12 * megabyte, file: 64 * megabyte, rows: 256 * megabyte } as const

const takesFiles = /^\/api\/(?:drawings|pictures)(?:\/|$)/i
const takesRows = /^\/api\/import(?:\/|$)/i
const graphql = /^\/api\/graphql\/?$/i

function limitFor(req: Request): number {
  if (graphql.test(req.path)) return most.graphql
  const isForm = (req.headers['content-type'] ?? '').toLowerCase().startsWith('multipart/form-data')
  if (isForm && takesRows.test(req.path)) return most.rows
  return isForm && takesFiles.test(req.path) ? most.file : most.document
}

const withoutBody: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A body that is too large is refused before anybody reads it: by the length it announces, or, where it announces none, as soon as it
 * has grown beyond what may be. `res.locals.request` is the request to hand on when the body has been read for that.
 */
export const boundedBodies: RequestHandler = async (req, res, next) => {
  const chunked = req.headers['transfer-encoding'] !== undefined
  if (!chunked && (withoutBody.has(req.method) || req.headers['content-length'] === undefined)) return next()
  const length = Number(req.headers['content-length'] ?? 0)
  const isSmall = !chunked && length <= most.anonymous
  const limit = isSmall || (await visitorOf(res).signedIn()) ? limitFor(req) : most.anonymous
  const refuse = () => {
    const message = `请求内容不得超过 ${limit} 字节。 The body may have at most ${limit} bytes.`
    res.setHeader('Connection', 'close') // what is still coming is not read
    res.status(413).json({ errors: [{ name: 'TooLarge', message, data: { limit } }] })
  }
  if (length > limit) return refuse()
  if (!chunked) return next()
  const read = await readBody(req, Math.min(limit, most.document))
  if (!read) return refuse()
  res.locals['request'] = read
  next()
}
