import type { PayloadRequest } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'
import type { Language } from '@/src/domain/messages/language'
import { houseIn } from '@/src/domain/words/houseIn'
import { sheetWords } from '@/src/domain/words/sheetWords'
import type { StoredTexts } from '@/src/domain/text/sheetTexts'
import { collectionNamed } from '@/src/engine/documents/collectionNamed'
import { asItWasMade } from '@/src/questions/customers/asItWasMade'

import { notInForce } from './notInForce'
import { textsOf } from './companyTexts'
import { picturesById } from './readPictures'
import { readLogo } from './readLogo'
import { renderSheet } from './renderSheet'
import type { Print, PrintedDocument, Sheet } from './sheet'

/** The first picture of each item, small, by item; pictures this person may not read are left out. */
async function picturesOf(req: PayloadRequest, doc: PrintedDocument): Promise<Map<number, Buffer>> {
  const first = new Map<number, number>()
  for (const line of doc.lines ?? []) {
    const item = line['item'] as { id: number; pictures?: unknown[] } | null
    const picture = item && typeof item === 'object' ? idOf(item.pictures?.[0]) : null
    if (item && picture !== null) first.set(item.id, picture)
  }
  const files = await picturesById({ req, ids: [...first.values()], pixels: 240 })
  return new Map([...first].flatMap(([item, picture]) => (files.has(picture) ? [[item, files.get(picture) as Buffer] as const] : [])))
}

const termsWord = { zh: '条款', en: 'Terms' } as const

type Written = Partial<Record<'name' | 'nameEn' | 'address' | 'addressEn' | 'phone' | 'email' | 'taxNo', string | null>> & {
  logo?: number | null
  texts?: StoredTexts | null
}

/** The house as its sheets name it, in the language of the sheet. */
async function houseOf(req: PayloadRequest, language: Language, written: Written = {}): Promise<Sheet['company']> {
  const stored = await req.payload.findGlobal({ slug: 'company', depth: 0, overrideAccess: true, req })
  const { bank, bankAccount, ...company } = { ...stored, ...written, name: written.name || stored.name }
  return {
    ...company,
    ...houseIn(company, language),
    bank: [bank, bankAccount].filter(Boolean).join('  ') || null,
  }
}

type Asked = {
  req: PayloadRequest
  print: Print
  id: number
  language: Language
  query: URLSearchParams
  /** Settings as they are being written: they take the place of those that are stored, and of what was sealed. */
  written?: Written
}

/**
 * What a document says on its sheet, as this person may read it: with the rights of the request, so that what is absent on screen is absent
 * on paper. Null when the document is unknown or not visible.
 */
export async function composeSheet({
  req,
  print,
  id,
  language,
  query,
  written,
}: Asked): Promise<{ doc: PrintedDocument; sheet: Sheet } | null> {
  const found: object | null = await req.payload.findByID({
    collection: collectionNamed(req, print.slug),
    id,
    depth: 1,
    overrideAccess: false,
    disableErrors: true,
    user: req.user,
    req,
  })
  const read = await asItWasMade(req, print.slug, found as PrintedDocument | null)
  const doc = read && written ? { ...read, sealedTexts: null, terms: null } : read
  if (!doc || print.offered?.(doc) === false) return null
  const company = await houseOf(req, language, written)
  const logo = await readLogo(req, company.logo)
  const sheet = print.sheet({
    doc,
    language,
    company,
    pictures: print.pictures ? await picturesOf(req, doc) : new Map(),
    related: (await print.load?.({ req, doc, query })) ?? {},
  })
  const { head, terms, foot } = textsOf({ kind: print.kind?.(doc), doc, company, language, title: sheet.title })
  const lacking = notInForce(print.slug, doc.status)
  const said: Sheet = {
    ...sheet,
    ...(lacking ? { watermark: sheetWords[language][lacking] } : {}),
    ...(logo ? { logo } : {}),
    head,
    foot,
    notes: [...(sheet.notes ?? []), ...(terms.length > 0 ? [{ title: termsWord[language], text: terms }] : [])],
  }
  return { doc, sheet: said }
}

/** The same on paper. */
export async function printDocument(asked: Asked): Promise<{ pdf: Buffer; doc: PrintedDocument; sheet: Sheet } | null> {
  const composed = await composeSheet(asked)
  return composed && { pdf: await renderSheet(composed.sheet), ...composed }
}
