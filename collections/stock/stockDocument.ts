import type { CollectionConfig, Field } from 'payload'

import type { KindSlug } from '@/src/domain/kinds'

import { documentCollection } from '../documentCollection'
import { areas, documentHeader, longText, quantity, readOnlyField, relation, shortText } from '../fields'

/** The lines of stock documents start alike: item, quantity in its unit and in stock unit, batch. */
export const stockLineFields = (): Field[] => [
  relation('item', { zh: '物料', en: 'Item' }, 'items', { required: true }),
  quantity('qty', { zh: '数量', en: 'Quantity' }, { required: true, min: 0.0001 }),
  shortText('unit', { zh: '单位', en: 'Unit' }, { maxLength: 20 }),
  readOnlyField(quantity('stockQty', { zh: '库存单位数量', en: 'Stock quantity' })),
  shortText('batchNo', { zh: '批号', en: 'Batch no.' }, { maxLength: 100 }),
  shortText('remark', { zh: '备注', en: 'Remark' }),
]

export const reasonField = (): Field => longText('reason', { zh: '原因', en: 'Reason' }, { maxLength: 2000 })

type StockDocument = {
  slug: KindSlug
  fields: Field[]
}

/** What stock documents share: entered by the warehouse, seen by those limited to a warehouse only when it is theirs, posted by the engine. */
export const stockDocument = ({ slug, fields }: StockDocument): CollectionConfig =>
  documentCollection({
    slug,
    area: areas.stock,
    guards: ['availability'],
    fields: [...documentHeader(slug), ...fields],
  })
