import type { PayloadRequest, Where } from 'payload'

import { recordKeys } from '@/src/ledger/recordKeys'

import { collectionNamed } from './collectionNamed'

/**
 * The records this person may read whose field has one of these values, each by its id and that value: as they are stored, without what
 * reading for a screen adds. For files that name a hundred thousand records.
 */
export async function keysOf({
  req,
  slug,
  field,
  values,
  overrideAccess,
}: {
  req: PayloadRequest
  slug: string
  field: string
  values: readonly string[]
  overrideAccess: boolean
}): Promise<Array<{ id: number; key: unknown }>> {
  const collection = collectionNamed(req, slug)
  const may = overrideAccess ? true : await req.payload.collections[collection].config.access.read({ req })
  if (may === false) return []
  // whoever reads all of them is told straight from where they are kept
  if (may === true) return recordKeys(req, { slug, field, values })
  const named: Where = { [field]: { in: [...values] } }
  const { docs } = await req.payload.db.find<Record<string, unknown> & { id: number }>({
    collection,
    where: { and: [named, may] },
    select: { [field]: true },
    pagination: false,
    req,
  })
  return docs.map((record) => ({ id: record.id, key: record[field] }))
}
