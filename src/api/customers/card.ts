import { APIError, type Endpoint, type PayloadRequest } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { refuse } from '@/src/engine/refusal'
import { agreedPrices } from '@/src/questions/customers/agreedPrices'
import { policiesOf } from '@/src/questions/customers/policiesOf'
import { customerOverview, daysLate, recentDocuments } from '@/src/questions/customers/overview'

import { numberIn, requirePrices, requireUser } from '../whoAsks'

const unknown = () => new APIError('Not found', 404, undefined, true)

/** The customer of the address, if whoever asks may read him. */
async function customerOf(req: PayloadRequest): Promise<number> {
  const id = Number(req.routeParams?.['id'])
  const found = await req.payload.findByID({
    collection: 'customers',
    id,
    depth: 0,
    select: {},
    overrideAccess: false,
    disableErrors: true,
    req,
  })
  if (!found) throw unknown()
  return id
}

const overview: Endpoint['handler'] = async (req) => {
  requireUser(req)
  const told = await customerOverview(req, Number(req.routeParams?.['id']))
  if (!told) throw unknown()
  return Response.json(told)
}

const documents: Endpoint['handler'] = async (req) => {
  requireUser(req)
  return Response.json({ kinds: await recentDocuments(req, await customerOf(req)) })
}

const policies: Endpoint['handler'] = async (req) => {
  requireUser(req)
  return Response.json(await policiesOf(req, await customerOf(req)))
}

const late: Endpoint['handler'] = async (req) => {
  requireUser(req)
  return Response.json({ daysLate: await daysLate(req, await customerOf(req)) })
}

const mostEach = 20

const prices: Endpoint['handler'] = async (req) => {
  requirePrices(req)
  const customer = await customerOf(req)
  const each = numberIn(req, 'limit') ?? 3
  if (each < 1 || each > mostEach)
    throw refuse(req, { code: 'INVALID_INPUT', path: 'limit', facts: { field: 'limit', value: each, accepted: `1–${mostEach}` } })
  const item = numberIn(req, 'item')
  return Response.json({ items: await inTransaction(req, () => agreedPrices(req, { customer, item, each })) })
}

/**
 * The card of a customer: `GET /api/customers/<id>/card`, `…/card/documents`, `…/card/policies`, and what was last agreed with him:
 * `GET /api/customers/<id>/last-prices?item&limit` (of each item the last 3 prices unless told, at most 20).
 */
export const customerCard: readonly Endpoint[] = [
  { path: '/:id(\\d+)/card', method: 'get', handler: overview },
  { path: '/:id(\\d+)/card/documents', method: 'get', handler: documents },
  { path: '/:id(\\d+)/card/policies', method: 'get', handler: policies },
  { path: '/:id(\\d+)/card/days-late', method: 'get', handler: late },
  { path: '/:id(\\d+)/last-prices', method: 'get', handler: prices },
]
