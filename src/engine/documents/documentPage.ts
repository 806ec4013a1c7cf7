import type { PayloadRequest, Where } from 'payload'

import { asStored } from './asStored'
import type { CollectionSlug, Stored } from './stored'

/**
 * The next records after `after` that match, by id, as they are stored: for work that walks through all of them. Each page is found by where the
 * last one ended, so the hundredth costs what the first did; nothing that reading for a person adds is done.
 */
export async function documentPage<Slug extends CollectionSlug>({
  req,
  slug,
  where,
  limit,
  after,
}: {
  req: PayloadRequest
  slug: Slug
  where: Where
  limit: number
  /** The id of the last record of the page before; 0 for the first page. */
  after: number
}): Promise<Array<Stored<Slug>>> {
  const { docs } = await req.payload.db.find({
    collection: slug,
    where: { and: [{ id: { greater_than: after } }, where] },
    limit,
    pagination: false,
    sort: 'id',
    req,
  })
  return docs.map((doc) => asStored<Slug>(doc))
}
