import type { CollectionBeforeDeleteHook } from 'payload'

import type { Releasable } from '@/src/usecases/credit/creditRelease'
import { endRequests } from '@/src/usecases/credit/keepReleases'

/** 信用审批: a request for a document that is deleted waits for nobody. */
export const endCreditRequests: CollectionBeforeDeleteHook = async ({ req, id, collection }) => {
  await endRequests({ req, slug: collection.slug as Releasable, id: Number(id) })
}
