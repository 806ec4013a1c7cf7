import type { CollectionAfterChangeHook } from 'payload'

import type { Releasable } from '@/src/usecases/credit/creditRelease'
import { keepReleases } from '@/src/usecases/credit/keepReleases'
import type { AnyDocument } from '@/src/engine/document'
import { currentOperation } from '@/src/engine/operation'

/** 信用审批: the request of an alarmed document, and the end of a release that no longer covers it. */
export const keepCreditReleases: CollectionAfterChangeHook = async ({ doc, req, collection }) => {
  const slug = collection.slug as Releasable
  await keepReleases({ req, slug, doc: doc as AnyDocument, operation: currentOperation(req, slug) })
  return doc
}
