import { addDataAndFileToRequest, APIError, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'

import { hasRole, personOf } from '@/src/access/roles'
import { settingsRights } from '@/src/access/rights'
import { mayUseSheet } from '@/src/access/sheets'
import { sheetKinds, type SheetKind } from '@/src/domain/text/sheetTexts'
import { findRecords } from '@/src/engine/documents/findRecords'
import { readInput } from '@/src/engine/readInput'
import { composed } from '@/src/pdf/composeLetter'
import { printDocument } from '@/src/pdf/printDocument'
import { prints } from '@/src/pdf/prints'
import type { Print, PrintedDocument } from '@/src/pdf/sheet'

import { notFound } from '../notFound'

const kinds = Object.keys(sheetKinds) as SheetKind[]
const text = z.string().max(500).nullish()

const body = z.object({
  kind: z.enum(kinds),
  language: z.enum(['zh', 'en']),
  form: z.enum(['pdf', 'mail']),
  /** which document; absent: the newest of the kind that one may read */
  id: z.number().int().positive().optional(),
  /** the settings as they are being written, not saved yet */
  company: z.object({
    name: text, nameEn: text, address: text, addressEn: text, phone: text, email: text, taxNo: text,
    logo: z.number().int().positive().nullish(),
    texts: z.record(z.string(), z.unknown()).nullish(),
  }).partial().default({}), // prettier-ignore
})

/** The print of a kind of sheet, and the documents it is of. */
function printOf(kind: SheetKind): Print {
  const found = prints.find((print) => print.kinds?.includes(kind))
  if (!found) throw new Error(`${kind} is printed by no sheet`)
  return found
}

/** The newest few of the kind that this person reads: the first of them that can be printed so. */
async function newest(req: PayloadRequest, print: Print, kind: SheetKind): Promise<number | null> {
  const found = await findRecords({ req, slug: print.slug, where: {}, sort: '-id', limit: 20, overrideAccess: false })
  const docs = found as PrintedDocument[]
  return docs.find((doc) => print.offered?.(doc) !== false && print.kind?.(doc) === kind)?.id ?? null
}

/**
 * `POST /api/texts-preview` `{kind, language, form, id?, company?}`: a real document as it would leave the house with the texts as they are
 * being written: the sheet as PDF, or its mail as `{subject, html}`; 204 where there is none yet. For whoever may write the settings; with his rights of reading.
 */
const preview: Endpoint['handler'] = async (req) => {
  if (!req.user) throw new APIError('Unauthorized', 401, undefined, true)
  if (!hasRole(req.user, ...settingsRights.update)) throw new APIError('Forbidden', 403, undefined, true)
  await addDataAndFileToRequest(req)
  const { kind, language, form, id: asked, company } = readInput({ req, schema: body, input: req.data ?? {} })
  const print = printOf(kind)
  if (!mayUseSheet(personOf(req.user), print, 'print')) throw new APIError('Forbidden', 403, undefined, true)
  const id = asked ?? (await newest(req, print, kind))
  const printed =
    id === null ? null : await printDocument({ req, print, id, language, query: new URLSearchParams({ language }), written: company })
  // a house that is being set up has none yet, which is no mistake of whoever asks
  if (!printed && asked === undefined) return new Response(null, { status: 204 })
  if (!printed) throw notFound()
  if (form === 'mail') {
    const letter = { doc: printed.doc, sheet: printed.sheet, language, kind }
    return Response.json({ no: printed.sheet.no, ...composed({ req, letter, given: {} }) })
  }
  return new Response(new Uint8Array(printed.pdf), { headers: { 'Content-Type': 'application/pdf', 'Cache-Control': 'no-store' } })
}

export const textsPreview: Endpoint = { path: '/texts-preview', method: 'post', handler: preview }
