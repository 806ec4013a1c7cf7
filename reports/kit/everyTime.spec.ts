import { describe, expect, test } from '@jest/globals'

import { chartOption } from './chart'
import { col } from './columns'
import { everyTime } from './everyTime'

describe('times along an axis', () => {
  test.each([
    [
      ['2026-11', '2026-08'],
      ['2026-08', '2026-09', '2026-10', '2026-11'],
    ],
    [
      ['2025-12', '2026-02'],
      ['2025-12', '2026-01', '2026-02'],
    ],
    [
      ['2025-Q4', '2026-Q2'],
      ['2025-Q4', '2026-Q1', '2026-Q2'],
    ],
    [
      ['2023', '2026'],
      ['2023', '2024', '2025', '2026'],
    ],
    [['2026-08'], ['2026-08']],
    [
      ['2026-11-30', '2026-11-02'],
      ['2026-11-02', '2026-11-30'],
    ],
    [
      ['', '2026-11'],
      ['', '2026-11'],
    ],
    [
      ['later', '2026-11'],
      ['later', '2026-11'],
    ],
    [[], []],
  ])('%j are drawn as %j', (found, drawn) => expect(everyTime(found)).toEqual(drawn))

  test('a month of a false date does not draw a thousand years', () =>
    expect(everyTime(['0026-01', '2026-01'])).toEqual(['0026-01', '2026-01']))
})

test('a month nobody bought in has an amount of 0 and no margin; one without a figure stays without', () => {
  const columns = [
    col.text('month', { zh: '月份', en: 'Month' }),
    col.money('amount', { zh: '金额', en: 'Amount' }),
    col.percent('margin', { zh: '毛利率', en: 'Margin' }),
  ]
  const rows = [
    { month: '2026-10', amount: '5', margin: null },
    { month: '2026-08', amount: '100', margin: '40' },
  ]
  const drawn = chartOption({
    plan: { category: 'month', over: 'time', measures: ['amount', 'margin'] },
    rows,
    columns,
    language: 'en',
    title: '',
  })
  expect(drawn?.xAxis.data).toEqual(['2026-08', '2026-09', '2026-10'])
  expect(drawn?.series.map(({ data }) => data)).toEqual([
    [100, 0, 5],
    [40, null, null],
  ])
})
