import type { CollectionBeforeChangeHook } from 'payload'

import { decide } from '@/src/engine/decide'
import type { AnyDocument } from '@/src/engine/document'
import { currentOperation } from '@/src/engine/operation'
import { rulesOf } from '@/src/engine/define'

/** The named verb, or the save of what a person entered: step, role, content, prices, totals. */
export const runVerb: CollectionBeforeChangeHook = async ({ data, originalDoc, req, collection }) => {
  const operation = currentOperation(req, collection.slug)
  operation.stored = operation.id === null ? null : (originalDoc as AnyDocument)
  return decide({ req, rules: rulesOf(collection.slug), operation, data: data as Record<string, unknown> })
}
