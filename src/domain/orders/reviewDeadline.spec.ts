import { expect, test } from '@jest/globals'

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
