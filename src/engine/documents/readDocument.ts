import type { PayloadRequest } from 'payload'

import { asStored } from './asStored'
import type { CollectionSlug, Stored } from './stored'

/** One record by its id. Throws when there is none, or none this person may see. */
export async function readDocument<Slug extends CollectionSlug>({
  req,
  slug,
  id,
  overrideAccess,
}: {
  req: PayloadRequest
  slug: Slug
  id: number
  overrideAccess: boolean
}): Promise<Stored<Slug>> {
  return asStored<Slug>(await req.payload.findByID({ collection: slug, id, depth: 0, overrideAccess, req }))
}
