import type { RequestHandler } from 'express'
import type { Payload } from 'payload'

import { countTry } from '@/src/db/tries'

import { visitorOf } from './visitor'

/** Scripts and styles cost next to nothing and come in dozens with every page. */
const free = /^\/(?:_next|viewer|favicon)/

/**
 * How many requests one person may make a minute, whatever his address; whoever is nobody yet, how many his address may. Counted for all
 * servers together. 0: no limit.
 */
export function boundedRequests({ payload, perMinute }: { payload: Payload; perMinute: number }): RequestHandler {
  const limit = { name: 'requests', most: perMinute, seconds: 60 }
  return async (req, res, next) => {
    if (perMinute === 0 || free.test(req.path)) return next()
    const wait = await countTry({ payload, limit, of: visitorOf(res).key })
    if (wait === 0) return next()
    const message = '请求过于频繁,请稍后再试。 Too many requests, please wait a moment.'
    res
      .status(429)
      .set('Retry-After', String(wait))
      .json({ errors: [{ name: 'TooManyRequests', message }] })
  }
}
