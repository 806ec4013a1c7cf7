import { expect, test } from '@jest/globals'

import { decideReturnDate } from './decideReturnDate'

const today = '2026-12-02'

test.each([
  ['today', { date: '2026-12-02', before: null, roles: ['sales'] }, []],
  ['tomorrow', { date: '2026-12-03', before: null, roles: ['warehouse'] }, []],
  ['yesterday, by who sells', { date: '2026-12-01', before: null, roles: ['sales'] }, ['date']],
  ['yesterday, by who keeps stock', { date: '2026-11-30', before: '2026-12-02', roles: ['warehouse', 'sales'] }, ['date']],
  ['yesterday, by the manager', { date: '2026-11-30', before: null, roles: ['sales', 'salesManager'] }, []],
  ['yesterday, by the accountant', { date: '2026-11-30', before: null, roles: ['finance'] }, []],
  ['what stands', { date: '2026-11-30', before: '2026-11-30', roles: ['sales'] }, []],
  ['moved to another past day', { date: '2026-11-29', before: '2026-11-30', roles: ['sales'] }, ['date']],
  ['the house itself', { date: '2026-11-30', before: null, roles: null }, []],
] as const)('a return of %s', (_name, facts, expected) => {
  expect(decideReturnDate({ ...facts, today }).map(({ path }) => path)).toEqual(expected)
})
