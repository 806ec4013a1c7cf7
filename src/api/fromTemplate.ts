import { addDataAndFileToRequest, APIError, type Endpoint, headersWithCors, type PayloadRequest } from 'payload'
import { z } from 'zod'

import { refuseUnseenIn } from '@/src/access/refuseUnseen'
import { hasRole } from '@/src/access/roles'
import { isBusinessDate } from '@/src/domain/kernel/businessDate'
import { templateMakers, templateVerbs } from '@/src/domain/quotes/templateVerbs'
import { createDocument } from '@/src/engine/documents/createDocument'
import { readInput } from '@/src/engine/readInput'
import { refuse } from '@/src/engine/refusal'
import { inOneTransaction } from '@/src/engine/transaction'
import type { Entered } from '@/src/engine/documents/stored'
import { notFound } from './notFound'

const schema = z.object({
  customer: z.number().int().positive(),
  date: z.string().refine(isBusinessDate).optional(),
  dryRun: z.boolean().optional(),
})

type Begun = Entered<'quotes'> & Entered<'orders'>

/** The draft as its maker would have entered it, with his own rights; lines and terms come with the template. */
async function made(req: PayloadRequest, slug: 'quotes' | 'orders', data: Begun) {
  const { id, no, checks } = await createDocument({ req, slug, data, overrideAccess: false })
  return { created: { slug, id, no }, warnings: Array.isArray(checks) ? (checks as unknown[]) : [] }
}

/** `POST /api/quote-templates/<id>/create-quote`, `POST /api/order-templates/<id>/create-order` `{customer, date?}`: a draft for a customer. */
const make =
  (slug: string): Endpoint['handler'] =>
  async (req) => {
    const verb = templateVerbs[slug]
    if (!verb) throw new Error(`${slug} is no template`)
    if (!req.user) throw new APIError('Unauthorized', 401, undefined, true)
    const id = Number(req.routeParams?.['id'])
    const { totalDocs } = await req.payload.count({
      collection: verb.makes === 'quotes' ? 'quote-templates' : 'order-templates',
      where: { id: { equals: id } },
      overrideAccess: false,
      req,
    })
    if (totalDocs === 0) throw notFound()
    if (!hasRole(req.user, ...templateMakers))
      refuse(req, { code: 'FORBIDDEN', about: verb.makes, facts: { verb: verb.name, roles: templateMakers } })
    await addDataAndFileToRequest(req)
    const body = req.data ?? {}
    const { customer, date, dryRun } = readInput({ req, schema, input: body, about: verb.makes })
    await refuseUnseenIn(req, { customer })
    const { status, body: answer } = await inOneTransaction({
      req,
      path: `POST /api/${slug}/${id}/${verb.name}`,
      body,
      dryRun: dryRun ?? false,
      work: async () => ({ status: 200, body: await made(req, verb.makes, { template: id, customer, ...(date ? { date } : {}) }) }),
    })
    return Response.json(answer, { status, headers: headersWithCors({ headers: new Headers(), req }) })
  }

export const templateEndpoints = (slug: string): Endpoint[] => {
  const verb = templateVerbs[slug]
  return verb ? [{ path: `/:id(\\d+)/${verb.name}`, method: 'post', handler: make(slug) }] : []
}
