import { type Endpoint } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { categoryTerms as termsOf } from '@/src/questions/customers/categoryTerms'

import { requireUser } from '../whoAsks'
import { notFound } from '../notFound'

/** `GET /api/customer-categories/<id>/terms`: what customers of the category follow, and where each term comes from. */
export const categoryTerms: Endpoint = {
  path: '/:id(\\d+)/terms',
  method: 'get',
  handler: async (req) => {
    requireUser(req)
    const id = Number(req.routeParams?.['id'])
    const category = await req.payload.findByID({
      collection: 'customer-categories',
      id,
      depth: 0,
      overrideAccess: false,
      disableErrors: true,
      req,
    })
    if (!category) throw notFound()
    return Response.json({ rows: await inTransaction(req, () => termsOf(req, id)) })
  },
}
