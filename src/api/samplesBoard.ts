import type { Endpoint } from 'payload'

import { samplesBoard as boardOf } from '@/src/questions/samples/samplesBoard'

import { numberIn, requireUser } from './whoAsks'

/** `GET /api/samples-board?customer=&salesperson=&engineer=`: the samples in work by state, as far as this person sees them. */
export const samplesBoard: Endpoint = {
  path: '/samples-board',
  method: 'get',
  handler: async (req) => {
    requireUser(req)
    const filter = { customer: numberIn(req, 'customer'), salesperson: numberIn(req, 'salesperson'), engineer: numberIn(req, 'engineer') }
    return Response.json(await boardOf({ req, filter }))
  },
}
