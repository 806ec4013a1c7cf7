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

const msOfDay = 24 * 3600 * 1000

/* eslint-disable gendan/pure-domain -- of a day that is given: no clock is read here */
/** Midnight of a day in UTC, where every day has 24 hours. */
const midnight = (day: BusinessDate | number): Date => new Date(day)
/* eslint-enable gendan/pure-domain */
const text = (at: ReturnType<typeof midnight>): BusinessDate => businessDate(at.toISOString().slice(0, 10))

/** A part of a day is a programming error. */
const whole = (count: number): number => {
  if (!Number.isInteger(count)) throw new RangeError(`not a whole number of days or months: ${count}`)
  return count
}

export const addDays = (date: BusinessDate, days: number): BusinessDate => text(midnight(midnight(date).getTime() + whole(days) * msOfDay))

/** The last day of the month n months after the date's own. 2016-01-22, 1 → 2016-02-29. */
export function endOfMonth(date: BusinessDate, monthsOn = 0): BusinessDate {
  const at = midnight(date)
  at.setUTCMonth(at.getUTCMonth() + whole(monthsOn) + 1, 0)
  return text(at)
}

/** The same day n months on, or that month's last day when it is shorter. */
export function addMonths(date: BusinessDate, months: number): BusinessDate {
  const at = midnight(endOfMonth(date, months))
  at.setUTCDate(Math.min(midnight(date).getUTCDate(), at.getUTCDate()))
  return text(at)
}

/** Days from the first date to the second; negative when the second is earlier. */
export const daysBetween = (from: BusinessDate, to: BusinessDate): number => (midnight(to).getTime() - midnight(from).getTime()) / msOfDay

/** Monday is 1, Sunday 7. */
export const weekdayOf = (date: BusinessDate): number => midnight(date).getUTCDay() || 7

export const compareDates = (a: BusinessDate, b: BusinessDate): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)
