import type { CollectionAfterChangeHook } from 'payload'

import type { AnyDocument } from '@/src/engine/document'
import { currentOperation } from '@/src/engine/operation'
import { rulesOf } from '@/src/engine/define'
import { post } from '@/src/engine/post'

/** The books follow the document in the same transaction: target minus posted, one statement per ledger. */
export const postToLedgers: CollectionAfterChangeHook = async ({ doc, req, collection }) => {
  await post({ req, rules: rulesOf(collection.slug), operation: currentOperation(req, collection.slug), doc: doc as AnyDocument })
  return doc
}
