import { expect, test } from '@jest/globals'

import { businessDate } from '../kernel/businessDate'
import { isBeforeOpening } from './openingDay'

const day = (text: string | null) => (text === null ? null : businessDate(text))

test.each([
  ['2026-01-01', null, null, false],
  ['2025-12-31', null, '2026-01-01', true],
  ['2026-01-01', null, '2026-01-01', false],
  ['2026-01-02', null, '2026-01-01', false],
  ['2025-12-31', '2025-12-31', '2026-01-01', false],
  ['2025-12-30', '2025-12-31', '2026-01-01', true],
  ['2025-12-31', '2026-01-05', '2026-01-01', true],
])('dated %s, formerly %s, opened on %s: before? %s', (date, former, openingDay, before) => {
  expect(isBeforeOpening({ date: businessDate(date), former: day(former), openingDay: day(openingDay) })).toBe(before)
})
