import type { CollectionConfig } from 'payload'

import { readsCost } from '@/src/access/fieldRights'

import { price, quantity, readOnlyField, recordedJson, relation, shortText, signedAmount } from '../fields'
import { lineArray } from '../fields/lineArray'
import { reasonField, stockDocument } from './stockDocument'

const secret = { access: { read: readsCost } }

/** 成本调整单: the cost of a posted receipt put right, late. Only for those who may see cost. */
export const CostCorrections: CollectionConfig = stockDocument({
  slug: 'cost-corrections',
  fields: [
    relation('receipt', { zh: '入库单', en: 'Stock receipt' }, 'stock-receipts', { required: true }),
    readOnlyField(relation('warehouse', { zh: '仓库', en: 'Warehouse' }, 'warehouses')),
    reasonField(),
    lineArray({
      grid: ['item', 'batchNo', 'qty', 'oldCost', 'cost', 'costDelta', 'leftValue', 'soldValue'],
      fields: [
        shortText('receiptLine', { zh: '入库行', en: 'Receipt line' }, { admin: { readOnly: true } }),
        readOnlyField(relation('item', { zh: '物料', en: 'Item' }, 'items')),
        readOnlyField(relation('warehouse', { zh: '仓库', en: 'Warehouse' }, 'warehouses')),
        readOnlyField(shortText('batchNo', { zh: '批号', en: 'Batch no.' }, { maxLength: 100 })),
        readOnlyField(quantity('qty', { zh: '数量', en: 'Quantity' })),
        readOnlyField(price('oldCost', { zh: '原单位成本', en: 'Cost as received' }, secret)),
        price('cost', { zh: '正确单位成本', en: 'Right unit cost' }, { required: true, ...secret }),
        readOnlyField(signedAmount('costDelta', { zh: '差额', en: 'Difference' }, secret)),
        readOnlyField(signedAmount('leftValue', { zh: '留在库存', en: 'Left in stock' }, secret)),
        readOnlyField(signedAmount('soldValue', { zh: '计入已售', en: 'Sold' }, secret)),
      ],
    }),
    {
      ...recordedJson('costShares', { zh: '分摊明细', en: 'Shares of what was sold' }),
      access: { read: readsCost, create: () => false, update: () => false },
    },
  ],
})
