import { randomBytes } from 'node:crypto'

import { APIError, type CollectionBeforeOperationHook, type CollectionConfig, type PayloadRequest } from 'payload'

import { spendOn } from '@/src/accounts/storedPassword'
import { noteTry } from '@/src/accounts/tried'
import { countTry } from '@/src/db/tries'
import { now } from '@/src/engine/clock'
import { languageOf } from '@/src/engine/refusal'
import { env } from '@/src/env/env'

const words = {
  zh: (seconds: number) => `尝试次数过多，请 ${seconds} 秒后再试`,
  en: (seconds: number) => `Too many attempts, please wait ${seconds} seconds`,
} as const

const guarded: ReadonlySet<string> = new Set(['login', 'unlock'])
/** Done by doors of ours (`accounts/passwordLinks`), which keep no token; GraphQL would do it the platform's way. */
const elsewhere: ReadonlySet<string> = new Set(['forgotPassword', 'resetPassword'])

/** Counts one try of an account from an address, and refuses when that was one too many. */
export async function limitTries(req: PayloadRequest, account: string): Promise<void> {
  const perMinute = env.LOGIN_RATE_LIMIT
  if (perMinute === 0) return
  const { payload } = req
  const address = req.headers?.get('x-client-address') ?? ''
  const waits = [
    await countTry({ payload, limit: { name: 'login-address', most: perMinute * 10, seconds: 60 }, of: address }),
    await countTry({ payload, limit: { name: 'login-account', most: perMinute, seconds: 60 }, of: `${address} ${account}` }),
  ]
  const wait = Math.max(...waits)
  if (wait === 0) return
  req.responseHeaders = new Headers({ 'Retry-After': String(wait) })
  throw new APIError(words[languageOf(req)](wait), 429, { refused: 'TOO_MANY_TRIES' }, true)
}

/**
 * Slows down who guesses passwords: so many tries a minute for one account from one address, ten times as many from one address
 * whatever the account. Counted where the try is executed, so that aliases of GraphQL, escapes and doubled keys are what they are;
 * counted for all servers together. The platform's own lock after five wrong passwords comes besides.
 */
const countLogin: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (req.payloadAPI === 'local') return args
  if (elsewhere.has(operation)) throw new APIError('POST /api/users/forgot-password, /api/users/reset-password', 403, undefined, true)
  if (!guarded.has(operation)) return args
  const given = (args as { data?: { email?: unknown } }).data?.email
  const account = typeof given === 'string' ? given.toLowerCase().trim() : ''
  if (operation === 'login') noteTry(req, account)
  await limitTries(req, account)
  return args
}

type Account = { id: number; hash?: string | null; lockUntil?: string | null }

/** An account there is not, and one that is locked, take as long to be refused as a wrong password. */
const takeAsLong: CollectionBeforeOperationHook = async ({ args, operation, req, collection }) => {
  const { email, password } = (args as { data?: { email?: unknown; password?: unknown } }).data ?? {}
  if (operation !== 'login' || req.payloadAPI === 'local' || typeof email !== 'string' || typeof password !== 'string') return args
  if (email.includes('\0')) return args
  const where = { email: { equals: email.toLowerCase().trim() } }
  const account = await req.payload.db.findOne<Account>({ collection: collection.slug, where, req })
  const isLocked = Boolean(account?.lockUntil && new Date(account.lockUntil) > new Date(now(req).instant))
  if (!account?.hash || isLocked) await spendOn(password, randomBytes(32).toString('hex'))
  return args
}

/** Collections of users, by whom people log in. */
export const withLimitedLogin = (collections: readonly CollectionConfig[]): CollectionConfig[] =>
  collections.map((collection) =>
    collection.auth
      ? {
          ...collection,
          hooks: { ...collection.hooks, beforeOperation: [countLogin, takeAsLong, ...(collection.hooks?.beforeOperation ?? [])] },
        }
      : collection,
  )
