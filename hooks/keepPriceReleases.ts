import type { CollectionAfterChangeHook } from 'payload'

import type { AnyDocument } from '@/src/engine/document'
import { currentOperation } from '@/src/engine/operation'
import { keepPriceReleases as keep } from '@/src/usecases/pricing/keepPriceReleases'

/** 低价放行: what a save asks of those who may release, and what was sold below by right, in the same transaction. */
export const keepPriceReleases: CollectionAfterChangeHook = async ({ doc, req, collection }) => {
  await keep({ req, slug: collection.slug, doc: doc as AnyDocument, operation: currentOperation(req, collection.slug) })
  return doc
}
