import { areas, count, quantity } from '../fields'
import { templateCollection } from './templateCollection'

/** 报价模板: what a quote for a new customer begins with, and how long it is good for. */
export const QuoteTemplates = templateCollection({
  slug: 'quote-templates',
  labels: { singular: { zh: '报价模板', en: 'Quotation template' }, plural: { zh: '报价模板', en: 'Quotation templates' } },
  area: areas.quotes,
  ofLines: [
    {
      name: 'breaks',
      type: 'array',
      label: { zh: '数量阶梯', en: 'Quantity breaks' },
      fields: [quantity('qty', { zh: '数量', en: 'Quantity' }, { required: true, min: 0.0001 })],
    },
  ],
  own: [
    count(
      'validityDays',
      { zh: '有效天数', en: 'Valid for days' },
      {
        min: 0,
        max: 3650,
        admin: { description: { zh: '空 = 30 天', en: 'Empty: 30 days' } },
      },
    ),
  ],
})
