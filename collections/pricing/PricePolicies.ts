import { checkPricePolicy } from '@/hooks/masters/checkPricePolicy'
import { pricesByTwo } from '@/hooks/masters/twoPersons'

import {
  areas,
  businessDateField,
  count,
  currencyField,
  percent,
  price,
  quantity,
  readOnlyField,
  relation,
  remark,
  shortText,
  yesNo,
} from '../fields'
import { masterCollection } from '../masterCollection'

/** 价格政策: a row sets a price or takes a percentage off the list price, for whom and what it names; the most specific row wins. */
export const PricePolicies = masterCollection({
  slug: 'price-policies',
  labels: { singular: { zh: '价格政策', en: 'Price policy' }, plural: { zh: '价格政策', en: 'Price policies' } },
  area: areas.pricing,
  title: 'id',
  columns: ['customer', 'customerCategory', 'item', 'itemCategory', 'minQty', 'price', 'discountRate', 'validFrom', 'validTo'],
  search: ['customer.name', 'item.code', 'item.name'],
  admin: {
    description: {
      zh: '制单与审核须由两人时，价格不在此录入和更改：请开调价单。',
      en: 'Where preparing and approving takes two people, prices are not entered or changed here: enter a price adjustment.',
    },
    components: { beforeListTable: ['/src/admin/views/opened#PolicyFileTools'] },
  },
  fields: [
    relation('customer', { zh: '客户', en: 'Customer' }, 'customers'),
    relation('customerCategory', { zh: '客户类别', en: 'Customer category' }, 'customer-categories'),
    relation('item', { zh: '物料', en: 'Item' }, 'items'),
    relation('itemCategory', { zh: '物料分类', en: 'Item category' }, 'item-categories'),
    shortText(
      'unit',
      { zh: '单位', en: 'Unit' },
      { maxLength: 20, admin: { description: { zh: '留空为库存单位', en: 'Empty = stock unit' } } },
    ),
    currencyField({ required: true, defaultValue: 'CNY' }),
    quantity('minQty', { zh: '数量下限', en: 'From quantity' }, { admin: { description: { zh: '按库存单位', en: 'In stock units' } } }),
    price('price', { zh: '价格', en: 'Price' }),
    percent('discountRate', { zh: '折扣率 %', en: 'Discount %' }),
    yesNo('net', { zh: '净价（不再享等级折扣）', en: 'Net (no grade discount)' }),
    count('priority', { zh: '优先级', en: 'Priority' }, { defaultValue: 0 }),
    businessDateField('validFrom', { zh: '生效日', en: 'Valid from' }, { index: true }),
    businessDateField('validTo', { zh: '失效日', en: 'Valid to' }),
    readOnlyField(
      relation('adjustment', { zh: '调价单', en: 'Price adjustment' }, 'price-adjustments', { admin: { position: 'sidebar' } }),
    ),
    remark(),
    readOnlyField(shortText('policyKey', { zh: '范围键', en: 'Scope key' }, { unique: true, index: true, admin: { hidden: true } })),
  ],
  hooks: { beforeOperation: [pricesByTwo], beforeValidate: [checkPricePolicy] },
})
