import { addDataAndFileToRequest, APIError, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'

import { inTransaction } from '@/src/db/transaction'
import { hasAnyRole, hasRole } from '@/src/access/roles'
import { proposeRatings } from '@/src/usecases/credit/proposeRatings'
import { readInput } from '@/src/engine/readInput'
import { findDocument } from '@/src/engine/documents/findDocument'
import type { DocumentSlug, Stored } from '@/src/engine/documents/stored'
import { allocationProposal, setOffProposal } from '@/src/questions/receivables/allocationProposal'
import { now } from '@/src/engine/clock'
import { notFound } from './notFound'

/** The record this person may see and named in the path, else 404. */
export async function recordIn<Slug extends DocumentSlug>(req: PayloadRequest, slug: Slug): Promise<Stored<Slug>> {
  if (!req.user) throw new APIError('Unauthorized', 401, undefined, true)
  if (!hasAnyRole(req.user)) throw new APIError('Forbidden', 403, undefined, true)
  const id = Number(req.routeParams?.['id'])
  const found = Number.isInteger(id) && id > 0 ? await findDocument({ req, slug, id, overrideAccess: false }) : null
  if (!found) throw notFound()
  return found
}

const proposal: Endpoint['handler'] = async (req) => {
  const receipt = await recordIn(req, 'receipts')
  return Response.json({ rows: await inTransaction(req, () => allocationProposal(req, receipt)) })
}

const setOff: Endpoint['handler'] = async (req) => {
  const note = await recordIn(req, 'invoices')
  return Response.json({ rows: await inTransaction(req, () => setOffProposal(req, note)) })
}

const rating = z.object({ customers: z.array(z.number().int().positive()).max(5000).optional(), date: z.iso.date().optional() })

const rate: Endpoint['handler'] = async (req) => {
  if (!req.user) throw new APIError('Unauthorized', 401, undefined, true)
  if (!hasRole(req.user, 'finance', 'generalManager')) throw new APIError('Forbidden', 403, undefined, true)
  await addDataAndFileToRequest(req)
  const { customers, date } = readInput({ req, schema: rating, input: req.data ?? {} })
  const created = await inTransaction(req, () => proposeRatings({ req, customers, date: date ?? now(req).date }))
  return Response.json({ created })
}

/** Questions about money owed and received. */
export const receivables: Endpoint[] = [
  { path: '/allocation-proposal/:id', method: 'get', handler: proposal },
  { path: '/set-off-proposal/:id', method: 'get', handler: setOff },
  { path: '/credit-rating', method: 'post', handler: rate },
]
