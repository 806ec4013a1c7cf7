import type { PayloadRequest } from 'payload'

import { beginTelling, endTelling } from '@/src/db/outside/cursors'
import { isTold } from '@/src/domain/outside/webhookChange'

/** Who is told hears what happens from this moment on: what happened while he was switched off is not sent after him. */
export async function followSubscriber(req: PayloadRequest, webhook: Parameters<typeof isTold>[0] & { id: number }): Promise<void> {
  if (webhook.active !== true) await endTelling({ req, webhook: webhook.id })
  else if (isTold(webhook)) await beginTelling({ req, webhook: webhook.id })
}
