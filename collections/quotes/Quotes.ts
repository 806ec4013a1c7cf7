import type { CollectionConfig } from 'payload'

import { lostForOptions } from '@/src/domain/quotes/lostFor'

import { documentCollection } from '../documentCollection'
import {
  areas,
  businessDateField,
  choice,
  documentHeader,
  documentText,
  price,
  quantity,
  readOnlyField,
  relation,
  salesGridHead,
  salesHeader,
  salesLineFields,
  takenFrom,
  shortText,
  toldFigure,
  yesNo,
} from '../fields'
import { shownInstant } from '../fields/shownInstant'
import { derivedLineFields, lineArray } from '../fields/lineArray'
import { fromTemplate, ownTerms } from './templateFields'

/** 报价单: what the company offers a customer, until when, at which price. */
export const Quotes: CollectionConfig = documentCollection({
  slug: 'quotes',
  mailed: true,
  tabs: {
    revisions: {
      Component: '/src/admin/views/opened#QuoteRevisionsTab',
      path: '/revisions',
      tab: { label: ({ t }) => t('gendan:revisions'), href: '/revisions' },
    },
    customerPage: {
      Component: '/src/admin/views/opened#CustomerPageTab',
      path: '/customer-page',
      tab: { label: ({ t }) => t('gendan:customerPage'), href: '/customer-page' },
    },
  },
  area: areas.quotes,
  guards: ['minimumPrice'],
  follows: ['priceReleases'],
  fields: [
    ...documentHeader('quotes'),
    ...salesHeader({ freighted: true, titled: true }),
    relation('template', { zh: '报价模板', en: 'Quotation template' }, 'quote-templates', fromTemplate),
    businessDateField('validUntil', { zh: '有效期至', en: 'Valid until' }),
    lineArray({
      head: { ...salesGridHead, checked: true, margins: 'quote-margin' },
      grid: ['item', 'qty', 'unit', 'price', 'discountRate', 'taxRate', 'gross', 'breaks', 'free', 'orderedQty', 'openQty', 'remark'],
      fields: [
        // 0 states a price without a quantity, where the settings allow it
        ...salesLineFields({ leastQty: 0 }),
        ...derivedLineFields(),
        takenFrom,
        {
          name: 'breaks',
          type: 'array',
          label: { zh: '数量阶梯', en: 'Quantity breaks' },
          fields: [
            quantity('qty', { zh: '数量', en: 'Quantity' }, { required: true, min: 0.0001 }),
            price('price', { zh: '单价（空则取价）', en: 'Price (empty: the price of the day)' }),
          ],
        },
        toldFigure('orderedQty', { zh: '已下单', en: 'Ordered' }),
        toldFigure('openQty', { zh: '未下单', en: 'Not ordered' }),
      ],
    }),
    {
      name: 'openQty',
      type: 'number',
      virtual: true,
      label: { zh: '未下单数量', en: 'Open quantity' },
      custom: { addedUp: true },
      admin: { readOnly: true, condition: () => false },
    },
    documentText('terms', { zh: '条款', en: 'Terms' }, ownTerms),
    readOnlyField(yesNo('current', { zh: '当前版本', en: 'Current revision' }, { defaultValue: true })),
    readOnlyField(relation('revises', { zh: '修订自', en: 'Revises' }, 'quotes')),
    readOnlyField({ name: 'revision', type: 'number', label: { zh: '版次', en: 'Revision' }, defaultValue: 0, custom: { scale: 0 } }),
    readOnlyField(shortText('statusBeforeOrder', { zh: '下单前状态', en: 'Status before ordering' }, { admin: { hidden: true } })),
    readOnlyField({ name: 'sentAt', type: 'date', label: { zh: '发送时间', en: 'Sent at' } }),
    readOnlyField({ name: 'confirmedAt', type: 'date', label: { zh: '确认时间', en: 'Confirmed at' } }),
    readOnlyField(shortText('confirmedBy', { zh: '确认人', en: 'Confirmed by' })),
    readOnlyField({ name: 'linkUntil', type: 'date', label: { zh: '客户链接有效至', en: 'Customer link until' }, admin: shownInstant() }),
    readOnlyField(choice('lostFor', { zh: '丢单类别', en: 'Lost for' }, lostForOptions)),
    readOnlyField(shortText('lostReason', { zh: '丢单原因', en: 'Reason lost' })),
  ],
})
