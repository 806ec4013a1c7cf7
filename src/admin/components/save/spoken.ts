import type { ClientField } from 'payload'

import { flagsTold } from '@/src/admin/grid/flags'
import { datesOf, datesTold } from '@/src/admin/grid/dates'
import { shownValue } from '@/src/admin/grid/shownValue'
import type { GridColumn } from '@/src/domain/grid/gridColumn'
import { spokenFigure } from '@/src/domain/grid/readCell'
import { idOf } from '@/src/domain/kernel/idOf'
import { labelIn, type Language } from '@/src/domain/words/words'

/** What a record is called; undefined: not known, or not to be seen. */
export type NameOf = (kind: string, id: number) => string | undefined
export type Teller = { language: Language; nameOf: NameOf }
export type Row = Record<string, unknown>

export const words = {
  line: { zh: (row: number) => `第 ${row} 行`, en: (row: number) => `Line ${row}` },
  added: { zh: '新增', en: 'added' },
  oneMore: { zh: '另有一行', en: 'One more line' },
  present: { zh: '存在', en: 'present' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  rows: { zh: (count: number) => `${count} 行`, en: (count: number) => `${count} rows` },
  other: { zh: '另一个', en: 'another one' },
} as const
export const nothing = '—'

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
export const isSame = (one: unknown, other: unknown): boolean =>
  (isNothing(one) && isNothing(other)) || JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
export const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A relation is the same whether it comes as a number or with its record. */
export const plain = (field: ClientField, value: unknown): unknown => {
  if (field.type !== 'relationship' && field.type !== 'upload') return value
  return Array.isArray(value) ? value.map((each) => idOf(each) ?? each) : (idOf(value) ?? value)
}

/** The words of a text with marks, without the marks. */
const wordsOfRich = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(wordsOfRich).filter(Boolean).join(' ')
  if (!isRow(value)) return ''
  if (typeof value['text'] === 'string') return value['text']
  return wordsOfRich(value['root'] ?? value['children'])
}

/** A value in the words of the screen: names of records and choices, figures and days as they are shown, no ids. */
export function spoken(field: ClientField, value: unknown, teller: Teller): string {
  const { language, nameOf } = teller
  if (isNothing(value)) return nothing
  if (field.type === 'richText') return wordsOfRich(value).slice(0, 120) || nothing
  if (field.type === 'array' || field.type === 'blocks') return words.rows[language](Array.isArray(value) ? value.length : 0)
  if (Array.isArray(value)) return value.map((each) => spoken(field, each, teller)).join(language === 'zh' ? '、' : ', ')
  switch (field.type) {
    case 'relationship':
      return nameOf(String(field.relationTo), idOf(value) ?? 0) ?? words.other[language]
    case 'upload':
      return words.other[language]
    case 'select': {
      const option = field.options.find((each) => (typeof each === 'string' ? each : each.value) === value)
      return typeof option === 'object' ? labelIn(option.label, language, option.value) : String(value as string)
    }
    case 'checkbox':
      return value === true ? words.yes[language] : words.no[language]
    case 'date':
      return String(value as string).slice(0, 10)
    case 'number':
      return spokenFigure(Number(value), field.admin?.custom?.['amount'] === true ? 'amount' : 'figure')
    default:
      return typeof value === 'object' ? words.other[language] : String(value as string | number).slice(0, 120)
  }
}

/** A cell of a line in the words of the grid. */
export function spokenCell(column: GridColumn, value: unknown, { language, nameOf }: Teller): string {
  if (column.kind === 'check') return value === true ? words.yes[language] : words.no[language]
  if (isNothing(value)) return nothing
  if (column.kind === 'record') return nameOf(column.of ?? '', idOf(value) ?? 0) ?? words.other[language]
  if (column.kind === 'schedule') return datesTold(datesOf(value))
  if (column.kind === 'flags') return flagsTold(value, column, language)
  if (column.kind === 'choice') return column.options?.find((option) => option.value === value)?.label[language] ?? String(value as string)
  return shownValue(column, value)
}

/** Dates of a line are the same when their days and quantities are, whatever rows they are kept in. */
export const isSameCell = (column: GridColumn, one: unknown, other: unknown): boolean => {
  if (column.kind === 'record') return idOf(one) === idOf(other)
  if (column.kind === 'check') return (one === true) === (other === true)
  if (column.kind !== 'schedule') return isSame(one, other)
  const dates = (value: unknown): string => JSON.stringify(datesOf(value).map(({ date, qty }) => [String(date ?? '').slice(0, 10), qty]))
  return dates(one) === dates(other)
}
