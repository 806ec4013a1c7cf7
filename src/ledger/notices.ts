import type { PayloadRequest } from 'payload'

import { ATTEMPTS } from '@/src/db/enqueue'

import { asJson, query, sql } from './query'

/** What one person is told, in the app and, where `letter` is given, by mail. */
export type Told = {
  user: number
  title: string
  text: string
  /** Text and address of the mail; `key` names it, so that it is sent once. */
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
      select * from jsonb_to_recordset(${rows}::jsonb) as r(ord int, "user" int, title text, text text, key text, "to" text, language text, letter text)),
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
