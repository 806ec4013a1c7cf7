import type { PayloadRequest } from 'payload'

import { query, sql } from './query'

type Answer = { status: number; body: unknown }

/**
 * Claims a key inside the transaction of the write it protects. A second request with the key waits for the first to end:
 * then it gets the first one's answer, or, if that was rolled back, the key. The same key on another body is refused.
 */
export async function claimIdempotencyKey({
  req,
  user,
  key,
  path,
  bodyHash,
}: {
  req: PayloadRequest
  user: number
  key: string
  path: string
  bodyHash: string
}): Promise<Answer | 'otherRequest' | null> {
  const [claimed] = await query<{ key: string }>(
    req,
    sql`insert into idempotency_keys (user_id, key, path, body_hash) values (${user}, ${key.slice(0, 200)}, ${path}, ${bodyHash}) on conflict do nothing returning key`,
  )
  if (claimed) return null
  const [earlier] = await query<{ path: string; bodyHash: string; status: number; response: unknown }>(
    req,
    sql`select path, body_hash as "bodyHash", status, response from idempotency_keys where user_id = ${user} and key = ${key.slice(0, 200)}`,
  )
  if (!earlier || earlier.path !== path || earlier.bodyHash !== bodyHash) return 'otherRequest'
  return { status: earlier.status, body: earlier.response }
}

/** Keeps the answer with the key, in the same transaction. */
export async function storeIdempotentAnswer({
  req,
  user,
  key,
  answer,
}: {
  req: PayloadRequest
  user: number
  key: string
  answer: Answer
}): Promise<void> {
  await query(
    req,
    sql`update idempotency_keys set status = ${answer.status}, response = ${JSON.stringify(answer.body)}::jsonb where user_id = ${user} and key = ${key.slice(0, 200)}`,
  )
}
