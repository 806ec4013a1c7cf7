import type { RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'

import { readBody } from './readBody'

const guarded = /^\/api\/users\/(?:login|forgot-password|reset-password|unlock)\/?$/i
const graphql = /^\/api\/graphql\/?$/i
const guardedInGraphql = /\b(?:login|forgotPassword|resetPassword|unlock)User\b/

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

const answer: RequestHandler = (_req, res) => {
  const message = '尝试次数过多,请稍后再试。 Too many attempts, please wait a minute.'
  res.status(429).json({ errors: [{ name: 'TooManyRequests', message }] })
}

/**
 * Slows down who guesses passwords: `perMinute` tries for one address and one account (0 = no limit), ten times as many for one
 * address whatever the account. Covers log-in, forgotten and reset passwords, through REST and GraphQL. Counted per server;
 * Payload's own lock after five wrong passwords counts in the database. The body has been read then: `res.locals.request` is the
 * request to hand on.
 */
export function loginLimits({ perMinute }: { perMinute: number }): RequestHandler[] {
  if (perMinute === 0) return []
  const common = { windowMs: 60_000, standardHeaders: 'draft-8' as const, legacyHeaders: false, handler: answer }
  const byAccount = rateLimit({
    ...common,
    limit: perMinute,
    keyGenerator: (req, res) => `${ipKeyGenerator(req.ip ?? '')} ${String(res.locals['account'])}`,
  })
  const byAddress = rateLimit({ ...common, limit: perMinute * 10, keyGenerator: (req) => ipKeyGenerator(req.ip ?? '') })
  return [
    async (req, res, next) => {
      const path = decoded(req.path)
      if (req.method !== 'POST' || (!guarded.test(path) && !graphql.test(path))) return next()
      const read = await readBody(req, 100_000)
      if (read) res.locals['request'] = read.again
      const body = read?.text ?? ''
      if (graphql.test(path) && read && !guardedInGraphql.test(body)) return next()
      // JSON, the admin's multipart form with its JSON part, or GraphQL: the address stands in quotes after its name
      res.locals['account'] = /\\?"?email\\?"?\s*[:=]\s*\\?"([^"\\]{1,200})/i.exec(body)?.[1]?.toLowerCase() ?? ''
      return byAddress(req, res, (error?: unknown) => (error ? next(error) : byAccount(req, res, next)))
    },
  ]
}
