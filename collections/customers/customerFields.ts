import type { Field, PayloadRequest } from 'payload'

import { isInheritable } from '@/src/domain/customers/inheritance'

import { longText, rowGrid, shortText, yesNo } from '../fields'

export const contacts: Field = {
  name: 'contacts',
  type: 'array',
  label: { zh: '联系人', en: 'Contacts' },
  labels: { singular: { zh: '联系人', en: 'Contact' }, plural: { zh: '联系人', en: 'Contacts' } },
  admin: { components: { Field: rowGrid } },
  fields: [
    shortText('name', { zh: '姓名', en: 'Name' }, { required: true }),
    shortText('position', { zh: '职务', en: 'Position' }),
    shortText('phone', { zh: '电话', en: 'Phone' }, { maxLength: 50 }),
    { name: 'email', type: 'email', label: { zh: '邮箱', en: 'E-mail' } },
    yesNo('main', { zh: '主要联系人', en: 'Main contact' }),
  ],
}

export const addresses: Field = {
  name: 'addresses',
  type: 'array',
  label: { zh: '送货地址', en: 'Delivery addresses' },
  labels: { singular: { zh: '地址', en: 'Address' }, plural: { zh: '地址', en: 'Addresses' } },
  admin: { components: { Field: rowGrid } },
  fields: [
    shortText('name', { zh: '名称', en: 'Name' }),
    longText('address', { zh: '地址', en: 'Address' }, { required: true }),
    shortText('contact', { zh: '收货人', en: 'Consignee' }),
    shortText('phone', { zh: '电话', en: 'Phone' }, { maxLength: 50 }),
    yesNo('main', { zh: '默认地址', en: 'Default address' }),
  ],
}

/** What of the terms follows the category; shown with its values and where they come from. */
export const inherits: Field = {
  name: 'inherits',
  type: 'json',
  label: { zh: '随类别', en: 'Follows the category' },
  defaultValue: undefined,
  validate: (value: unknown, { req }: { req: PayloadRequest }) =>
    value === null ||
    value === undefined ||
    (Array.isArray(value) && value.every(isInheritable)) ||
    (req.i18n.language === 'zh' ? '只能是随类别的字段名' : 'Names of fields that may follow the category'),
  admin: { disableListColumn: true, components: { Field: '/src/admin/views/opened#FollowsCategory' } },
}

/** 发票抬头: to whom invoices may be made out. The default stands in the record itself, too. */
export const invoiceTitles: Field = {
  name: 'invoiceTitles',
  type: 'array',
  label: { zh: '发票抬头', en: 'Invoice titles' },
  labels: { singular: { zh: '抬头', en: 'Title' }, plural: { zh: '抬头', en: 'Titles' } },
  admin: { components: { Field: rowGrid } },
  fields: [
    shortText('title', { zh: '抬头', en: 'Title' }, { required: true }),
    shortText('taxNo', { zh: '税号', en: 'Tax number' }, { maxLength: 50 }),
    shortText('address', { zh: '地址', en: 'Address' }),
    shortText('phone', { zh: '电话', en: 'Phone' }, { maxLength: 50 }),
    shortText('bank', { zh: '开户银行', en: 'Bank' }),
    shortText('bankAccount', { zh: '银行账号', en: 'Bank account' }, { maxLength: 100 }),
    yesNo('main', { zh: '默认', en: 'Default' }),
  ],
}
