import type { PayloadRequest } from 'payload'

import { noProgress, type Progress } from '@/src/domain/kernel/contributions'
import { now } from '@/src/engine/clock'
import { rulesOf } from '@/src/engine/define'
import { findRecords } from '@/src/engine/documents/findRecords'
import type { AnyDocument } from '@/src/engine/document'
import { creditSides, refKey } from '@/src/engine/guards/creditObjects'
import { settingsOf } from '@/src/engine/settings'
import { appendMany } from '@/src/ledger/appendMany'
import { keepSeries } from '@/src/ledger/keepSeries'
import { addLastPrices } from '@/src/ledger/lastPrices'
import { sealOpenings } from '@/src/ledger/openingSeals'
import '@/src/usecases'

import { fieldsOf } from '../masters/fieldColumns'
import { freshIds, insertRecords } from '../staging/insertRecords'

export type NewDocument = Omit<AnyDocument, 'id'>

/** Documents of these numbers that are there already, by number. */
export async function knownDocuments(
  req: PayloadRequest,
  slug: string,
  numbers: readonly string[],
  fields: readonly string[],
): Promise<Map<string, Record<string, unknown> & { id: number }>> {
  const found = new Map<string, Record<string, unknown> & { id: number }>()
  for (let at = 0; at < numbers.length; at += 1000)
    for (const record of await findRecords({
      req,
      slug,
      where: { no: { in: numbers.slice(at, at + 1000) } },
      fields: ['no', ...fields],
      overrideAccess: true,
    }))
      found.set(String(record['no']), record)
  return found
}

/** What happened to its lines before the books were opened, as the document itself says. */
function progressOf(doc: AnyDocument): Map<string, Progress> {
  const lines = (doc.lines ?? []) as Array<{ id: string; qty: number; deliveredBefore?: number | null; invoicedBefore?: number | null }>
  return new Map(
    lines.map(({ id, qty, deliveredBefore, invoicedBefore }) => [
      id,
      { ...noProgress, ordered: String(qty), delivered: String(deliveredBefore ?? 0), invoiced: String(invoicedBefore ?? 0) },
    ]),
  )
}

/**
 * Documents from elsewhere, complete and in the status they have: written together, and in the books with exactly what the rules of their
 * kind say such a document contributes; `ledger:verify` asks the same rules.
 */
export async function writeOpenings(req: PayloadRequest, slug: string, documents: readonly NewDocument[]): Promise<number[]> {
  if (documents.length === 0) return []
  const rules = rulesOf(slug)
  const ids = await freshIds(req, slug, documents.length)
  const docs = documents.map((doc, index): AnyDocument => ({ ...doc, id: ids[index] ?? 0 }) as AnyDocument)
  await insertRecords({ req, slug, fields: fieldsOf(req, slug), records: docs })
  const settings = await settingsOf(req)
  const { instant } = now(req)
  const sides = await creditSides(
    req,
    docs.map((doc) => ({ slug, doc })),
  )
  await appendMany(
    req,
    docs.map((doc) => {
      const side = sides.get(refKey({ slug, id: doc.id }))
      const contributions = rules.contributions({
        doc,
        progress: progressOf(doc),
        creditObjects: side?.objects ?? [],
        billTo: side?.billTo ?? 0,
        prepaid: side?.prepaid ?? false,
        settings: { reserveMoment: settings.availability.moment, creditMoment: settings.credit.moment },
      })
      // an order's moment in the books is that of its approval: it is new, not changed
      const at = 'approvedAt' in doc && typeof doc.approvedAt === 'string' ? doc.approvedAt : instant
      return { cause: { slug, id: doc.id, version: doc.version, date: doc.date, at }, contributions }
    }),
  )
  const written = { first: ids[0] ?? 0, last: ids.at(-1) ?? 0 }
  await addLastPrices(req, slug, written)
  await sealOpenings(req, slug, written)
  await keepSeries(
    req,
    rules.series,
    docs.map(({ no }) => no),
  )
  return ids
}
