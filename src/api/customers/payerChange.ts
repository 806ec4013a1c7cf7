import { addDataAndFileToRequest, APIError, type Endpoint, headersWithCors, type PayloadRequest } from 'payload'
import { z } from 'zod'

import { hasRole } from '@/src/access/roles'
import { payerDeciders } from '@/src/domain/customers/decidePayerChange'
import { readInput } from '@/src/engine/readInput'
import { languageOf, refuse, spoken } from '@/src/engine/refusal'
import { inOneTransaction } from '@/src/engine/transaction'
import { changePayer } from '@/src/usecases/customers/changePayer'
import { notFound } from '../notFound'

const schema = z.object({
  /** id or code of who pays from now on; null or absent: the customer himself */
  billTo: z.union([z.number().int().positive(), z.string().trim().min(1)]).nullish(),
  reason: z.string().trim().min(1).max(2000),
  dryRun: z.boolean().optional(),
})

/** Whom one may not read one may not name: the answer is that of an unknown customer. */
async function payerNamed(req: PayloadRequest, named: number | string | null | undefined): Promise<number | null> {
  if (named === null || named === undefined) return null
  const { docs } = await req.payload.find({
    collection: 'customers',
    where: typeof named === 'number' ? { id: { equals: named } } : { code: { equals: named } },
    select: {},
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    req,
  })
  const accepted = languageOf(req) === 'en' ? 'a record you may read' : '您有权查看的记录'
  return docs[0]?.id ?? refuse(req, { code: 'INVALID_INPUT', path: 'billTo', facts: { field: 'billTo', value: named, accepted } })
}

/** `POST /api/customers/<id>/change-payer` `{billTo, reason}`: somebody else pays from now on, and takes over what is open. */
const change: Endpoint['handler'] = async (req) => {
  if (!req.user) throw new APIError('Unauthorized', 401, undefined, true)
  const id = Number(req.routeParams?.['id'])
  const customer = await req.payload.findByID({ collection: 'customers', id, depth: 0, overrideAccess: false, disableErrors: true, req })
  if (!customer) throw notFound()
  if (!hasRole(req.user, ...payerDeciders))
    refuse(req, { code: 'FORBIDDEN', about: 'customers', facts: { verb: 'change-payer', roles: payerDeciders } })
  await addDataAndFileToRequest(req)
  const body = req.data ?? {}
  const { billTo, reason, dryRun } = readInput({ req, schema, input: body, about: 'customers' })
  const { status, body: answer } = await inOneTransaction({
    req,
    path: `POST /api/customers/${id}/change-payer`,
    body,
    dryRun: dryRun ?? false,
    work: async () => {
      const payer = await payerNamed(req, billTo)
      const { moved, warnings } = await changePayer({ req, customer: id, billTo: payer, reason })
      const doc = await req.payload.findByID({ collection: 'customers', id, depth: 0, overrideAccess: false, req })
      return { status: 200, body: { doc, moved, warnings: spoken(warnings, req, 'customers') } }
    },
  })
  return Response.json(answer, { status, headers: headersWithCors({ headers: new Headers(), req }) })
}

export const payerChange: Endpoint = { path: '/:id(\\d+)/change-payer', method: 'post', handler: change }
