import type { PayloadRequest } from 'payload'

import { asStored } from './asStored'
import type { CollectionSlug, Stored } from './stored'

/** One record by its id; null when there is none, or none this person may see. */
export async function findDocument<Slug extends CollectionSlug>({
  req,
  slug,
  id,
  overrideAccess,
}: {
  req: PayloadRequest
  slug: Slug
  id: number
  overrideAccess: boolean
}): Promise<Stored<Slug> | null> {
  const found: object | null = await req.payload.findByID({ collection: slug, id, depth: 0, overrideAccess, disableErrors: true, req })
  return found && asStored<Slug>(found)
}
