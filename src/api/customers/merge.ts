import { addDataAndFileToRequest, APIError, type Endpoint, headersWithCors, type PayloadRequest } from 'payload'
import { z } from 'zod'

import { hasRole, personOf } from '@/src/access/roles'
import { mergers } from '@/src/domain/customers/decideMerge'
import { readInput } from '@/src/engine/readInput'
import { languageOf, refuse, spoken } from '@/src/engine/refusal'
import { inOneTransaction } from '@/src/engine/transaction'
import { mergeCustomers } from '@/src/usecases/customers/mergeCustomers'

const schema = z.object({
  /** id or code of the record that stays */
  into: z.union([z.number().int().positive(), z.string().trim().min(1)]),
  reason: z.string().trim().min(1).max(2000),
  dryRun: z.boolean().optional(),
})

/** Whom one may not read one may not name: the answer is that of an unknown customer. */
async function named(req: PayloadRequest, into: number | string): Promise<number> {
  const { docs } = await req.payload.find({
    collection: 'customers',
    where: typeof into === 'number' ? { id: { equals: into } } : { code: { equals: into } },
    select: {},
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    req,
  })
  const accepted = languageOf(req) === 'en' ? 'a record you may read' : '您有权查看的记录'
  return docs[0]?.id ?? refuse(req, { code: 'INVALID_INPUT', path: 'into', facts: { field: 'into', value: into, accepted } })
}

/** `POST /api/customers/<id>/merge` `{into, reason}`: this record becomes part of another one and ends. */
const merge: Endpoint['handler'] = async (req) => {
  if (!req.user) throw new APIError('Unauthorized', 401, undefined, true)
  const id = Number(req.routeParams?.['id'])
  const customer = await req.payload.findByID({ collection: 'customers', id, depth: 0, overrideAccess: false, disableErrors: true, req })
  if (!customer) throw new APIError('Not found', 404, undefined, true)
  if (!hasRole(req.user, ...mergers) && !personOf(req.user)?.mergeCustomers)
    refuse(req, { code: 'FORBIDDEN', about: 'customers', facts: { verb: 'merge', right: 'mergeCustomers', roles: mergers } })
  await addDataAndFileToRequest(req)
  const body = req.data ?? {}
  const { into, reason, dryRun } = readInput({ req, schema, input: body, about: 'customers' })
  const { status, body: answer } = await inOneTransaction({
    req,
    path: `POST /api/customers/${id}/merge`,
    body,
    dryRun: dryRun ?? false,
    work: async () => {
      const stays = await named(req, into)
      const { moved, warnings } = await mergeCustomers({ req, from: id, into: stays, reason })
      const doc = await req.payload.findByID({ collection: 'customers', id: stays, depth: 0, overrideAccess: false, req })
      return { status: 200, body: { doc, moved, warnings: spoken(warnings, req, 'customers') } }
    },
  })
  return Response.json(answer, { status, headers: headersWithCors({ headers: new Headers(), req }) })
}

export const customerMerge: Endpoint = { path: '/:id(\\d+)/merge', method: 'post', handler: merge }
