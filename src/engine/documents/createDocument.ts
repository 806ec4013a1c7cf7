import type { PayloadRequest } from 'payload'

import { enterDocument } from './enterDocument'
import type { CollectionSlug, Entered, Stored } from './stored'

/** Creates a record with the fields given; hooks and rules fill and judge the rest. */
export async function createDocument<Slug extends CollectionSlug>({
  req,
  slug,
  data,
  overrideAccess,
}: {
  req: PayloadRequest
  slug: Slug
  data: Entered<Slug>
  overrideAccess: boolean
}): Promise<Stored<Slug>> {
  return enterDocument({ req, slug, id: null, data, overrideAccess })
}
