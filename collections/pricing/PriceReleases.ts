import type { CollectionConfig } from 'payload'

import { readsMinimumPrice } from '@/src/access/fieldRights'

import { documentCollection } from '../documentCollection'
import {
  areas,
  documentHeader,
  longText,
  onceWritten,
  price,
  quantity,
  readOnlyField,
  relation,
  releaseHeader,
  remark,
  rowGrid,
  shortText,
} from '../fields'

/** 低价放行: a request to let lines of a document pass below their minimum price; whoever may release sees all of them. */
export const PriceReleases: CollectionConfig = documentCollection({
  slug: 'price-releases',
  area: areas.pricing,
  search: ['no', 'documentNo'],
  follows: ['releaseAsked'],
  fields: [
    ...documentHeader('price-releases', remark({ admin: { condition: (data) => Boolean(data?.['remark']) } })),
    ...releaseHeader(
      'price',
      shortText('documentSlug', { zh: '单据类型', en: 'Kind of document' }, { index: true, admin: { hidden: true } }),
    ),
    longText('reason', { zh: '申请说明', en: 'Why it should pass' }),
    onceWritten(longText('decision', { zh: '审批意见', en: 'Decision' })),
    {
      name: 'lines',
      type: 'array',
      label: { zh: '低于最低售价的行', en: 'Lines below the minimum' },
      labels: { singular: { zh: '行', en: 'Line' }, plural: { zh: '明细', en: 'Lines' } },
      admin: { components: { Field: rowGrid }, readOnly: true },
      fields: [
        readOnlyField(shortText('sourceLine', { zh: '单据行', en: 'Document line' }, { index: true, admin: { hidden: true } })),
        readOnlyField(relation('item', { zh: '物料', en: 'Item' }, 'items')),
        readOnlyField(quantity('qty', { zh: '数量', en: 'Quantity' })),
        readOnlyField(shortText('unit', { zh: '单位', en: 'Unit' })),
        readOnlyField(price('price', { zh: '单价', en: 'Price' })),
        readOnlyField(price('netUnitPrice', { zh: '无税净价（库存单位）', en: 'Net price per stock unit' })),
        readOnlyField(price('minPrice', { zh: '最低售价', en: 'Minimum price' }, { access: { read: readsMinimumPrice } })),
        readOnlyField(shortText('minSource', { zh: '依据', en: 'Basis' }, { access: { read: readsMinimumPrice } })),
      ],
    },
  ],
})
