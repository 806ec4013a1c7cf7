import { APIError, type CollectionBeforeOperationHook } from 'payload'

import '@/src/usecases'
import { openOperation } from '@/src/engine/open'
import { beginOperation, takeOver } from '@/src/engine/operation'
import { holdRows } from '@/src/engine/rows/heldRows'
import { notePopulate } from '@/src/engine/rows/linesRead'
import { rulesOf } from '@/src/engine/define'

type WriteArgs = { id?: number | string; data?: Record<string, unknown>; populate?: unknown }

/** Before Payload reads the old document it is locked, reread and its version checked, unless the engine has done so already. */
export const lockDocument: CollectionBeforeOperationHook = async ({ args, operation, req, collection }) => {
  if (operation === 'read') notePopulate(req, (args as WriteArgs).populate)
  if (operation !== 'create' && operation !== 'update') return
  const { id, data = {} } = args as WriteArgs
  if (operation === 'update' && id === undefined) throw new APIError('Documents are written one at a time', 400, undefined, true)
  const key = operation === 'create' ? null : Number(id)
  const opened =
    takeOver(req, collection.slug, key) ?? (await openOperation({ req, rules: rulesOf(collection.slug), id: key, submitted: data }))
  beginOperation(req, opened)
  Object.assign(args, { data: holdRows({ req, collection, operation: opened, args }) })
}
