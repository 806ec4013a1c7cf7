import type { CollectionConfig } from 'payload'

import { showOpenInstalments } from '@/hooks/showOpenInstalments'
import { readsCost } from '@/src/access/fieldRights'

import { documentCollection } from '../documentCollection'
import {
  areas,
  businessDateField,
  choice,
  documentHeader,
  openingField,
  readOnlyField,
  recordedJson,
  relation,
  salesGridHead,
  salesHeader,
  salesLineFields,
  shortText,
  signedAmount,
  type Option,
  yesNo,
} from '../fields'
import { derivedLineFields, lineArray } from '../fields/lineArray'
import { creditStatusField, facetField } from '../orders/orderFields'
import { enteredFromSource } from './enteredFromSource'
import { recordedLines } from '../fields/shownInstant'

const invoiceKinds: readonly Option[] = [
  { value: 'invoice', label: { zh: '发票', en: 'Invoice' } },
  { value: 'creditNote', label: { zh: '红字发票', en: 'Credit note' } },
]

/** 销售发票: what a customer owes for what was delivered; approved, it posts receivable, revenue and cost of sales. */
export const Invoices: CollectionConfig = documentCollection({
  slug: 'invoices',
  mailed: true,
  area: areas.fulfilment,
  guards: ['minimumPrice', 'creditLimit'],
  follows: ['creditReleases', 'priceReleases'],
  fields: [
    ...documentHeader('invoices'),
    choice('kind', { zh: '类型', en: 'Kind' }, invoiceKinds, { defaultValue: 'invoice', required: true }),
    yesNo(
      'priceOnly',
      { zh: '仅更正价格', en: 'Price only' },
      {
        admin: { condition: (data) => data['kind'] === 'creditNote' },
      },
    ),
    ...enteredFromSource(salesHeader({ freighted: true, titled: true }), 'customer'),
    businessDateField('dueDate', { zh: '到期日', en: 'Due date' }, { index: true }),
    readOnlyField({
      name: 'instalments',
      type: 'json',
      label: { zh: '分期', en: 'Instalments' },
      hooks: { afterRead: [showOpenInstalments] },
      admin: {
        components: { Field: recordedLines },
        condition: (data) => Array.isArray(data['instalments']) && data['instalments'].length > 0,
      },
    }),
    lineArray({
      head: salesGridHead,
      grid: ['item', 'qty', 'unit', 'price', 'taxRate', 'net', 'tax', 'gross', 'remark'],
      fields: [
        ...enteredFromSource(salesLineFields(), 'item'),
        ...derivedLineFields(),
        shortText('deliveryLine', { zh: '发货行', en: 'Delivery line' }, { admin: { readOnly: true } }),
        readOnlyField(relation('delivery', { zh: '发货单', en: 'Delivery' }, 'deliveries')),
        shortText('orderLine', { zh: '订单行', en: 'Order line' }, { admin: { readOnly: true } }),
        readOnlyField(relation('order', { zh: '订单', en: 'Order' }, 'orders')),
        shortText('invoiceLine', { zh: '原发票行', en: 'Invoice line' }, { admin: { readOnly: true } }),
        readOnlyField(shortText('returnLine', { zh: '退货行', en: 'Return line' })),
        readOnlyField(
          signedAmount('costValue', { zh: '成本金额', en: 'Cost value' }, { custom: { scale: 4 }, access: { read: readsCost } }),
        ),
      ],
    }),
    creditStatusField(),
    readOnlyField(
      signedAmount(
        'settledBefore',
        { zh: '期初已结', en: 'Settled before' },
        { admin: { condition: (doc) => Boolean(doc?.['opening']), position: 'sidebar' } },
      ),
    ),
    readOnlyField(signedAmount('openAmount', { zh: '未收金额', en: 'Open amount' }, { admin: { position: 'sidebar' } })),
    facetField('settlement', { zh: '核销', en: 'Settlement' }),
    recordedJson('advances', { zh: '预收核销', en: 'Advances' }),
    openingField(),
  ],
})
