import { addDataAndFileToRequest, APIError, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'

import { writeAudit } from '@/src/engine/audit'
import { enqueue } from '@/src/db/enqueue'
import type { Language } from '@/src/domain/messages/language'
import { refuseUnseenIn } from '@/src/access/refuseUnseen'
import { personOf } from '@/src/access/roles'
import { mayUseSheet } from '@/src/access/sheets'
import { htmlOf, plainTextOf } from '@/src/domain/text/writeRichText'
import { readInput } from '@/src/engine/readInput'
import { languageOf, refuse } from '@/src/engine/refusal'
import { inOneTransaction } from '@/src/engine/transaction'

import { companyText } from '@/src/pdf/companyText'
import { printDocument } from '@/src/pdf/printDocument'
import { printsOf } from '@/src/pdf/prints'
import type { Print, PrintedDocument, Sheet } from '@/src/pdf/sheet'

const notFound = () => new APIError('Not found', 404, undefined, true)

function asked(req: PayloadRequest, slug: string, name: string | null, door: 'print' | 'mail'): { print: Print; id: number } {
  if (!req.user) throw new APIError('Unauthorized', 401, undefined, true)
  const id = Number(req.routeParams?.['id'])
  const print = printsOf(slug).find((one) => name === null || name === '' || one.name === name)
  if (print && !mayUseSheet(personOf(req.user), print, door)) throw new APIError('Forbidden', 403, undefined, true)
  if (!print || !Number.isInteger(id) || id < 1) throw notFound()
  return { print, id }
}

const languageFrom = (req: PayloadRequest, given: string | null | undefined): Language =>
  given === 'zh' || given === 'en' ? given : languageOf(req)

const fileName = (print: Print, doc: PrintedDocument, revision?: string | null): string =>
  `${doc.no || `${print.slug}-${String(doc.id)}`}${revision ? `-r${revision}` : ''}.pdf`

/** `GET /api/<slug>/<id>/print?language=zh|en&name=`: the sheet as PDF, with the rights of reading the document. */
const print =
  (slug: string): Endpoint['handler'] =>
  async (req) => {
    const query = new URL(req.url ?? '', 'http://local').searchParams
    const { print: chosen, id } = asked(req, slug, query.get('name'), 'print')
    const printed = await printDocument({ req, print: chosen, id, language: languageFrom(req, query.get('language')), query })
    if (!printed) throw notFound()
    await writeAudit(req, {
      slug,
      documentId: String(id),
      no: printed.doc.no ?? null,
      verb: 'print',
      changes: [{ path: chosen.name, before: null, after: 'pdf' }],
    })
    return new Response(new Uint8Array(printed.pdf), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `inline; filename="${fileName(chosen, printed.doc, query.get('revision')?.replace(/\D/g, ''))}"`,
        'Cache-Control': 'no-store',
      },
    })
  }

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

/** The main contact of the document's customer, where he has an address. */
function customerAddress(doc: PrintedDocument): string[] {
  const contacts =
    ((doc['customer'] ?? doc) as { contacts?: Array<{ email?: string | null; main?: boolean | null }> } | null)?.contacts ?? []
  const chosen = contacts.find(({ main, email }) => main && email) ?? contacts.find(({ email }) => email)
  return chosen?.email ? [chosen.email] : []
}

const words = {
  zh: (title: string, no: string, company: string) => ({ subject: `${title} ${no} · ${company}`, text: `您好，\n\n附件为${title} ${no}，请查收。\n\n${company}` }),
  en: (title: string, no: string, company: string) => ({ subject: `${title} ${no} · ${company}`, text: `Dear customer,\n\nplease find attached our ${title.toLowerCase()} ${no}.\n\n${company}` }),
} as const // prettier-ignore

type Letter = { to: string[]; doc: PrintedDocument; pdf: Buffer; sheet: Sheet; language: Language }
type Asked = { req: PayloadRequest; print: Print; id: number; given: z.infer<typeof body> }

/** The language the customer of a document is written to in, where that is told. */
function customerLanguage(doc: PrintedDocument): Language | null {
  const { language } = (doc['customer'] ?? doc) as { language?: unknown }
  return language === 'zh' || language === 'en' ? language : null
}

/** The sheet in the language asked for, else in the customer's, else in the sender's. */
async function printedFor({ req, print: chosen, id, given }: Asked) {
  const inLanguage = async (language: Language) => {
    const query = new URLSearchParams({ language, ...(given.customer ? { customer: String(given.customer) } : {}) })
    const printed = await printDocument({ req, print: chosen, id, language, query })
    if (!printed) throw notFound()
    return { ...printed, language }
  }
  const first = await inLanguage(languageFrom(req, given.language))
  const wanted = given.language ?? customerLanguage(first.doc)
  return wanted && wanted !== first.language ? inLanguage(wanted) : first
}

