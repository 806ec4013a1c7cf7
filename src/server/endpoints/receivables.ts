import { APIError, type Endpoint, type PayloadRequest } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import type { Receipt } from '@/src/domain/receivables/receipt'
import { hasAnyRole } from '@/src/server/access/roles'
import { visibleDocument } from '@/src/usecases/performVerb'
import { allocationProposal } from '@/src/usecases/receivables/allocationProposal'

const notFound = () => new APIError('Not found', 404, undefined, true)

/** The record this person may see and named in the path, else 404. */
export async function recordIn<Record>(req: PayloadRequest, slug: string): Promise<Record> {
  if (!req.user) throw new APIError('Unauthorized', 401, undefined, true)
  if (!hasAnyRole(req.user)) throw new APIError('Forbidden', 403, undefined, true)
  const id = Number(req.routeParams?.['id'])
  const found = Number.isInteger(id) && id > 0 ? await visibleDocument({ req, slug, id }) : null
  if (!found) throw notFound()
  return found as unknown as Record
}

const proposal: Endpoint['handler'] = async (req) => {
  const receipt = await recordIn<Receipt>(req, 'receipts')
  return Response.json({ rows: await inTransaction(req, () => allocationProposal(req, receipt)) })
}

/** Questions about money owed and received. */
export const receivables: Endpoint[] = [{ path: '/allocation-proposal/:id', method: 'get', handler: proposal }]
