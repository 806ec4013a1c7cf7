import { describe, expect, test } from '@jest/globals'

import { reading, seesAll } from '@/tests/support/reportReader'

import { runReport } from '../kit/runReport'
import { cashForecast, cashForecastShape } from './definition'

const params = { by: 'week' as const, customer: [], salesperson: [], department: [] }
// overdue 1,000.00; in the week of 30 November 300.00 of a draft and 200.50 of orders: 500.50, together 1,500.50
const rows = [
  { period: null, receivable: '1000', unaudited: '0', deliveries: '0', orders: '0', total: '1000', running: '1000' },
  { period: '2026-11-30', receivable: '0', unaudited: '300', deliveries: '0', orders: '200.50', total: '500.50', running: '1500.50' },
]
const envelope = {
  _expected: '1000',
  total_receivable: '1000',
  total_unaudited: '300',
  total_deliveries: '0',
  total_orders: '200.5',
  total_total: '1500.5',
}
const ask = {
  report: cashForecast,
  params,
  viewer: seesAll,
  language: 'en',
  today: '2026-11-24',
  reader: reading(rows, envelope),
} as const

describe('cash forecast', () => {
  test('overdue stands first, weeks are named by their days, the last running total is the sum', async () => {
    const answer = await runReport(ask)
    expect(answer.rows.map(({ period, total, running }) => [period, total, running])).toEqual([
      ['Due already', 1000, 1000],
      ['2026-11-30 – 12-06', 500.5, 1500.5],
    ])
    expect(answer.totals).toMatchObject({ receivable: 1000, unaudited: 300, orders: 200.5, total: 1500.5 })
    expect(answer.controlTotal).toMatchObject({ column: 'receivable', expected: 1000, actual: 1000, ok: true })
  })
  test.each([
    ['2026-12-28', 'week', '2026-12-28 – 01-03'],
    ['2026-12-01', 'month', '2026-12'],
    [null, 'month', '已到期'],
  ] as const)('the period from %s by %s is %s', (period, by, named) =>
    expect(cashForecastShape({ period, total: '1' }, { params: { by }, language: 'zh' }).period).toBe(named),
  )
})
