import { Temporal } from 'temporal-polyfill'

import { type BusinessDate, businessDate } from './businessDate'

/*
 * Moments and the days they fall on. Apart from the days themselves, since a browser only counts days and need not load a calendar of all time zones.
 */

/** The instant so many days (of 24 hours) later. */
export const instantAfter = (instant: string, days: number): string =>
  Temporal.Instant.from(instant)
    .add({ hours: 24 * days })
    .toString({ fractionalSecondDigits: 3 })

/** The business day on which an instant (ISO 8601 text) falls in the company's time zone. */
export function businessDateOf(moment: { instant: string; timeZone: string }): BusinessDate {
  return businessDate(Temporal.Instant.from(moment.instant).toZonedDateTimeISO(moment.timeZone).toPlainDate().toString())
}

/** An instant (ISO 8601 text) as the clock on the company's wall showed it, to the minute: `2026-11-29 05:38`. */
export const minuteOf = (moment: { instant: string; timeZone: string }): string =>
  Temporal.Instant.from(moment.instant)
    .toZonedDateTimeISO(moment.timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ')
