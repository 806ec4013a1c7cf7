import { z } from 'zod'

import { idOf } from '@/src/domain/kernel/idOf'

import type { Verb } from '@/src/engine/document'
import { createDocument } from '@/src/engine/documents/createDocument'

import type { SampleDocument } from './prepareSample'
import { figure, header } from './sampleHeader'

const quoteBody = z.object({ qty: figure.optional(), price: z.number().nonnegative().max(1e9).nullish() })

/** Drawings and pictures of the sample, as the attachments of a document name them. */
const filesOf = (doc: SampleDocument) =>
  (['drawings', 'pictures'] as const).flatMap((relationTo) =>
    (doc[relationTo] ?? []).flatMap((file) => idOf(file) ?? []).map((value) => ({ relationTo, value })),
  )

/** 生成报价单: a quote of the sample's item to its customer, with its drawings and pictures. */
export const createSampleQuote: Verb<SampleDocument, z.infer<typeof quoteBody>> = {
  name: 'create-quote',
  label: { zh: '生成报价单', en: 'Create quote' },
  roles: ['sales', 'salesManager', 'generalManager'],
  body: quoteBody,
  createsOnly: true,
  asks: [
    { name: 'qty', label: { zh: '数量', en: 'Quantity' }, kind: 'number', required: true, initial: 1 },
    { name: 'price', label: { zh: '单价（空 = 按价格规则）', en: 'Price (empty = by the price rules)' }, kind: 'number', required: false },
  ],
  run: async ({ req, doc, body, actor, now }) => {
    const quote = await createDocument({
      req,
      slug: 'quotes',
      data: {
        date: now.date,
        ...header(doc, actor),
        attachments: filesOf(doc),
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
