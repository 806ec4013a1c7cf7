import type { PayloadRequest } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'
import type { Language } from '@/src/domain/messages/language'
import { collectionNamed } from '@/src/engine/documents/collectionNamed'

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

/** The house as its sheets name it, in the language of the sheet. */
async function houseOf(req: PayloadRequest, language: Language): Promise<Sheet['company']> {
  const { bank, bankAccount, ...company } = await req.payload.findGlobal({ slug: 'company', depth: 0, overrideAccess: true, req })
  const english = language === 'en'
  return {
    ...company,
    name: (english && company.nameEn) || company.name,
    address: (english && company.addressEn) || company.address || null,
    bank: [bank, bankAccount].filter(Boolean).join('  ') || null,
  }
}

/**
 * Prints a document as this person may read it: with the rights of the request, so that what is absent on screen is absent on
 * paper. Null when the document is unknown or not visible.
 */
export async function printDocument({
  req,
  print,
  id,
  language,
  query,
}: {
  req: PayloadRequest
  print: Print
  id: number
  language: Language
  query: URLSearchParams
}): Promise<{ pdf: Buffer; doc: PrintedDocument; sheet: Sheet } | null> {
  const found: object | null = await req.payload.findByID({
    collection: collectionNamed(req, print.slug),
    id,
    depth: 1,
    overrideAccess: false,
    disableErrors: true,
    user: req.user,
    req,
  })
  const doc = found as PrintedDocument | null
  if (!doc || print.offered?.(doc) === false) return null
  const company = await houseOf(req, language)
  const logo = await readLogo(req, company.logo)
  const sheet = print.sheet({
    doc,
    language,
    company,
    pictures: print.pictures ? await picturesOf(req, doc) : new Map(),
    related: (await print.load?.({ req, doc, query })) ?? {},
  })
  const { head, terms, foot } = textsOf({ kind: print.kind?.(doc), doc, company, language, title: sheet.title })
  const said: Sheet = {
    ...sheet,
    ...(logo ? { logo } : {}),
    head,
    foot,
    notes: [...(sheet.notes ?? []), ...(terms.length > 0 ? [{ title: termsWord[language], text: terms }] : [])],
  }
  return { pdf: await renderSheet(said), doc, sheet: said }
}
