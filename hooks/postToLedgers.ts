import type { CollectionAfterChangeHook } from 'payload'

import type { AnyDocument } from '@/src/usecases/engine/document'
import { currentOperation } from '@/src/usecases/engine/operation'
import { rulesOf } from '@/src/usecases/engine/registry'
import { post } from '@/src/usecases/runVerb'

/** The books follow the document in the same transaction: target minus posted, one statement per ledger. */
export const postToLedgers: CollectionAfterChangeHook = async ({ doc, req, collection }) => {
  await post({ req, rules: rulesOf(collection.slug), operation: currentOperation(req, collection.slug), doc: doc as AnyDocument })
  return doc
}
