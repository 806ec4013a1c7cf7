import { APIError, type Endpoint, type PayloadRequest } from 'payload'

import { hasRole } from '@/src/access/roles'
import { retryMails } from '@/src/db/outbox'
import { inTransaction } from '@/src/db/transaction'
import { writeAudit } from '@/src/engine/audit'
import { setupState } from '@/src/questions/control/setupState'
import { systemState } from '@/src/questions/control/systemState'

export function requireAdministrator(req: PayloadRequest): void {
  if (!req.user) throw new APIError('Unauthorized', 401, undefined, true)
  if (!hasRole(req.user, 'admin')) throw new APIError('Forbidden', 403, undefined, true)
}

/** `GET /api/setup`: what a company still needs before its first order. `GET /api/system`: how the server is, for administrators. `POST /api/system/mails`: what has not gone out goes again. */
export const system: Endpoint[] = [
  {
    path: '/setup',
    method: 'get',
    handler: async (req) => {
      requireAdministrator(req)
      return Response.json(await inTransaction(req, () => setupState(req)))
    },
  },
  {
    path: '/system',
    method: 'get',
    handler: async (req) => {
      requireAdministrator(req)
      return Response.json(await systemState(req))
    },
  },
  {
    path: '/system/mails',
    method: 'post',
    handler: async (req) => {
      requireAdministrator(req)
      const mails = await inTransaction(req, async () => {
        const count = await retryMails(req)
        await writeAudit(req, { slug: 'outbox', verb: 'resend', reason: String(count) })
        return count
      })
      return Response.json({ mails })
    },
  },
]
