import type { CollectionConfig } from 'payload'

import { choice, relation } from '../fields'
import { lineArray } from '../fields/lineArray'
import { reasonField, stockDocument, stockLineFields } from './stockDocument'

/** 出库单: goods that leave for production, scrap or any reason but a customer. */
export const StockIssues: CollectionConfig = stockDocument({
  slug: 'stock-issues',
  fields: [
    choice(
      'kind',
      { zh: '出库类型', en: 'Kind' },
      [
        { value: 'production', label: { zh: '生产领用', en: 'Production' } },
        { value: 'scrap', label: { zh: '报废', en: 'Scrap' } },
        { value: 'sample', label: { zh: '打样领用', en: 'Sample making' } },
        { value: 'other', label: { zh: '其他出库', en: 'Other' } },
      ],
      { defaultValue: 'other', required: true },
    ),
    relation('warehouse', { zh: '仓库', en: 'Warehouse' }, 'warehouses', { required: true }),
    reasonField(),
    lineArray({ grid: ['item', 'qty', 'unit', 'batchNo', 'remark'], fields: stockLineFields() }),
  ],
})
