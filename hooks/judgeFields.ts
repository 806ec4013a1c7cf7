import { type CollectionBeforeChangeHook, ValidationError } from 'payload'

import { currentOperation } from '@/src/engine/operation'

import { findProblems, type Judging } from './rows/findProblems'

/**
 * The fields of the header and of all rows are judged in one pass: the same validators, messages and paths as Payload's own. What asks whose access counts
 * Payload judges after this; where something is wrong it is judged along, so that everything is told at once.
 */
export const judgeFields: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, operation, req }) => {
  const { stored } = currentOperation(req, collection.slug)
  // those of the operation have no validators any more
  const { fields } = req.payload.config.collections.find(({ slug }) => slug === collection.slug) ?? collection
  const judging: Judging = {
    req,
    operation,
    id: originalDoc?.id,
    collectionSlug: collection.slug,
    data: { ...stored, ...data },
    wanted: 'ours',
  }
  const whole = { fields, now: data, before: stored ?? {}, path: [], label: () => '' }
  const found = await findProblems(judging, whole)
  if (found.length === 0) return data
  const beside = await findProblems({ ...judging, wanted: 'payloads' }, whole)
  throw new ValidationError({ collection: collection.slug, errors: [...beside, ...found], id: originalDoc?.id, req }, req.t)
}
