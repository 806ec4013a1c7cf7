import type { CollectionAfterOperationHook } from 'payload'

import { endOperation } from '@/src/engine/operation'
import { fillFromLedgers } from '@/src/engine/fillFromLedgers'

/** The last hook: figures from the ledgers are filled into what is answered, and the operation is over. */
export const sealTransaction: CollectionAfterOperationHook = async ({ operation, req, result, collection }) => {
  const ended = operation === 'create' || operation === 'updateByID' ? endOperation(req, collection.slug) : undefined
  if (ended?.unanswered) return result
  await fillFromLedgers({ req, slug: collection.slug, result, known: ended?.plan?.isNew ? ended.plan.progressAfter : undefined })
  return result
}
