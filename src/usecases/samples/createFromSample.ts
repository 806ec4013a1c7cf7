import { z } from 'zod'

import { supplies } from '@/src/domain/orders/order'
import { ownerTakenOver } from '@/src/domain/people/ownerTakenOver'
import type { Person } from '@/src/domain/people/person'

import type { Verb } from '@/src/engine/document'
import { createDocument } from '@/src/engine/documents/createDocument'
import type { SampleDocument } from './prepareSample'

const figure = z.number().positive().max(1e9)
const orderBody = z.object({
  qty: figure.optional(),
  price: z.number().nonnegative().max(1e9).nullish(),
  supply: z.enum(supplies).optional(),
  free: z.boolean().optional(),
})
const quoteBody = z.object({ qty: figure.optional(), price: z.number().nonnegative().max(1e9).nullish() })

const supplyChoices = [
  { value: 'production', label: { zh: '样板生产', en: 'Production' } },
  { value: 'engineeringStock', label: { zh: '工程部样板库存', en: 'Engineering sample stock' } },
  { value: 'finishedStock', label: { zh: '成品库存', en: 'Finished stock' } },
] as const

const header = (doc: SampleDocument, actor: Person | null) => ({
  customer: doc.customer,
  ...ownerTakenOver(actor, { salesperson: doc.salesperson, department: doc.department ?? null }),
})

/** 生成样板订单: a sample order of this sample's item; without a price it is free of charge. */
export const createSampleOrder: Verb<SampleDocument, z.infer<typeof orderBody>> = {
  name: 'create-order',
  label: { zh: '生成样板订单', en: 'Create sample order' },
  roles: ['sales', 'salesManager', 'generalManager'],
  body: orderBody,
  createsOnly: true,
  asks: [
    { name: 'qty', label: { zh: '数量', en: 'Quantity' }, kind: 'number', required: true, initial: 1 },
    { name: 'supply', label: { zh: '来源', en: 'Supply' }, kind: 'choice', options: supplyChoices, required: true, initial: 'production' },
    { name: 'price', label: { zh: '单价（不填为免费）', en: 'Price (empty = free)' }, kind: 'number', required: false },
  ],
  run: async ({ req, doc, body, actor, now }) => {
    const free = body.free ?? (body.price === undefined || body.price === null)
    const order = await createDocument({
      req,
      slug: 'orders',
      data: {
        kind: 'sample',
        date: now.date,
        ...header(doc, actor),
        lines: [
          {
            item: doc.item ?? undefined,
            qty: body.qty ?? 1,
            supply: body.supply ?? 'production',
            free,
            ...(free ? { price: 0 } : { price: body.price }),
          },
        ],
      },
      overrideAccess: true,
    })
    return { created: { slug: 'orders', id: order.id, no: order.no } }
  },
}

/** 生成报价单: a quote of the sample's item to its customer. */
export const createSampleQuote: Verb<SampleDocument, z.infer<typeof quoteBody>> = {
  name: 'create-quote',
  label: { zh: '生成报价单', en: 'Create quote' },
  roles: ['sales', 'salesManager', 'generalManager'],
  body: quoteBody,
  createsOnly: true,
  asks: [
    { name: 'qty', label: { zh: '数量', en: 'Quantity' }, kind: 'number', required: true, initial: 1 },
    { name: 'price', label: { zh: '单价', en: 'Price' }, kind: 'number', required: true },
  ],
  run: async ({ req, doc, body, actor, now }) => {
    const quote = await createDocument({
      req,
      slug: 'quotes',
      data: {
        date: now.date,
        ...header(doc, actor),
        lines: [
          {
            item: doc.item ?? undefined,
            qty: body.qty ?? 1,
            ...(body.price === undefined || body.price === null ? {} : { price: body.price }),
          },
        ],
      },
      overrideAccess: true,
    })
    return { created: { slug: 'quotes', id: quote.id, no: quote.no } }
  },
}
