import { addDays, addMonths, businessDate, type BusinessDate, endOfMonth, weekdayOf } from './businessDate'

const said = /^(today|week|month|quarter|year)(-\d{1,4})?(-end)?$/

type Span = 'week' | 'month' | 'quarter' | 'year'
const monthsOf: Readonly<Record<Exclude<Span, 'week'>, number>> = { month: 1, quarter: 3, year: 12 }

/** Whether a text says a day by its distance from today. */
export const isRelativeDay = (text: string): boolean => said.test(text) && !/^today.*-end$/.test(text)

/**
 * A day said by its distance from today, so that a question asked again later is of the days that are right then: `today`, `today-30` (days), and the
 * first or with `-end` the last day of this week (from Monday), month, quarter or year, or of so many before: `month`, `month-1-end`. Null for any other text.
 */
export function relativeDay(text: string, today: BusinessDate): BusinessDate | null {
  const [, span, back, end] = said.exec(text) ?? []
  if (span === undefined || !isRelativeDay(text)) return null
  const count = back === undefined ? 0 : Number(back.slice(1))
  if (span === 'today') return addDays(today, -count)
  if (span === 'week') return addDays(today, 1 - weekdayOf(today) - 7 * count + (end ? 6 : 0))
  const months = monthsOf[span as Exclude<Span, 'week'>]
  const month = Number(today.slice(5, 7))
  const first = businessDate(`${today.slice(0, 5)}${String(month - ((month - 1) % months)).padStart(2, '0')}-01`)
  const start = addMonths(first, -months * count)
  return end ? endOfMonth(start, months - 1) : start
}
