import { Temporal } from 'temporal-polyfill'

declare const brand: unique symbol

/** A calendar day of the business, 'YYYY-MM-DD'. Not an instant: it has no time and no zone. */
export type BusinessDate = string & { readonly [brand]: 'BusinessDate' }

const shape = /^\d{4}-\d{2}-\d{2}$/

/** Written out: a file of a million rows asks it a million times. */
const daysIn = (year: number, month: number): number => {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  if (month === 2) return isLeap ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export function isBusinessDate(value: unknown): value is BusinessDate {
  if (typeof value !== 'string' || !shape.test(value)) return false
  const [year, month, day] = value.split('-').map(Number) as [number, number, number]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

/** Reads 'YYYY-MM-DD'; anything else is a programming error here, since input was validated before. */
export function businessDate(value: string): BusinessDate {
  if (!isBusinessDate(value)) throw new RangeError(`not a business date (YYYY-MM-DD): ${value}`)
  return value
}

const plain = (date: BusinessDate): Temporal.PlainDate => Temporal.PlainDate.from(date)
const text = (date: Temporal.PlainDate): BusinessDate => date.toString() as BusinessDate

export const addDays = (date: BusinessDate, days: number): BusinessDate => text(plain(date).add({ days }))

/** The same day n months on, or that month's last day when it is shorter. */
export const addMonths = (date: BusinessDate, months: number): BusinessDate => text(plain(date).add({ months }))

/** The last day of the month n months after the date's own. 2016-01-22, 1 → 2016-02-29. */
export function endOfMonth(date: BusinessDate, monthsOn = 0): BusinessDate {
  const month = plain(date).with({ day: 1 }).add({ months: monthsOn })
  return text(month.with({ day: month.daysInMonth }))
}

/** Days from the first date to the second; negative when the second is earlier. */
export const daysBetween = (from: BusinessDate, to: BusinessDate): number => plain(from).until(plain(to), { largestUnit: 'days' }).days

/** Monday is 1, Sunday 7. */
export const weekdayOf = (date: BusinessDate): number => plain(date).dayOfWeek

export const compareDates = (a: BusinessDate, b: BusinessDate): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)

/** The instant so many days (of 24 hours) later. */
export const instantAfter = (instant: string, days: number): string =>
  Temporal.Instant.from(instant)
    .add({ hours: 24 * days })
    .toString({ fractionalSecondDigits: 3 })

/** The business day on which an instant (ISO 8601 text) falls in the company's time zone. */
export function businessDateOf(moment: { instant: string; timeZone: string }): BusinessDate {
  return text(Temporal.Instant.from(moment.instant).toZonedDateTimeISO(moment.timeZone).toPlainDate())
}

/** An instant (ISO 8601 text) as the clock on the company's wall showed it, to the minute: `2026-11-29 05:38`. */
export const minuteOf = (moment: { instant: string; timeZone: string }): string =>
  Temporal.Instant.from(moment.instant)
    .toZonedDateTimeISO(moment.timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ')
