import type { CollectionConfig, FieldAccess } from 'payload'

import { hasRole } from '@/src/access/roles'

import {
  areas,
  choice,
  count,
  documentHeader,
  documentText,
  longText,
  openingField,
  readOnlyField,
  recordedJson,
  relation,
  salesHeader,
  shortText,
  yesNo,
} from '../fields'
import { documentCollection } from '../documentCollection'
import { freightEarlier } from '../fields/freight'
import { facetField, orderKinds, reviewStatuses, creditStatusField } from './orderFields'
import { fromTemplate, ownTerms } from '../quotes/templateFields'
import { orderLines } from './orderLines'

const mayWaive: FieldAccess = ({ req }) => hasRole(req.user, 'generalManager')

/** 销售订单: what a customer has ordered. What happened to it (delivered, billed, paid) is told by the ledgers. */
export const Orders: CollectionConfig = documentCollection({
  slug: 'orders',
  mailed: true,
  tabs: {
    review: {
      Component: '/src/admin/views/ReviewTab#ReviewTab',
      path: '/review',
      tab: { label: ({ t }) => t('gendan:review'), href: '/review' },
    },
    revisions: {
      Component: '/src/admin/views/opened#RevisionsTab',
      path: '/revisions',
      tab: { label: ({ t }) => t('gendan:revisions'), href: '/revisions' },
    },
  },
  area: areas.orders,
  guards: ['minimumPrice', 'creditLimit', 'availability'],
  follows: ['creditReleases', 'workOrders', 'priceReleases'],
  fields: [
    ...documentHeader('orders'),
    choice('kind', { zh: '订单类型', en: 'Kind' }, orderKinds, { defaultValue: 'standard', required: true }),
    ...salesHeader({ freighted: true, titled: true }),
    freightEarlier(),
    relation('template', { zh: '订单模板', en: 'Order template' }, 'order-templates', fromTemplate),
    shortText('externalNo', { zh: '客户订单号', en: 'Customer order no.' }, { index: true, maxLength: 100 }),
    {
      name: 'customersWishes',
      type: 'ui',
      admin: { components: { Field: '/src/admin/components/customer-page/CustomersWishes#CustomersWishes' }, disableListColumn: true },
    },
    orderLines(),
    documentText('terms', { zh: '条款', en: 'Terms' }, ownTerms),
    readOnlyField(
      choice('reviewStatus', { zh: '评审状态', en: 'Review' }, reviewStatuses, { defaultValue: 'none', admin: { position: 'sidebar' } }),
    ),
    readOnlyField({
      name: 'reviewVersion',
      type: 'number',
      label: { zh: '评审版本', en: 'Review version' },
      defaultValue: 1,
      custom: { scale: 0 },
      admin: { position: 'sidebar' },
    }),
    creditStatusField(),
    readOnlyField(yesNo('hold', { zh: '暂挂', en: 'On hold' }, { admin: { position: 'sidebar' } })),
    readOnlyField(
      yesNo(
        'heldBack',
        { zh: '客户下单待处理', en: 'Ordered by the customer, not yet taken up' },
        { admin: { position: 'sidebar', condition: (doc) => Boolean(doc?.['heldBack']) } },
      ),
    ),
    readOnlyField(yesNo('closedEarly', { zh: '提前结束', en: 'Closed early' }, { admin: { hidden: true } })),
    readOnlyField(count('revision', { zh: '订单版次', en: 'Revision' }, { admin: { position: 'sidebar' } })),
    recordedJson('approvals', { zh: '审核记录', en: 'Approvals' }),
    readOnlyField(
      longText('holdReason', { zh: '暂挂原因', en: 'Reason of the hold' }, { admin: { condition: (doc) => Boolean(doc?.['hold']) } }),
    ),
    facetField('deliveryStatus', { zh: '发货', en: 'Delivery' }),
    facetField('billingStatus', { zh: '开票', en: 'Billing' }),
    facetField('paymentStatus', { zh: '收款', en: 'Payment' }),
    longText(
      'sampleWaiver',
      { zh: '未认可样板的量产特批原因', en: 'Why an unapproved sample may be ordered' },
      {
        access: { create: mayWaive, update: mayWaive },
        maxLength: 2000,
        admin: { condition: (doc, _, { user }) => Boolean(doc?.['sampleWaiver']) || hasRole(user, 'generalManager') },
      },
    ),
    recordedJson('ruling', { zh: '总经理裁定', en: "General manager's ruling" }),
    openingField(),
  ],
})
