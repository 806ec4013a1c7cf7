import type { Endpoint } from 'payload'

import { quoteRevisions as revisionsOf } from '@/src/questions/quotes/quoteRevisions'

import { notFound } from './notFound'
import { numberIn, requirePrices } from './whoAsks'

/** `GET /api/revisions/quotes/<id>?from=&to=`: the revisions of a quote, and two of them line by line (ids; else the last two). */
export const quoteRevisions: Endpoint = {
  path: '/revisions/quotes/:id(\\d+)',
  method: 'get',
  handler: async (req) => {
    requirePrices(req)
    const id = Number(req.routeParams?.['id'])
    const found =
      Number.isInteger(id) && id > 0 ? await revisionsOf({ req, id, from: numberIn(req, 'from'), to: numberIn(req, 'to') }) : null
    if (!found) throw notFound()
    return Response.json(found)
  },
}
