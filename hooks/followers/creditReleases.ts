import type { CollectionAfterChangeHook } from 'payload'

import type { Releasable } from '@/src/engine/releasable'
import type { AnyDocument } from '@/src/engine/document'
import { currentOperation } from '@/src/engine/operation'
import { keepReleases } from '@/src/usecases/credit/keepReleases'

const keep: CollectionAfterChangeHook = async ({ doc, req, collection }) => {
  const slug = collection.slug as Releasable
  await keepReleases({ req, slug, doc: doc as AnyDocument, operation: currentOperation(req, slug) })
  return doc
}

/** 信用审批: the request of an alarmed document, and the end of a release that no longer covers it or of a document that is cancelled. */
export const creditReleases = { afterChange: [keep] }
