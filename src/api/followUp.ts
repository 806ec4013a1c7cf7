import { APIError, type Endpoint } from 'payload'

import { hasAnyRole } from '@/src/access/roles'
import { minuteOf } from '@/src/domain/kernel/instant'
import { now } from '@/src/engine/clock'
import { env } from '@/src/env/env'
import { followUpBoard } from '@/src/questions/orders/followUpBoard'

import { viewerOf } from '@/src/questions/control/viewerOf'

/** `GET /api/follow-up`: the groups of the monitor, each with its count, its first rows and the way to all of them (IC-13); `at` is the minute they tell of, in business time. */
export const followUp: Endpoint = {
  path: '/follow-up',
  method: 'get',
  handler: async (req) => {
    const viewer = viewerOf(req)
    if (!hasAnyRole(req.user)) throw new APIError('Forbidden', 403, undefined, true)
    const at = minuteOf({ instant: now(req).instant, timeZone: env.TZ_BUSINESS })
    return Response.json({ at, groups: await followUpBoard({ req, viewer }) })
  },
}
