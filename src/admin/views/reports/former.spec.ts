import { describe, expect, test } from '@jest/globals'

import { formerDay, formerDays, rowName } from './former'
import { chosenIn, queryOf } from './useChosen'

describe('what a period is compared with', () => {
  test.each([
    ['2026-01-01', '2026-03-31', 'year', '2025-01-01', '2025-03-31'],
    ['2026-01-01', '2026-03-31', 'period', '2025-10-03', '2025-12-31'],
    ['2024-02-29', '2024-02-29', 'year', '2023-02-28', '2023-02-28'],
    ['2026-11-29', '2026-11-29', 'period', '2026-11-28', '2026-11-28'],
  ])('%s … %s against the %s: %s … %s', (from, to, against, first, last) => {
    expect(formerDays({ from, to }, against)).toEqual({ from: first, to: last })
  })
  test.each([
    ['2026-11-30', 'year', '2025-11-30'],
    ['2024-02-29', 'year', '2023-02-28'],
    ['2026-03-31', 'period', '2026-02-28'],
    ['2026-03-31', '', null],
    ['', 'year', null],
  ])('a day, %s, against the %s: %s', (day, against, former) => expect(formerDay(day, against)).toBe(former))
  test('without two days, or with nothing to compare with, there is none', () => {
    expect([formerDays({ from: '', to: '2026-01-01' }, 'year'), formerDays({ from: '2026-01-01', to: '2026-01-02' }, '')]).toEqual([
      null,
      null,
    ])
  })
  test('a month of the year before lies beside its like', () => {
    const columns = [
      { key: 'month', title: '', kind: 'text' as const },
      { key: 'amount', title: '', kind: 'money' as const },
    ]
    expect([rowName({ columns }, { month: '2025-03', amount: 1 }, true), rowName({ columns }, { month: '2025-Q1' }, true)]).toEqual([
      '2026-03',
      '2026-Q1',
    ])
    expect(rowName({ columns }, { month: '2025-03' }, false)).toBe('2025-03')
  })
})

test('what belongs to the screen stands in the address and is not asked of the report', () => {
  const description = {
    name: 'x',
    title: 'x',
    params: [{ name: 'by', label: '', kind: 'choice' as const, accepted: '', initial: 'month' }],
  }
  const chosen = chosenIn(description, '?by=item&_sort=-amount&unknown=1')
  expect(chosen).toEqual({ by: 'item', _sort: '-amount', _hide: '', _with: '' })
  expect(queryOf(chosen).toString()).toBe('by=item')
})
