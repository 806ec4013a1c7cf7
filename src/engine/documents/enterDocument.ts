import type { File, PayloadRequest } from 'payload'

import { asStored } from './asStored'
import type { CollectionSlug, Stored } from './stored'

/**
 * Writes what somebody entered, as it came: the fields of the collection and the rules of the document judge it, not the compiler.
 * Without an id it is a new record.
 */
export async function enterDocument<Slug extends CollectionSlug>({
  req,
  slug,
  id,
  data,
  depth = 0,
  file,
  overrideAccess,
}: {
  req: PayloadRequest
  slug: Slug
  id: number | null
  data: object
  depth?: number
  /** Of an upload. */
  file?: File
  overrideAccess: boolean
}): Promise<Stored<Slug>> {
  const entered = data as never
  return asStored<Slug>(
    id === null
      ? await req.payload.create({ collection: slug, data: entered, depth, file, overrideAccess, req })
      : await req.payload.update({ collection: slug, id, data: entered, depth, overrideAccess, req }),
  )
}
