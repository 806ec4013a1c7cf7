import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'

import { addDays, addMonths, businessDate, daysBetween, endOfMonth, weekdayOf } from './businessDate'

const day = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, on]) => Temporal.PlainDate.from({ year, month, day: on }))

/** Near enough that no year before 0 and none of five digits comes out. */
const inReach = (date: Temporal.PlainDate): boolean => date.year > 0 && date.year < 10_000

test('days and months are counted as the calendar has them', () => {
  fc.assert(
    fc.property(day, day, fc.integer({ min: -800, max: 800 }), (date, other, count) => {
      const told = businessDate(date.toString())
      expect(weekdayOf(told)).toBe(date.dayOfWeek)
      expect(daysBetween(told, businessDate(other.toString()))).toBe(date.until(other, { largestUnit: 'days' }).days)
      const later = date.add({ days: count })
      fc.pre(inReach(later))
      expect(addDays(told, count)).toBe(later.toString())
      const months = date.add({ months: count })
      fc.pre(inReach(months))
      expect(addMonths(told, count)).toBe(months.toString())
      expect(endOfMonth(told, count)).toBe(months.with({ day: months.daysInMonth }).toString())
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['2024-02-28', 1, '2024-02-29'],
  ['2023-02-28', 1, '2023-03-01'],
  ['2000-02-29', 366, '2001-03-01'],
  ['1900-03-01', -1, '1900-02-28'],
  ['2026-12-31', 1, '2027-01-01'],
])('%s and %d days are %s', (from, days, to) => {
  expect(addDays(businessDate(from), days)).toBe(to)
})

test('half a day is refused', () => {
  expect(() => addDays(businessDate('2026-01-01'), 0.5)).toThrow(RangeError)
})
