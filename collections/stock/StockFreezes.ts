import type { CollectionConfig } from 'payload'

import { choice, relation } from '../fields'
import { lineArray } from '../fields/lineArray'
import { reasonField, stockDocument, stockLineFields } from './stockDocument'

/** 冻结单: goods that stay but may not be promised, with the reason; freed by a second document or by its reversal. */
export const StockFreezes: CollectionConfig = stockDocument({
  slug: 'stock-freezes',
  fields: [
    choice(
      'kind',
      { zh: '类型', en: 'Kind' },
      [
        { value: 'freeze', label: { zh: '冻结', en: 'Freeze' } },
        { value: 'unfreeze', label: { zh: '解冻', en: 'Unfreeze' } },
      ],
      { defaultValue: 'freeze', required: true },
    ),
    relation('warehouse', { zh: '仓库', en: 'Warehouse' }, 'warehouses', { required: true }),
    reasonField(),
    lineArray({ grid: ['item', 'qty', 'unit', 'batchNo', 'remark'], fields: stockLineFields() }),
  ],
})
