import type { CollectionAfterChangeHook } from 'payload'

import { currentOperation } from '@/src/engine/operation'
import { followWorkOrders } from '@/src/usecases/samples/followWorkOrders'

const follow: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req, collection }) => {
  const lines = currentOperation(req, collection.slug).stored?.lines
  if (operation === 'update') await followWorkOrders({ req, order: doc, previous: { ...previousDoc, lines } })
  return doc
}

/** 样板工单: what is made for an order follows its lines. */
export const workOrders = { afterChange: [follow] }
