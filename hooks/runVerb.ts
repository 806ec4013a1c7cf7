import type { CollectionBeforeChangeHook } from 'payload'

import { currentOperation } from '@/src/engine/operation'
import { rulesOf } from '@/src/engine/registry'
import { runVerb as run } from '@/src/engine/runVerb'

/** The named verb, or the save of what a person entered: step, role, content, prices, totals. */
export const runVerb: CollectionBeforeChangeHook = async ({ data, req, collection }) =>
  run({ req, rules: rulesOf(collection.slug), operation: currentOperation(req, collection.slug), data: data as Record<string, unknown> })
