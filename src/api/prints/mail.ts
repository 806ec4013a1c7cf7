import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'

import { refuseUnseenIn } from '@/src/access/refuseUnseen'
import { enqueue } from '@/src/db/enqueue'
import { writeAudit } from '@/src/engine/audit'
import { readInput } from '@/src/engine/readInput'
import { inOneTransaction } from '@/src/engine/transaction'
import { fileNameOf } from '@/src/pdf/fileNameOf'
import { type Letter, letterText, lettersOf, subjectOf } from '@/src/pdf/letters'
import type { Print } from '@/src/pdf/sheet'

import { notFound, sheetAsked } from './sheetAsked'

const address = z.email().max(254)
const body = z.object({
  to: z
    .string()
    .max(1000)
    .transform((text) => text.split(/[,;\s]+/).filter(Boolean))
    .pipe(z.array(address).min(1).max(10))
    .optional(),
  language: z.enum(['zh', 'en']).optional(),
  message: z.string().max(5000).optional(),
  name: z.string().max(50).optional(),
  customer: z.number().int().positive().optional(),
})

type Posting = { req: PayloadRequest; print: Print; letter: Letter; message: string | undefined }

/** Puts one letter into the outbox, in the transaction of the request, and says so in the audit log. */
async function post({ req, print, letter, message }: Posting): Promise<void> {
  const { to, doc, pdf, language } = letter
  const key = `print-${print.slug}-${String(doc.id)}-${crypto.randomUUID()}`
  const row = await req.payload.create({
    collection: 'outbox',
    data: {
      key,
      to: to.join(', '),
      subject: subjectOf(letter),
      ...letterText(letter, message),
      attachments: [{ filename: fileNameOf(print, doc), contentType: 'application/pdf', base64: pdf.toString('base64') }],
      language,
      status: 'queued',
      attempts: 0,
      relatedSlug: print.slug,
      relatedId: String(doc.id),
    },
    depth: 0,
    overrideAccess: true,
    req,
  })
  await enqueue({ req, task: 'sendMail', payload: { outbox: row.id }, key })
  await writeAudit(req, {
    slug: print.slug,
    documentId: String(doc.id),
    verb: 'mail',
    changes: [{ path: print.name, before: null, after: to.join(', ') }],
  })
}

/**
 * `POST /api/<slug>/<id>/mail` `{to?, language?, message?, name?, customer?}`: the sheet goes to the customer (his main contact when nobody is
 * named; each customer concerned his own copy; `skipped` names those without an address), in the language named, else the customer's, else
 * the sender's, through the outbox, and the audit log says so.
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
    const answer = await inOneTransaction({
      req,
      path: `POST /${slug}/${String(id)}/mail`,
      body: given,
      dryRun: false,
      work: async () => {
        for (const letter of letters) await post({ req, print, letter, message: given.message })
        const mailed = letters.map((letter) => ({ to: letter.to, subject: subjectOf(letter) }))
        return { status: 200, body: print.copies && !given.to ? { mailed, skipped } : { mailed: mailed[0] } }
      },
    })
    return Response.json(answer.body, { status: answer.status })
  }
