import { expect, test } from '@jest/globals'

import { businessDate } from '../kernel/businessDate'
import { mailDue } from './mailDue'

test.each([
  ['daily', '2026-11-29', true],
  ['weekly', '2026-11-30', true],
  ['weekly', '2026-11-29', false],
  ['weekly', '2028-02-28', true],
  ['weekly', '2026-01-05', true],
  ['monthly', '2026-12-01', true],
  ['monthly', '2026-11-30', false],
  ['none', '2026-12-01', false],
  [null, '2026-12-01', false],
])('%s on %s: %s', (often, day, due) => expect(mailDue(often, businessDate(day))).toBe(due))
