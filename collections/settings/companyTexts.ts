import type { Field, GroupField, Tab, UIField } from 'payload'

import { sheetKinds } from '@/src/domain/text/sheetTexts'

import { documentLine, documentText, letterText } from '../fields'
import type { Label } from '../fields'

const inChinese = ({ zh, en }: Label): Label => ({ zh: `${zh}（中文）`, en: `${en} (Chinese)` })
const inEnglish = ({ zh, en }: Label): Label => ({ zh: `${zh}（英文）`, en: `${en} (English)` })

const pair = (name: string, label: Label): Field[] => [
  documentText(`${name}Zh`, inChinese(label)),
  documentText(`${name}En`, inEnglish(label)),
]

const letterPair = (name: string, label: Label): Field[] => [
  letterText(`${name}Zh`, inChinese(label)),
  letterText(`${name}En`, inEnglish(label)),
]

/** What stands on every sheet and in every mail. */
const general: Tab = {
  label: { zh: '所有单据', en: 'All sheets' },
  fields: [
    ...pair('head', { zh: '抬头文字，代替地址行', en: 'Under the company’s name, in place of the address' }),
    ...pair('foot', { zh: '每页页脚', en: 'At the foot of every page' }),
    ...letterPair('mail', { zh: '邮件正文', en: 'Covering letter' }),
    documentLine('subjectZh', inChinese({ zh: '邮件主题', en: 'Subject of mails' })),
    documentLine('subjectEn', inEnglish({ zh: '邮件主题', en: 'Subject of mails' })),
  ],
}

const tabOf = ([kind, title]: [string, Label]): Tab => ({
  label: title,
  fields: [
    ...pair(kind, { zh: `${title.zh}条款`, en: `Terms: ${title.en}` }),
    ...pair(`${kind}Head`, { zh: `${title.zh}抬头文字，空则用所有单据的`, en: `Head: ${title.en}, empty = that of all sheets` }),
    ...pair(`${kind}Foot`, { zh: `${title.zh}页脚，空则用所有单据的`, en: `Foot: ${title.en}, empty = that of all sheets` }),
    ...letterPair(`${kind}Mail`, { zh: `${title.zh}邮件正文`, en: `Covering letter: ${title.en}` }),
  ],
})

/** What a real document looks like with the texts as they are being written. */
const preview: UIField = {
  name: 'sheetPreview',
  type: 'ui',
  admin: { disableListColumn: true, components: { Field: '/src/admin/views/opened#SheetPreview' } },
}

/** 单据与邮件文字: heads, feet, terms and covering letters of everything that leaves the house, in both languages. */
export const companyTexts = (): GroupField => ({
  name: 'texts',
  type: 'group',
  label: { zh: '单据与邮件文字', en: 'Texts of sheets and mails' },
  fields: [preview, { type: 'tabs', tabs: [general, ...Object.entries<Label>(sheetKinds).map(tabOf)] }],
})
