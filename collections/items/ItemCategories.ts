import { holdOwnTree, keepTree } from '@/hooks/masters/keepTree'
import { keeps } from '@/src/access/fieldRights'

import { areas, choice, englishName, featureKind, featureList, percent, quantity, relation, shortText, yesNo } from '../fields'
import type { Option } from '../fields'
import { codedMaster } from '../masterCollection'

export const availabilityModes: readonly Option[] = [
  { value: 'inherit', label: { zh: '按上级', en: 'Inherit' } },
  { value: 'control', label: { zh: '控制', en: 'Control' } },
  { value: 'check', label: { zh: '检查', en: 'Check' } },
  { value: 'off', label: { zh: '不检查', en: 'Off' } },
]

/** 产品特征模板: which features a sample or item of this category has, e.g. 头大 head diameter 12.5 mm. */
const featureTemplate = featureList([
  shortText('key', { zh: '标识', en: 'Key' }, { required: true, maxLength: 60 }),
  shortText('name', { zh: '名称', en: 'Name' }),
  featureKind({ required: true }),
  shortText('unit', { zh: '单位', en: 'Unit' }, { maxLength: 20 }),
  quantity('tolerance', { zh: '公差 ±', en: 'Tolerance ±' }),
  shortText('options', { zh: '选项（用逗号分隔）', en: 'Options (comma separated)' }),
  yesNo('required', { zh: '必填', en: 'Required' }),
])

/** 物料分类: margins, maximum discount and availability mode of the items below, unless they have their own. */
export const ItemCategories = codedMaster({
  slug: 'item-categories',
  labels: { singular: { zh: '物料分类', en: 'Item category' }, plural: { zh: '物料分类', en: 'Item categories' } },
  area: areas.items,
  columns: ['parent', 'availabilityMode'],
  fields: [
    englishName(),
    relation('parent', { zh: '上级分类', en: 'Parent' }, 'item-categories'),
    percent('minMarginRate', { zh: '最低毛利率 %', en: 'Minimum margin %' }, { max: 10_000, access: keeps('minimumPrice') }),
    percent('markupRate', { zh: '加成率 %', en: 'Markup %' }, { max: 10_000, access: keeps('cost') }),
    percent('maxDiscountRate', { zh: '最高折扣 %', en: 'Maximum discount %' }),
    choice('availabilityMode', { zh: '可用量方式', en: 'Availability mode' }, availabilityModes, { defaultValue: 'inherit' }),
    featureTemplate,
  ],
  locksFirst: [holdOwnTree],
  hooks: { beforeChange: [keepTree] },
})
