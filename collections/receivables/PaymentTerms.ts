import { checkPaymentTerms } from '@/hooks/masters/checkPaymentTerms'
import { keepTerms } from '@/hooks/masters/keepTerms'

import { areas, choice, days, englishName, percent, rowGrid } from '../fields'
import { codedMaster } from '../masterCollection'

/** 收款条件: when an invoice falls due. */
export const PaymentTerms = codedMaster({
  slug: 'payment-terms',
  labels: { singular: { zh: '收款条件', en: 'Payment terms' }, plural: { zh: '收款条件', en: 'Payment terms' } },
  area: areas.receivables,
  columns: ['kind', 'days'],
  fields: [
    englishName(),
    choice(
      'kind',
      { zh: '方式', en: 'Kind' },
      [
        { value: 'daysAfterInvoice', label: { zh: '开票后天数', en: 'Days after invoice' } },
        { value: 'endOfMonth', label: { zh: '月末加天数', en: 'End of month plus days' } },
        { value: 'endOfNextMonth', label: { zh: '次月末', en: 'End of next month' } },
        { value: 'prepaid', label: { zh: '预付（款到发货）', en: 'Paid before delivery' } },
        { value: 'instalments', label: { zh: '分期', en: 'Instalments' } },
      ],
      { required: true, defaultValue: 'daysAfterInvoice' },
    ),
    days('days', { zh: '天数', en: 'Days' }, { defaultValue: 0, admin: { condition: (data) => data.kind !== 'instalments' } }),
    {
      name: 'instalments',
      type: 'array',
      label: { zh: '分期', en: 'Instalments' },
      labels: { singular: { zh: '期', en: 'Instalment' }, plural: { zh: '分期', en: 'Instalments' } },
      admin: { components: { Field: rowGrid }, condition: (data) => data.kind === 'instalments' },
      fields: [
        percent('percent', { zh: '比例 %', en: 'Percent' }, { required: true }),
        days('days', { zh: '天数', en: 'Days' }, { required: true, defaultValue: 0 }),
      ],
    },
  ],
  hooks: { beforeValidate: [checkPaymentTerms], beforeChange: [keepTerms] },
})
