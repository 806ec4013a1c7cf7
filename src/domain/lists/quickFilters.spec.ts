import { expect, test } from '@jest/globals'

import { statusWords } from '../words/statusWords'
import { endedStates } from './endedStates'
import { quickFiltersOf } from './quickFilters'

const asking = (slug: string, ...fields: string[]) => ({
  slug,
  me: 7,
  today: '2026-11-29',
  now: '2026-11-29T05:00:00.000Z',
  fields: new Set(fields),
})

test('every kind of document that has states says which of them end it, and no other', () => {
  expect(Object.keys(endedStates).sort()).toEqual(Object.keys(statusWords).sort())
  for (const [slug, states] of Object.entries(endedStates)) {
    const known = Object.keys(statusWords[slug as keyof typeof statusWords])
    expect([slug, states.filter((state) => !known.includes(state))]).toEqual([slug, []])
    expect([slug, states.length > 0 && states.length < known.length]).toEqual([slug, true])
  }
})

test('a list has the filters that its fields can answer', () => {
  const keys = (slug: string, ...fields: string[]): string[] => quickFiltersOf(asking(slug, ...fields)).map(({ key }) => key)
  expect(keys('orders', 'date', 'salesperson', 'preparedBy', 'status')).toEqual(['mine', 'open', 'overdue', 'thisMonth'])
  expect(keys('items', 'code', 'active')).toEqual(['inUse'])
  expect(keys('customers', 'salesperson', 'status')).toEqual(['mine', 'inUse'])
  expect(keys('notifications', 'user', 'read')).toEqual(['mine', 'unread'])
  expect(keys('payment-terms', 'code')).toEqual([])
  expect(quickFiltersOf(asking('deliveries', 'date')).find(({ key }) => key === 'thisMonth')?.meant).toEqual({
    where: { date: { greater_than_equal: '2026-11-01' } },
  })
})
