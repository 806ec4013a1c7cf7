import type { Field } from 'payload'

import { pricingMethods } from '@/src/domain/pricing/priceFacts'
import { methodWords } from '@/src/domain/pricing/traceWords'
import { optionsOf } from '@/src/domain/words/peopleWords'

import { choice, creditGrades, percent, relation, yesNo, rowGrid } from '../fields'
import type { Option } from '../fields'
import { moments, settingsGlobal } from './settingsGlobal'

const latestSources: readonly Option[] = [
  { value: 'quote', label: { zh: '报价单', en: 'Quotation' } },
  { value: 'order', label: { zh: '订单', en: 'Order' } },
  { value: 'delivery', label: { zh: '发货单', en: 'Delivery' } },
  { value: 'invoice', label: { zh: '发票', en: 'Invoice' } },
]

const minimumModes: readonly Option[] = [
  { value: 'off', label: { zh: '不检查', en: 'Off' } },
  { value: 'warn', label: { zh: '提示', en: 'Warn' } },
  { value: 'release', label: { zh: '需放行', en: 'Release' } },
  { value: 'forbid', label: { zh: '禁止', en: 'Forbid' } },
]

/** Largest line discount a role may give, for all items or for one item category; the row with the category wins. */
const discountLimits: Field = {
  name: 'maxDiscounts',
  type: 'array',
  label: { zh: '最高折扣', en: 'Maximum discounts' },
  labels: { singular: { zh: '最高折扣', en: 'Maximum discount' }, plural: { zh: '最高折扣', en: 'Maximum discounts' } },
  admin: { components: { Field: rowGrid } },
  fields: [
    choice(
      'role',
      { zh: '角色', en: 'Role' },
      [
        { value: 'sales', label: { zh: '业务员', en: 'Salesperson' } },
        { value: 'salesManager', label: { zh: '业务经理', en: 'Sales manager' } },
        { value: 'generalManager', label: { zh: '总经理', en: 'General manager' } },
      ],
      { required: true },
    ),
    relation('itemCategory', { zh: '物料分类', en: 'Item category' }, 'item-categories'),
    percent('maxDiscountRate', { zh: '最高折扣 %', en: 'Maximum %' }, { required: true }),
  ],
}

/** 取价与最低售价. */
export const pricingSettings = settingsGlobal({
  slug: 'pricing-settings',
  label: { zh: '价格设置', en: 'Price settings' },
  fields: [
    {
      name: 'methods',
      type: 'select',
      hasMany: true,
      required: true,
      label: { zh: '取价方式（按顺序）', en: 'Pricing methods, in order' },
      options: optionsOf(methodWords),
      defaultValue: [...pricingMethods],
      admin: { isSortable: true },
    },
    choice('latestPriceSource', { zh: '最新售价来源', en: 'Latest price from' }, latestSources, { required: true, defaultValue: 'order' }),
    yesNo(
      'latestPriceAfterDiscount',
      { zh: '最新售价按折后价', en: 'Latest price after the discount that was given' },
      { defaultValue: false },
    ),
    yesNo('latestPriceByCustomer', { zh: '按客户取最新售价', en: 'Latest price of this customer' }, { defaultValue: true }),
    yesNo(
      'unitPriceQuotes',
      { zh: '报价可只报单价（数量为 0）', en: 'Quotes may state a price without a quantity' },
      { defaultValue: false },
    ),
    choice('minimumPriceMode', { zh: '最低售价控制', en: 'Minimum price' }, minimumModes, { required: true, defaultValue: 'forbid' }),
    choice('minimumPriceMoment', { zh: '最低售价检查时点', en: 'Minimum price checked' }, moments, {
      required: true,
      defaultValue: 'save',
    }),
    choice(
      'costBasis',
      { zh: '成本依据', en: 'Cost basis' },
      [
        { value: 'average', label: { zh: '移动平均', en: 'Moving average' } },
        { value: 'latest', label: { zh: '最新成本', en: 'Latest cost' } },
      ],
      { required: true, defaultValue: 'average' },
    ),
    {
      name: 'gradeDiscounts',
      type: 'group',
      label: { zh: '信用等级折扣 %', en: 'Discount % by credit grade' },
      fields: creditGrades.map(({ value, label }) => percent(value, label, { defaultValue: 0 })),
    },
    discountLimits,
    percent(
      'adjustmentThreshold',
      { zh: '调价超过此比例须总经理审核 %', en: 'Price changes above this % need the general manager' },
      { defaultValue: 10 },
    ),
  ],
})
