import type { CollectionConfig } from 'payload'

import { readsCost } from '@/src/access/fieldRights'

import { price, quantity, readOnlyField, relation, shortText } from '../fields'
import { lineArray } from '../fields/lineArray'
import { reasonField, stockDocument } from './stockDocument'

const signedQty = (name: string, label: { zh: string; en: string }) =>
  readOnlyField({ name, type: 'number' as const, label, custom: { scale: 4 } })

/** 盘点单: what was counted against what the books hold; posting brings the books to the count. */
export const StockCounts: CollectionConfig = stockDocument({
  slug: 'stock-counts',
  fields: [
    relation('warehouse', { zh: '仓库', en: 'Warehouse' }, 'warehouses', { required: true }),
    reasonField(),
    lineArray({
      grid: ['item', 'batchNo', 'bookQty', 'countedQty', 'difference', 'cost', 'remark'],
      fields: [
        relation('item', { zh: '物料', en: 'Item' }, 'items', { required: true }),
        shortText('batchNo', { zh: '批号', en: 'Batch no.' }, { maxLength: 100 }),
        signedQty('bookQty', { zh: '账面数量', en: 'Book quantity' }),
        quantity('countedQty', { zh: '实盘数量', en: 'Counted' }, { required: true, min: 0 }),
        signedQty('difference', { zh: '差异', en: 'Difference' }),
        price('cost', { zh: '盘盈成本', en: 'Unit cost of surplus' }, { access: { read: readsCost } }),
        shortText('remark', { zh: '原因', en: 'Reason' }),
      ],
    }),
  ],
})
