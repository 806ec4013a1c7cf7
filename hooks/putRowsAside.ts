import type { CollectionBeforeChangeHook } from 'payload'

import { currentOperation } from '@/src/engine/operation'
import { putRowsAside as put } from '@/src/engine/rows/heldRows'

/** Last before the write: the lines are handed to it, Payload goes on with the header. */
export const putRowsAside: CollectionBeforeChangeHook = ({ data, req, collection }) =>
  put({ req, collection, operation: currentOperation(req, collection.slug), doc: data })
