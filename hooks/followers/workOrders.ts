import type { CollectionAfterChangeHook } from 'payload'

import { followWorkOrders } from '@/src/usecases/samples/followWorkOrders'

const follow: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  if (operation === 'update') await followWorkOrders({ req, order: doc, previous: previousDoc })
  return doc
}

/** 样板工单: what is made for an order follows its lines. */
export const workOrders = { afterChange: [follow] }
