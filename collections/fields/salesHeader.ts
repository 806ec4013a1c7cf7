import type { Field } from 'payload'

import { amount, rate, signedAmount } from './figures'
import { relation } from './relations'
import { readOnlyField } from './readOnlyField'
import { currencyField, longText, taxModeField } from './texts'

/** Header of every sales document. What is left empty is filled from the customer before the document is checked. */
export const salesHeader = (): Field[] => [
  relation('customer', { zh: '客户', en: 'Customer' }, 'customers', { required: true }),
  relation('salesperson', { zh: '业务员', en: 'Salesperson' }, 'users'),
  relation('department', { zh: '部门', en: 'Department' }, 'departments'),
  currencyField(),
  rate('exchangeRate', { zh: '汇率', en: 'Exchange rate' }, { defaultValue: 1, min: 0.000001 }),
  taxModeField(),
  relation('paymentTerms', { zh: '收款条件', en: 'Payment terms' }, 'payment-terms'),
  longText('deliveryAddress', { zh: '送货地址', en: 'Delivery address' }),
  amount('headerDiscount', { zh: '整单折扣额', en: 'Header discount' }, { defaultValue: 0 }),
  readOnlyField(signedAmount('netTotal', { zh: '无税合计', en: 'Net total' }, { defaultValue: 0 })),
  readOnlyField(signedAmount('taxTotal', { zh: '税额合计', en: 'Tax total' }, { defaultValue: 0 })),
  readOnlyField(signedAmount('grossTotal', { zh: '价税合计', en: 'Gross total' }, { defaultValue: 0 })),
]
