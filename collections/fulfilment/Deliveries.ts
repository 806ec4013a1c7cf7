import type { CollectionConfig } from 'payload'

import { documentCollection } from '../documentCollection'
import {
  areas,
  businessDateField,
  choice,
  documentHeader,
  openingField,
  quantity,
  readOnlyField,
  recordedJson,
  relation,
  salesGridHead,
  salesHeader,
  salesLineFields,
  shortText,
  toldFigure,
  type Option,
  yesNo,
} from '../fields'
import { derivedLineFields, lineArray } from '../fields/lineArray'
import { creditStatusField, facetField } from '../orders/orderFields'
import { enteredFromSource } from './enteredFromSource'

const deliveryKinds: readonly Option[] = [
  { value: 'standard', label: { zh: '标准', en: 'Standard' } },
  { value: 'sample', label: { zh: '样品', en: 'Sample' } },
]

/** 发货单: goods that leave for a customer; approved commercially, issued physically. */
export const Deliveries: CollectionConfig = documentCollection({
  slug: 'deliveries',
  mailed: true,
  area: areas.fulfilment,
  guards: ['minimumPrice', 'creditLimit', 'availability'],
  follows: ['creditReleases', 'priceReleases'],
  fields: [
    ...documentHeader('deliveries'),
    choice('kind', { zh: '类型', en: 'Kind' }, deliveryKinds, { defaultValue: 'standard', required: true }),
    yesNo('loan', { zh: '借出', en: 'Loan' }),
    businessDateField('dueBack', { zh: '应还日期', en: 'Due back' }, { admin: { condition: (data) => data['loan'] === true } }),
    readOnlyField(
      yesNo(
        'stale',
        { zh: '订单已变更', en: 'Order has changed' },
        { admin: { position: 'sidebar', condition: (doc) => Boolean(doc?.['stale']) } },
      ),
    ),
    ...enteredFromSource(salesHeader(), 'customer'),
    lineArray({
      head: salesGridHead,
      grid: ['item', 'qty', 'unit', 'price', 'gross', 'warehouse', 'batchNo', 'remark'],
      fields: [
        ...enteredFromSource(salesLineFields(), 'item'),
        ...derivedLineFields(),
        readOnlyField(quantity('overQty', { zh: '超订单数量', en: 'Beyond the order' })),
        readOnlyField(quantity('replacementQty', { zh: '换货数量', en: 'Replacing returned goods' })),
        recordedJson('earlier', { zh: '变更时已开票部分', en: 'What was invoiced when the order changed' }),
        toldFigure('returnableQty', { zh: '可退', en: 'Returnable' }),
        shortText('orderLine', { zh: '订单行', en: 'Order line' }, { admin: { readOnly: true } }),
        readOnlyField(relation('order', { zh: '订单', en: 'Order' }, 'orders')),
        toldFigure('invoicedQty', { zh: '已开票', en: 'Invoiced' }),
        toldFigure('billableQty', { zh: '可开票', en: 'Billable' }),
        toldFigure('returnedQty', { zh: '已退', en: 'Returned' }),
      ],
    }),
    creditStatusField(),
    facetField('billingStatus', { zh: '开票', en: 'Billing' }),
    facetField('returnStatus', { zh: '退货', en: 'Returned' }),
    openingField(),
  ],
})
