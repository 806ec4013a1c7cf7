import type { CollectionConfig } from 'payload'

import { readsCost } from '@/src/access/fieldRights'

import { businessDateField, quantity, readOnlyField, relation, signedAmount, toldFigure } from '../fields'
import { lineArray } from '../fields/lineArray'
import { reasonField, stockDocument, stockLineFields } from './stockDocument'

/** 调拨单: goods on their way from one warehouse to another. */
export const StockTransfers: CollectionConfig = stockDocument({
  slug: 'stock-transfers',
  fields: [
    relation('from', { zh: '调出仓库', en: 'From' }, 'warehouses', { required: true }),
    relation('to', { zh: '调入仓库', en: 'To' }, 'warehouses', { required: true }),
    businessDateField('expectedDate', { zh: '预计到达', en: 'Expected on' }),
    reasonField(),
    lineArray({
      grid: ['item', 'qty', 'unit', 'batchNo', 'receivedQty', 'remark'],
      fields: [
        ...stockLineFields(),
        readOnlyField(quantity('receivedQty', { zh: '已收数量', en: 'Received' })),
        toldFigure('openQty', { zh: '在途数量', en: 'In transit' }),
        readOnlyField(signedAmount('receivedValue', { zh: '已收金额', en: 'Value received' }, { access: { read: readsCost } })),
      ],
    }),
  ],
})
