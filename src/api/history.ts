import { type Endpoint } from 'payload'

import { history as historyOf } from '@/src/questions/control/history'

import { requireUser } from './whoAsks'
import { notFound } from './notFound'

/** `GET /api/history/<slug>/<id>?row=<id>`: who changed what of a record, or of one row of it, when and why, in the reader's words and as far as he may know. */
export const history: Endpoint = {
  path: '/history/:slug/:id',
  method: 'get',
  handler: async (req) => {
    requireUser(req)
    const id = Number(req.routeParams?.['id'])
    const row = req.searchParams?.get('row') ?? undefined
    const entries = Number.isInteger(id) && id > 0 ? await historyOf({ req, slug: String(req.routeParams?.['slug']), id, row }) : null
    if (!entries) throw notFound()
    return Response.json({ entries })
  },
}
