import type { CollectionBeforeChangeHook } from 'payload'

import type { AnyDocument } from '@/src/usecases/engine/document'
import { currentOperation } from '@/src/usecases/engine/operation'
import { rulesOf } from '@/src/usecases/engine/registry'
import { closeDecision } from '@/src/usecases/runVerb'

/** After all guards: refuse everything at once, or number the document and keep its findings. A step leaves lines unwritten. */
export const decideTogether: CollectionBeforeChangeHook = async ({ data, req, collection }) => {
  const rules = rulesOf(collection.slug)
  const operation = currentOperation(req, collection.slug)
  const decided = await closeDecision({ req, rules, operation, doc: data as AnyDocument })
  const keepsLines = operation.id !== null && operation.verb !== 'save' && !rules.verbs[operation.verb]?.changesLines
  return keepsLines ? { ...decided, lines: undefined } : decided
}
