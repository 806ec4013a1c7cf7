import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'

import { refuseUnseenIn } from '@/src/access/refuseUnseen'
import { enqueue } from '@/src/db/enqueue'
import { writeAudit } from '@/src/engine/audit'
import { readInput } from '@/src/engine/readInput'
import { inOneTransaction } from '@/src/engine/transaction'
import { fileNameOf } from '@/src/pdf/fileNameOf'
import { composed, type Given } from '@/src/pdf/composeLetter'
import { type Letter, lettersOf } from '@/src/pdf/letters'
import type { Print } from '@/src/pdf/sheet'

import { notFound } from '../notFound'
import { refuseForeign } from './refuseForeign'
import { sheetAsked } from './sheetAsked'

const address = z.email().max(254)
const addresses = z
  .string()
  .max(2600)
  .transform((text) => text.split(/[,;，；\s]+/).filter(Boolean))
  .pipe(z.array(address).min(1).max(10))

const body = z.object({
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
})

type Posting = { req: PayloadRequest; print: Print; letter: Letter; given: Given & { cc?: readonly string[]; bcc?: readonly string[] }; foreign: readonly string[] } // prettier-ignore

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
      { path: print.name, before: null, after: to.join(', ') },
      ...Object.entries(copies).flatMap(([path, after]) => (after ? [{ path, before: null, after }] : [])),
      ...(foreign.length > 0 ? [{ path: 'confirmed', before: null, after: foreign.join(', ') }] : []),
    ],
  })
  return { subject }
}

/**
 * `POST /api/<slug>/<id>/mail` `{to?, cc?, bcc?, language?, subject?, message?, name?, customer?, confirmed?}`: the sheet goes to the customer
 * (his main contact when nobody is named; each customer concerned his own copy; `skipped` names those without an address), in the language
 * named, else the customer's, else the sender's, through the outbox, and the audit log says so. Only contacts of the customer are written to,
 * unless that is confirmed.
 */
export const mail =
  (slug: string): Endpoint['handler'] =>
  async (req) => {
    await addDataAndFileToRequest(req)
    const given = readInput({ req, schema: body, input: req.data ?? {} })
    const { print, id } = sheetAsked(req, slug, given.name ?? null, 'mail')
    await refuseUnseenIn(req, { customer: given.customer })
    const asked = await lettersOf({ req, print, id, given })
    if (!asked) throw notFound()
    const { letters, skipped } = asked
    const named = [...(given.to ?? []), ...(given.cc ?? []), ...(given.bcc ?? [])]
    const foreign = await refuseForeign({ req, letters, named, customer: given.customer, isConfirmed: given.confirmed === true })
    const answer = await inOneTransaction({
      req,
      path: `POST /${slug}/${String(id)}/mail`,
      body: given,
      dryRun: false,
      work: async () => {
        const mailed: Array<{ to: readonly string[]; subject: string }> = []
        for (const letter of letters) mailed.push({ to: letter.to, ...(await post({ req, print, letter, given, foreign })) })
        return { status: 200, body: print.copies && !given.to ? { mailed, skipped } : { mailed: mailed[0] } }
      },
    })
    return Response.json(answer.body, { status: answer.status })
  }
