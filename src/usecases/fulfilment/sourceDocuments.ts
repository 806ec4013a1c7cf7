import type { PayloadRequest } from 'payload'

import { type LineOwner, ownersOfLines } from '@/src/ledger/facts/sources'
import { lockDocumentRows } from '@/src/ledger/locks'

import type { AnyDocument } from '@/src/engine/document'

type SourceSlug = 'orders' | 'deliveries' | 'invoices'

type Source<Doc, Line> = { doc: Doc & AnyDocument; line: Line }

/** Ids of those of the documents that this person may see; jobs see all. */
async function visible({ req, slug, ids }: { req: PayloadRequest; slug: SourceSlug; ids: readonly number[] }): Promise<Set<number>> {
  if (!req.user || ids.length === 0) return new Set(ids)
  const { docs } = await req.payload.find({
    collection: slug as never,
    where: { id: { in: ids } },
    select: { no: true } as never,
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    req,
  })
  return new Set((docs as unknown as Array<{ id: number }>).map(({ id }) => id))
}

async function load<Doc>({ req, slug, ids }: { req: PayloadRequest; slug: SourceSlug; ids: readonly number[] }): Promise<Doc[]> {
  if (ids.length === 0) return []
  await lockDocumentRows({ req, documents: ids.map((id) => ({ slug, id })) })
  const { docs } = await req.payload.find({
    collection: slug as never,
    where: { id: { in: ids } },
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs as unknown as Doc[]
}

const distinct = (ids: ReadonlyArray<number | null>): number[] =>
  [...new Set(ids)].filter((id): id is number => id !== null).sort((a, b) => a - b)

/**
 * The order or delivery lines a document draws on, each with its document, locked and read after the lock (orders before
 * deliveries). A line that does not exist, or belongs to somebody else's document, is absent: both are refused alike.
 */
export async function sourceDocuments<Doc extends { lines: Line[] }, Line extends { id: string }>({
  req,
  slug,
  lines,
  entered,
}: {
  req: PayloadRequest
  slug: SourceSlug
  lines: readonly string[]
  /** True when a person names the lines; a step on a document that has them judges them all, seen or not. */
  entered: boolean
}): Promise<Map<string, Source<Doc, Line>>> {
  const owners: Map<string, LineOwner> = await ownersOfLines({ req, slug, lines: [...new Set(lines)] })
  const ids = distinct([...owners.values()].map(({ document }) => document))
  if (slug !== 'orders') {
    const orders = distinct([...owners.values()].map(({ order }) => order))
    await lockDocumentRows({ req, documents: orders.map((id) => ({ slug: 'orders', id })) })
    const deliveries = distinct([...owners.values()].map(({ delivery }) => delivery ?? null))
    await lockDocumentRows({ req, documents: deliveries.map((id) => ({ slug: 'deliveries', id })) })
  }
  const documents = await load<Doc & AnyDocument>({ req, slug, ids })
  const seen = entered ? await visible({ req, slug, ids }) : new Set(ids)
  const found = new Map<string, Source<Doc, Line>>()
  for (const doc of documents.filter(({ id }) => seen.has(id))) {
    for (const line of doc.lines as Line[]) if (owners.has(line.id)) found.set(line.id, { doc, line })
  }
  return found
}
