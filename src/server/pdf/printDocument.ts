import { readFile } from 'node:fs/promises'
import path from 'node:path'

import type { PayloadRequest } from 'payload'
import sharp from 'sharp'

import type { Language } from '@/src/domain/messages/language'

import { uploadFolder } from '../uploads/uploadFolder'
import { renderSheet } from './renderSheet'
import type { Print, PrintedDocument, Sheet } from './sheet'
import { idOf } from './words'

type PictureDoc = { id: number; filename?: string | null; sizes?: Record<string, { filename?: string | null } | undefined> }

/** The first picture of each item, small, by item; pictures this person may not read are left out. */
async function picturesOf(req: PayloadRequest, doc: PrintedDocument): Promise<Map<number, Buffer>> {
  const first = new Map<number, number>()
  for (const line of doc.lines ?? []) {
    const item = line['item'] as { id: number; pictures?: unknown[] } | null
    const picture = item && typeof item === 'object' ? idOf(item.pictures?.[0]) : null
    if (item && picture !== null) first.set(item.id, picture)
  }
  if (first.size === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: 'pictures',
    where: { id: { in: [...new Set(first.values())] } },
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  })
  const folder = uploadFolder('pictures')
  const files = new Map<number, Buffer>()
  for (const picture of docs as unknown as PictureDoc[]) {
    const file = picture.filename ? await readFile(path.resolve(folder, picture.filename)).catch(() => null) : null
    if (file)
      files.set(
        picture.id,
        await sharp(file).resize(240, 240, { fit: 'inside' }).flatten({ background: '#fff' }).jpeg({ quality: 80 }).toBuffer(),
      )
  }
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
  const doc = (await req.payload.findByID({
    collection: print.slug as never,
    id,
    depth: 1,
    overrideAccess: false,
    disableErrors: true,
    user: req.user,
    req,
  })) as unknown as PrintedDocument | null
  if (!doc || print.offered?.(doc) === false) return null
  const company = (await req.payload.findGlobal({
    slug: 'company',
    depth: 0,
    overrideAccess: true,
    req,
  })) as unknown as Sheet['company'] & {
    bankAccount?: string | null
  }
  const sheet = print.sheet({
    doc,
    language,
    company: { ...company, bank: [company.bank, company.bankAccount].filter(Boolean).join('  ') || null },
    pictures: print.pictures ? await picturesOf(req, doc) : new Map(),
    related: (await print.load?.({ req, doc, query })) ?? {},
  })
  return { pdf: await renderSheet(sheet), doc, sheet }
}
