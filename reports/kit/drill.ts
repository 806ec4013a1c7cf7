import { addDays, addMonths, businessDate, endOfMonth } from '@/src/domain/kernel/businessDate'

import { NO_RECORD, NO_RECORD_TEXT } from './nameless'
import type { SourceRow } from './statement'

/** What a click on a row asks next: parameters to change, undefined takes one away; `_report` asks another report, of which nothing else is asked. */
export type Drill = Record<string, string | undefined>

type Days = { from: string; to: string }

/** First and last day of a month, quarter or year. 2026-Q1 → 2026-01-01 … 2026-03-31. */
function daysOf(key: string): Days {
  const year = key.slice(0, 4)
  if (key.length === 4) return { from: `${year}-01-01`, to: `${year}-12-31` }
  if (!key.includes('Q')) return { from: `${key}-01`, to: endOfMonth(businessDate(`${key}-01`)) }
  const from = addMonths(businessDate(`${year}-01-01`), (Number(key.slice(-1)) - 1) * 3)
  return { from, to: addDays(addMonths(from, 3), -1) }
}

/** The days of a month, quarter or year within those asked: a row opens to what it told, not to the rest of its month. */
export function daysWithin(key: string, { from, to }: { from?: string | undefined; to?: string | undefined }): Days {
  const days = daysOf(key)
  return { from: from && from > days.from ? from : days.from, to: to && to < days.to ? to : days.to }
}

type Step = {
  /** What the row is told by already. */
  levels: readonly string[]
  /** What its filters say, beside what was asked. */
  filters: Drill
  asked: Readonly<Record<string, unknown>>
  /** What rows may be told by next, the documents themselves last. */
  steps: readonly string[]
}

/** The first step that tells something new: one that is neither told by yet nor narrowed to a single record. */
export const nextStep = ({ levels, filters, asked, steps }: Step): string | undefined =>
  steps.find((step) => !levels.includes(step) && filters[step] === undefined && !isOne(asked[step]))

const isOne = (value: unknown): boolean => Array.isArray(value) && value.length === 1

/** One record's id as a filter; a row that names none opens those that name none. */
export const filterOf = (name: string, row: SourceRow, key: string): Record<string, string> => ({
  [name]: String(row[key] ?? NO_RECORD_TEXT),
})

/** The filters of a question that another report understands as well. */
export function handedOn(asked: Readonly<Record<string, unknown>>, names: readonly string[]): Drill {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = asked[name]
      const text = Array.isArray(value)
        ? value.map((id) => (id === NO_RECORD ? NO_RECORD_TEXT : String(id))).join(',')
        : typeof value === 'string'
          ? value
          : ''
      return text === '' ? [] : [[name, text]]
    }),
  )
}
