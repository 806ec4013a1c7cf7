import { type Endpoint } from 'payload'

import { hasFlow } from '@/src/engine/define'
import { documentFlow } from '@/src/questions/control/documentFlow'

import { requireUser } from './whoAsks'
import { notFound } from './notFound'

/** `GET /api/trace/<slug>/<id>`: everything before and after a document, by line, as far as one may see it. */
export const documentFlowEndpoint: Endpoint = {
  path: '/trace/:slug/:id',
  method: 'get',
  handler: async (req) => {
    requireUser(req)
    const slug = String(req.routeParams?.['slug'])
    const id = Number(req.routeParams?.['id'])
    const found = hasFlow(slug) && Number.isInteger(id) ? await documentFlow({ req, slug, id }) : null
    if (!found) throw notFound()
    return Response.json(found)
  },
}
