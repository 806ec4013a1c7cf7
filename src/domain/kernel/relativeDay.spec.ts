import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { businessDate, daysBetween, weekdayOf } from './businessDate'
import { isRelativeDay, relativeDay } from './relativeDay'

const at = businessDate('2026-02-28') // a Saturday

test.each([
  ['today', '2026-02-28'],
  ['today-59', '2025-12-31'],
  ['week', '2026-02-23'],
  ['week-end', '2026-03-01'],
  ['week-1', '2026-02-16'],
  ['week-1-end', '2026-02-22'],
  ['month', '2026-02-01'],
  ['month-end', '2026-02-28'],
  ['month-1', '2026-01-01'],
  ['month-1-end', '2026-01-31'],
  ['month-24-end', '2024-02-29'],
  ['quarter', '2026-01-01'],
  ['quarter-end', '2026-03-31'],
  ['quarter-1', '2025-10-01'],
  ['quarter-1-end', '2025-12-31'],
  ['year', '2026-01-01'],
  ['year-1', '2025-01-01'],
  ['year-1-end', '2025-12-31'],
])('on 2026-02-28 %s is %s', (text, day) => expect(relativeDay(text, at)).toBe(day))

test.each(['', 'today-end', 'today-1-end', 'month+1', 'month-', 'decade', 'month-12345', 'MONTH', '2026-02-28', 'today-1 '])(
  '%j says no day',
  (text) => {
    expect(relativeDay(text, at)).toBeNull()
    expect(isRelativeDay(text)).toBe(false)
  },
)

const day = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => businessDate(new Date(Date.UTC(1990, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)))

test('property: spans follow one another without a gap, and today lies in its own', () => {
  fc.assert(
    fc.property(day, fc.constantFrom('week', 'month', 'quarter', 'year'), fc.integer({ min: 0, max: 40 }), (today, span, back) => {
      const [first, last] = [relativeDay(span, today), relativeDay(`${span}-end`, today)]
      expect(first! <= today && today <= last!).toBe(true)
      const earlier = relativeDay(`${span}-${back + 1}-end`, today)!
      const later = back === 0 ? first! : relativeDay(`${span}-${back}`, today)!
      expect(daysBetween(earlier, later)).toBe(1)
      if (span === 'week') expect(weekdayOf(first!)).toBe(1)
    }),
  )
})