/** What is to be sent to whom: one sheet to the addresses given, or to each customer concerned his own. */
async function lettersOf(ask: Asked): Promise<{ letters: Letter[]; skipped: string[] }> {
  const { req, print: chosen, id, given } = ask
  const printed = await printedFor(ask)
  const { doc, sheet, language } = printed
  if (sheet.watermark)
    refuse(req, { code: 'ILLEGAL_STEP', about: chosen.slug, path: 'status', facts: { status: doc.status, verb: 'mail', allowed: [] } })
  const nobody = (value: string) =>
    refuse(req, { code: 'INVALID_INPUT', path: 'to', facts: { field: 'to', value, accepted: 'name@example.com' } })
  if (given.to || !chosen.copies) {
    const to = given.to ?? customerAddress(doc)
    if (to.length === 0) nobody('')
    return { letters: [{ to, ...printed }], skipped: [] }
  }
  const copies = await chosen.copies({ req, doc, customer: given.customer ?? null })
  const skipped = copies.filter(({ to }) => to === null).map(({ customer }) => customer)
  if (copies.length === skipped.length) nobody(skipped.join(', '))
  const letters: Letter[] = []
  for (const { query: narrowed, to } of copies) {
    const copy = await printDocument({ req, print: chosen, id, language, query: narrowed })
    if (copy && to) letters.push({ to: [to], ...copy, language })
  }
  return { letters, skipped }
}

/** What the mail says: what was typed for this one, else the house's covering letter, else a plain sentence. */
function letterText({ doc, sheet, language }: Letter, message: string | undefined): { text: string; html?: string } {
  if (message) return { text: `${message}\n\n${sheet.company.name}` }
  const ours = companyText({ company: sheet.company, kind: 'mail', language, title: sheet.title, doc })
  if (ours.length > 0) return { text: plainTextOf(ours), html: htmlOf(ours) }
  return { text: words[language](sheet.title, sheet.no, sheet.company.name).text }
}

/** Puts one letter into the outbox, in the transaction of the request, and says so in the audit log. */
async function post({
  req,
  print: chosen,
  letter,
  message,
}: {
  req: PayloadRequest
  print: Print
  letter: Letter
  message: string | undefined
}): Promise<void> {
  const { to, doc, pdf, sheet, language } = letter
  const key = `print-${chosen.slug}-${String(doc.id)}-${crypto.randomUUID()}`
  const row = await req.payload.create({
    collection: 'outbox',
    data: {
      key,
      to: to.join(', '),
      subject: words[language](sheet.title, sheet.no, sheet.company.name).subject,
      ...letterText(letter, message),
      attachments: [{ filename: fileName(chosen, doc), contentType: 'application/pdf', base64: pdf.toString('base64') }],
      language,
      status: 'queued',
      attempts: 0,
      relatedSlug: chosen.slug,
      relatedId: String(doc.id),
    },
    depth: 0,
    overrideAccess: true,
    req,
  })
  await enqueue({ req, task: 'sendMail', payload: { outbox: row.id }, key })
  await writeAudit(req, {
    slug: chosen.slug,
    documentId: String(doc.id),
    verb: 'mail',
    changes: [{ path: chosen.name, before: null, after: to.join(', ') }],
  })
}

/**
 * `POST /api/<slug>/<id>/mail` `{to?, language?, message?, name?, customer?}`: the sheet goes to the customer (his main contact when nobody is
 * named; each customer concerned his own copy; `skipped` names those without
 * an address), in the language named, else the customer's, else the sender's, through the outbox, and the audit log says so. A document that is not in force is not sent.
 */
const mail =
  (slug: string): Endpoint['handler'] =>
  async (req) => {
    await addDataAndFileToRequest(req)
    const given = readInput({ req, schema: body, input: req.data ?? {} })
    const { print: chosen, id } = asked(req, slug, given.name ?? null, 'mail')
    await refuseUnseenIn(req, { customer: given.customer })
    const { letters, skipped } = await lettersOf({ req, print: chosen, id, given: given })
    const answer = await inOneTransaction({
      req,
      path: `POST /${slug}/${String(id)}/mail`,
      body: given,
      dryRun: false,
      work: async () => {
        for (const letter of letters) await post({ req, print: chosen, letter, message: given.message })
        const mailed = letters.map(({ to, sheet, language }) => ({
          to,
          subject: words[language](sheet.title, sheet.no, sheet.company.name).subject,
        }))
        return { status: 200, body: chosen.copies && !given.to ? { mailed, skipped } : { mailed: mailed[0] } }
      },
    })
    return Response.json(answer.body, { status: answer.status })
  }

/** The doors of everything that can be printed. */
export const printEndpoints = (slug: string): Endpoint[] =>
  printsOf(slug).length === 0
    ? []
    : [
        { path: '/:id/print', method: 'get', handler: print(slug) },
        { path: '/:id/mail', method: 'post', handler: mail(slug) },
      ]
