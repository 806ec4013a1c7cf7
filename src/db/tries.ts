import { createHash } from 'node:crypto'

import type { PostgresAdapter } from '@payloadcms/db-postgres/types'
import type { Payload } from 'payload'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

import { poolOf } from './pools'
import { postgresOf } from './postgres'

/** How often something may be done, by one name, in a number of seconds. */
export type Limit = { name: string; most: number; seconds: number }

const known = new WeakMap<PostgresAdapter, Map<string, RateLimiterPostgres>>()

/** All servers count in one table; while the database is away each counts for itself. */
function limiterOf(adapter: PostgresAdapter, { name, most, seconds }: Limit): RateLimiterPostgres {
  const limiters = known.get(adapter) ?? new Map<string, RateLimiterPostgres>()
  known.set(adapter, limiters)
  const kind = `${name}/${most}/${seconds}`
  const made =
    limiters.get(kind) ??
    new RateLimiterPostgres({
      storeClient: poolOf(adapter, 'limits'),
      storeType: 'pool',
      tableName: 'tries',
      tableCreated: true,
      keyPrefix: name,
      points: most,
      duration: seconds,
      inMemoryBlockOnConsumed: most + 1, // who is over it costs the database nothing more
      insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, points: most, duration: seconds }),
    })
  limiters.set(kind, made)
  return made
}

/** Counts one try, of a person, an address, an account; seconds to wait when that was one too many, else 0. */
export async function countTry({ payload, limit, of }: { payload: Payload; limit: Limit; of: string }): Promise<number> {
  try {
    await limiterOf(postgresOf(payload), limit).consume(createHash('sha256').update(of).digest('base64url'))
    return 0
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
    throw refused
  }
}
