import type { CollectionAfterChangeHook, CollectionBeforeDeleteHook } from 'payload'

import type { AnyDocument } from '@/src/engine/document'
import { currentOperation } from '@/src/engine/operation'
import type { Releasable } from '@/src/domain/credit/creditRelease'
import { endRequests, keepReleases } from '@/src/usecases/credit/keepReleases'

const keep: CollectionAfterChangeHook = async ({ doc, req, collection }) => {
  const slug = collection.slug as Releasable
  await keepReleases({ req, slug, doc: doc as AnyDocument, operation: currentOperation(req, slug) })
  return doc
}

const end: CollectionBeforeDeleteHook = async ({ req, id, collection }) => {
  await endRequests({ req, slug: collection.slug as Releasable, id: Number(id) })
}

/** 信用审批: the request of an alarmed document, and the end of a release that no longer covers it or of a document that is gone. */
export const creditReleases = { afterChange: [keep], beforeDelete: [end] }
