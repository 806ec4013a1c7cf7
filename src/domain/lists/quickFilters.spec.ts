import { expect, test } from '@jest/globals'

import { statesOf } from '../kernel/documentKind'
import { allStated } from '../kinds'
import { quickFiltersOf } from './quickFilters'

const asking = (slug: string, ...fields: string[]) => ({
  slug,
  me: 7,
  today: '2026-11-29',
  now: '2026-11-29T05:00:00.000Z',
  fields: new Set(fields),
})

test.each(allStated.map((kind) => [kind.slug, kind] as const))('%s is over in some of its states and not in all', (_slug, kind) => {
  const known = statesOf(kind)
  expect(kind.ended.filter((state) => !known.includes(state))).toEqual([])
  expect(kind.ended.length > 0 && kind.ended.length < known.length).toBe(true)
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
