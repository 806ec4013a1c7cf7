import type { PayloadRequest, PopulateType, SelectType, Where } from 'payload'

import { collectionNamed } from './collectionNamed'

/** Of its fields nothing is known before the program runs. */
export type FoundRecord = Record<string, unknown> & { id: number }

/**
 * Records of a collection that is only known by its name at run time: what a report filters by, what a book row names. A collection
 * that is closed to this person has none. `depth` 1 follows relations, `populate` says how far.
 */
export async function findRecords({
  req,
  slug,
  where,
  fields,
  populate,
  sort,
  limit = 0,
  depth = 0,
  overrideAccess,
}: {
  req: PayloadRequest
  slug: string
  where: Where
  fields?: readonly string[]
  populate?: PopulateType
  sort?: string
  limit?: number
  depth?: 0 | 1
  overrideAccess: boolean
}): Promise<FoundRecord[]> {
  const select: SelectType | undefined = fields && Object.fromEntries(fields.map((field) => [field, true]))
  const { docs }: { docs: object[] } = await req.payload.find({
    collection: collectionNamed(req, slug),
    where,
    select: select as never,
    ...(populate ? { populate } : {}),
    sort,
    limit,
    pagination: false,
    depth,
    overrideAccess,
    disableErrors: true,
    req,
  })
  return docs.map((doc) => doc as FoundRecord)
}
