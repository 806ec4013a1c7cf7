import { z } from 'zod'

import { supplies } from '@/src/domain/orders/order'
import type { Verb } from '@/src/engine/document'
import { createDocument } from '@/src/engine/documents/createDocument'

import type { SampleDocument } from './prepareSample'
import { figure, header } from './sampleHeader'

const orderBody = z.object({
  qty: figure.optional(),
  price: z.number().nonnegative().max(1e9).nullish(),
  supply: z.enum(supplies).optional(),
  free: z.boolean().optional(),
})

const supplyChoices = [
  { value: 'production', label: { zh: '样板生产', en: 'Production' } },
  { value: 'engineeringStock', label: { zh: '工程部样板库存', en: 'Engineering sample stock' } },
  { value: 'finishedStock', label: { zh: '成品库存', en: 'Finished stock' } },
] as const

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
