import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { handleOf } from './handle'

export type KeyRow = {
  id: number
  name: string
  prefix: string
  readOnly: boolean
  doors: string[] | null
  createdAt: string
  expiresAt: string
  lastUsedAt: string | null
  endedAt: string | null
}

const columns = sql`id, name, prefix, read_only as "readOnly", doors, to_json(created_at) as "createdAt", to_json(expires_at) as "expiresAt",
  to_json(last_used_at) as "lastUsedAt", to_json(ended_at) as "endedAt"`

type Made = { req: PayloadRequest; user: number; name: string; prefix: string; hash: string; readOnly: boolean; doors: readonly string[] | null; days: number } // prettier-ignore

export async function addKey({ req, user, name, prefix, hash, readOnly, doors, days }: Made): Promise<KeyRow> {
  const handle = await handleOf(req)
  const { rows } = await handle.execute(sql`
    insert into account_keys (user_id, name, prefix, hash, read_only, doors, expires_at)
    values (${user}::int, ${name}::text, ${prefix}::text, ${hash}::text, ${readOnly}::boolean, ${doors === null ? null : JSON.stringify(doors)}::jsonb,
      now() + make_interval(days => ${days}::int)) returning ${columns}`)
  return rows[0] as KeyRow
}

export async function keysOf({ req, user }: { req: PayloadRequest; user: number }): Promise<KeyRow[]> {
  const handle = await handleOf(req)
  const { rows } = await handle.execute(sql`select ${columns} from account_keys where user_id = ${user}::int order by id desc limit 200`)
  return rows as KeyRow[]
}

export type KeyBehind = KeyRow & { user: number; state: 'inForce' | 'ended' | 'late' }

/** The key behind what was sent, in force or no longer. */
export async function keyBehind({ req, hash }: { req: PayloadRequest; hash: string }): Promise<KeyBehind | null> {
  const handle = await handleOf(req)
  const { rows } = await handle.execute(sql`
    select ${columns}, user_id as user, case when ended_at is not null then 'ended' when expires_at <= now() then 'late' else 'inForce' end as state
    from account_keys where hash = ${hash}::text`)
  return (rows[0] as KeyBehind | undefined) ?? null
}

/** Whether it is on record that a key was used from an address. */
export async function isUseOnRecord({
  req,
  user,
  prefix,
  address,
}: {
  req: PayloadRequest
  user: number
  prefix: string
  address: string
}): Promise<boolean> {
  const handle = await handleOf(req)
  const { rows } = await handle.execute(sql`
    select exists (select from audit_log where slug = 'users' and document_id = ${String(user)}::text and verb = 'key-used' and reason = ${prefix}::text
      and changes -> 0 ->> 'after' = ${address}::text) as known`)
  return (rows[0] as { known: boolean }).known
}

/** Its use is written down, once a minute at most. */
export async function touchKey({ req, id }: { req: PayloadRequest; id: number }): Promise<void> {
  const handle = await handleOf(req)
  await handle.execute(sql`
    update account_keys set last_used_at = now() where id = ${id}::bigint and (last_used_at is null or last_used_at < now() - interval '1 minute')`)
}

/** Ends one key of a person, or all of them. Returns their names. */
export async function endKeys({ req, user, only }: { req: PayloadRequest; user: number; only?: number }): Promise<string[]> {
  const handle = await handleOf(req)
  const { rows } = await handle.execute(sql`
    update account_keys set ended_at = now() where user_id = ${user}::int and ended_at is null and (${only ?? null}::bigint is null or id = ${only ?? null}::bigint)
    returning prefix`)
  return (rows as Array<{ prefix: string }>).map(({ prefix }) => prefix)
}
