import type { PayloadRequest } from 'payload'

import type { Found } from '@/src/domain/lookup/kinds'

import { lookup } from './lookup'

/** Documents that people name by their number. */
const numbered = [
  'orders',
  'quotes',
  'deliveries',
  'invoices',
  'receipts',
  'returns',
  'samples',
  'sample-work-orders',
  'order-changes',
] as const

export type Hit = { slug: string; id: number; title: string; detail: string }

async function documents(req: PayloadRequest, typed: string, limit: number): Promise<Hit[]> {
  const each = await Promise.all(
    numbered.map(async (slug) => {
      const { docs } = await req.payload.find({
        collection: slug,
        where: { no: { like: typed } },
        select: { no: true },
        sort: '-id',
        depth: 0,
        limit,
        pagination: false,
        overrideAccess: false,
        disableErrors: true,
        req,
      })
      return docs.map(({ id, no }): Hit => ({ slug, id: Number(id), title: no ?? '', detail: '' }))
    }),
  )
  return each.flat()
}

const hit =
  (slug: string) =>
  ({ id, code, name, detail }: Found): Hit => ({ slug, id, title: [code, name].filter(Boolean).join(' '), detail })

/** Whatever of the house answers to this text and may be read by this person: documents by number, customers and items by all they are called. */
export async function everywhere(req: PayloadRequest, typed: string): Promise<Hit[]> {
  const asksNumber = /\d{2}/.test(typed)
  const [found, customers, items] = await Promise.all([
    asksNumber ? documents(req, typed, 3) : [],
    lookup(req, { kind: 'customers', typed, customer: null, limit: 5 }),
    lookup(req, { kind: 'items', typed, customer: null, limit: 5 }),
  ])
  return [...found, ...customers.map(hit('customers')), ...items.map(hit('items'))]
}
