import type { CollectionConfig, Field } from 'payload'

import { documentCollection } from '../documentCollection'
import { areas, businessDateField, documentHeader, quantity, readOnlyField, relation, shortText, yesNo, rowGrid } from '../fields'
import { measuredRows } from './FeedbackRounds'

const operations: Field = {
  name: 'operations',
  type: 'array',
  label: { zh: '工序', en: 'Operations' },
  labels: { singular: { zh: '工序', en: 'Operation' }, plural: { zh: '工序', en: 'Operations' } },
  admin: {
    custom: { columns: ['name', 'operator', 'plannedStart', 'plannedEnd', 'actualStart', 'actualEnd', 'remark'] },
    components: { Field: rowGrid },
  },
  fields: [
    {
      type: 'row',
      fields: [
        shortText('name', { zh: '工序', en: 'Operation' }, { required: true }),
        shortText('operator', { zh: '操作人', en: 'Operator' }),
        shortText('remark', { zh: '备注', en: 'Remark' }),
      ],
    },
    {
      type: 'row',
      fields: [
        businessDateField('plannedStart', { zh: '计划开始', en: 'Planned start' }),
        businessDateField('plannedEnd', { zh: '计划完成', en: 'Planned end' }),
        businessDateField('actualStart', { zh: '实际开始', en: 'Actual start' }),
        businessDateField('actualEnd', { zh: '实际完成', en: 'Actual end' }),
      ],
    },
  ],
}

const materials: Field = {
  name: 'materials',
  type: 'array',
  label: { zh: '领料', en: 'Materials' },
  labels: { singular: { zh: '物料', en: 'Item' }, plural: { zh: '领料', en: 'Materials' } },
  admin: { components: { Field: rowGrid } },
  fields: [
    {
      type: 'row',
      fields: [
        relation('item', { zh: '物料', en: 'Item' }, 'items', { required: true }),
        quantity('qty', { zh: '数量', en: 'Quantity' }, { required: true }),
        relation('warehouse', { zh: '仓库', en: 'Warehouse' }, 'warehouses'),
        shortText('batchNo', { zh: '批号', en: 'Batch no.' }, { maxLength: 100 }),
        readOnlyField(yesNo('issued', { zh: '已领', en: 'Issued' })),
      ],
    },
  ],
}

const sidebar = { admin: { position: 'sidebar' } } as const

/** 样板工单: makes the pieces one line of a sample order asks for; completed pieces go into the sample warehouse. */
export const SampleWorkOrders: CollectionConfig = documentCollection({
  slug: 'sample-work-orders',
  area: areas.samples,
  guards: ['availability'],
  fields: [
    ...documentHeader('sample-work-orders'),
    relation('sample', { zh: '样板', en: 'Sample' }, 'samples'),
    quantity('qty', { zh: '数量', en: 'Quantity' }, { required: true, min: 0.0001 }),
    readOnlyField(quantity('completed', { zh: '完工', en: 'Completed' }, { defaultValue: 0 })),
    readOnlyField(quantity('scrapped', { zh: '报废', en: 'Scrapped' }, { defaultValue: 0 })),
    relation('warehouse', { zh: '样板仓', en: 'Sample warehouse' }, 'warehouses'),
    businessDateField('due', { zh: '要求日期', en: 'Due' }),
    operations,
    materials,
    measuredRows('measurements'),
    readOnlyField(relation('item', { zh: '样板品号', en: 'Item' }, 'items', sidebar)),
    readOnlyField(relation('order', { zh: '样板订单', en: 'Sample order' }, 'orders', sidebar)),
    readOnlyField(shortText('orderLine', { zh: '订单行', en: 'Order line' }, sidebar)),
    readOnlyField(relation('customer', { zh: '客户', en: 'Customer' }, 'customers', sidebar)),
    readOnlyField(relation('salesperson', { zh: '业务员', en: 'Salesperson' }, 'users', sidebar)),
    readOnlyField(relation('department', { zh: '部门', en: 'Department' }, 'departments', sidebar)),
    readOnlyField({ name: 'startedAt', type: 'date', label: { zh: '开工时间', en: 'Started at' }, ...sidebar }),
    readOnlyField({ name: 'completedAt', type: 'date', label: { zh: '完工时间', en: 'Completed at' }, ...sidebar }),
  ],
})
