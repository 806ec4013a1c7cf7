import type { CollectionAfterChangeHook } from 'payload'

import { storedBefore } from '@/src/engine/operation'
import { followFiles } from '@/src/usecases/items/followFiles'

/** The files attached to a document are seen by whoever sees the document. */
export const claimFiles: CollectionAfterChangeHook = async ({ doc, previousDoc, req, collection }) => {
  await followFiles({ req, slug: collection.slug, doc, previous: storedBefore(req, collection.slug) ?? previousDoc })
}
