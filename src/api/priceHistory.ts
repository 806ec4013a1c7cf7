import type { Endpoint } from 'payload'

import { refuse } from '@/src/engine/refusal'
import { priceHistory as historyOf } from '@/src/questions/pricing/priceHistory'

import { numberIn, requirePrices } from './whoAsks'

const most = 100

/** `GET /api/price-history?item&customer&limit`: limit 20 unless told, at most 100. */
export const priceHistory: Endpoint = {
  path: '/price-history',
  method: 'get',
  handler: async (req) => {
    requirePrices(req)
    const item = numberIn(req, 'item')
    if (item === null) throw refuse(req, { code: 'INVALID_INPUT', path: 'item', facts: { field: 'item', accepted: 'id of an item' } })
    const limit = numberIn(req, 'limit') ?? 20
    if (limit < 1 || limit > most)
      throw refuse(req, { code: 'INVALID_INPUT', path: 'limit', facts: { field: 'limit', value: limit, accepted: `1–${most}` } })
    return Response.json({ rows: await historyOf({ req, item, customer: numberIn(req, 'customer'), limit }) })
  },
}
