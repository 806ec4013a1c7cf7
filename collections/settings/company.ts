import type { UploadField } from 'payload'

import { businessDateField, currencyField, longText, rowGrid, shortText, yesNo } from '../fields'
import { isBusinessDate } from '@/src/domain/kernel/businessDate'
import { colourFault } from '@/src/domain/look/companyColour'
import { keepBaseCurrency } from '@/hooks/masters/keepBaseCurrency'

import { companyTexts } from './companyTexts'
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

const faults = {
  notColour: '写作 #204080 / A colour is written #204080',
  tooPale: '颜色太浅，白字看不清 / Too pale: white words on it cannot be read',
} as const

/** On main buttons, which bear white words. */
const colour = (text: string | null | undefined): true | string => {
  const fault = text ? colourFault(text) : null
  return fault === null || faults[fault]
}

/** Printed at the head of every sheet; a picture like any other, looked at by its content when it comes in. */
const logo = (): UploadField => ({
  name: 'logo',
  type: 'upload',
  label: { zh: '公司标志', en: 'Logo' },
  relationTo: 'pictures',
  admin: {
    description: {
      zh: '印在每张单据的左上角，也是登录页和每页左上角的标志',
      en: 'At the head of every sheet and page, and on the log-in page',
    },
  },
})

/** 公司: name, base currency, and the calendar that working hours are counted by. */
export const company = settingsGlobal({
  beforeChange: [keepBaseCurrency],
  slug: 'company',
  label: { zh: '公司', en: 'Company' },
  fields: [
    shortText('name', { zh: '公司名称', en: 'Company name' }, { required: true, defaultValue: '跟单 Gendan' }),
    currencyField({ name: 'baseCurrency', label: { zh: '本位币', en: 'Base currency' }, required: true, defaultValue: 'CNY' }),
    businessDateField(
      'openingDay',
      { zh: '启用日', en: 'Opening day' },
      {
        admin: {
          description: {
            zh: '从这一天起的业务在此录入；之前的作为期初或历史导入。空则不限',
            en: 'From this day on business is entered here; what is earlier comes in as opening balances or history. Empty: any day',
          },
        },
      },
    ),
    shortText('nameEn', { zh: '公司英文名称', en: 'Company name in English' }),
    longText('address', { zh: '地址', en: 'Address' }, { maxLength: 500 }),
    longText('addressEn', { zh: '英文地址', en: 'Address in English' }, { maxLength: 500 }),
    logo(),
    shortText(
      'colour',
      { zh: '公司颜色', en: 'Colour' },
      {
        maxLength: 7,
        validate: colour,
        admin: {
          description: { zh: '登录页、主按钮和菜单所用：#204080', en: 'Of the log-in page, main buttons and the menu: #204080' },
        },
      },
    ),
    shortText('phone', { zh: '电话', en: 'Phone' }, { maxLength: 50 }),
    { name: 'email', type: 'email', label: { zh: '邮箱', en: 'E-mail' } },
    shortText('taxNo', { zh: '税号', en: 'Tax number' }, { maxLength: 50 }),
    shortText('bank', { zh: '开户银行', en: 'Bank' }),
    shortText('bankAccount', { zh: '银行账号', en: 'Bank account' }, { maxLength: 100 }),
    companyTexts(),
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
          admin: { components: { Field: rowGrid } },
          fields: [
            shortText(
              'date',
              { zh: '日期', en: 'Date' },
              {
                required: true,
                maxLength: 10,
                custom: { day: true }, // kept as it is written
                validate: (value) => isBusinessDate(value ?? '') || '日期写作 2026-10-01 / A day is written 2026-10-01',
              },
            ),
            shortText('name', { zh: '名称', en: 'Name' }),
            yesNo('working', { zh: '上班', en: 'Worked' }),
          ],
        },
      ],
    },
  ],
})
