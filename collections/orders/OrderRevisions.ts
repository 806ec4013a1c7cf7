import type { CollectionConfig } from 'payload'

import { areas, count, longText, recordedJson, relation } from '../fields'
import { shownInstant } from '../fields/shownInstant'
import { oneAtATime } from '../oneAtATime'

/** 订单版次: the order as it was agreed, one row per revision; written by the house when a change is applied. */
export const OrderRevisions: CollectionConfig = {
  slug: 'order-revisions',
  labels: { singular: { zh: '订单版次', en: 'Order revision' }, plural: { zh: '订单版次', en: 'Order revisions' } },
  defaultSort: '-id',
  admin: {
    group: areas.orders,
    useAsTitle: 'id',
    defaultColumns: ['order', 'revision', 'at', 'by', 'reason'],
    enableListViewSelectAPI: true,
    hidden: true,
  },
  ...oneAtATime,
  fields: [
    relation('order', { zh: '订单', en: 'Order' }, 'orders', { required: true }),
    count('revision', { zh: '版次', en: 'Revision' }, { required: true }),
    relation('change', { zh: '变更单', en: 'Change' }, 'order-changes'),
    longText('reason', { zh: '原因', en: 'Reason' }),
    { name: 'at', type: 'date', label: { zh: '时间', en: 'At' }, admin: shownInstant() },
    relation('by', { zh: '审核人', en: 'By' }, 'users'),
    recordedJson('content', { zh: '内容', en: 'Content' }),
    relation('customer', { zh: '客户', en: 'Customer' }, 'customers'),
    relation('salesperson', { zh: '业务员', en: 'Salesperson' }, 'users'),
    relation('department', { zh: '部门', en: 'Department' }, 'departments'),
    relation('preparedBy', { zh: '制单人', en: 'Prepared by' }, 'users'),
  ],
}
