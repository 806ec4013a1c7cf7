import { APIError, type Endpoint } from 'payload'

import { hasAnyRole } from '@/src/access/roles'
import { followUpBoard } from '@/src/questions/orders/followUpBoard'

import { viewerOf } from './viewer'

/** `GET /api/follow-up`: the groups of the monitor, each with its count, its first rows and the way to all of them (IC-13). */
export const followUp: Endpoint = {
  path: '/follow-up',
  method: 'get',
  handler: async (req) => {
    const viewer = viewerOf(req)
    if (!hasAnyRole(req.user)) throw new APIError('Forbidden', 403, undefined, true)
    return Response.json({ groups: await followUpBoard({ req, viewer }) })
  },
}
