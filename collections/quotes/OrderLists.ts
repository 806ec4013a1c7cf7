import type { CollectionConfig } from 'payload'

import { amount, areas, choice, longText, recordedJson, relation, shortText } from '../fields'
import { shownInstant } from '../fields/shownInstant'
import { oneAtATime } from '../oneAtATime'

/** 客户订购清单: what a customer has confirmed on his page, as he sent it. Written once by the house; the database refuses to change it. */
export const OrderLists: CollectionConfig = {
  slug: 'order-lists',
  labels: { singular: { zh: '客户订购清单', en: 'Customer order list' }, plural: { zh: '客户订购清单', en: 'Customer order lists' } },
  defaultSort: '-id',
  admin: {
    group: areas.quotes,
    useAsTitle: 'no',
    defaultColumns: ['no', 'at', 'customer', 'quote', 'order', 'name', 'email', 'grossTotal'],
    listSearchableFields: ['no', 'name', 'email'],
    enableListViewSelectAPI: true,
  },
  ...oneAtATime,
  fields: [
    shortText('no', { zh: '单号', en: 'No.' }, { required: true, unique: true, index: true, maxLength: 100 }),
    { name: 'at', type: 'date', label: { zh: '确认时间', en: 'Confirmed at' }, required: true, admin: shownInstant() },
    relation('quote', { zh: '报价单', en: 'Quotation' }, 'quotes', { required: true }),
    relation('link', { zh: '客户链接', en: 'Customer link' }, 'quote-links', { required: true, unique: true, admin: { hidden: true } }),
    relation('order', { zh: '销售订单', en: 'Sales order' }, 'orders', { required: true }),
    relation('customer', { zh: '客户', en: 'Customer' }, 'customers', { required: true }),
    shortText('name', { zh: '确认人', en: 'Confirmed by' }, { required: true, maxLength: 100 }),
    shortText('email', { zh: '邮箱', en: 'E-mail' }, { required: true, maxLength: 254 }),
    longText('remark', { zh: '客户备注', en: 'Remark of the customer' }, { maxLength: 2000 }),
    choice('language', { zh: '语言', en: 'Language' }, [
      { value: 'zh', label: { zh: '中文', en: 'Chinese' } },
      { value: 'en', label: { zh: '英文', en: 'English' } },
    ]),
    shortText('address', { zh: '网络地址', en: 'Network address' }, { maxLength: 100 }),
    shortText('currency', { zh: '币种', en: 'Currency' }, { maxLength: 3 }),
    amount('netTotal', { zh: '无税合计', en: 'Net total' }),
    amount('taxTotal', { zh: '税额合计', en: 'Tax total' }),
    amount('grossTotal', { zh: '价税合计', en: 'Gross' }),
    recordedJson('lines', { zh: '清单行', en: 'Lines' }),
    relation('salesperson', { zh: '业务员', en: 'Salesperson' }, 'users'),
    relation('department', { zh: '部门', en: 'Department' }, 'departments'),
    relation('preparedBy', { zh: '制单人', en: 'Prepared by' }, 'users'),
  ],
}
