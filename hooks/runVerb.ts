import type { CollectionBeforeChangeHook } from 'payload'

import { decide } from '@/src/engine/decide'
import { currentOperation } from '@/src/engine/operation'
import { rulesOf } from '@/src/engine/define'

/** The named verb, or the save of what a person entered: step, role, content, prices, totals. */
export const runVerb: CollectionBeforeChangeHook = async ({ data, req, collection }) =>
  decide({ req, rules: rulesOf(collection.slug), operation: currentOperation(req, collection.slug), data: data as Record<string, unknown> })
