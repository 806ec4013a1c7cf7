import { refuseBaseRate, refuseSecondRate } from '@/hooks/masters/checkExchangeRate'

import { areas, businessDateField, currencyField, rate, remark } from '../fields'
import { masterCollection } from '../masterCollection'

/** 汇率: what one unit of a currency is worth in base currency from a day on. A document takes the newest on or before its date and keeps it. */
export const ExchangeRates = masterCollection({
  slug: 'exchange-rates',
  labels: { singular: { zh: '汇率', en: 'Exchange rate' }, plural: { zh: '汇率', en: 'Exchange rates' } },
  area: areas.pricing,
  title: 'currency',
  columns: ['currency', 'date', 'rate', 'remark'],
  search: ['currency'],
  fields: [
    currencyField({ required: true, index: true }),
    businessDateField('date', { zh: '生效日期', en: 'From' }, { required: true, index: true, defaultToday: true }),
    rate(
      'rate',
      { zh: '汇率', en: 'Rate' },
      {
        required: true,
        min: 0.000001,
        admin: { description: { zh: '一单位外币等于多少本位币', en: 'Base currency for one of the currency' } },
      },
    ),
    remark(),
  ],
  hooks: { beforeValidate: [refuseBaseRate, refuseSecondRate] },
  more: { indexes: [{ fields: ['currency', 'date'], unique: true }] },
})
