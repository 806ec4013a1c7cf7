import { describe, expect, test } from '@jest/globals'

import { reviewDeadline } from './reviewDeadline'

test.each([
  ['Monday to Tuesday', '2026-11-23T02:00:00Z', 24, '2026-11-24T02:00:00Z'],
  ['Friday evening to Monday evening', '2026-11-27T10:00:00Z', 24, '2026-11-30T10:00:00Z'],
  ['asked on Saturday, counted from Monday 00:00 in Shanghai', '2026-11-28T03:00:00Z', 24, '2026-11-30T16:00:00Z'],
  ['half an hour before midnight in Shanghai', '2026-11-23T15:30:00Z', 1, '2026-11-23T16:30:00Z'],
  ['an odd millisecond', '2026-11-27T15:31:45.123Z', 48, '2026-12-01T15:31:45.123Z'],
])('deadline of a review: %s', (_name, from, hours, due) => {
  expect(reviewDeadline({ from, hours })).toBe(due)
})

describe('by the calendar of the house', () => {
  // National Day 2026: off 1 to 7 October, worked on Saturday the 10th
  const special = new Map([
    ...['01', '02', '05', '06', '07'].map((day): [string, boolean] => [`2026-10-${day}`, false]),
    ['2026-10-10', true] as [string, boolean],
  ])
  const shift = { from: '08:00', to: '17:00', special }

  test.each([
    ['two hours before the end of the day', '2026-11-23T07:00:00Z', 2, '2026-11-23T09:00:00Z'],
    ['Friday 16:00 with 2 hours → Monday 09:00', '2026-11-27T08:00:00Z', 2, '2026-11-30T01:00:00Z'],
    ['asked in the evening, counted from the morning', '2026-11-23T14:00:00Z', 1, '2026-11-24T01:00:00Z'],
    ['24 hours of nine a day', '2026-11-23T00:00:00Z', 24, '2026-11-25T06:00:00Z'],
    ['over the holidays', '2026-09-30T08:00:00Z', 2, '2026-10-08T01:00:00Z'],
    ['a Saturday worked for a day off', '2026-10-09T08:00:00Z', 2, '2026-10-10T01:00:00Z'],
  ])('%s', (_name, from, hours, due) => {
    expect(reviewDeadline({ from, hours, calendar: shift })).toBe(due)
  })

  test('a house that works on Saturdays', () =>
    expect(
      reviewDeadline({ from: '2026-11-27T08:00:00Z', hours: 2, calendar: { workDays: [1, 2, 3, 4, 5, 6], from: '08:00', to: '17:00' } }),
    ).toBe('2026-11-28T01:00:00Z'))
})
