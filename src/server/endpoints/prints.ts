import { addDataAndFileToRequest, APIError, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'

import { writeAudit } from '@/hooks/masters/auditEntry'
import { enqueue } from '@/src/db/enqueue'
import type { Language } from '@/src/domain/messages/language'
import { hasRole } from '@/src/server/access/roles'
import { languageOf, refuse } from '@/src/usecases/engine/refusal'
import { inOneTransaction } from '@/src/usecases/performVerb'

import { printDocument } from '../pdf/printDocument'
import { printsOf } from '../pdf/prints'
import type { Print, PrintedDocument } from '../pdf/sheet'

const notFound = () => new APIError('Not found', 404, undefined, true)

function asked(req: PayloadRequest, slug: string, name: string | null): { print: Print; id: number } {
  if (!req.user) throw new APIError('Unauthorized', 401, undefined, true)
  const id = Number(req.routeParams?.['id'])
  const print = printsOf(slug).find((one) => name === null || name === '' || one.name === name)
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
    const { print: chosen, id } = asked(req, slug, query.get('name'))
    const printed = await printDocument({ req, print: chosen, id, language: languageFrom(req, query.get('language')), query })
    if (!printed) throw notFound()
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

/**
 * `POST /api/<slug>/<id>/mail` `{to?, language?, message?, name?}`: the sheet goes to the customer (his main contact when nobody is
 * named) through the outbox, and the audit log says so. A document that is not in force is not sent.
 */
const mail =
  (slug: string): Endpoint['handler'] =>
  async (req) => {
    await addDataAndFileToRequest(req)
    const given = body.safeParse(req.data ?? {})
    if (!given.success) {
      const field = given.error.issues[0]?.path[0] ?? 'to'
      throw refuse(req, {
        code: 'INVALID_INPUT',
        path: String(field),
        facts: {
          field,
          value: (req.data as Record<string, unknown> | undefined)?.[String(field)],
          accepted: given.error.issues[0]?.message,
        },
      })
    }
    const { print: chosen, id } = asked(req, slug, given.data.name ?? null)
    if (!hasRole(req.user, 'sales', 'salesManager', 'finance', 'warehouse', 'generalManager'))
      throw new APIError('Forbidden', 403, undefined, true)
    const language = languageFrom(req, given.data.language)
    const printed = await printDocument({ req, print: chosen, id, language, query: new URLSearchParams() })
    if (!printed) throw notFound()
    const { doc, pdf, sheet } = printed
    if (sheet.watermark) refuse(req, { code: 'ILLEGAL_STEP', path: 'status', facts: { status: doc.status, verb: 'mail', allowed: [] } })
    const to = given.data.to ?? customerAddress(doc)
    if (to.length === 0) refuse(req, { code: 'INVALID_INPUT', path: 'to', facts: { field: 'to', value: '', accepted: 'name@example.com' } })
    const said = words[language](sheet.title, sheet.no, sheet.company.name)
    const answer = await inOneTransaction({
      req,
      path: `POST /${slug}/${String(id)}/mail`,
      body: given.data,
      dryRun: false,
      work: async () => {
        const key = `print-${slug}-${String(id)}-${crypto.randomUUID()}`
        const row = (await req.payload.create({
          collection: 'outbox',
          data: {
            key,
            to: to.join(', '),
            subject: said.subject,
            text: given.data.message ? `${given.data.message}\n\n${sheet.company.name}` : said.text,
            attachments: [{ filename: fileName(chosen, doc), contentType: 'application/pdf', base64: pdf.toString('base64') }],
            language,
            status: 'queued',
            attempts: 0,
            relatedSlug: slug,
            relatedId: String(id),
          },
          depth: 0,
          overrideAccess: true,
          req,
        })) as unknown as { id: number }
        await enqueue({ req, task: 'sendMail', payload: { outbox: row.id }, key })
        await writeAudit(req, {
          slug,
          documentId: String(id),
          verb: 'mail',
          changes: [{ path: chosen.name, before: null, after: to.join(', ') }],
        })
        return { status: 200, body: { mailed: { to, subject: said.subject } } }
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
