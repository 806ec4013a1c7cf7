import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { enqueue } from './enqueue'
import { txOf } from './transaction'

export type QueuedMail = {
  id: number
  key: string
  to: string
  cc: string | null
  bcc: string | null
  subject: string
  text: string | null
  html: string | null
  attachments: Array<{ filename: string; contentType: string; base64: string }> | null
  attempts: number
  relatedSlug: string | null
  relatedId: string | null
}

/** How long a mail belongs to whoever claimed it. Longer than a sending may take (`src/mail/deliver`), so that nobody sends it beside him. */
const LEASE = '5 minutes'

/**
 * Claims a mail that has not been sent: from the commit on it is the claimant's alone, for a while. `busy`: another has it now.
 * Null: sent, or gone.
 */
export async function claimMail({ req, id }: { req: PayloadRequest; id: number }): Promise<QueuedMail | 'busy' | null> {
  const tx = await txOf(req)
  const { rows } = await tx.execute(sql`
    update outbox set claimed_at = now(), updated_at = now()
    where id = ${id} and status <> 'sent' and (claimed_at is null or claimed_at < now() - ${LEASE}::interval)
    returning id, key, "to", cc, bcc, subject, text, html, attachments, coalesce(attempts, 0)::int as attempts, related_slug as "relatedSlug", related_id as "relatedId"`)
  const claimed = rows[0] as QueuedMail | undefined
  if (claimed) return claimed
  const { rows: waiting } = await tx.execute(sql`select 1 from outbox where id = ${id} and status <> 'sent'`)
  return waiting.length > 0 ? 'busy' : null
}

export async function markSent({ req, id }: { req: PayloadRequest; id: number }): Promise<void> {
  const tx = await txOf(req)
  await tx.execute(sql`
    update outbox set status = 'sent', claimed_at = null, attempts = coalesce(attempts, 0) + 1, last_error = null, sent_at = now(), updated_at = now()
    where id = ${id}`)
}

/** The mail was not taken. It stays queued as long as it will be tried again. */
export async function markFailed({
  req,
  id,
  error,
  last,
}: {
  req: PayloadRequest
  id: number
  error: string
  last: boolean
}): Promise<void> {
  const tx = await txOf(req)
  await tx.execute(sql`
    update outbox set status = ${last ? 'failed' : 'queued'}, claimed_at = null, attempts = coalesce(attempts, 0) + 1, last_error = ${error.slice(0, 2000)},
      updated_at = now() where id = ${id}`)
}

/** Puts the mails that were not taken, or wait for their next try, into the queue anew: they go out at once. Returns how many. */
export async function retryMails(req: PayloadRequest): Promise<number> {
  const tx = await txOf(req)
  const { rows } = (await tx.execute(sql`
    update outbox set status = 'queued', claimed_at = null, updated_at = now()
    where (status = 'failed' or (status = 'queued' and attempts > 0)) and (claimed_at is null or claimed_at < now() - ${LEASE}::interval)
    returning id, key`)) as { rows: Array<{ id: number; key: string }> }
  for (const { id, key } of rows) await enqueue({ req, task: 'sendMail', payload: { outbox: id }, key })
  return rows.length
}
