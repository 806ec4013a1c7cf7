import type { PayloadRequest, Where } from 'payload'

import { asStored } from './asStored'
import type { CollectionSlug, Stored } from './stored'

/** One page of the records that match, by id: for work that walks through all of them. */
export async function documentPage<Slug extends CollectionSlug>({
  req,
  slug,
  where,
  limit,
  page,
}: {
  req: PayloadRequest
  slug: Slug
  where: Where
  limit: number
  page: number
}): Promise<{ docs: Array<Stored<Slug>>; hasNextPage: boolean }> {
  const found: { docs: object[]; hasNextPage: boolean } = await req.payload.find({
    collection: slug,
    where,
    limit,
    page,
    sort: 'id',
    depth: 0,
    overrideAccess: true,
    req,
  })
  return { docs: found.docs.map((doc) => asStored<Slug>(doc)), hasNextPage: found.hasNextPage }
}
