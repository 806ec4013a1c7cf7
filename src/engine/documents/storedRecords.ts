import type { PayloadRequest, SelectType, Where } from 'payload'

import { collectionNamed } from './collectionNamed'
import type { FoundRecord } from './findRecords'

/** Records as they are stored, without what reading for a screen adds: for files that name a hundred thousand. The house reads, not a person. */
export async function storedRecords({
  req,
  slug,
  where,
  fields,
}: {
  req: PayloadRequest
  slug: string
  where: Where
  fields: readonly string[]
}): Promise<FoundRecord[]> {
  const select: SelectType = Object.fromEntries(fields.map((field) => [field, true]))
  const { docs } = await req.payload.db.find<FoundRecord>({ collection: collectionNamed(req, slug), where, select, pagination: false, req })
  return docs
}

/** Of these records those with which this person may do so. */
async function idsWithin(req: PayloadRequest, slug: string, operation: 'read' | 'update', ids: readonly number[]) {
  if (!req.user || ids.length === 0) return new Set(ids)
  const may = await req.payload.collections[collectionNamed(req, slug)].config.access[operation]({ req })
  if (may === true) return new Set(ids)
  if (may === false) return new Set<number>()
  const read = await storedRecords({ req, slug, where: { and: [{ id: { in: [...ids] } }, may] }, fields: ['id'] })
  return new Set(read.map(({ id }) => id))
}

/** Of these records those this person may read. */
export const readableIds = (req: PayloadRequest, slug: string, ids: readonly number[]): Promise<ReadonlySet<number>> =>
  idsWithin(req, slug, 'read', ids)

/** Of these records those this person may change. */
export const writableIds = (req: PayloadRequest, slug: string, ids: readonly number[]): Promise<ReadonlySet<number>> =>
  idsWithin(req, slug, 'update', ids)
