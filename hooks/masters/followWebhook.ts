import type { CollectionAfterChangeHook } from 'payload'

import { writeAudit } from '@/src/engine/audit'
import { followSubscriber } from '@/src/outside/followSubscriber'
import { tellOfWebhook } from '@/src/usecases/control/tellOfWebhook'

/** Who is told is kept up with. That a secret was changed is on record; what it is now is not. */
export const followWebhook: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  await followSubscriber(req, doc)
  if (operation === 'update' && doc.secret !== previousDoc?.secret)
    await writeAudit(req, { slug: 'webhooks', documentId: doc.id, no: doc.name, verb: 'secret', version: doc.version })
  if (doc.awaits === true && doc.version !== previousDoc?.version) await tellOfWebhook(req, doc)
  return doc
}
