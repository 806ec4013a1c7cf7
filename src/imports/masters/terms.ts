import { currencyCode } from '@/src/domain/kernel/currencyCode'
import { readInstalments } from '@/src/domain/receivables/writtenInstalments'

import type { ImportColumn } from '../column'
import { keepersOf } from './keepersOf'
import type { Contradiction } from './master'
import { masterKind } from './masterKind'

type Values = Record<string, unknown>

const instalments: ImportColumn = {
  name: 'instalments',
  label: { zh: '分期', en: 'Instalments' },
  type: 'text',
  note: { zh: '比例/天数，用逗号分隔：30%/0, 70%/30', en: 'Percent/days, separated by commas: 30%/0, 70%/30' },
  reads: readInstalments,
}

/** Terms that name instalments are by instalments. */
const byInstalments = ({ instalments: rows }: Values): Values => (rows === undefined ? {} : { instalments: rows, kind: 'instalments' })

/** Instalments beside another kind would be kept and never asked for. */
const contradictions = ({ instalments: rows, kind }: Values): Contradiction[] =>
  rows === undefined || kind === undefined || kind === 'instalments'
    ? []
    : [{ column: 'instalments', zh: '只有方式为“分期”的才有分期', en: 'Only terms of the kind “Instalments” have instalments' }]

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
  compose: byInstalments,
  contradictions,
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
    ...(typeof values['currency'] === 'string' ? { currency: currencyCode(values['currency']) } : {}),
  }),
  fields: [
    { field: 'currency', also: ['币别', '外币', 'currency code', 'to currency code'], example: 'USD' },
    { field: 'date', required: true, also: ['日期', '生效日期', 'from', 'currency rate date', 'rate date'], example: '2026-12-01' },
    { field: 'rate', also: ['记账汇率', 'exchange rate', 'average rate'], example: '7.1' },
    { field: 'remark' },
  ],
})
