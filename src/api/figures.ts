import { addDataAndFileToRequest, APIError, type Endpoint } from 'payload'
import { z } from 'zod'

import { personOf } from '@/src/access/roles'
import { maySee } from '@/src/domain/people/sight'
import { inTransaction } from '@/src/db/transaction'
import { ownUse, visiblePosition } from '@/src/questions/credit/creditPosition'
import { readInput } from '@/src/engine/readInput'
import { visibleMargins } from '@/src/questions/orders/orderMargin'
import { resolvePrices } from '@/src/questions/pricing/resolvePrices'

import { requirePrices, requireUser } from './whoAsks'
import { stockQuestions } from './stockQuestions'
import { stockScreens } from './stockScreens'
import { notFound } from './notFound'

const credit: Endpoint['handler'] = async (req) => {
  requireUser(req)
  const kind = String(req.routeParams?.['kind'])
  const id = Number(req.routeParams?.['id'])
  if ((kind !== 'customers' && kind !== 'departments' && kind !== 'users') || !Number.isInteger(id)) throw notFound()
  const position = await visiblePosition({ req, object: { kind, id } })
  if (!position) throw notFound()
  // document=orders/4: what of it is that document's own, for whoever weighs another figure of it
  const [, slug, document] = /^(\w[\w-]*)\/(\d{1,9})$/.exec(req.searchParams?.get('document') ?? '') ?? []
  if (slug === undefined) return Response.json(position)
  return Response.json({ ...position, own: await ownUse({ req, object: { kind, id }, source: { slug, id: Number(document) } }) })
}

const question = z.object({
  customer: z.number().int(),
  date: z.iso.date(),
  currency: z.string().max(3).optional(),
  exchangeRate: z.number().positive().optional(),
  taxMode: z.enum(['inclusive', 'exclusive']).optional(),
  lines: z
    .array(z.object({ item: z.number().int(), qty: z.number().positive(), unit: z.string().max(20).optional() }))
    .min(1)
    .max(2000),
})

const resolve: Endpoint['handler'] = async (req) => {
  requirePrices(req)
  await addDataAndFileToRequest(req)
  const asked = readInput({ req, schema: question, input: req.data, about: 'orders' })
  const visible = await req.payload.findByID({
    collection: 'customers',
    id: asked.customer,
    depth: 0,
    overrideAccess: false,
    disableErrors: true,
    req,
  })
  if (!visible) throw notFound()
  const lines = await inTransaction(req, () =>
    resolvePrices({
      req,
      question: asked,
      seesMinimum: maySee(personOf(req.user), 'minimumPrice'),
      seesCost: maySee(personOf(req.user), 'cost'),
    }),
  )
  return Response.json({ lines })
}

const margins =
  (slug: 'orders' | 'quotes'): Endpoint['handler'] =>
  async (req) => {
    requireUser(req)
    if (!maySee(personOf(req.user), 'cost')) throw new APIError('Forbidden', 403, undefined, true)
    const id = Number(req.routeParams?.['id'])
    const lines = Number.isInteger(id) ? await visibleMargins({ req, slug, id }) : null
    if (!lines) throw notFound()
    return Response.json({ lines })
  }

/** Questions the screens and clients ask: availability, credit position, prices. They decide nothing and write nothing. */
export const figures: Endpoint[] = [
  ...stockQuestions,
  ...stockScreens,
  { path: '/credit/:kind/:id', method: 'get', handler: credit },
  { path: '/order-margin/:id', method: 'get', handler: margins('orders') },
  { path: '/quote-margin/:id', method: 'get', handler: margins('quotes') },
  { path: '/pricing/resolve', method: 'post', handler: resolve },
]
