import { createHash, randomBytes } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { addKey, endKeys, keyBehind, type KeyRow, touchKey } from '@/src/db/accounts/keys'
import type { KeyScope } from '@/src/domain/people/keyScope'

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

/** Whose key came with a request, and what it opens: `users API-Key …`. Null: none in force. */
export async function keyIn(req: PayloadRequest, headers: Headers): Promise<{ user: number; id: number; scope: KeyScope } | null> {
  const sent = /^users API-Key (gdn_[0-9a-f]{8}_[\w-]{43})$/.exec(headers.get('authorization') ?? '')?.[1]
  const row = sent ? await keyBehind({ req, hash: hashOf(sent) }) : null
  if (!row) return null
  await touchKey({ req, id: row.id })
  return { user: row.user, id: Number(row.id), scope: { readOnly: row.readOnly, doors: row.doors } }
}

export const endAllKeys = (req: PayloadRequest, user: number): Promise<string[]> => endKeys({ req, user })
