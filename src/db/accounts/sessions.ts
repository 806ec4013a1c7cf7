import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { handleOf } from './handle'

export type SessionRow = {
  openedAt: number
  lastUsedAt: number
  now: number
  idleMinutes: number
  mostHours: number
  withFactor: boolean
  factorRoles: string[]
}

type At = { req: PayloadRequest; sid: string }

/** What is known of a session, with what the settings say of all, in one question. A session nobody wrote down was opened before there was a list. */
export async function sessionOf({ req, sid }: At): Promise<SessionRow | null> {
  const handle = await handleOf(req)
  const { rows } = await handle.execute(sql`
    select extract(epoch from coalesce(a.opened_at, s.created_at, now())) * 1000 as "openedAt",
      extract(epoch from coalesce(a.last_used_at, s.created_at, now())) * 1000 as "lastUsedAt", extract(epoch from now()) * 1000 as now,
      coalesce(g.session_idle_minutes, 480)::float8 as "idleMinutes", coalesce(g.session_most_hours, 168)::float8 as "mostHours",
      coalesce(a.with_factor, false) as "withFactor",
      coalesce((select json_agg(value) from security_settings_second_factor_roles r where r.parent_id = g.id), '[]'::json) as "factorRoles"
    from users_sessions s left join account_sessions a on a.sid = s.id left join security_settings g on true where s.id = ${sid}::text limit 1`)
  const row = rows[0] as Record<string, unknown> | undefined
  if (!row) return null
  return {
    openedAt: Number(row['openedAt']),
    lastUsedAt: Number(row['lastUsedAt']),
    now: Number(row['now']),
    idleMinutes: Number(row['idleMinutes']),
    mostHours: Number(row['mostHours']),
    withFactor: row['withFactor'] === true,
    factorRoles: row['factorRoles'] as string[],
  }
}

type Opened = At & { user: number; address: string; device: string; way: string; withFactor: boolean }

/** Writes down that a session was opened, from where and how. */
export async function openSession({ req, sid, user, address, device, way, withFactor }: Opened): Promise<void> {
  const handle = await handleOf(req)
  await handle.execute(sql`
    insert into account_sessions (sid, user_id, address, device, way, with_factor)
    values (${sid}::text, ${user}::int, ${address}::text, ${device}::text, ${way}::text, ${withFactor}::boolean)
    on conflict (sid) do nothing`)
}

/** Writes down that a session is used, and once more where it was not known. */
export async function touchSession({ req, sid, user, address, device }: Omit<Opened, 'way' | 'withFactor'>): Promise<void> {
  const handle = await handleOf(req)
  await handle.execute(sql`
    insert into account_sessions (sid, user_id, address, device, way, with_factor)
    values (${sid}::text, ${user}::int, ${address}::text, ${device}::text, 'password', false)
    on conflict (sid) do update set last_used_at = now(), address = excluded.address`)
}

/** Ends sessions of a person: one, or all but one. Returns how many were open. */
export async function endSessions({
  req,
  user,
  only,
  but,
}: {
  req: PayloadRequest
  user: number
  only?: string | null
  but?: string | null
}): Promise<number> {
  const handle = await handleOf(req)
  const { rowCount } = await handle.execute(sql`
    delete from users_sessions where _parent_id = ${user}::int and (${only ?? null}::text is null or id = ${only ?? null}::text)
      and (${but ?? null}::text is null or id <> ${but ?? null}::text)`)
  return rowCount ?? 0
}

export type OpenSession = {
  id: string
  address: string
  device: string
  way: string
  withFactor: boolean
  openedAt: string
  lastUsedAt: string
}

/** What a person has open, last used first. */
export async function openSessionsOf({ req, user }: { req: PayloadRequest; user: number }): Promise<OpenSession[]> {
  const handle = await handleOf(req)
  const { rows } = await handle.execute(sql`
    select s.id, coalesce(a.address, '') as address, coalesce(a.device, '') as device, coalesce(a.way, 'password') as way,
      coalesce(a.with_factor, false) as "withFactor", to_json(coalesce(a.opened_at, s.created_at)) as "openedAt",
      to_json(coalesce(a.last_used_at, s.created_at)) as "lastUsedAt"
    from users_sessions s left join account_sessions a on a.sid = s.id
    where s._parent_id = ${user}::int and s.expires_at > now() order by coalesce(a.last_used_at, s.created_at) desc limit 200`)
  return rows as OpenSession[]
}

/** `client`: the address, and the program as it called itself. */
export type LogIn = { at: string; verb: string; client: string | null; reason: string | null }

type LogInsAsked = { req: PayloadRequest; user: number; email: string; verbs: readonly string[] }

/** When somebody came and went, and who tried to, newest first. */
export async function logInsOf({ req, user, email, verbs }: LogInsAsked): Promise<LogIn[]> {
  const handle = await handleOf(req)
  const { rows } = await handle.execute(sql`
    select to_json(at) as at, verb, client, reason from audit_log
    where slug = 'users' and verb in (select jsonb_array_elements_text(${JSON.stringify(verbs)}::jsonb))
      and (document_id = ${String(user)}::text or (document_id is null and no = ${email}::text))
    order by id desc limit 50`)
  return rows as LogIn[]
}

/** What was written down of sessions that are no more. */
export async function forgetSessions(req: PayloadRequest): Promise<void> {
  const handle = await handleOf(req)
  await handle.execute(sql`delete from account_sessions a where not exists (select from users_sessions s where s.id = a.sid) and a.last_used_at < now() - interval '1 day'`) // prettier-ignore
}
