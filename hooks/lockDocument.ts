import { APIError, type CollectionBeforeOperationHook } from 'payload'

import '@/src/usecases'
import { beginOperation, takeNamedVerb } from '@/src/engine/operation'
import { rulesOf } from '@/src/engine/registry'
import { openOperation } from '@/src/engine/runVerb'

type WriteArgs = { id?: number | string; data?: Record<string, unknown> }

/** Before Payload reads the old document: lock it, reread it, check the version. Writing many at once is refused. */
export const lockDocument: CollectionBeforeOperationHook = async ({ args, operation, req, collection }) => {
  if (operation !== 'create' && operation !== 'update') return
  const { id, data = {} } = args as WriteArgs
  if (operation === 'update' && id === undefined) throw new APIError('Documents are written one at a time', 400, undefined, true)
  const key = operation === 'create' ? null : Number(id)
  const named = key === null ? undefined : takeNamedVerb(req, collection.slug, key)
  beginOperation(req, await openOperation({ req, rules: rulesOf(collection.slug), id: key, named, submitted: data }))
}
