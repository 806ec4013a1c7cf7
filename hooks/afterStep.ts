import type { CollectionAfterChangeHook } from 'payload'

import { currentOperation } from '@/src/engine/operation'

/** What a verb does besides its document: notices, mails, reviews opened. Same transaction, so it happens or nothing does. */
export const afterStep: CollectionAfterChangeHook = async ({ doc, req, collection }) => {
  await currentOperation(req, collection.slug).outcome?.after?.(doc)
  return doc
}
