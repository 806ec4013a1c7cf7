import type { Endpoint } from 'payload'

import { unreadNotices, waitingCounts } from '@/src/questions/control/waiting'

import { requireUser } from './whoAsks'

/** `GET /api/waiting`: how much waits at each place of the menu, and the newest unread notices. Asked again and again by every open page. */
export const waiting: Endpoint = {
  path: '/waiting',
  method: 'get',
  handler: async (req) => {
    requireUser(req)
    const counts = await waitingCounts(req)
    return Response.json({ counts, notices: await unreadNotices(req) })
  },
}
