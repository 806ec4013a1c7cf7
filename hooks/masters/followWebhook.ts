import type { CollectionAfterChangeHook } from 'payload'

import { followSubscriber } from '@/src/outside/followSubscriber'
import { tellOfWebhook } from '@/src/usecases/control/tellOfWebhook'

/** Who is told is kept up with, and a second person is asked. */
export const followWebhook: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
  await followSubscriber(req, doc)
  if (doc.awaits === true && doc.version !== previousDoc?.version) await tellOfWebhook(req, doc)
  return doc
}
