import { expect, test } from '@jest/globals'

import { dayOf } from './businessDateField'

test.each<[unknown, unknown]>([
  ['2026-11-23', '2026-11-23'],
  ['2026-11-23T12:00:00.000Z', '2026-11-23'],
  ['2026-11-23T00:00:00.000Z', '2026-11-23'],
  [null, null],
  // another instant is not a day: which day it is depends on where one stands
  ['2026-11-23T20:15:00.000Z', '2026-11-23T20:15:00.000Z'],
])('%s is read as %s', (given, day) => {
  expect(dayOf(given)).toBe(day)
})
