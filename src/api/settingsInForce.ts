import type { Endpoint } from 'payload'

import { secondPersonAreas } from '@/src/domain/control/houseChange'
import { now } from '@/src/engine/clock'
import { refuse } from '@/src/engine/refusal'
import { settingsInForce as inForceOf } from '@/src/questions/control/settingsInForce'

import { requireUser } from './whoAsks'

/** `GET /api/settings-in-force?area=credit-settings&at=<instant>`: the settings as they stood at a moment (now, when none is named), and what changed since. */
export const settingsInForce: Endpoint = {
  path: '/settings-in-force',
  method: 'get',
  handler: async (req) => {
    requireUser(req)
    const [area, at] = ['area', 'at'].map((name) => req.searchParams.get(name))
    const instant = at || now(req).instant
    if (Number.isNaN(Date.parse(instant)) || !/^\d{4}-\d{2}-\d{2}/.test(instant))
      return refuse(req, { code: 'INVALID_INPUT', path: 'at', facts: { field: 'at', value: at, accepted: 'a date and time' } })
    const found = await inForceOf({ req, area: area ?? '', at: new Date(instant).toISOString() })
    if (!found)
      return refuse(req, {
        code: 'INVALID_INPUT',
        path: 'area',
        facts: { field: 'area', value: area, accepted: secondPersonAreas.join(', ') },
      })
    return Response.json(found)
  },
}
