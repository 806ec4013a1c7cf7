import type { CollectionConfig, Field } from 'payload'

import { documentText, longText, nameField, percent, quantity, relation, shortText, yesNo } from '../fields'
import type { areas, Label } from '../fields'
import { lineArray } from '../fields/lineArray'
import { masterCollection } from '../masterCollection'

/** The lines a document begins with: what, how much, at which discount; never a price, which the rules of the day find. */
const templateLines = (more: Field[]): Field =>
  lineArray({
    grid: [
      'item',
      'description',
      'qty',
      'unit',
      ...more.flatMap((field) => ('name' in field ? [field.name] : [])),
      'discountRate',
      'remark',
    ],
    fields: [
      relation('item', { zh: '物料', en: 'Item' }, 'items', { required: true }),
      shortText('description', { zh: '说明', en: 'Description' }),
      quantity('qty', { zh: '数量', en: 'Quantity' }, { required: true, min: 0.0001, defaultValue: 1 }),
      shortText('unit', { zh: '单位', en: 'Unit' }, { maxLength: 20 }),
      percent('discountRate', { zh: '折扣 %', en: 'Discount %' }, { max: 100 }),
      shortText('remark', { zh: '备注', en: 'Remark' }),
      ...more,
    ],
  })

/**
 * A template of quotes or orders, for customers who have none to copy: lines, terms, remark. What is made from it is a draft like any other;
 * a template that changes later changes nothing that was made from it.
 */
export const templateCollection = ({
  slug,
  labels,
  area,
  own,
  ofLines = [],
}: {
  slug: string
  labels: { singular: Label; plural: Label }
  area: (typeof areas)[keyof typeof areas]
  own: Field[]
  /** what its lines have beside item, quantity and discount */
  ofLines?: Field[]
}): CollectionConfig =>
  masterCollection({
    slug,
    labels,
    area,
    title: 'name',
    columns: ['name', 'active', 'updatedAt'],
    search: ['name'],
    fields: [
      nameField({ zh: '名称', en: 'Name' }, { unique: true }),
      yesNo('active', { zh: '启用', en: 'Active' }, { defaultValue: true }),
      ...own,
      templateLines(ofLines),
      documentText('terms', { zh: '条款（中文）', en: 'Terms (Chinese)' }),
      documentText('termsEn', { zh: '条款（英文）', en: 'Terms (English)' }),
      longText('remark', { zh: '备注', en: 'Remark' }),
    ],
    admin: {
      components: { edit: { beforeDocumentControls: ['/src/admin/views/opened#MakeFromTemplate'] } },
    },
  })
