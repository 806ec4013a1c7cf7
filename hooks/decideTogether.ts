import type { CollectionBeforeChangeHook, FlattenedField } from 'payload'

import { closeDecision } from '@/src/engine/decide'
import type { AnyDocument } from '@/src/engine/document'
import { currentOperation } from '@/src/engine/operation'
import { rulesOf } from '@/src/engine/define'

/** After all guards: refuse everything at once, or number the document and keep its findings. */
export const decideTogether: CollectionBeforeChangeHook = async ({ data, req, collection }) => {
  const rules = rulesOf(collection.slug)
  const operation = currentOperation(req, collection.slug)
  const decided = await closeDecision({ req, rules, operation, doc: data as AnyDocument })
  return operation.id !== null && operation.verb !== 'save'
    ? withoutUntouchedLists(collection.flattenedFields, decided, operation.outcome?.patch ?? {})
    : decided
}

/**
 * Lists live in tables of their own; a step that changes none leaves them unwritten instead of writing every row again. When it changes
 * one, all are written: Payload empties the lists it is not given as soon as it writes any.
 */
function withoutUntouchedLists<Doc extends object>(fields: readonly FlattenedField[], doc: Doc, patch: object): Doc {
  const isList = (field: FlattenedField): boolean => field.type === 'array' || ('hasMany' in field && field.hasMany === true)
  const lists = fields.filter(isList)
  if (lists.some(({ name }) => name in patch)) return doc
  const untouched = lists.map(({ name }) => [name, undefined] as const)
  return { ...doc, ...Object.fromEntries(untouched) }
}
