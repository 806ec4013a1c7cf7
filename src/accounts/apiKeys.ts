import { createHash, randomBytes } from 'node:crypto'

import { createLocalReq, type PayloadRequest } from 'payload'

import { noted } from '@/src/domain/control/noted'
import { addKey, endKeys, isUseOnRecord, keyBehind, type KeyBehind, type KeyRow, touchKey } from '@/src/db/accounts/keys'
import { countTry } from '@/src/db/tries'
import type { KeyScope } from '@/src/domain/people/keyScope'
import { writeAudit } from '@/src/engine/audit'
import type { User } from '@/src/payload-types'

import { whence } from './whence'

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex')

/** A key for a program, in its owner's name. It is shown this once: what is kept opens nothing. */
export async function makeKey({
  req,
  user,
  name,
  scope,
  days,
}: {
  req: PayloadRequest
  user: number
  name: string
  scope: KeyScope
  days: number
}): Promise<{ key: string; row: KeyRow }> {
  const prefix = `gdn_${randomBytes(4).toString('hex')}`
  const key = `${prefix}_${randomBytes(32).toString('base64url')}`
  return { key, row: await addKey({ req, user, name, prefix, hash: hashOf(key), ...scope, days }) }
}

/** The key that came with a request (`users API-Key …`), in force or no longer. Null: none came. */
export async function keyIn(req: PayloadRequest, headers: Headers): Promise<{ row: KeyBehind | null; prefix: string | null } | null> {
  const sent = /^users API-Key (.*)$/.exec(headers.get('authorization') ?? '')?.[1]
  if (sent === undefined) return null
  const prefix = /^(gdn_[0-9a-f]{8})_[\w-]{43}$/.exec(sent)?.[1] ?? null
  return { prefix, row: prefix ? await keyBehind({ req, hash: hashOf(sent) }) : null }
}

/** Where each key has been used from, as far as this process knows. */
const known = new Set<string>()

type Used = { req: PayloadRequest; row: KeyBehind; owner: User }

/** A key that is used the first time, or from an address it never came from, leaves a line among its owner's log-ins. */
export async function noteKeyUse({ req, row, owner }: Used): Promise<void> {
  await touchKey({ req, id: row.id })
  const { address } = whence(req)
  const place = `${String(row.id)} ${address}`
  if (known.has(place)) return
  if (!(await isUseOnRecord({ req, user: row.user, prefix: row.prefix, address }))) {
    const by = await createLocalReq({ user: { ...owner, collection: 'users' }, req: { headers: req.headers } }, req.payload)
    const changes = [noted('address', { zh: '地址', en: 'Address' }, address)]
    await writeAudit(by, { slug: 'users', documentId: owner.id, no: owner.email, verb: 'key-used', reason: row.prefix, changes })
  }
  if (known.size > 10_000) known.clear()
  known.add(place)
}

/** A key that opens nothing leaves a line, once an hour for each key and address: a program asks again and again. */
export async function noteKeyRefused({
  req,
  row,
  prefix,
  owner,
}: {
  req: PayloadRequest
  row: KeyBehind | null
  prefix: string | null
  owner: User | null
}): Promise<void> {
  const of = `${row ? String(row.id) : ''} ${whence(req).address}`
  if ((await countTry({ payload: req.payload, limit: { name: 'key-refused', most: 1, seconds: 3600 }, of })) > 0) return
  const reason = !row ? 'KEY_UNKNOWN' : row.state === 'ended' ? 'KEY_ENDED' : row.state === 'late' ? 'KEY_LATE' : 'ACCOUNT_DISABLED'
  const whose = owner ? { documentId: owner.id, no: owner.email } : { no: prefix }
  await writeAudit(req, { slug: 'users', ...whose, verb: 'login-failed', reason })
}

export const endAllKeys = (req: PayloadRequest, user: number): Promise<string[]> => endKeys({ req, user })
