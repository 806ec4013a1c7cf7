import type { CollectionBeforeChangeHook } from 'payload'

import type { AnyDocument } from '@/src/engine/document'
import { currentOperation } from '@/src/engine/operation'
import { rulesOf } from '@/src/engine/define'
import { type GuardName, runGuard } from '@/src/engine/guards/runGuard'

/** A guard as a hook: it looks at the planned postings and adds its findings to the operation. */
export const guard =
  (name: GuardName): CollectionBeforeChangeHook =>
  async ({ data, req, collection }) => {
    await runGuard({
      guard: name,
      req,
      rules: rulesOf(collection.slug),
      operation: currentOperation(req, collection.slug),
      doc: data as AnyDocument,
    })
    return data
  }
