import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { txOf } from './transaction'

export type QueuedMail = {
  id: number
  key: string
  to: string
  subject: string
  text: string | null
  html: string | null
  attachments: Array<{ filename: string; contentType: string; base64: string }> | null
  attempts: number
}

/** Takes a mail that has not been sent, and keeps other workers from it until the transaction ends. Null: sent, or gone. */
export async function takeMail({ req, id }: { req: PayloadRequest; id: number }): Promise<QueuedMail | null> {
  const tx = await txOf(req)
  const { rows } = await tx.execute(sql`
    select id, key, "to", subject, text, html, attachments, coalesce(attempts, 0)::int as attempts from outbox
    where id = ${id} and status <> 'sent' for update`)
  return (rows[0] as QueuedMail | undefined) ?? null
}

export async function markSent({ req, id }: { req: PayloadRequest; id: number }): Promise<void> {
  const tx = await txOf(req)
  await tx.execute(sql`
    update outbox set status = 'sent', attempts = coalesce(attempts, 0) + 1, last_error = null, sent_at = now(), updated_at = now()
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
    update outbox set status = ${last ? 'failed' : 'queued'}, attempts = coalesce(attempts, 0) + 1, last_error = ${error.slice(0, 2000)},
      updated_at = now() where id = ${id}`)
}
