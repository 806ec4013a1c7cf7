import type { PayloadRequest } from 'payload'

import { ATTEMPTS } from '@/src/db/enqueue'

import { asJson, query, sql } from './query'

/** What one person is told, in the app and, where `letter` is given, by mail. */
export type Told = {
  user: number
  title: string
  text: string
  /** Text and address of the mail; `key` names it, so that it is sent once. */
  /** In whose mail of the day or week it stands. */
  held: 'daily' | 'weekly' | null
  letter: { key: string; to: string; language: string; text: string } | null
}

/** Writes the notices of one event, their mails and the jobs that send them, in one statement, whatever their number. */
export async function appendNotices({
  req,
  kind,
  related,
  told,
}: {
  req: PayloadRequest
  kind: string
  related: { slug: string; id: number }
  told: readonly Told[]
}): Promise<void> {
  if (told.length === 0) return
  const rows = asJson(
    told.map(({ letter, ...notice }, ord) => ({
      ...notice,
      ord,
      ...(letter ? { ...letter, text: notice.text, letter: letter.text } : {}),
    })),
  )
  await query(
    req,
    sql`
    with n as (
      select * from jsonb_to_recordset(${rows}::jsonb) as r(ord int, "user" int, title text, text text, held text, key text, "to" text, language text, letter text)),
    kept as (
      insert into held_notices (user_id, rhythm, kind, title, text, related_slug, related_id)
      select "user", held, ${kind}::text, title, text, ${related.slug}::text, ${related.id}::int from n where held is not null order by ord),
    noticed as (
      insert into notifications (user_id, kind, title, text, related, read, created_at, updated_at)
      select "user", ${kind}::text, title, text, ${JSON.stringify(related)}::jsonb, false, now(), now() from n order by ord),
    queued as (
      insert into outbox (key, "to", subject, text, language, status, attempts, related_slug, related_id, created_at, updated_at)
      select key, "to", title, letter, language, 'queued', 0, ${related.slug}::text, ${String(related.id)}::text, now(), now()
      from n where key is not null order by ord returning id, key)
    select graphile_worker.add_job(identifier => 'sendMail', payload => json_build_object('outbox', id), max_attempts => ${ATTEMPTS}::int, job_key => key)
    from queued`,
  )
}

export type HeldNotice = { title: string; text: string; slug: string; id: number; at: string }

/** Who has notices waiting for the mail of a day or a week. */
export async function digestReaders(req: PayloadRequest, rhythm: 'daily' | 'weekly'): Promise<number[]> {
  const rows = await query<{ user: number }>(
    req,
    sql`select distinct user_id as "user" from held_notices where rhythm = ${rhythm}::text order by user_id`,
  )
  return rows.map(({ user }) => user)
}

/** What waits for somebody's mail, in its order; with this transaction it waits no longer. */
export async function takeHeldNotices(req: PayloadRequest, user: number, rhythm: 'daily' | 'weekly'): Promise<HeldNotice[]> {
  return query<HeldNotice>(
    req,
    sql`with taken as (delete from held_notices where user_id = ${user}::int and rhythm = ${rhythm}::text returning *)
        select title, text, related_slug as slug, related_id as id, to_json(at) as at from taken order by taken.id`,
  )
}
