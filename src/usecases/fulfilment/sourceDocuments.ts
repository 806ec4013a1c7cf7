import type { PayloadRequest, Where } from 'payload'

import { type LineOwner, ownersOfLines } from '@/src/ledger/facts/sources'
import { lockDocumentRows } from '@/src/ledger/locks'

import { findDocuments } from '@/src/engine/documents/findDocuments'

type SourceSlug = 'orders' | 'deliveries' | 'invoices'

type Drawable = { id: number; lines: Array<{ id: string }> }
type Sources<Doc extends Drawable> = Map<string, { doc: Doc; line: Doc['lines'][number] }>

/** True when a person names the lines; a step on a document that has them judges them all, seen or not. */
type Asked = { req: PayloadRequest; lines: readonly string[]; entered: boolean }

/** Ids of those of the documents that this person may see; jobs see all. */
async function visible({ req, slug, ids }: { req: PayloadRequest; slug: SourceSlug; ids: readonly number[] }): Promise<Set<number>> {
  if (!req.user || ids.length === 0) return new Set(ids)
  const docs = await findDocuments({ req, slug, where: { id: { in: ids } }, limit: 0, fields: ['no'], overrideAccess: false })
  return new Set(docs.map(({ id }) => id))
}

const distinct = (ids: ReadonlyArray<number | null>): number[] =>
  [...new Set(ids)].filter((id): id is number => id !== null).sort((a, b) => a - b)

/**
 * The order or delivery lines a document draws on, each with its document, locked and read after the lock (orders before
 * deliveries). A line that does not exist, or belongs to somebody else's document, is absent: both are refused alike.
 */
async function sources<Doc extends Drawable>(
  slug: SourceSlug,
  { req, lines, entered }: Asked,
  read: (where: Where) => Promise<Doc[]>,
): Promise<Sources<Doc>> {
  const owners: Map<string, LineOwner> = await ownersOfLines({ req, slug, lines: [...new Set(lines)] })
  const ids = distinct([...owners.values()].map(({ document }) => document))
  if (slug !== 'orders') {
    const orders = distinct([...owners.values()].map(({ order }) => order))
    await lockDocumentRows({ req, documents: orders.map((id) => ({ slug: 'orders', id })) })
    const deliveries = distinct([...owners.values()].map(({ delivery }) => delivery ?? null))
    await lockDocumentRows({ req, documents: deliveries.map((id) => ({ slug: 'deliveries', id })) })
  }
  await lockDocumentRows({ req, documents: ids.map((id) => ({ slug, id })) })
  const documents = ids.length === 0 ? [] : await read({ id: { in: ids } })
  const seen = entered ? await visible({ req, slug, ids }) : new Set(ids)
  const found: Sources<Doc> = new Map()
  for (const doc of documents.filter(({ id }) => seen.has(id))) {
    for (const line of doc.lines) if (owners.has(line.id)) found.set(line.id, { doc, line })
  }
  return found
}

/** The order lines a document draws on, with their orders. */
export const linesOfOrders = ({ req, ...asked }: Asked) =>
  sources('orders', { req, ...asked }, (where) => findDocuments({ req, slug: 'orders', where, overrideAccess: true }))

/** The delivery lines a document draws on, with their deliveries. */
export const linesOfDeliveries = ({ req, ...asked }: Asked) =>
  sources('deliveries', { req, ...asked }, (where) => findDocuments({ req, slug: 'deliveries', where, overrideAccess: true }))

/** The invoice lines a credit note draws on, with their invoices. */
export const linesOfInvoices = ({ req, ...asked }: Asked) =>
  sources('invoices', { req, ...asked }, (where) => findDocuments({ req, slug: 'invoices', where, overrideAccess: true }))
