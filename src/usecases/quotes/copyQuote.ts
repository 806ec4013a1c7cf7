import { mayEditPrice } from '@/src/domain/people/sight'
import { ownerTakenOver } from '@/src/domain/people/ownerTakenOver'

import type { Verb } from '@/src/engine/document'
import { createDocument } from '@/src/engine/documents/createDocument'
import type { Stored } from '@/src/engine/documents/stored'

import { titleTakenOver } from '@/src/engine/chooseTitle'

/** 复制: a new draft for the same customer with the same lines, dated today. Prices and tax rates are found anew, but for those entered by hand. */
export const copyQuote: Verb<Stored<'quotes'>> = {
  name: 'copy',
  label: { zh: '复制', en: 'Copy' },
  roles: ['sales', 'salesManager', 'generalManager'],
  createsOnly: true,
  run: async ({ req, doc, actor, now }) => {
    const mayPrice = mayEditPrice(actor)
    const { customer, currency, taxMode, paymentTerms, headerDiscount, freight, freightTaxRate, remark, terms } = doc
    const copy = await createDocument({
      req,
      slug: 'quotes',
      data: {
        ...{ customer, currency, taxMode, headerDiscount, freight, freightTaxRate, remark, terms },
        ...(mayPrice ? { paymentTerms } : {}),
        ...ownerTakenOver(actor, doc),
        date: now.date,
        deliveryAddress: doc['deliveryAddress'],
        chosenTitle: await titleTakenOver(req, doc, { listed: true }),
        lines: doc.lines.map((line) => ({
          item: line.item,
          description: line.description,
          qty: line.qty,
          unit: line.unit,
          discountRate: line.discountRate,
          ...(mayPrice ? { taxRate: line.taxRate, free: line.free } : {}),
          warehouse: line.warehouse,
          remark: line.remark,
          breaks: (line.breaks ?? []).map(({ qty, price }) => ({ qty, ...(mayPrice ? { price } : {}) })),
          ...(line.priceSource === 'manual' && mayPrice ? { price: line.price, priceSource: 'manual' as const } : {}),
        })),
      },
      overrideAccess: true,
    })
    return { created: { slug: 'quotes', id: copy.id, no: copy.no } }
  },
}
