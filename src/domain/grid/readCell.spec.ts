import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { readCell, readDate, readFigure, spokenFigure } from './readCell'

const today = '2026-11-29'

describe('figures', () => {
  test.each<[string, number | null]>([
    ['1,234.50', 1234.5], ['¥ 0.35', 0.35], ['１２', 12], ['13%', 13], ['', null], ['.5', 0.5], ['-3', -3], ['0.100000', 0.1], ['12。5', 12.5],
  ])('%s', (typed, value) => expect(readFigure(typed)).toEqual({ value })) // prettier-ignore
  test.each(['十个', '1e5', '1.2.3', '12 pcs', '0.1234567', '--1', '99999999999999999'])('%s stays as it was typed', (typed) =>
    expect(readFigure(typed)).toEqual({ unread: true }),
  )
  test('what is shown is read as what it was, for every figure a field can keep', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), fc.integer({ min: 0, max: 6 }), (units, scale) => {
        const value = Number((units / 10 ** scale).toFixed(scale))
        expect(readFigure(spokenFigure(value, 'figure'), 6)).toEqual({ value: value === 0 ? expect.closeTo(0) : value })
      }),
    )
  })
})

describe('dates', () => {
  test.each([
    ['2026-12-05', '2026-12-05'], ['20261205', '2026-12-05'], ['12-5', '2026-12-05'], ['1205', '2026-12-05'], ['12月5日', '2026-12-05'],
    ['2026年12月5日', '2026-12-05'], ['12/5', '2026-12-05'], ['+7', '2026-12-06'], ['1-5', '2027-01-05'], ['11-29', '2026-11-29'], ['', null],
  ])('%s', (typed, value) => expect(readDate(typed, today)).toEqual({ value })) // prettier-ignore
  test.each(['2-30', '13-1', 'soon', '2026-02-29', '1999-01-01', '5'])('%s stays as it was typed', (typed) =>
    expect(readDate(typed, today)).toEqual({ unread: true }),
  )
})

test('a choice is read by its word in either language', () => {
  const column = { name: 'supply', label: { zh: '供应', en: 'Supply' }, kind: 'choice', options: [{ value: 'finishedStock', label: { zh: '成品库', en: 'Finished stock' } }] } as const // prettier-ignore
  for (const typed of ['finishedStock', '成品库', ' finished STOCK ', 'Ｆinished　Stock'])
    expect(readCell(column, typed, today)).toEqual({ value: 'finishedStock' })
  expect(readCell(column, '别的', today)).toEqual({ unread: true })
})
