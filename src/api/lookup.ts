import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'

import { isLookupKind, type LookupKind } from '@/src/domain/lookup/kinds'
import { refuse } from '@/src/engine/refusal'
import { everywhere } from '@/src/questions/lookup/everywhere'
import { lookup, matches, namesOf } from '@/src/questions/lookup/lookup'

import { numberIn, requireUser } from './whoAsks'
import { notFound } from './notFound'

/** Rows offered at most, and texts or ids asked about at once. */
const mostRows = 50
const mostAsked = 5000

function kindIn(req: PayloadRequest): LookupKind {
  const kind = String(req.routeParams?.['kind'])
  if (!isLookupKind(kind)) throw notFound()
  return kind
}

/** What was typed → the records it may mean, exact ones first. */
const found: Endpoint['handler'] = async (req) => {
  requireUser(req)
  const q = (req.searchParams?.get('q') ?? '').slice(0, 200)
  const limit = Math.min(Math.max(numberIn(req, 'limit') ?? 12, 1), mostRows)
  const all = req.searchParams?.get('all') === 'true'
  return Response.json({ q, rows: await lookup(req, { kind: kindIn(req), typed: q, customer: numberIn(req, 'customer'), limit, all }) })
}

const question = z.object({
  ids: z.array(z.number().int().positive()).max(mostAsked).optional(),
  texts: z.array(z.string().max(200)).max(mostAsked).optional(),
  customer: z.number().int().positive().nullish(),
})

/** `ids` → their names; `texts` (rows of a spreadsheet) → the one record each means, if it means one. */
const named: Endpoint['handler'] = async (req) => {
  requireUser(req)
  const kind = kindIn(req)
  await addDataAndFileToRequest(req)
  const parsed = question.safeParse(req.data)
  if (!parsed.success)
    throw refuse(req, { code: 'INVALID_INPUT', path: 'ids', facts: { field: 'ids', accepted: 'ids or texts, up to 5000' } })
  const { ids = [], texts = [], customer = null } = parsed.data
  return Response.json({ rows: await namesOf(req, kind, ids), matches: await matches(req, { kind, texts, customer }) })
}

/** Anything by its number, code or name: what the search over everything shows. */
const anything: Endpoint['handler'] = async (req) => {
  requireUser(req)
  const q = (req.searchParams?.get('q') ?? '').slice(0, 100).trim()
  return Response.json({ q, rows: q === '' ? [] : await everywhere(req, q) })
}

/** The one look-up behind every field, cell and filter that names a record. */
export const lookups: Endpoint[] = [
  { path: '/lookup', method: 'get', handler: anything },
  { path: '/lookup/:kind', method: 'get', handler: found },
  { path: '/lookup/:kind', method: 'post', handler: named },
]
