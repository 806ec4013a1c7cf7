import { col } from '../kit/columns'
import { defineReport } from '../kit/defineReport'
import type { Label, Language } from '../kit/label'
import { param } from '../kit/params'
import { figureOf, idIn, textOf, textsOf } from '../kit/source'
import type { SourceRow } from '../kit/statement'
import { whose } from '../kit/usualParams'

import { by, customerDuplicatesQuery } from './query'

const words: Readonly<Record<(typeof by)[number] | 'all', Label>> = {
  all: { zh: '全部', en: 'All' },
  name: { zh: '名称', en: 'Name' },
  taxNo: { zh: '税号', en: 'Tax number' },
  phone: { zh: '电话', en: 'Phone' },
}

const statuses: Readonly<Record<string, Label>> = {
  active: { zh: '正常', en: 'Active' },
  frozen: { zh: '冻结', en: 'Frozen' },
  disabled: { zh: '停用', en: 'Disabled' },
}

const params = {
  by: param.choice(
    { zh: '依据', en: 'By' },
    (['all', ...by] as const).map((value) => ({ value, label: words[value] })),
    'all',
  ),
  ...whose,
}

export function customerDuplicatesShape(row: SourceRow, { language }: { language: Language }) {
  const kind = by.find((known) => known === textOf(row, 'kind'))
  const status = statuses[textOf(row, 'status') ?? '']
  return {
    customerId: idIn(row, 'customerId'),
    ...textsOf(row, ['key', 'customerCode', 'customer', 'taxNo', 'salesperson', 'created']),
    kind: kind ? words[kind][language] : null,
    status: status ? status[language] : null,
    records: figureOf(row, 'records'),
  }
}

/** 疑似重复客户: customers of one name, tax number or phone, over the whole book. */
export const customerDuplicates = defineReport({
  name: 'customer-duplicates',
  title: { zh: '疑似重复客户', en: 'Customers that may be one' },
  params,
  columns: () => [
    col.text('kind', { zh: '依据', en: 'By' }, { width: 10 }),
    col.text('key', { zh: '相同之处', en: 'In common' }, { width: 24 }),
    col.customerCode('customerCode', { zh: '客户编码', en: 'Customer code' }),
    col.customer('customer', { zh: '客户', en: 'Customer' }),
    col.text('taxNo', { zh: '税号', en: 'Tax number' }),
    col.text('status', { zh: '状态', en: 'Status' }, { width: 8 }),
    col.text('salesperson', { zh: '业务员', en: 'Salesperson' }, { width: 12 }),
    col.date('created', { zh: '建档日期', en: 'Created' }),
    col.count('records', { zh: '记录', en: 'Records' }),
  ],
  query: ({ params: asked, ...rest }) => customerDuplicatesQuery({ params: asked, ...rest }),
  shape: (row, { language }) => customerDuplicatesShape(row, { language }),
  controlTotal: { column: 'records', equals: { zh: '成对相同的客户记录数', en: 'records of the pairs that agree' } },
  chart: () => ({ category: 'kind', over: 'ranking', measures: ['records'] }),
  rights: ['sales', 'salesManager', 'finance', 'generalManager', 'auditor', 'admin'],
})
