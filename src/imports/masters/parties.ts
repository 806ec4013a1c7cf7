import type { PayloadRequest } from 'payload'

import { meetNewCustomers } from '@/src/usecases/customers/duplicates'

import type { ImportColumn } from '../column'
import { keepersOf } from './keepersOf'
import { masterKind } from './masterKind'

type Values = Record<string, unknown>

export const customerCategories = masterKind({
  kind: 'customer-categories',
  slug: 'customer-categories',
  namedByName: true,
  title: { zh: '客户类别', en: 'Customer categories' },
  roles: keepersOf('customer-categories'),
  fields: [
    {
      field: 'code',
      required: false,
      also: ['分类编码', '客户分类编码', 'category id', 'customer category id', 'customer group id'],
      example: 'K1',
      note: { zh: '留空取名称', en: 'Empty = the name' },
    },
    {
      field: 'name',
      also: ['分类名称', '客户分类', '客户分类名称', '客户类别', '细分', 'segment', 'customer group', 'category', 'category name'],
      example: { zh: '服装厂', en: 'Garment makers' },
    },
    { field: 'parent', also: ['上级分类', '上级'] },
    { field: 'defaults.paymentTerms', name: 'paymentTerms' },
    { field: 'defaults.priceLevel', name: 'priceLevel' },
    { field: 'defaults.creditLimit', name: 'creditLimit' },
    { field: 'defaults.creditDays', name: 'creditDays' },
    { field: 'defaults.taxMode', name: 'taxMode' },
    { field: 'defaults.currency', name: 'currency' },
    { field: 'defaults.taxCategory', name: 'taxCategory' },
  ],
})

const text = (name: string, zh: string, en: string, also: readonly string[], example?: ImportColumn['example']): ImportColumn => ({
  name,
  label: { zh, en },
  also,
  type: 'text',
  ...(example === undefined ? {} : { example }),
})

/** The first contact and the first address, in columns: known ones are changed by name, others added, none removed. */
const contactColumns: readonly ImportColumn[] = [
  text('contact', '联系人', 'Contact', ['联系人姓名', 'contact name'], { zh: '王经理', en: 'Ms Wang' }),
  text('phone', '电话', 'Phone', ['联系电话', '手机', 'phone number', 'mobile', 'phone 1']),
  text('email', '邮箱', 'E-mail', ['电子邮件', 'mail']),
  text('address', '送货地址', 'Delivery address', [
    '地址',
    '收货地址',
    '交货地址',
    '发货地址',
    '通讯地址',
    'address line 1',
    'delivery address line 1',
    'ship to',
  ]),
]

function contactsOf(values: Values, former: Values | null): Values {
  const known = (list: string): Values[] => (former?.[list] as Values[] | undefined) ?? []
  const { contact, phone, email, address } = values
  const data: Values = {}
  if (contact !== undefined || phone !== undefined || email !== undefined) {
    const name = contact ?? known('contacts')[0]?.['name'] ?? values['name'] ?? former?.['name']
    const given = { name, ...(phone === undefined ? {} : { phone }), ...(email === undefined ? {} : { email }) }
    const rows = known('contacts')
    const at = rows.findIndex((row) => row['name'] === name)
    data['contacts'] =
      at < 0 ? [...rows, { ...given, main: rows.length === 0 }] : rows.map((row, index) => (index === at ? { ...row, ...given } : row))
  }
  if (address !== undefined) {
    const rows = known('addresses')
    data['addresses'] = rows.some((row) => row['address'] === address) ? rows : [...rows, { address, main: rows.length === 0 }]
  }
  return data
}

/** Customers that may be the same are told of, as a save tells: those the person may read, and those of the file. */
async function tellDuplicates(req: PayloadRequest, records: ReadonlyArray<Values & { id: number }>) {
  const { warnings, written } = await meetNewCustomers(req, records)
  return { checks: warnings, written }
}

export const customers = masterKind({
  kind: 'customers',
  slug: 'customers',
  namedWhereUncoded: true,
  title: { zh: '客户', en: 'Customers' },
  roles: keepersOf('customers'),
  fields: [
    {
      field: 'code',
      mayLack: true,
      note: { zh: '文件没有编码列时取名称', en: 'A file without such a column: the name' },
      also: ['card code', 'id', 'customer key', '客户代码', '客户编号', 'customer no', 'customer id', 'customer', 'account no'],
      example: 'C001',
    },
    {
      field: 'name',
      also: [
        'card name',
        'company name',
        '客户',
        '名称',
        '客户全称',
        'customer',
        'customer name',
        'customer full name',
        'display name',
        'company',
      ],
      example: { zh: '广州蓝鲸牛仔有限公司', en: 'Blue Whale Denim Ltd.' },
    },
    { field: 'shortName', also: ['客户简称'] },
    {
      field: 'category',
      also: ['group name', '客户分组', 'customer category id', '客户分类', '所属分类', '细分', 'segment', 'customer group'],
    },
    {
      field: 'salesperson',
      also: [
        'slp name',
        'sales employee',
        '业务员',
        '销售员',
        'sales rep',
        'sales rep employee number',
        '分管业务员',
        '专管业务员',
        '专营业务员',
      ],
    },
    { field: 'department', also: ['部门', '销售部门', '部门名称', '分管部门'] },
    { field: 'billTo', also: ['bill to customer id', 'bill to', '付款客户', '开票单位'] },
    { field: 'status' },
    { field: 'currency', also: ['default currency', 'billing currency', '结算币别', '结算币种', 'currency code', '币别'], example: 'CNY' },
    { field: 'taxMode', example: { zh: '含税', en: 'Tax inclusive' } },
    { field: 'taxCategory' },
    { field: 'paymentTerms', also: ['pymnt group', 'payment terms template', '付款条件', '付款方式', '结算方式', 'terms'] },
    { field: 'language' },
    { field: 'priceLevel' },
    { field: 'country', also: ['国别', '国家', 'country region'] },
    { field: 'province', also: ['省', '省/自治区', 'state'] },
    { field: 'city', also: ['市'] },
    { field: 'region', also: ['所属地区', '地区名称', '地区', '区域', '大区', '销售地区', 'territory'] },
    { field: 'channel', also: ['渠道'] },
    { field: 'invoiceTitle', also: ['开票名称'] },
    {
      field: 'taxNo',
      also: ['纳税登记号', '纳税人识别号', '统一社会信用代码', '纳税号', 'vat no', 'lic trad num', 'federal tax id', 'tax id'],
    },
    { field: 'bank', also: ['银行'] },
    { field: 'bankAccount', also: ['账号', '银行账户'] },
    { field: 'invoiceAddress', also: ['单位地址', '注册地址'] },
    { field: 'invoicePhone', also: ['注册电话'] },
    { field: 'credit.control' },
    { field: 'credit.limit', also: ['授信额度'] },
    { field: 'credit.controlPeriod' },
    { field: 'credit.days', also: ['payment days', '账期', '信用期限'] },
    { field: 'credit.grade' },
    { field: 'credit.hold' },
    { field: 'remark' },
  ],
  more: contactColumns,
  compose: contactsOf,
  composedFrom: ['name', 'contacts', 'addresses'],
  answered: ['duplicates'],
  beside: tellDuplicates,
  rowsStandAlone: true,
})
