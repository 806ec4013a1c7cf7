import { APIError, type Endpoint, type PayloadRequest } from 'payload'

import { env } from '@/src/env/env'
import { listsOfOrder, pageOfQuote } from '@/src/questions/quotes/customerPage'

import { requirePrices } from './whoAsks'

const answer =
  (question: (req: PayloadRequest, id: number) => Promise<object | null>): Endpoint['handler'] =>
  async (req) => {
    requirePrices(req)
    const id = Number(req.routeParams?.['id'])
    const found = Number.isInteger(id) && id > 0 ? await question(req, id) : null
    if (!found) throw new APIError('Not found', 404, undefined, true)
    return Response.json({ ...found, timeZone: env.TZ_BUSINESS })
  }

/** `GET /api/customer-page/quotes/<id>` and `…/orders/<id>`: what came of the customer's page, for the house. */
export const customerPage: Endpoint[] = [
  { path: '/customer-page/quotes/:id(\\d+)', method: 'get', handler: answer(pageOfQuote) },
  { path: '/customer-page/orders/:id(\\d+)', method: 'get', handler: answer(listsOfOrder) },
]
