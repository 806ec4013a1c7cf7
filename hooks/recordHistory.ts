import type { CollectionAfterChangeHook } from 'payload'

import type { AnyDocument } from '@/src/engine/document'
import { recordChange } from '@/src/engine/audit'
import { currentOperation } from '@/src/engine/operation'

/** Who, when, which verb, before and after of every field, why: one append-only row per version. */
export const recordHistory: CollectionAfterChangeHook = async ({ doc, req, collection }) => {
  await recordChange({ req, operation: currentOperation(req, collection.slug), doc: doc as AnyDocument })
  return doc
}
