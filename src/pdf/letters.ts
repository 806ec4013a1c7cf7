import type { PayloadRequest } from 'payload'

import type { SheetKind } from '@/src/domain/text/sheetTexts'
import { isLanguage, type Language } from '@/src/domain/words/words'
import { languageOf, refuse } from '@/src/engine/refusal'

import { peopleOf } from './peopleOf'
import { composeSheet, printDocument } from './printDocument'
import { renderSheet } from './renderSheet'
import type { Print, PrintedDocument, Sheet } from './sheet'

/** One sheet on its way to somebody. */
export type Letter = {
  to: readonly string[]
  doc: PrintedDocument
  pdf: Buffer
  sheet: Sheet
  language: Language
  kind: SheetKind | undefined
}

type Wish = { to?: readonly string[] | undefined; language?: Language | undefined; customer?: number | undefined }
type Asked = { req: PayloadRequest; print: Print; id: number; given: Wish }

/** The main contact of the document's customer, where he has an address. */
export function customerAddress(doc: PrintedDocument): string[] {
  const contacts = peopleOf(doc)[0]?.contacts ?? []
  const chosen = contacts.find(({ main, email }) => main && email) ?? contacts.find(({ email }) => email)
  return chosen?.email ? [chosen.email] : []
}

/** The language the customer of a document is written to in, where that is told. */
function customerLanguage(doc: PrintedDocument): Language | null {
  const language = peopleOf(doc)[0]?.language
  return isLanguage(language) ? language : null
}

/** What the sheet says in the language asked for, else in the customer's, else in the sender's; not printed yet. */
export async function sheetFor({ req, print, id, given }: Asked): Promise<Omit<Letter, 'to' | 'pdf'> | null> {
  const inLanguage = async (language: Language): Promise<Omit<Letter, 'to' | 'pdf'> | null> => {
    const query = new URLSearchParams({ language, ...(given.customer ? { customer: String(given.customer) } : {}) })
    const said = await composeSheet({ req, print, id, language, query })
    return said && { ...said, language, kind: print.kind?.(said.doc) }
  }
  const first = await inLanguage(given.language ?? languageOf(req))
  const wanted = first && (given.language ?? customerLanguage(first.doc))
  return wanted && wanted !== first.language ? inLanguage(wanted) : first
}

/**
 * What is to be sent to whom: one sheet to the addresses given, or to each customer concerned his own. Null when there is no such document
 * for this person; a document that is not in force is not sent.
 */
export async function lettersOf(ask: Asked): Promise<{ letters: Letter[]; skipped: string[] } | null> {
  const { req, print, id, given } = ask
  const said = await sheetFor(ask)
  if (!said) return null
  const { doc, sheet, language } = said
  if (sheet.watermark)
    refuse(req, { code: 'ILLEGAL_STEP', about: print.slug, path: 'status', facts: { status: doc.status, verb: 'mail', allowed: [] } })
  const nobody = (value: string) =>
    refuse(req, { code: 'INVALID_INPUT', path: 'to', facts: { field: 'to', value, accepted: 'name@example.com' } })
  if (given.to || !print.copies) {
    const to = given.to ?? customerAddress(doc)
    if (to.length === 0) nobody('')
    return { letters: [{ to, ...said, pdf: await renderSheet(sheet) }], skipped: [] }
  }
  const copies = await print.copies({ req, doc, customer: given.customer ?? null })
  const skipped = copies.filter(({ to }) => to === null).map(({ customer }) => customer)
  if (copies.length === skipped.length) nobody(skipped.join(', '))
  const letters: Letter[] = []
  for (const { query: narrowed, to } of copies) {
    const copy = await printDocument({ req, print, id, language, query: narrowed })
    if (copy && to) letters.push({ to: [to], ...copy, language, kind: print.kind?.(copy.doc) })
  }
  return { letters, skipped }
}
