import { Temporal } from 'temporal-polyfill'

import { d } from '../kernel/decimal'

/** When the house works. Data from outside: the domain knows no holidays. */
export type WorkCalendar = {
  /** 1 Monday … 7 Sunday; absent: Monday to Friday */
  workDays?: readonly number[]
  /** working hours of a day, 'HH:MM'; absent: the whole day counts */
  from?: string | null
  to?: string | null
  /** days that differ: public holidays (false) and adjusted working days (true), by 'YYYY-MM-DD' */
  special?: ReadonlyMap<string, boolean>
}

const isWorkingDay = (day: Temporal.PlainDate, { workDays = [1, 2, 3, 4, 5], special }: WorkCalendar): boolean =>
  special?.get(day.toString()) ?? workDays.includes(day.dayOfWeek)

/** The working hours of a day as instants; null on a day off. */
function shiftOf(day: Temporal.PlainDate, timeZone: string, calendar: WorkCalendar): { begins: number; ends: number } | null {
  if (!isWorkingDay(day, calendar)) return null
  const at = (date: Temporal.PlainDate, time: string): number =>
    date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds
  const { from, to } = calendar
  if (!from || !to || from >= to) return { begins: at(day, '00:00'), ends: at(day.add({ days: 1 }), '00:00') }
  return { begins: at(day, from), ends: at(day, to) }
}

/**
 * Deadline of a review: so many working hours after it was asked for, by the calendar of the house; days off and hours outside the shift do
 * not count. Whole days: asked on Friday 18:00 with 24 hours → Monday 18:00. With 08:00–17:00, Friday 16:00 with 2 hours → Monday 09:00.
 * Instants are ISO 8601 in UTC; days are those of the given zone.
 */
export function reviewDeadline({
  from,
  hours,
  timeZone = 'Asia/Shanghai',
  calendar = {},
}: {
  from: string
  hours: number
  timeZone?: string
  calendar?: WorkCalendar
}): string {
  const asked = Temporal.Instant.from(from)
  let day = asked.toZonedDateTimeISO(timeZone).toPlainDate()
  let at = asked.epochMilliseconds
  // whole milliseconds: hours of a zone with odd changes are not a clean fraction
  let left = d(hours).times(3_600_000).toDecimalPlaces(0).toNumber()
  const lastDay = day.add({ years: 5 })
  while (left > 0 && Temporal.PlainDate.compare(day, lastDay) < 0) {
    const shift = shiftOf(day, timeZone, calendar)
    if (shift && at < shift.ends) {
      const begins = at < shift.begins ? shift.begins : at
      if (shift.ends - begins >= left) return Temporal.Instant.fromEpochMilliseconds(begins + left).toString()
      left -= shift.ends - begins
    }
    day = day.add({ days: 1 })
    const midnight = day.toZonedDateTime(timeZone).epochMilliseconds
    at = at > midnight ? at : midnight
  }
  return Temporal.Instant.fromEpochMilliseconds(at).toString()
}
