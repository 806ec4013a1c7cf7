import type { PayloadRequest, SelectType, Where } from 'payload'

import { asStored } from './asStored'
import type { CollectionSlug, Stored } from './stored'

/** All records that match, or the first `limit` of them; `fields` reads only those (and the id). */
export async function findDocuments<Slug extends CollectionSlug, Field extends keyof Stored<Slug> & string = keyof Stored<Slug> & string>({
  req,
  slug,
  where,
  fields,
  sort,
  limit = 0,
  overrideAccess,
}: {
  req: PayloadRequest
  slug: Slug
  where: Where
  fields?: readonly Field[]
  sort?: string
  limit?: number
  overrideAccess: boolean
}): Promise<Array<Pick<Stored<Slug>, Field | ('id' & keyof Stored<Slug>)>>> {
  const select: SelectType | undefined = fields && Object.fromEntries(fields.map((field) => [field, true]))
  const { docs }: { docs: object[] } = await req.payload.find({
    collection: slug,
    where,
    select: select as never,
    sort,
    limit,
    pagination: false,
    depth: 0,
    overrideAccess,
    req,
  })
  return docs.map((doc) => asStored<Slug>(doc))
}
