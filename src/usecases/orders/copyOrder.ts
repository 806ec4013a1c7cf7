import { mayEditPrice } from '@/src/domain/people/sight'
import { ownerTakenOver } from '@/src/domain/people/ownerTakenOver'

import type { Verb } from '@/src/engine/document'
import { createDocument } from '@/src/engine/documents/createDocument'
import type { Stored } from '@/src/engine/documents/stored'

import { titleTakenOver } from '@/src/engine/chooseTitle'

/** 复制: a new draft with the same customer, terms and lines, dated today. Prices and tax rates are found anew, but for those entered by hand. */
export const copyOrder: Verb<Stored<'orders'>> = {
  name: 'copy',
  label: { zh: '复制', en: 'Copy' },
  roles: ['sales', 'salesManager', 'generalManager'],
  createsOnly: true,
  run: async ({ req, doc, actor, now }) => {
    const mayPrice = mayEditPrice(actor)
    const { customer, currency, taxMode, paymentTerms, headerDiscount, freight, freightTaxRate, kind, remark, terms } = doc
    const copy = await createDocument({
      req,
      slug: 'orders',
      data: {
        ...{ customer, currency, taxMode, headerDiscount, freight, freightTaxRate, kind, remark, terms },
        ...(mayPrice ? { paymentTerms } : {}),
        ...ownerTakenOver(actor, doc),
        date: now.date,
        deliveryAddress: doc['deliveryAddress'],
        chosenTitle: await titleTakenOver(req, doc, { listed: true }),
        lines: doc.lines.map(
          ({
            item,
            description,
            qty,
            unit,
            price,
            priceSource,
            discountRate,
            taxRate,
            free,
            warehouse,
            remark: note,
            supply,
            changes,
          }) => ({
            ...{ item, description, qty, unit, discountRate, warehouse, supply, changes },
            ...(mayPrice || kind === 'sample' ? { free } : {}),
            remark: note,
            ...(mayPrice ? { taxRate } : {}),
            ...(priceSource === 'manual' && mayPrice ? { price, priceSource } : {}),
          }),
        ),
      },
      overrideAccess: true,
    })
    return { created: { slug: 'orders', id: copy.id, no: copy.no } }
  },
}
