import { sql } from '@payloadcms/db-postgres'
import type { PostgresAdapter } from '@payloadcms/db-postgres/types'
import type { PayloadRequest } from 'payload'

import { handleOf } from './handle'

type Session = { id: string; createdAt: Date | string; expiresAt: Date | string }
type Update = Parameters<PostgresAdapter['updateOne']>[0]
type Written = Update & { data: { sessions: Session[]; updatedAt: null }; id: number; req: PayloadRequest }

/** How the platform's log-in, renewal and log-out write a person: whole, as he was read, with other sessions and without a moment. */
const isOfSessions = (args: Update): args is Written =>
  args.collection === 'users' &&
  'id' in args &&
  typeof args.id === 'number' &&
  args.req !== undefined &&
  args.data['updatedAt'] === null &&
  Array.isArray(args.data['sessions'])

/** Of what was read the days are texts; what this log-in or this renewal has set is a moment of its own. */
const isOwn = (day: Date | string): day is Date => day instanceof Date

/**
 * What the platform's log-in, renewal and log-out change of the sessions of a person, and nothing else: it writes him back as he was before
 * the password was looked at, and takes with it every session that was opened meanwhile and whatever somebody changed of him. Five log-ins
 * at once left one.
 */
async function writeSessions({ req, id, data }: Written): Promise<void> {
  const handle = await handleOf(req)
  const opened = data.sessions.filter(({ createdAt }) => isOwn(createdAt))
  const renewed = data.sessions.filter(({ createdAt, expiresAt }) => !isOwn(createdAt) && isOwn(expiresAt))
  for (const { id: sid, createdAt, expiresAt } of opened)
    await handle.execute(sql`
      insert into users_sessions (id, _parent_id, _order, created_at, expires_at)
      values (${sid}::text, ${id}::int, (select coalesce(max(_order), 0) + 1 from users_sessions where _parent_id = ${id}::int),
        ${new Date(createdAt).toISOString()}::timestamptz, ${new Date(expiresAt).toISOString()}::timestamptz)`)
  for (const { id: sid, expiresAt } of renewed)
    await handle.execute(
      sql`update users_sessions set expires_at = ${new Date(expiresAt).toISOString()}::timestamptz where id = ${sid}::text and _parent_id = ${id}::int`,
    )
  const own = (req.user as { _sid?: string } | null)?._sid ?? null
  const leaves = opened.length === 0 && renewed.length === 0
  const all = leaves && req.searchParams?.get('allSessions') === 'true'
  await handle.execute(sql`
    delete from users_sessions where _parent_id = ${id}::int and (expires_at <= now() or ${all}::boolean or (${leaves}::boolean and id = ${own}::text))`)
}

/** Makes the adapter write sessions one by one. */
export function keepSessions(adapter: PostgresAdapter): void {
  const updateOne = adapter.updateOne.bind(adapter)
  adapter.updateOne = async (args) => {
    if (!isOfSessions(args)) return updateOne(args)
    await writeSessions(args)
    return null
  }
}
