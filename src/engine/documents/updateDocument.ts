import type { PayloadRequest } from 'payload'

import { enterDocument } from './enterDocument'
import type { CollectionSlug, Entered, Stored } from './stored'

/** Changes the fields given; none for a named verb, which decides itself what changes. */
export async function updateDocument<Slug extends CollectionSlug>({
  req,
  slug,
  id,
  data,
  overrideAccess,
}: {
  req: PayloadRequest
  slug: Slug
  id: number
  data: Entered<Slug>
  overrideAccess: boolean
}): Promise<Stored<Slug>> {
  return enterDocument({ req, slug, id, data, overrideAccess })
}
