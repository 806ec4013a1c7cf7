import { APIError, type Endpoint, type PayloadRequest } from 'payload'

import { compareRevisions } from '@/src/usecases/orders/revisions'
import { refuse } from '@/src/usecases/engine/refusal'

import { numberIn, requireUser } from './questions'

type Revision = { id: number; revision: number; at: string; reason?: string | null; change?: unknown; by?: unknown; content: unknown }

async function revisionsOf(req: PayloadRequest, order: Record<string, unknown> & { id: number }): Promise<Revision[]> {
  const { docs } = await req.payload.find({
    collection: 'order-revisions' as never,
    where: { order: { equals: order.id } },
    sort: 'revision',
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  const stored = docs as unknown as Revision[]
  const first: Revision = { id: 0, revision: Number(order['revision'] ?? 1), at: String(order['approvedAt'] ?? ''), content: order }
  return stored.length > 0 ? stored : [first]
}

/** Revisions of an order one may see; with `from` and `to` what the one says differently from the other. */
const revisions: Endpoint['handler'] = async (req) => {
  requireUser(req)
  const id = Number(req.routeParams?.['id'])
  const order = Number.isInteger(id)
    ? await req.payload.findByID({ collection: 'orders', id, depth: 0, overrideAccess: false, disableErrors: true, req })
    : null
  if (!order) throw new APIError('Not found', 404, undefined, true)
  const known = await revisionsOf(req, order as never)
  const listed = known.map(({ revision, at, reason, change, by }) => ({
    revision,
    at,
    reason: reason ?? null,
    change: change ?? null,
    by: by ?? null,
  }))
  const [from, to] = [numberIn(req, 'from'), numberIn(req, 'to')]
  if (from === null && to === null) return Response.json({ revisions: listed })
  const at = (name: string, wanted: number | null): Revision => {
    const found = known.find(({ revision }) => revision === wanted)
    const accepted = known.map(({ revision }) => revision).join(', ')
    return found ?? refuse(req, { code: 'INVALID_INPUT', path: name, facts: { field: name, value: wanted, accepted } })
  }
  return Response.json({ revisions: listed, changes: compareRevisions(at('from', from).content, at('to', to).content) })
}

export const orderRevisions: Endpoint = { path: '/revisions/orders/:id', method: 'get', handler: revisions }
