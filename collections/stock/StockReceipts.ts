import type { CollectionConfig } from 'payload'

import { readsCost } from '@/src/access/fieldRights'

import { documentCollection } from '../documentCollection'
import { areas, choice, documentHeader, openingField, price, quantity, readOnlyField, relation, shortText, type Option } from '../fields'
import { lineArray } from '../fields/lineArray'

const kinds: readonly Option[] = [
  { value: 'purchase', label: { zh: '采购入库', en: 'Purchase' } },
  { value: 'production', label: { zh: '生产入库', en: 'Production' } },
  { value: 'other', label: { zh: '其他入库', en: 'Other' } },
]

/** 入库单: goods that come in, with their cost; posted once, undone only by a reversal. */
export const StockReceipts: CollectionConfig = documentCollection({
  slug: 'stock-receipts',
  area: areas.stock,
  guards: ['availability'],
  fields: [
    ...documentHeader('stock-receipts'),
    choice('kind', { zh: '入库类型', en: 'Kind' }, kinds, { defaultValue: 'purchase', required: true }),
    relation('warehouse', { zh: '仓库', en: 'Warehouse' }, 'warehouses', { required: true }),
    lineArray({
      grid: ['item', 'qty', 'unit', 'cost', 'batchNo', 'remark'],
      fields: [
        relation('item', { zh: '物料', en: 'Item' }, 'items', { required: true }),
        quantity('qty', { zh: '数量', en: 'Quantity' }, { required: true, min: 0.0001 }),
        shortText('unit', { zh: '单位', en: 'Unit' }, { maxLength: 20 }),
        readOnlyField(quantity('stockQty', { zh: '库存单位数量', en: 'Stock quantity' })),
        price('cost', { zh: '单位成本', en: 'Unit cost' }, { access: { read: readsCost } }),
        shortText('batchNo', { zh: '批号', en: 'Batch no.' }, { maxLength: 100 }),
        shortText('remark', { zh: '备注', en: 'Remark' }),
      ],
    }),
    openingField(),
  ],
})
