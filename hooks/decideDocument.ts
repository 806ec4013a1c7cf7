import type { CollectionBeforeChangeHook } from 'payload'

import { decide } from '@/src/engine/decide'
import type { AnyDocument } from '@/src/engine/document'
import { currentOperation } from '@/src/engine/operation'
import { withHeldRows } from '@/src/engine/rows/heldRows'
import { rulesOf } from '@/src/engine/define'

/** The named verb, or the save of what a person entered: step, role, content, prices, totals. */
export const decideDocument: CollectionBeforeChangeHook = async ({ data, originalDoc, req, collection }) => {
  const operation = currentOperation(req, collection.slug)
  const known = operation.id === null ? null : (originalDoc as AnyDocument)
  const { data: entered, stored } = await withHeldRows({ req, collection, operation, data: data as Record<string, unknown>, stored: known })
  operation.stored = stored
  return decide({ req, rules: rulesOf(collection.slug), operation, data: entered })
}
