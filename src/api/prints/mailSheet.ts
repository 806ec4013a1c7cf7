import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { noted } from '@/src/domain/control/noted'
import { enqueue } from '@/src/db/enqueue'
import { writeAudit } from '@/src/engine/audit'
import { fileNameOf } from '@/src/pdf/fileNameOf'
import { composed } from '@/src/pdf/composeLetter'
import { type Letter, lettersOf } from '@/src/pdf/letters'
import type { Print } from '@/src/pdf/sheet'

import { refuseForeign } from './refuseForeign'

const address = z.email().max(254)
const addresses = z
  .string()
  .max(2600)
  .transform((text) => text.split(/[,;，；\s]+/).filter(Boolean))
  .pipe(z.array(address).min(1).max(10))

/** What a mail with a sheet is told: whom, copies, in which language, with which words. */
export const mailInput = z.object({
  to: addresses.optional(),
  cc: addresses.optional(),
  bcc: addresses.optional(),
  language: z.enum(['zh', 'en']).optional(),
  subject: z.string().trim().max(300).optional(),
  /** a text, or a rich text as the editor stores it */
  message: z.union([z.string().max(5000), z.record(z.string(), z.unknown())]).optional(),
  name: z.string().max(50).optional(),
  customer: z.number().int().positive().optional(),
  /** also to addresses that are no contact of the customer */
  confirmed: z.boolean().optional(),
  /** whether it would go is to be known; nothing is sent */
  dryRun: z.boolean().optional(),
})

const copyWords = { cc: { zh: '抄送', en: 'Cc' }, bcc: { zh: '密送', en: 'Bcc' } } as const

type Given = z.infer<typeof mailInput>
type Posting = { req: PayloadRequest; print: Print; letter: Letter; given: Given; foreign: readonly string[] }

/** Puts one letter into the outbox, in the transaction of the request, and says so in the audit log. */
async function post({ req, print, letter, given, foreign }: Posting): Promise<{ subject: string }> {
  const { to, doc, pdf, language, sheet } = letter
  const key = `print-${print.slug}-${String(doc.id)}-${crypto.randomUUID()}`
  const { subject, text, html } = composed({ req, letter, given })
  const copies = { cc: given.cc?.join(', ') ?? null, bcc: given.bcc?.join(', ') ?? null }
  const row = await req.payload.create({
    collection: 'outbox',
    data: {
      ...{ key, to: to.join(', '), ...copies, subject, text, html, language },
      attachments: [{ filename: fileNameOf(print, doc), contentType: 'application/pdf', base64: pdf.toString('base64') }],
      status: 'queued',
      attempts: 0,
      relatedSlug: print.slug,
      relatedId: String(doc.id),
      sheet: sheet.title,
      sentBy: req.user?.id ?? null,
    },
    depth: 0,
    overrideAccess: true,
    req,
  })
  await enqueue({ req, task: 'sendMail', payload: { outbox: row.id }, key })
  await writeAudit(req, {
    slug: print.slug,
    documentId: String(doc.id),
    no: doc.no ?? null,
    verb: 'mail',
    changes: [
      noted(print.name, print.title, to.join(', ')),
      ...(['cc', 'bcc'] as const).flatMap((path) => (copies[path] ? [noted(path, copyWords[path], copies[path])] : [])),
      ...(foreign.length > 0
        ? [noted('confirmed', { zh: '确认的外部地址', en: 'Confirmed addresses of others' }, foreign.join(', '))]
        : []),
    ],
  })
  return { subject }
}

type Mailed = { to: readonly string[]; subject: string }

/**
 * Puts the sheet of a document into the outbox for everybody it is to go to; asked inside a transaction, with the rights of the request.
 * Null when there is no such document for this person; `skipped` names customers without an address.
 */
export async function mailSheet({
  req,
  print,
  id,
  given,
}: {
  req: PayloadRequest
  print: Print
  id: number
  given: Given
}): Promise<{ mailed: Mailed[]; skipped: string[] } | null> {
  const asked = await lettersOf({ req, print, id, given })
  if (!asked) return null
  const { letters, skipped } = asked
  const named = [...(given.to ?? []), ...(given.cc ?? []), ...(given.bcc ?? [])]
  const foreign = await refuseForeign({ req, letters, named, customer: given.customer, isConfirmed: given.confirmed === true })
  const mailed: Mailed[] = []
  for (const letter of letters) mailed.push({ to: letter.to, ...(await post({ req, print, letter, given, foreign })) })
  return { mailed, skipped }
}
