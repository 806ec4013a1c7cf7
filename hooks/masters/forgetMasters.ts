import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'

import { asksForOne } from '@/src/engine/askedForAll'
import { forgetMasters } from '@/src/engine/masters'

/** A master record was written: what this transaction has read of masters is read again. */
export const forgetMastersAfterChange = asksForOne<CollectionAfterChangeHook>('memory', async ({ req }) => forgetMasters(req))

export const forgetMastersAfterDelete: CollectionAfterDeleteHook = async ({ req }) => forgetMasters(req)
