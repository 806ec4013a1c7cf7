import { checkTaxCategory } from '@/hooks/masters/checkTaxCategory'

import { areas, percent, yesNo } from '../fields'
import { codedMaster } from '../masterCollection'

/** 税收类别: the rate of the items in it, or of everything a customer buys. Exempt is a category of its own, not 0 %. */
export const TaxCategories = codedMaster({
  slug: 'tax-categories',
  labels: { singular: { zh: '税收类别', en: 'Tax category' }, plural: { zh: '税收类别', en: 'Tax categories' } },
  area: areas.pricing,
  columns: ['rate', 'exempt'],
  fields: [
    yesNo('exempt', { zh: '免税', en: 'Exempt' }),
    percent('rate', { zh: '税率 %', en: 'Tax rate %' }, { admin: { condition: (data) => data['exempt'] !== true } }),
  ],
  hooks: { beforeValidate: [checkTaxCategory] },
})
