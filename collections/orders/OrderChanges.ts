import type { CollectionConfig } from 'payload'

import {
  amount,
  areas,
  businessDateField,
  choice,
  documentHeader,
  longText,
  percent,
  price,
  quantity,
  readOnlyField,
  recordedJson,
  relation,
  shortText,
  yesNo,
} from '../fields'
import { documentCollection } from '../documentCollection'
import { changedFreightFields } from '../fields/freight'
import { lineArray } from '../fields/lineArray'
import { reviewStatuses } from './orderFields'
import { supplies } from './orderLines'

/** 订单变更单: before and after per field of an approved order; applied when it is approved. */
export const OrderChanges: CollectionConfig = documentCollection({
  slug: 'order-changes',
  area: areas.orders,
  fields: [
    ...documentHeader('order-changes'),
    relation('order', { zh: '订单', en: 'Order' }, 'orders', { required: true }),
    longText('reason', { zh: '变更原因', en: 'Reason' }, { required: true }),
    ...changedFreightFields(),
    lineArray({
      grid: ['item', 'qty', 'unit', 'price', 'discountRate', 'taxRate', 'schedule', 'warehouse', 'supply', 'free', 'remark', 'remove'],
      fields: [
        shortText('line', { zh: '订单行', en: 'Order line' }, { admin: { readOnly: true } }),
        relation('item', { zh: '物料', en: 'Item' }, 'items'),
        quantity('qty', { zh: '新数量', en: 'New quantity' }),
        shortText('unit', { zh: '单位', en: 'Unit' }, { maxLength: 20 }),
        price('price', { zh: '新单价', en: 'New price' }),
        percent('discountRate', { zh: '折扣率', en: 'Discount' }),
        percent('taxRate', { zh: '税率', en: 'Tax rate' }),
        relation('warehouse', { zh: '仓库', en: 'Warehouse' }, 'warehouses'),
        shortText('description', { zh: '品名', en: 'Description' }, { maxLength: 500 }),
        shortText('remark', { zh: '备注', en: 'Remark' }, { maxLength: 2000 }),
        choice('supply', { zh: '来源', en: 'Supply' }, supplies),
        yesNo('free', { zh: '免费', en: 'Free' }),
        {
          name: 'schedule',
          type: 'array',
          label: { zh: '交期', en: 'Schedule' },
          fields: [
            businessDateField('date', { zh: '日期', en: 'Date' }, { required: true }),
            quantity('qty', { zh: '数量', en: 'Quantity' }, { required: true, min: 0.0001 }),
            businessDateField('promised', { zh: '承诺', en: 'Promised' }),
          ],
        },
        yesNo('remove', { zh: '删除此行', en: 'Remove the line' }),
      ],
    }),
    recordedJson('differences', { zh: '变更前后', en: 'Before and after' }),
    recordedJson('departments', { zh: '评审部门', en: 'Departments asked' }),
    readOnlyField(
      choice('reviewStatus', { zh: '评审状态', en: 'Review' }, reviewStatuses, { defaultValue: 'none', admin: { position: 'sidebar' } }),
    ),
    readOnlyField(amount('grossBefore', { zh: '变更前金额', en: 'Amount before' })),
    readOnlyField(amount('grossAfter', { zh: '变更后金额', en: 'Amount after' })),
    readOnlyField(relation('customer', { zh: '客户', en: 'Customer' }, 'customers', { admin: { position: 'sidebar' } })),
    readOnlyField(relation('salesperson', { zh: '业务员', en: 'Salesperson' }, 'users', { admin: { position: 'sidebar' } })),
    readOnlyField(relation('department', { zh: '部门', en: 'Department' }, 'departments', { admin: { position: 'sidebar' } })),
  ],
})
