import { claimFiles } from '@/hooks/claimFiles'
import { keepItemBasics, keepUnitFactors } from '@/hooks/masters/keepItemBasics'
import { itemTaxCategory } from '@/hooks/masters/itemTaxCategory'
import { checkItem } from '@/hooks/masters/checkItem'
import { keeps } from '@/src/access/fieldRights'

import {
  areas,
  choice,
  codeField,
  drawings,
  englishName,
  nameField,
  percent,
  pictures,
  price,
  rate,
  readOnlyField,
  relation,
  remark,
  shortText,
  yesNo,
  featureList,
  rowGrid,
} from '../fields'
import { masterCollection } from '../masterCollection'
import { availabilityModes } from './ItemCategories'

/** 物料: goods and samples alike, so that stock, orders and deliveries treat both the same. Prices are per stock unit. */
export const Items = masterCollection({
  slug: 'items',
  labels: { singular: { zh: '物料', en: 'Item' }, plural: { zh: '物料', en: 'Items' } },
  area: areas.items,
  title: 'code',
  columns: ['code', 'name', 'specification', 'kind', 'category', 'listPrice', 'active'],
  search: ['code', 'name', 'specification'],
  fields: [
    codeField({ zh: '品号', en: 'Item code' }),
    nameField({ zh: '品名', en: 'Item name' }),
    englishName(),
    shortText('specification', { zh: '规格', en: 'Specification' }),
    choice(
      'kind',
      { zh: '类型', en: 'Kind' },
      [
        { value: 'goods', label: { zh: '成品', en: 'Goods' } },
        { value: 'sample', label: { zh: '样板', en: 'Sample' } },
      ],
      { required: true, defaultValue: 'goods', index: true },
    ),
    relation('category', { zh: '物料分类', en: 'Category' }, 'item-categories'),
    shortText('unit', { zh: '库存单位', en: 'Stock unit' }, { required: true, defaultValue: 'PCS', maxLength: 20 }),
    {
      name: 'units',
      type: 'array',
      label: { zh: '换算单位', en: 'Other units' },
      labels: { singular: { zh: '单位', en: 'Unit' }, plural: { zh: '单位', en: 'Units' } },
      admin: { components: { Field: rowGrid } },
      fields: [
        shortText('unit', { zh: '单位', en: 'Unit' }, { required: true, maxLength: 20 }),
        rate(
          'factor',
          { zh: '换算率', en: 'Factor' },
          { required: true, admin: { description: { zh: '一单位等于多少库存单位', en: 'How many stock units make one' } } },
        ),
      ],
    },
    relation('taxCategory', { zh: '税收类别', en: 'Tax category' }, 'tax-categories'),
    percent(
      'taxRate',
      { zh: '税率 %', en: 'Tax rate %' },
      { defaultValue: 13, admin: { description: { zh: '留空为免税', en: 'Empty = exempt' } } },
    ),
    price('listPrice', { zh: '标准价', en: 'List price' }),
    price('retailPrice', { zh: '零售价', en: 'Retail price' }),
    price('minPrice', { zh: '最低售价', en: 'Minimum price' }, { access: keeps('minimumPrice') }),
    percent('minMarginRate', { zh: '最低毛利率 %', en: 'Minimum margin %' }, { max: 10_000, access: keeps('minimumPrice') }),
    percent('markupRate', { zh: '加成率 %', en: 'Markup %' }, { max: 10_000, access: keeps('cost') }),
    yesNo('batchControlled', { zh: '批次管理', en: 'Batch controlled' }),
    choice('availabilityMode', { zh: '可用量方式', en: 'Availability mode' }, availabilityModes, { defaultValue: 'inherit' }),
    percent('overDeliveryRate', { zh: '超发比例 %', en: 'Over-delivery %' }, { defaultValue: 0 }),
    {
      name: 'leadTimeDays',
      type: 'number',
      label: { zh: '备货天数', en: 'Lead time (days)' },
      min: 0,
      max: 730,
      admin: { description: { zh: '交期前多少天开始视为有风险', en: 'From how many days before its date an open line counts as at risk' } },
    },
    featureList([
      shortText('key', { zh: '特征', en: 'Feature' }, { required: true, maxLength: 60 }),
      shortText('value', { zh: '值', en: 'Value' }),
      shortText('unit', { zh: '单位', en: 'Unit' }, { maxLength: 20 }),
    ]),
    {
      name: 'customerCodes',
      type: 'array',
      label: { zh: '客户料号', en: "Customers' own codes" },
      labels: { singular: { zh: '客户料号', en: "Customer's own code" }, plural: { zh: '客户料号', en: "Customers' own codes" } },
      admin: { components: { Field: rowGrid } },
      fields: [
        relation('customer', { zh: '客户', en: 'Customer' }, 'customers', { required: true }),
        shortText('code', { zh: '客户料号', en: "Customer's own code" }, { required: true, maxLength: 100 }),
      ],
    },
    drawings(),
    pictures(),
    shortText('bomReference', { zh: 'BOM 编号', en: 'BOM reference' }),
    readOnlyField(relation('sample', { zh: '来自样板', en: 'From sample' }, 'samples')),
    yesNo('active', { zh: '启用', en: 'Active' }, { defaultValue: true }),
    remark(),
  ],
  hooks: {
    beforeValidate: [checkItem, itemTaxCategory],
    beforeChange: [keepItemBasics, keepUnitFactors],
    afterChange: [claimFiles],
  },
})
