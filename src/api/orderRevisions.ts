import { APIError, type Endpoint, type PayloadRequest } from 'payload'

import { refuse } from '@/src/engine/refusal'
import { compareRevisions, type Revision, revisionsOf } from '@/src/usecases/orders/revisions'

import { numberIn, requireUser } from './questions'

const idsIn = (revisions: readonly Revision[], field: 'item' | 'warehouse'): number[] => [
  ...new Set(
    revisions.flatMap(({ content }) =>
      ((content as { lines?: Array<Record<string, unknown>> } | null)?.lines ?? []).flatMap((line) => {
        const id = Number(line[field])
        return Number.isInteger(id) && id > 0 ? [id] : []
      }),
    ),
  ),
]

/** Codes and names by id, of those this person may read. */
async function namesOf(
  req: PayloadRequest,
  collection: 'items' | 'warehouses' | 'users',
  ids: readonly number[],
): Promise<Record<number, string>> {
  if (ids.length === 0) return {}
  const { docs } = await req.payload.find({
    collection,
    where: { id: { in: ids } },
    pagination: false,
    depth: 0,
    overrideAccess: collection === 'users', // who agreed to a revision is no secret to those who may read it
    user: req.user,
    req,
  })
  const told = docs as unknown as Array<{ id: number; code?: string; name?: string | null }>
  return Object.fromEntries(told.map(({ id, code, name }) => [id, [code, name].filter(Boolean).join(' ')]))
}

/**
 * `GET /api/revisions/orders/<id>`: the revisions of an order one may see, who agreed to each, when and why; with `from` and `to` what the
 * one says differently from the other, field by field (`changes`), and the names of the items and warehouses they mention.
 */
const revisions: Endpoint['handler'] = async (req) => {
  requireUser(req)
  const id = Number(req.routeParams?.['id'])
  const order = Number.isInteger(id)
    ? await req.payload.findByID({ collection: 'orders', id, depth: 0, overrideAccess: false, disableErrors: true, req })
    : null
  if (!order) throw new APIError('Not found', 404, undefined, true)
  const known = await revisionsOf({ req, order: order as never })
  const people = await namesOf(
    req,
    'users',
    known.flatMap(({ by }) => (by ? [by] : [])),
  )
  const listed = known.map(({ revision, at, reason, change, by }) => ({
    revision,
    at,
    reason: reason ?? null,
    change: change ?? null,
    by: by ?? null,
    byName: by ? (people[by] ?? null) : null,
  }))
  const [from, to] = [numberIn(req, 'from'), numberIn(req, 'to')]
  if (from === null && to === null) return Response.json({ revisions: listed })
  const at = (name: string, wanted: number | null): Revision => {
    const found = known.find(({ revision }) => revision === wanted)
    const accepted = known.map(({ revision }) => revision).join(', ')
    return found ?? refuse(req, { code: 'INVALID_INPUT', path: name, facts: { field: name, value: wanted, accepted } })
  }
  const [before, after] = [at('from', from), at('to', to)]
  return Response.json({
    revisions: listed,
    changes: compareRevisions(before.content, after.content),
    items: await namesOf(req, 'items', idsIn([before, after], 'item')),
    warehouses: await namesOf(req, 'warehouses', idsIn([before, after], 'warehouse')),
  })
}

export const orderRevisions: Endpoint = { path: '/revisions/orders/:id', method: 'get', handler: revisions }
