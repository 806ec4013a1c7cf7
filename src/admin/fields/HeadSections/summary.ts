import type { ClientField } from 'payload'

import { spokenFigure } from '@/src/domain/grid/readCell'
import { type Language, labelIn } from '@/src/domain/words/words'

/** So much stands beside the name of a section that is folded. */
const most = 3

/** What is nearly always one, and needs no word then. */
const onceOnly = ['exchangeRate', 'reviewVersion', 'revision', 'round', 'documentVersion']
const usual = (name: string, value: number): boolean => value === 0 || (value === 1 && onceOnly.includes(name))

function wordOf(field: ClientField, value: unknown, language: Language): string | null {
  if (!('name' in field) || value === null || value === undefined || value === '') return null
  if (field.type === 'number')
    return typeof value === 'number' && !usual(field.name, value)
      ? `${labelIn(field.label, language)} ${spokenFigure(value, 'figure')}`
      : null
  if (typeof value !== 'string') return null
  if (field.type === 'select') {
    const option = field.options.find((each) => typeof each === 'object' && each.value === value)
    return typeof option === 'object' ? labelIn(option.label, language, value) : value
  }
  return field.type === 'text' || field.type === 'textarea' ? (value.split('\n')[0] ?? null) : null
}

/** What stands in a section, in a few words: it need not be opened to be read. */
export const summaryOf = (fields: readonly ClientField[], values: readonly unknown[], language: Language): string =>
  [...new Set(fields.flatMap((field, at) => wordOf(field, values[at], language) ?? []))].slice(0, most).join(' · ')
