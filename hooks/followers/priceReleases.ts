import type { CollectionAfterChangeHook } from 'payload'

import type { AnyDocument } from '@/src/engine/document'
import { currentOperation } from '@/src/engine/operation'
import { keepPriceReleases } from '@/src/usecases/pricing/keepPriceReleases'

const keep: CollectionAfterChangeHook = async ({ doc, req, collection }) => {
  await keepPriceReleases({ req, slug: collection.slug, doc: doc as AnyDocument, operation: currentOperation(req, collection.slug) })
  return doc
}

/** 低价放行: what a save asks of those who may release, and what was sold below by right. */
export const priceReleases = { afterChange: [keep] }
