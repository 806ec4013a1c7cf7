import type { CollectionConfig } from 'payload'

import { documentCollection } from '../documentCollection'
import {
  amount,
  areas,
  businessDateField,
  choice,
  documentHeader,
  type Option,
  readOnlyField,
  relation,
  shortText,
  signedAmount,
  rowGrid,
} from '../fields'
import { facetField } from '../orders/orderFields'

const methods: readonly Option[] = [
  { value: 'transfer', label: { zh: '银行转账', en: 'Bank transfer' } },
  { value: 'cash', label: { zh: '现金', en: 'Cash' } },
  { value: 'cheque', label: { zh: '支票', en: 'Cheque' } },
  { value: 'draft', label: { zh: '承兑汇票', en: 'Bank draft' } },
  { value: 'other', label: { zh: '其他', en: 'Other' } },
]

/** 收款单: money a customer paid; against invoices, as an advance on an order, or on account. */
export const Receipts: CollectionConfig = documentCollection({
  slug: 'receipts',
  area: areas.receivables,
  guards: ['creditLimit'],
  fields: [
    ...documentHeader('receipts'),
    relation('customer', { zh: '客户', en: 'Customer' }, 'customers', { required: true }),
    readOnlyField(relation('billTo', { zh: '付款客户', en: 'Payer' }, 'customers')),
    readOnlyField(relation('salesperson', { zh: '业务员', en: 'Salesperson' }, 'users', { admin: { position: 'sidebar' } })),
    readOnlyField(relation('department', { zh: '部门', en: 'Department' }, 'departments', { admin: { position: 'sidebar' } })),
    amount('amount', { zh: '金额', en: 'Amount' }, { required: true, min: 0.01 }),
    choice('method', { zh: '收款方式', en: 'Method' }, methods, { defaultValue: 'transfer' }),
    relation('onOrder', { zh: '预收订单', en: 'Advance on order' }, 'orders'),
    {
      name: 'allocations',
      type: 'array',
      label: { zh: '核销明细', en: 'Allocations' },
      admin: { components: { Field: rowGrid } },
      fields: [
        relation('invoice', { zh: '发票', en: 'Invoice' }, 'invoices', { required: true }),
        amount('amount', { zh: '金额', en: 'Amount' }, { required: true }),
        readOnlyField(businessDateField('date', { zh: '核销日期', en: 'Settled on' })),
      ],
    },
    readOnlyField(signedAmount('openAmount', { zh: '未核销金额', en: 'Open amount' }, { admin: { position: 'sidebar' } })),
    facetField('allocation', { zh: '核销', en: 'Allocation' }),
    readOnlyField(
      businessDateField(
        'bouncedOn',
        { zh: '退票日期', en: 'Bounced on' },
        { admin: { condition: (data) => data['status'] === 'reversed' } },
      ),
    ),
    readOnlyField(
      shortText('bounceReason', { zh: '退票原因', en: 'Bounce reason' }, { admin: { condition: (data) => data['status'] === 'reversed' } }),
    ),
  ],
})
