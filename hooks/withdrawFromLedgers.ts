import type { CollectionBeforeDeleteHook } from 'payload'

import { withdrawDeleted } from '@/src/engine/withdraw'

/** Only a draft without successors may be deleted; what it reserved is given back before it goes. */
export const withdrawFromLedgers: CollectionBeforeDeleteHook = async ({ req, id, collection }) => {
  await withdrawDeleted({ req, slug: collection.slug, id: Number(id) })
}
