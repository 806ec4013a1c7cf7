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

/** The key behind what was sent, while it is in force; its use is written down, once a minute at most. */
export async function keyBehind({ req, hash }: { req: PayloadRequest; hash: string }): Promise<(KeyRow & { user: number }) | null> {
  const handle = await handleOf(req)
  const { rows } = await handle.execute(sql`
    select ${columns}, user_id as user from account_keys where hash = ${hash}::text and ended_at is null and expires_at > now()`)
  return (rows[0] as (KeyRow & { user: number }) | undefined) ?? null
}

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
