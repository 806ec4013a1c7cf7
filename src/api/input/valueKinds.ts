import type { FlattenedField } from 'payload'

import { faultInText } from '@/src/domain/text/completeText'

export type Accepted = { zh: string; en: string }

/** What values one field takes, in filters and in documents, and which comparisons its column knows. */
export type ValueKind = {
  accepts: (value: unknown) => boolean
  accepted: Accepted
  operators: readonly string[]
}

/** The largest id and the largest whole number of the database's integer columns. */
export const largestId = 2_147_483_647

const equality = ['equals', 'not_equals', 'in', 'not_in', 'exists']
const ofMany = ['contains']
const order = ['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal']
const likeness = ['like', 'not_like', 'contains']

/** Postgres keeps no NUL in a text. */
const isText = (value: unknown): value is string => typeof value === 'string' && !value.includes('\0')

export const isId = (value: unknown): boolean =>
  (typeof value === 'number' || (typeof value === 'string' && /^\d{1,10}$/.test(value))) &&
  Number.isInteger(Number(value)) &&
  Number(value) > 0 &&
  Number(value) <= largestId

const isNumber = (value: unknown): boolean =>
  (typeof value === 'number' && Number.isFinite(value)) ||
  (typeof value === 'string' && /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(value) && Number.isFinite(Number(value)))

/** The numbers that numeric(18,s) holds whatever its scale; larger ones are told before the database refuses them. */
const isFigure = (value: unknown): boolean => isNumber(value) && Math.abs(Number(value)) < 1e14

/** Days and instants between the years 1 and 9999: what Postgres and a calendar agree on. */
function isMoment(value: unknown): boolean {
  if (value instanceof Date) return !Number.isNaN(value.getTime())
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/.test(value) || value.startsWith('0000'))
    return false
  const instant = new Date(value)
  // 2026-02-31 is read as March by the clock of this language
  return !Number.isNaN(instant.getTime()) && new Date(`${value.slice(0, 10)}T00:00:00Z`).toISOString().slice(0, 10) === value.slice(0, 10)
}

const isYesNo = (value: unknown): boolean => typeof value === 'boolean' || (isText(value) && /^(true|false)$/i.test(value))

/** JSON without NUL, which jsonb cannot keep, and no deeper than people write. */
function isPlainJson(value: unknown, deepest: number): boolean {
  if (deepest < 0) return false
  if (typeof value === 'string') return isText(value)
  if (Array.isArray(value)) return value.every((entry) => isPlainJson(entry, deepest - 1))
  if (value !== null && typeof value === 'object')
    return Object.entries(value).every(([key, entry]) => isText(key) && isPlainJson(entry, deepest - 1))
  return true
}

const text: ValueKind = { accepts: isText, accepted: { zh: '文字', en: 'a text' }, operators: [...equality, ...order, ...likeness] }
const figure: ValueKind = { accepts: isFigure, accepted: { zh: '数字', en: 'a number' }, operators: [...equality, ...order] }
const moment: ValueKind = {
  accepts: isMoment,
  accepted: { zh: '日期 YYYY-MM-DD', en: 'a date YYYY-MM-DD' },
  operators: [...equality, ...order],
}
const yesNo: ValueKind = { accepts: isYesNo, accepted: { zh: 'true 或 false', en: 'true or false' }, operators: equality }
const json: ValueKind = { accepts: (value) => isPlainJson(value, 20), accepted: { zh: 'JSON', en: 'JSON' }, operators: ['exists'] }
/** Every list in a list, or in a cell of a table, takes four levels more. */
const richText: ValueKind = {
  ...json,
  accepts: (value) => isPlainJson(value, 44) && faultInText(value) === null,
  accepted: {
    zh: '文字，或编辑器写出的富文本：段落、列表、表格、链接，粗体、斜体、下划线',
    en: 'a text, or a rich text as the editor writes it: paragraphs, lists, tables and links, in bold, italics, underline',
  },
}

export const id: ValueKind = {
  accepts: isId,
  accepted: { zh: `编号（1–${largestId} 的整数）`, en: `an id: a whole number from 1 to ${largestId}` },
  operators: [...equality, ...order],
}

const oneOf = (values: readonly string[], many: boolean): ValueKind => ({
  accepts: (value) => typeof value === 'string' && values.includes(value),
  accepted: { zh: values.join('、'), en: values.join(', ') },
  operators: many ? [...equality, ...ofMany] : equality,
})

/** Payload's own form of a reference of several kinds, or ours: `{slug, id}`. */
function isRelationObject(value: unknown, slugs: readonly string[]): boolean {
  if (value === null || typeof value !== 'object') return false
  const { relationTo, slug = relationTo, value: inner, id = inner } = value as Record<string, unknown>
  return typeof slug === 'string' && slugs.includes(slug) && isId(id)
}

const relationTo = (slugs: readonly string[]): ValueKind => ({
  accepts: (value) => isRelationObject(value, slugs),
  accepted: {
    zh: `{relationTo, value}，relationTo 为 ${slugs.join('、')}`,
    en: `{relationTo, value} with relationTo one of ${slugs.join(', ')}`,
  },
  operators: ['equals', 'not_equals'],
})

/** What a field takes. Undefined: the field has no value of its own (a list, a group, a password) or is judged elsewhere. */
export function kindOf(field: FlattenedField): ValueKind | undefined {
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'email':
    case 'code':
      return text
    case 'number':
      return figure
    case 'date':
      return moment
    case 'checkbox':
      return yesNo
    case 'select':
    case 'radio':
      return oneOf(
        field.options.map((option) => (typeof option === 'string' ? option : option.value)),
        'hasMany' in field && field.hasMany === true,
      )
    case 'relationship':
    case 'upload':
      if (Array.isArray(field.relationTo)) return relationTo(field.relationTo)
      return field.hasMany ? { ...id, operators: [...id.operators, ...ofMany] } : id
    case 'json':
      return json
    case 'richText':
      return richText
    default:
      return undefined
  }
}
