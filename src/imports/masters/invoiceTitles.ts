import { addedTitles, type InvoiceTitle, titleFields } from '@/src/domain/customers/invoiceTitles'
import { languageOf } from '@/src/engine/refusal'
import { meetChangedCustomers } from '@/src/usecases/customers/duplicates'

import type { ImportColumn } from '../column'
import type { ImportDefinition, Taken, Taking } from '../engine/definition'
import { headed } from '../engine/readRow'
import { keepersOf } from './keepersOf'
import type { KeptList } from './keptList'
import { takeRowsOf } from './takeRowsOf'

const text = (name: string, zh: string, en: string, also: readonly string[]): ImportColumn => ({
  name,
  label: { zh, en },
  also,
  type: 'text',
})

const columns: readonly ImportColumn[] = [
  {
    name: 'customer',
    label: { zh: '客户', en: 'Customer' },
    also: ['客户编码', '客户代码', '客户名称', 'customer code'],
    type: 'relation',
    to: 'customers',
    required: true,
    example: 'C001',
  },
  {
    ...text('title', '抬头', 'Title', ['发票抬头', '开票名称', '开票单位', 'invoice title']),
    required: true,
    example: { zh: '广州蓝鲸牛仔有限公司', en: 'Blue Whale Denim Ltd.' },
  },
  text('taxNo', '税号', 'Tax number', ['纳税人识别号', '统一社会信用代码', 'vat no']),
  text('address', '地址', 'Address', ['开票地址', '注册地址', '单位地址']),
  text('phone', '电话', 'Phone', ['开票电话', '注册电话']),
  text('bank', '开户银行', 'Bank', ['银行', '开户行']),
  text('bankAccount', '银行账号', 'Bank account', ['账号', '银行账户']),
  { name: 'main', label: { zh: '默认', en: 'Default' }, also: ['默认抬头', '是否默认'], type: 'flag' },
]

/** A second default of one customer: told at its row. */
const secondDefault = ({ req, row }: { req: Taking['req']; row: number }) => ({
  ...{ row, column: 'main', heading: headed(req, columns, 'main') },
  message: languageOf(req) === 'en' ? 'There is one default title of a customer, not several' : '一个客户只能有一个默认抬头',
})

/** The titles of customers: the default stands in the record itself, too, and by titles and tax numbers a customer is recognised. */
export const titlesOfCustomers: KeptList = {
  slug: 'customers',
  list: 'invoiceTitles',
  follows: titleFields,
  answered: ['duplicates', 'keys'],
  beside: meetChangedCustomers,
}

const take = (taking: Taking): Promise<Taken> =>
  takeRowsOf<InvoiceTitle>({
    ...{ taking, columns, kept: titlesOfCustomers, by: 'customer' },
    note: ({ req, row, values, given }) => {
      const { customer: _customer, title, ...said } = values
      const words = String(title).trim()
      if (said['main'] === true && [...given].some(([other, one]) => one.main && other !== words)) return [secondDefault({ req, row })]
      given.set(words, { ...given.get(words), ...said, title: words })
      return []
    },
    after: (known, given) => addedTitles(known, [...given.values()]),
  })

/** 发票抬头: one row a title of a customer; one he has already gets what the row says, none is taken away. */
export const invoiceTitles: ImportDefinition = {
  kind: 'invoice-titles',
  title: { zh: '发票抬头', en: 'Invoice titles' },
  note: {
    zh: '一行一个抬头：客户、抬头、税号、地址、电话、开户银行、账号、是否默认。已有抬头按行更新，不会删除抬头。',
    en: 'One row, one title of a customer. A title he has already gets what the row says; none is taken away.',
  },
  roles: keepersOf('customers'),
  records: { slug: 'customers', where: { 'invoiceTitles.title': { exists: true } } },
  columns: () => columns,
  take,
}
