import { Temporal } from 'temporal-polyfill'

import { d } from '../kernel/decimal'

const isWorkingDay = (day: Temporal.PlainDate): boolean => day.dayOfWeek <= 5

/**
 * Deadline of a review: so many hours on working days after it was asked for, weekends not counted.
 * Asked on Friday 18:00 with 24 hours → Monday 18:00. Instants are ISO 8601 in UTC; days are those of the given zone.
 */
export function reviewDeadline({ from, hours, timeZone = 'Asia/Shanghai' }: { from: string; hours: number; timeZone?: string }): string {
  let at = Temporal.Instant.from(from).toZonedDateTimeISO(timeZone)
  // whole milliseconds: hours of a zone with odd changes are not a clean fraction
  let left = d(hours).times(3_600_000).toDecimalPlaces(0).toNumber()
  while (left > 0) {
    const nextDay = at.toPlainDate().add({ days: 1 }).toZonedDateTime(timeZone)
    if (isWorkingDay(at.toPlainDate())) {
      const today = nextDay.epochMilliseconds - at.epochMilliseconds
      if (today >= left) return at.add({ milliseconds: left }).toInstant().toString()
      left -= today
    }
    at = nextDay
  }
  return at.toInstant().toString()
}
