import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import type { CreditObject } from '../kernel/contributions'
import { creditMoved } from './creditMoved'
import { carriedOver, isReleased, type CreditAlarm, type Release, type ReleasedAlarm } from './release'

const alarm = (excess: number, kind: CreditAlarm['kind'] = 'limit'): CreditAlarm => ({
  kind,
  object: { kind: 'customers', id: 1, name: 'C1' },
  excess,
})
const given = (excess: number, quota: number): ReleasedAlarm => ({
  ...alarm(excess),
  releasedBy: { id: 2, name: 'B' },
  releasedAt: '2026-01-01T00:00:00.000Z',
  quota,
})
const release = (changes: Partial<Release> = {}): Release => ({
  id: 1,
  status: 'released',
  amount: 1200,
  amountNow: 1200,
  version: 3,
  expiresAt: '2026-02-01T00:00:00.000Z',
  alarms: [given(200, 500)],
  ...changes,
})
const now = '2026-01-15T00:00:00.000Z'

describe('whether an alarm is released', () => {
  test.each<[string, number, Partial<Release>, boolean]>([
    ['CR-30 at the released amount', 200, {}, true],
    ['CR-30 a later version of less', 150, { amountNow: 1150 }, true],
    ['CR-30 of more', 300, { amountNow: 1300 }, false],
    ['grown up to the quota', 500, {}, true],
    ['grown beyond the quota', 500.01, {}, false],
    ['expired', 200, { expiresAt: now }, false],
    ['asked, not released', 200, { alarms: [alarm(200)] }, false],
  ])('%s', (_story, excess, changes, expected) =>
    expect(isReleased({ alarm: alarm(excess), releases: [release(changes)], now })).toBe(expected),
  )
  test('a release of the limit is none of the period', () =>
    expect(isReleased({ alarm: alarm(200, 'period'), releases: [release()], now })).toBe(false))
})

test('what one approver released stays while the excess does not grow', () => {
  expect(carriedOver([alarm(200)], [given(200, 500)])[0]?.releasedBy).toEqual({ id: 2, name: 'B' })
  expect(carriedOver([alarm(200.01)], [given(200, 500)])[0]?.releasedBy).toBeUndefined()
})

test('settling moves an amount between objects and creates none: the kinds on both sides net to nothing', () => {
  const objects = fc
    .record({ customer: fc.integer({ min: 1, max: 3 }), user: fc.integer({ min: 1, max: 3 }) })
    .map(({ customer, user }): CreditObject[] => [
      { kind: 'customers', id: customer },
      { kind: 'users', id: user },
    ])
  fc.assert(
    fc.property(objects, objects, fc.integer({ min: 1, max: 1e9 }), (from, to, cents) => {
      const moves = creditMoved({ source: { slug: 'receipts', id: 1 }, amount: cents, from, to })
      const sums = new Map<string, number>()
      for (const { object, amount } of moves) sums.set(object.kind, (sums.get(object.kind) ?? 0) + Number(amount))
      expect([...sums.values()].every((sum) => sum === 0)).toBe(true)
    }),
  )
})
