import type { CheckboxField, FieldHook, SelectField, TextareaField, TextField, TextFieldSingleValidation } from 'payload'
import { currencyCode } from '@/src/domain/kernel/currencyCode'
import { stateFields } from '@/src/domain/messages/tones'

import { text as builtinText } from 'payload/shared'

import { withOverrides } from './label'
import type { Label } from './label'

type TextOverrides = Partial<Omit<TextField, 'type' | 'name' | 'label' | 'hasMany' | 'validate'>> & { validate?: TextFieldSingleValidation }

const trimmed: FieldHook = ({ value }) => (typeof value === 'string' ? value.trim() : value)

/** A short text, trimmed. */
export const shortText = (name: string, label: Label, overrides?: TextOverrides): TextField =>
  withOverrides<TextField>(
    { name, type: 'text', label, maxLength: 500, hooks: { beforeValidate: [trimmed] } } as TextField,
    overrides as Partial<TextField>,
  )

/** A figure may come as a number from an API; it is kept as it is written. */
export const keptAsText = {
  hooks: { beforeValidate: [({ value }: { value?: unknown }): unknown => (typeof value === 'number' ? String(value) : value)] },
} satisfies TextOverrides

/** A longer text. */
export const longText = (
  name: string,
  label: Label,
  overrides: Partial<Omit<TextareaField, 'type' | 'name' | 'label'>> = {},
): TextareaField => withOverrides<TextareaField>({ name, type: 'textarea', label, maxLength: 20_000 }, overrides)

/** The code people know a master record by: trimmed, unique, never only spaces. A duplicate is refused by the database too. */
export const codeField = (label: Label = { zh: '编码', en: 'Code' }, overrides?: TextOverrides): TextField =>
  shortText('code', label, { required: true, unique: true, index: true, maxLength: 100, ...overrides })

export const nameField = (label: Label = { zh: '名称', en: 'Name' }, overrides?: TextOverrides): TextField =>
  shortText('name', label, { required: true, index: true, ...overrides })

/** What it is called on sheets and pages that are read in English; empty = its name. */
export const englishName = (): TextField =>
  shortText('nameEn', { zh: '英文名称', en: 'English name' }, { admin: { description: { zh: '英文单据、客户页面和邮件上的名称', en: 'On sheets, pages and mails in English' } } }) // prettier-ignore

export const remark = (overrides: Partial<Omit<TextareaField, 'type' | 'name' | 'label'>> = {}): TextareaField =>
  longText('remark', { zh: '备注', en: 'Remark' }, overrides)

export type Option<V extends string = string> = { value: V; label: Label }

/** One of a fixed list; any other value is refused. */
const states: ReadonlySet<string> = new Set(stateFields)

export const choice = (
  name: string,
  label: Label,
  options: readonly Option[],
  overrides: Partial<Omit<SelectField, 'type' | 'name' | 'label' | 'options' | 'hasMany'>> = {},
): SelectField =>
  withOverrides<SelectField>(
    {
      name,
      type: 'select',
      label,
      options: [...options],
      ...(states.has(name) ? { admin: { components: { Cell: '/src/admin/cells#StateCell' } } } : {}),
    } as SelectField,
    overrides as Partial<SelectField>,
  )

export const yesNo = (name: string, label: Label, overrides: Partial<Omit<CheckboxField, 'type' | 'name' | 'label'>> = {}): CheckboxField =>
  withOverrides<CheckboxField>({ name, type: 'checkbox', label, defaultValue: false }, overrides)

const upperCase: FieldHook = ({ value }) => (typeof value === 'string' ? currencyCode(value) : value)

const isCurrency: TextFieldSingleValidation = (value, options) => {
  const checked = builtinText(value, options)
  if (checked !== true) return checked as string
  if (!value || /^[A-Z]{3}$/.test(String(value).trim().toUpperCase())) return true // a program may send anything
  return options.req.i18n.language === 'zh' ? '币种为三位 ISO 代码，如 CNY' : 'A currency is a three-letter ISO code such as CNY'
}

/** A currency by its ISO 4217 code. */
export const currencyField = (overrides?: TextOverrides & { name?: string; label?: Label }): TextField =>
  withOverrides<TextField>(
    {
      name: 'currency',
      type: 'text',
      label: { zh: '币种', en: 'Currency' },
      maxLength: 3,
      validate: isCurrency,
      hooks: { beforeValidate: [upperCase] },
    } as TextField,
    overrides as Partial<TextField>,
  )

export const taxModes: readonly Option[] = [
  { value: 'inclusive', label: { zh: '含税', en: 'Tax inclusive' } },
  { value: 'exclusive', label: { zh: '不含税', en: 'Tax exclusive' } },
]

export const taxModeField = (overrides: Partial<Omit<SelectField, 'type' | 'name' | 'label' | 'options' | 'hasMany'>> = {}): SelectField =>
  choice('taxMode', { zh: '价税方式', en: 'Tax mode' }, taxModes, overrides)
