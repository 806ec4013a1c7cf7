import type { FieldHook, FieldHookArgs, PayloadRequest, SanitizedCollectionConfig } from 'payload'

import type { Row } from '@/src/db/rowsAside'

import type { RowField } from './rowFields'

/** What all hooks of the rows of one document are told. */
export type Hooked = {
  req: PayloadRequest
  collection: SanitizedCollectionConfig
  operation: 'create' | 'update' | 'read'
  overrideAccess: boolean
  /** The document, without its rows. */
  doc: Row
}

type Moment = 'beforeValidate' | 'beforeChange' | 'afterRead'

/** The value after the hooks, or the promise of it: most hooks answer at once, and waiting for each would cost more than they do. */
export type HookRunner = (value: unknown, row: Row, before: Row) => unknown

/** Runs the hooks a field has for a moment, its arguments made once; null where it has none. */
export function hooksOf(hooked: Hooked, field: RowField, siblingFields: readonly RowField[], moment: Moment): HookRunner | null {
  const hooks: readonly FieldHook[] = ('hooks' in field && field.hooks?.[moment]) || []
  if (hooks.length === 0) return null
  const { req, collection, operation, overrideAccess, doc } = hooked
  // one for all rows: a hook that waits is waited for before the next begins
  const args: FieldHookArgs = {
    blockData: undefined,
    collection,
    context: req.context,
    data: doc,
    field,
    global: null,
    indexPath: [],
    operation,
    originalDoc: doc,
    overrideAccess,
    path: ['lines', field.name],
    req,
    schemaPath: ['lines', field.name],
    siblingData: {},
    siblingFields: [...siblingFields],
  }
  const from = (at: number, value: unknown): unknown => {
    const hook = hooks[at]
    if (!hook) return value
    args.value = value
    const answer: unknown = hook(args)
    const next = (given: unknown): unknown => from(at + 1, given === undefined ? value : given)
    return answer instanceof Promise ? answer.then(next) : next(answer)
  }
  return (value, row, before) => {
    args.siblingData = row
    args.previousSiblingDoc = before
    args.previousValue = before[field.name]
    return from(0, value)
  }
}
