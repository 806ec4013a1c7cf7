import type { CollectionAfterChangeHook } from 'payload'

import { currentOperation } from '@/src/engine/operation'
import { giveRowsBack as give } from '@/src/engine/rows/heldRows'

/** First after the write: the document has its lines again. */
export const giveRowsBack: CollectionAfterChangeHook = ({ doc, req, collection }) =>
  give({ req, collection, operation: currentOperation(req, collection.slug), doc })
