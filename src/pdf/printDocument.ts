import type { PayloadRequest } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'
import type { Language } from '@/src/domain/messages/language'
import { collectionNamed } from '@/src/engine/documents/collectionNamed'

import { picturesById } from './readPictures'
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
  const company = await req.payload.findGlobal({ slug: 'company', depth: 0, overrideAccess: true, req })
  const sheet = print.sheet({
    doc,
    language,
    company: { ...company, bank: [company.bank, company.bankAccount].filter(Boolean).join('  ') || null },
    pictures: print.pictures ? await picturesOf(req, doc) : new Map(),
    related: (await print.load?.({ req, doc, query })) ?? {},
  })
  return { pdf: await renderSheet(sheet), doc, sheet }
}
