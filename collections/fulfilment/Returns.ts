import type { CollectionConfig } from 'payload'

import { readsCost } from '@/src/access/fieldRights'

import { documentCollection } from '../documentCollection'
import {
  areas,
  choice,
  documentHeader,
  type Option,
  price,
  quantity,
  readOnlyField,
  relation,
  salesGridHead,
  salesHeader,
  salesLineFields,
  shortText,
  signedAmount,
  yesNo,
} from '../fields'
import { derivedLineFields, lineArray } from '../fields/lineArray'
import { enteredFromSource } from './enteredFromSource'

const kinds: readonly Option[] = [
  { value: 'refund', label: { zh: '退款', en: 'Refund' } },
  { value: 'replace', label: { zh: '换货', en: 'Replace' } },
  { value: 'priceOnly', label: { zh: '仅退价差', en: 'Price only' } },
]

/** 退货单: goods that come back, or only their price; always against a delivery line. */
export const Returns: CollectionConfig = documentCollection({
  slug: 'returns',
  mailed: true,
  area: areas.fulfilment,
  guards: ['creditLimit', 'availability'],
  fields: [
    ...documentHeader('returns'),
    choice('kind', { zh: '类型', en: 'Kind' }, kinds, { defaultValue: 'refund', required: true }),
    ...enteredFromSource(salesHeader(), 'customer'),
    lineArray({
      head: { ...salesGridHead, customerBar: false },
      grid: ['item', 'qty', 'unit', 'originalPrice', 'price', 'gross', 'warehouse', 'batchNo', 'remark'],
      fields: [
        ...enteredFromSource(salesLineFields(), 'item'),
        ...derivedLineFields(),
        shortText('deliveryLine', { zh: '发货行', en: 'Delivery line' }, { admin: { readOnly: true } }),
        readOnlyField(relation('delivery', { zh: '发货单', en: 'Delivery' }, 'deliveries')),
        readOnlyField(shortText('orderLine', { zh: '订单行', en: 'Order line' })),
        readOnlyField(relation('order', { zh: '订单', en: 'Order' }, 'orders')),
        readOnlyField(price('originalPrice', { zh: '原价', en: 'Original price' })),
        readOnlyField(signedAmount('issueValue', { zh: '原出库成本', en: 'Issue cost' }, { access: { read: readsCost } })),
        readOnlyField(yesNo('frozen', { zh: '冻结待检', en: 'Frozen until inspected' })),
        readOnlyField(quantity('restockQty', { zh: '入良品', en: 'Restocked' })),
        readOnlyField(quantity('reworkQty', { zh: '返工', en: 'Reworked' })),
        readOnlyField(quantity('scrapQty', { zh: '报废', en: 'Scrapped' })),
        readOnlyField(relation('restockTo', { zh: '良品仓', en: 'Restocked in' }, 'warehouses')),
        readOnlyField(relation('reworkTo', { zh: '返工仓', en: 'Reworked in' }, 'warehouses')),
      ],
    }),
  ],
})
