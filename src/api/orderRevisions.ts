import { type Endpoint } from 'payload'

import { env } from '@/src/env/env'
import { orderRevisions as revisionsOf } from '@/src/questions/orders/orderRevisions'

import { numberIn, requireUser } from './whoAsks'
import { notFound } from './notFound'

/** `GET /api/revisions/orders/<id>`: the revisions of an order; with `from` and `to` what changed between two, field by field. */
export const orderRevisions: Endpoint = {
  path: '/revisions/orders/:id',
  method: 'get',
  handler: async (req) => {
    requireUser(req)
    const id = Number(req.routeParams?.['id'])
    const found = Number.isInteger(id) ? await revisionsOf({ req, id, from: numberIn(req, 'from'), to: numberIn(req, 'to') }) : null
    if (!found) throw notFound()
    return Response.json({ ...found, timeZone: env.TZ_BUSINESS })
  },
}
