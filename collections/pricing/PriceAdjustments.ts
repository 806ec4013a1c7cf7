import type { CollectionConfig } from 'payload'

import { documentCollection } from '../documentCollection'
import {
  areas,
  businessDateField,
  count,
  currencyField,
  documentHeader,
  longText,
  onceWritten,
  percent,
  price,
  quantity,
  readOnlyField,
  relation,
  shortText,
  yesNo,
} from '../fields'
import { lineArray } from '../fields/lineArray'

const signed = { min: -1e9, max: 1e9 }

/** 调价单: new prices for documents dated from a day on; approved, they become price policies. */
export const PriceAdjustments: CollectionConfig = documentCollection({
  slug: 'price-adjustments',
  mailed: true,
  area: areas.pricing,
  search: ['no', 'reason'],
  tools: ['/src/admin/views/opened#PriceBookTools'],
  fields: [
    ...documentHeader('price-adjustments'),
    businessDateField(
      'effectiveFrom',
      { zh: '生效日', en: 'Effective from' },
      {
        required: true,
        index: true,
        admin: { description: { zh: '单据日期从这一天起取新价', en: 'Documents dated from this day on take the new prices' } },
      },
    ),
    currencyField({ defaultValue: 'CNY' }),
    longText('reason', { zh: '调价原因', en: 'Reason' }),
    onceWritten(longText('decision', { zh: '审批意见', en: 'Decision' })),
    readOnlyField(percent('largestChange', { zh: '最大调幅 %', en: 'Largest change %' }, { ...signed, admin: { position: 'sidebar' } })),
    readOnlyField(relation('salesperson', { zh: '业务员', en: 'Salesperson' }, 'users', { admin: { position: 'sidebar' } })),
    readOnlyField(yesNo('general', { zh: '不限客户', en: 'For no named customer' }, { index: true, admin: { hidden: true } })),
    readOnlyField(relation('department', { zh: '部门', en: 'Department' }, 'departments', { admin: { position: 'sidebar' } })),
    readOnlyField(
      relation('bookOf', { zh: '价格簿客户', en: 'From the price book of' }, 'customers', {
        admin: { position: 'sidebar', condition: ({ bookOf }) => Boolean(bookOf) },
      }),
    ),
    lineArray({
      head: { heard: ['effectiveFrom', 'date', 'currency'], checked: true, needs: 'effectiveFrom' },
      grid: [
        'item',
        'customer',
        'minQty',
        'unit',
        'oldPrice',
        'newPrice',
        'changeRate',
        'customerCategory',
        'itemCategory',
        'net',
        'validTo',
        'priority',
        'currency',
        'remark',
      ],
      fields: [
        relation('customer', { zh: '客户', en: 'Customer' }, 'customers'),
        relation('customerCategory', { zh: '客户类别', en: 'Customer category' }, 'customer-categories'),
        relation('item', { zh: '物料', en: 'Item' }, 'items'),
        relation('itemCategory', { zh: '物料分类', en: 'Item category' }, 'item-categories'),
        shortText('unit', { zh: '单位', en: 'Unit' }, { maxLength: 20 }),
        shortText('currency', { zh: '币种', en: 'Currency' }, { maxLength: 3 }),
        quantity('minQty', { zh: '数量下限', en: 'From quantity' }),
        readOnlyField(price('oldPrice', { zh: '原价', en: 'Old price' })),
        price('newPrice', { zh: '新价', en: 'New price' }),
        readOnlyField(percent('changeRate', { zh: '调幅 %', en: 'Change %' }, signed)),
        yesNo('net', { zh: '净价', en: 'Net' }),
        count('priority', { zh: '优先级', en: 'Priority' }),
        businessDateField('validTo', { zh: '失效日', en: 'Valid to' }),
        shortText('remark', { zh: '备注', en: 'Remark' }),
      ],
    }),
  ],
})
