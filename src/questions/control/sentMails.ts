import type { PayloadRequest } from 'payload'

import { personOf } from '@/src/access/roles'
import { minuteOf } from '@/src/domain/kernel/instant'
import { idOf } from '@/src/domain/kernel/idOf'
import { findDocuments } from '@/src/engine/documents/findDocuments'
import { isVisible } from '@/src/engine/step'

export type SentMail = {
  id: number
  sheet: string
  subject: string
  to: string
  cc: string
  /** told to who sent it, and to nobody else */
  bcc: string
  status: 'queued' | 'sent' | 'failed'
  /** why it has not gone out, so far or for good */
  error: string | null
  attempts: number
  by: string
  at: string
  sentAt: string | null
}

const most = 200

/** Every mail about a record and what became of it, the newest first, for whoever may see the record; null for everybody else. */
export async function sentMails({ req, slug, id }: { req: PayloadRequest; slug: string; id: number }): Promise<SentMail[] | null> {
  if (!(await isVisible({ req, slug, id }))) return null
  const rows = await findDocuments({
    req,
    slug: 'outbox',
    where: { and: [{ relatedSlug: { equals: slug } }, { relatedId: { equals: String(id) } }, { sheet: { exists: true } }] },
    sort: '-id',
    limit: most,
    fields: ['sheet', 'subject', 'to', 'cc', 'bcc', 'status', 'lastError', 'attempts', 'sentBy', 'sentAt', 'createdAt'],
    overrideAccess: true,
  })
  const senders = [...new Set(rows.flatMap(({ sentBy }) => idOf(sentBy) ?? []))]
  const people = await findDocuments({ req, slug: 'users', where: { id: { in: senders } }, limit: 0, overrideAccess: true })
  const names = new Map(people.map((person) => [person.id, person.name]))
  const reader = personOf(req.user)?.id
  const timeZone = process.env['TZ_BUSINESS'] || 'Asia/Shanghai'
  return rows.map((row) => ({
    id: row.id,
    sheet: row.sheet ?? '',
    subject: row.subject,
    to: row.to,
    cc: row.cc ?? '',
    bcc: idOf(row.sentBy) === reader ? (row.bcc ?? '') : '',
    status: row.status,
    error: row.lastError ?? null,
    attempts: row.attempts ?? 0,
    by: names.get(idOf(row.sentBy) ?? 0) ?? '',
    at: minuteOf({ instant: row.createdAt, timeZone }),
    sentAt: row.sentAt ? minuteOf({ instant: row.sentAt, timeZone }) : null,
  }))
}
