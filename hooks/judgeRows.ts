import { type CollectionBeforeChangeHook, ValidationError } from 'payload'

import { currentOperation } from '@/src/engine/operation'

import { findProblems, type Judging } from './rows/findProblems'

/**
 * The fields of all rows are judged in one pass: the same validators, messages and paths as Payload's own, which judges the header after
 * this. Where a row is wrong the header is judged along, so that everything is told at once.
 */
export const judgeRows: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, operation, req }) => {
  const { stored } = currentOperation(req, collection.slug)
  const judging: Judging = {
    req,
    operation,
    id: originalDoc?.id,
    collectionSlug: collection.slug,
    data: { ...stored, ...data },
    wanted: 'rows',
  }
  const whole = { fields: collection.fields, now: data, before: stored ?? {}, path: '', label: '' }
  const inRows = await findProblems(judging, whole)
  if (inRows.length === 0) return data
  const inHeader = await findProblems({ ...judging, wanted: 'header' }, whole)
  throw new ValidationError({ collection: collection.slug, errors: [...inHeader, ...inRows], id: originalDoc?.id, req }, req.t)
}
