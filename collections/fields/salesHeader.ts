import type { Field, JSONField } from 'payload'

import type { GridHead } from '@/src/domain/grid/gridHead'

import { amount, rate, signedAmount } from './figures'
import { freightFields } from './freight'
import { documentMarket } from './market'
import { relation } from './relations'
import { readOnlyField } from './readOnlyField'
import { currencyField, longText, shortText, taxModeField, yesNo } from './texts'

/** What a tax invoice says of who pays: as the payer's record said when the document was made, whatever became of it. */
const invoiceData = (): Field[] => [
  readOnlyField(shortText('invoiceTitle', { zh: '发票抬头', en: 'Invoice title' })),
  readOnlyField(shortText('taxNo', { zh: '税号', en: 'Tax number' }, { maxLength: 50 })),
  readOnlyField(shortText('bank', { zh: '开户银行', en: 'Bank' })),
  readOnlyField(shortText('bankAccount', { zh: '银行账号', en: 'Bank account' }, { maxLength: 100 })),
  readOnlyField(shortText('invoiceAddress', { zh: '开票地址', en: 'Invoice address' })),
  readOnlyField(shortText('invoicePhone', { zh: '开票电话', en: 'Invoice phone' }, { maxLength: 50 })),
]

/** To which of the payer's titles a document is made out. What is chosen on a quote its orders take, and theirs the invoices. */
const chosenTitle = (): Field =>
  shortText(
    'chosenTitle',
    { zh: '开给', en: 'Made out to' },
    {
      maxLength: 500,
      admin: {
        condition: (data) => data['kind'] !== 'creditNote',
        disableListColumn: true,
        components: { Field: '/src/admin/fields/opened#ChosenTitle' },
      },
    },
  )

/** What the lines of a sales document have to do with its head. */
export const salesGridHead: GridHead = {
  heard: [
    'customer',
    'headerDiscount',
    'freight',
    'freightTaxRate',
    'taxMode',
    'date',
    'currency',
    'exchangeRate',
    'kind',
    'salesperson',
    'department',
  ],
  totals: ['netTotal', 'taxTotal', 'grossTotal'],
  takesOver: {
    by: 'customer',
    of: 'customers',
    fields: {
      salesperson: 'salesperson',
      department: 'department',
      currency: 'currency',
      taxMode: 'taxMode',
      paymentTerms: 'paymentTerms',
      deliveryAddress: { list: 'addresses', field: 'address' },
    },
  },
  customerBar: true,
}

/** What the house says on the sheet, as it was when the document was approved. */
const sealedTexts = (): Field =>
  readOnlyField<JSONField>({
    name: 'sealedTexts',
    type: 'json',
    label: { zh: '审核时的文字', en: 'Texts when approved' },
    admin: { hidden: true },
  })

/** Header of every sales document. What is left empty is filled from the customer before the document is checked. */
export const salesHeader = ({ freighted = false, titled = false } = {}): Field[] => [
  relation('customer', { zh: '客户', en: 'Customer' }, 'customers', { required: true }),
  readOnlyField(relation('billTo', { zh: '开票客户', en: 'Bill-to customer' }, 'customers')),
  relation('salesperson', { zh: '业务员', en: 'Salesperson' }, 'users'),
  relation('department', { zh: '部门', en: 'Department' }, 'departments'),
  currencyField(),
  rate(
    'exchangeRate',
    { zh: '汇率', en: 'Exchange rate' },
    { min: 0.000001, admin: { description: { zh: '留空取单据日期的汇率', en: 'Empty = the rate of the date' } } },
  ),
  readOnlyField(yesNo('rateTyped', { zh: '手工汇率', en: 'Rate typed' }, { admin: { condition: (doc) => Boolean(doc?.['rateTyped']) } })),
  taxModeField(),
  relation('paymentTerms', { zh: '收款条件', en: 'Payment terms' }, 'payment-terms'),
  longText('deliveryAddress', { zh: '送货地址', en: 'Delivery address' }),
  ...documentMarket(),
  ...(titled ? [chosenTitle()] : []),
  ...invoiceData(),
  sealedTexts(),
  amount('headerDiscount', { zh: '整单折扣额', en: 'Header discount' }, { defaultValue: 0 }),
  ...(freighted ? freightFields() : []),
  readOnlyField(signedAmount('netTotal', { zh: '无税合计', en: 'Net total' }, { defaultValue: 0 })),
  readOnlyField(signedAmount('taxTotal', { zh: '税额合计', en: 'Tax total' }, { defaultValue: 0 })),
  readOnlyField(signedAmount('grossTotal', { zh: '价税合计', en: 'Gross' }, { defaultValue: 0 })),
]
