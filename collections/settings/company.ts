import { currencyField, longText, richText, shortText } from '../fields'
import { keepBaseCurrency } from '@/hooks/masters/keepBaseCurrency'

import { settingsGlobal } from './settingsGlobal'

const weekDays = [
  ['1', '星期一', 'Monday'],
  ['2', '星期二', 'Tuesday'],
  ['3', '星期三', 'Wednesday'],
  ['4', '星期四', 'Thursday'],
  ['5', '星期五', 'Friday'],
  ['6', '星期六', 'Saturday'],
  ['7', '星期日', 'Sunday'],
] as const

const clock = (value: string | null | undefined): true | string =>
  !value || /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? true : '时间写作 08:30 / A time is written 08:30'

const placeholders = {
  admin: {
    description: {
      zh: '可用：{{title}} {{no}} {{date}} {{validUntil}} {{customer}} {{company}}',
      en: 'To be filled in: {{title}} {{no}} {{date}} {{validUntil}} {{customer}} {{company}}',
    },
  },
}

/** 公司: name, base currency, and the calendar that working hours are counted by. */
export const company = settingsGlobal({
  beforeChange: [keepBaseCurrency],
  slug: 'company',
  label: { zh: '公司', en: 'Company' },
  fields: [
    shortText('name', { zh: '公司名称', en: 'Company name' }, { required: true, defaultValue: '跟单 Gendan' }),
    currencyField({ name: 'baseCurrency', label: { zh: '本位币', en: 'Base currency' }, required: true, defaultValue: 'CNY' }),
    longText('address', { zh: '地址', en: 'Address' }),
    shortText('phone', { zh: '电话', en: 'Phone' }, { maxLength: 50 }),
    { name: 'email', type: 'email', label: { zh: '邮箱', en: 'E-mail' } },
    shortText('taxNo', { zh: '税号', en: 'Tax number' }, { maxLength: 50 }),
    shortText('bank', { zh: '开户银行', en: 'Bank' }),
    shortText('bankAccount', { zh: '银行账号', en: 'Bank account' }, { maxLength: 100 }),
    {
      name: 'texts',
      type: 'group',
      label: { zh: '单据与邮件文字', en: 'Texts of documents and mails' },
      fields: [
        richText('quotationZh', { zh: '报价单条款（中文）', en: 'Terms of quotations (Chinese)' }, placeholders),
        richText('quotationEn', { zh: '报价单条款（英文）', en: 'Terms of quotations (English)' }, placeholders),
        richText('confirmationZh', { zh: '订单确认书条款（中文）', en: 'Terms of order confirmations (Chinese)' }, placeholders),
        richText('confirmationEn', { zh: '订单确认书条款（英文）', en: 'Terms of order confirmations (English)' }, placeholders),
        richText('mailZh', { zh: '邮件正文（中文）', en: 'Covering letter (Chinese)' }, placeholders),
        richText('mailEn', { zh: '邮件正文（英文）', en: 'Covering letter (English)' }, placeholders),
      ],
    },
    {
      name: 'calendar',
      type: 'group',
      label: { zh: '工作日历', en: 'Calendar' },
      fields: [
        {
          name: 'workDays',
          type: 'select',
          hasMany: true,
          label: { zh: '工作日', en: 'Working days' },
          options: weekDays.map(([value, zh, en]) => ({ value, label: { zh, en } })),
          defaultValue: ['1', '2', '3', '4', '5'],
        },
        shortText('from', { zh: '上班时间', en: 'From' }, { defaultValue: '08:00', validate: clock }),
        shortText('to', { zh: '下班时间', en: 'To' }, { defaultValue: '17:00', validate: clock }),
        {
          name: 'holidays',
          type: 'array',
          label: { zh: '假日与调休', en: 'Holidays and make-up days' },
          labels: { singular: { zh: '日期', en: 'Date' }, plural: { zh: '日期', en: 'Dates' } },
          fields: [
            shortText(
              'date',
              { zh: '日期', en: 'Date' },
              {
                required: true,
                maxLength: 10,
                validate: (value) => (/^\d{4}-\d{2}-\d{2}$/.test(value ?? '') ? true : 'YYYY-MM-DD'),
              },
            ),
            shortText('name', { zh: '名称', en: 'Name' }),
            { name: 'working', type: 'checkbox', label: { zh: '上班', en: 'Worked' }, defaultValue: false },
          ],
        },
      ],
    },
  ],
})
