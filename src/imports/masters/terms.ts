import type { ImportColumn } from '../column'
import { keepersOf } from './keepersOf'
import { masterKind } from './masterKind'

type Values = Record<string, unknown>

const instalments: ImportColumn = {
  name: 'instalments',
  label: { zh: '分期', en: 'Instalments' },
  type: 'text',
  example: '30%/0, 70%/30',
  note: { zh: '比例/天数，用逗号分隔：30%/0, 70%/30', en: 'Percent/days, separated by commas: 30%/0, 70%/30' },
}

/** `30%/0, 70%/30` → two instalments; anything else is left for the rules of payment terms to refuse. */
function instalmentsOf({ instalments: written }: Values): Values {
  if (typeof written !== 'string') return {}
  const rows = written.split(/[,，;；]/).map((part) => {
    const [, percent, days] = /^\s*(\d+(?:\.\d+)?)\s*%?\s*[/:：@]\s*(\d+)/.exec(part.normalize('NFKC')) ?? []
    return { percent: percent === undefined ? undefined : Number(percent), days: Number(days ?? 0) }
  })
  return { instalments: rows }
}

export const paymentTerms = masterKind({
  kind: 'payment-terms',
  slug: 'payment-terms',
  namedByName: true,
  title: { zh: '收款条件', en: 'Payment terms' },
  roles: keepersOf('payment-terms'),
  fields: [
    {
      field: 'code',
      required: false,
      also: ['付款条件编码', 'terms id', 'terms code'],
      example: 'N30',
      note: { zh: '留空取名称', en: 'Empty = the name' },
    },
    {
      field: 'name',
      also: ['付款条件', '付款条件名称', '收款条件', 'terms', 'payment terms'],
      example: { zh: '月结 30 天', en: '30 days net' },
    },
    { field: 'nameEn', also: ['英文名', 'english name'], example: '30 days net' },
    { field: 'kind', example: { zh: '开票后天数', en: 'Days after invoice' } },
    { field: 'days', also: ['账期'], example: '30' },
  ],
  more: [instalments],
  compose: instalmentsOf,
})

export const exchangeRates = masterKind({
  kind: 'exchange-rates',
  slug: 'exchange-rates',
  title: { zh: '汇率', en: 'Exchange rates' },
  roles: keepersOf('exchange-rates'),
  keys: [['currency', 'date']],
  answered: ['rates'],
  rowsStandAlone: true,
  complete: (values) => ({
    ...values,
    ...(typeof values['currency'] === 'string' ? { currency: values['currency'].trim().toUpperCase() } : {}),
  }),
  fields: [
    { field: 'currency', also: ['币别', '外币', 'currency code', 'to currency code'], example: 'USD' },
    { field: 'date', required: true, also: ['日期', '生效日期', 'from', 'currency rate date', 'rate date'], example: '2026-12-01' },
    { field: 'rate', also: ['记账汇率', 'exchange rate', 'average rate'], example: '7.1' },
    { field: 'remark' },
  ],
})
