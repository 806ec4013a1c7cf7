import { describe, expect, test } from '@jest/globals'

import { reading, seesAll } from '@/tests/support/reportReader'

import { readParams } from '../kit/params'
import { runReport } from '../kit/runReport'
import { receivablesAgeing } from './definition'
import { ageingQuery, type AgeingParams } from './query'

const params: AgeingParams = {
  by: 'customer',
  asOf: '2026-03-01',
  limits: [30, 60, 90, 120],
  customer: [],
  salesperson: [],
  department: [],
}
// 1,000.00 invoiced on 1 January in two halves, due 1 and 31 January; 700.00 on account since 20 January: on 1 March 59 and 29 days late
const source = {
  ...{ customerId: 7, customerCode: 'C1', customer: '客户', grade: 'A', salesperson: '李' },
  ...{ notDue: '0', d1: '500', d2: '500', d3: '0', d4: '0', d5: '0', onAccount: '-700', total: '300', daysLate: 59 },
}
const envelope = { _expected: '300', total_total: '300', total_d1: '500', total_d2: '500', total_onAccount: '-700' }
const ask = {
  report: receivablesAgeing,
  params,
  viewer: seesAll,
  language: 'en',
  today: '2026-11-23',
  reader: reading([source], envelope),
} as const

describe('receivables ageing', () => {
  test('a row, its totals and the control of invoices less receipts', async () => {
    const answer = await runReport(ask)
    expect(answer.rows[0]).toMatchObject({ customer: '客户', d1: 500, d2: 500, onAccount: -700, total: 300, daysLate: 59 })
    expect(answer.totals).toMatchObject({ d1: 500, d2: 500, onAccount: -700, total: 300 })
    expect(answer.controlTotal).toMatchObject({ expected: 300, actual: 300, ok: true })
    expect(answer.drills[0]).toEqual({ customer: '7', by: 'document' })
  })
  test('the classes are named by their limits', async () => {
    const { columns } = await runReport({ ...ask, params: { ...params, limits: [10, 20, 40, 80] } })
    expect(columns.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['1–10 days', '11–20 days', '21–40 days', '41–80 days', '> 80 days']),
    )
  })
  test('as of a past day everything is measured by that day; without one by today', () => {
    const asked = (more: Partial<AgeingParams>) =>
      ageingQuery({ params: { ...params, ...more }, scope: { kind: 'all' }, today: '2026-11-23' }).values[0]
    expect([asked({}), asked({ asOf: undefined })]).toEqual(['2026-03-01', '2026-11-23'])
  })
  test('limits that do not rise are refused', () => {
    const read = (limits: string) =>
      readParams({ shape: receivablesAgeing.params, given: [['limits', limits]], language: 'en', today: '2026-03-01' })
    expect(read('30,60,90,120').findings).toEqual([])
    expect(read('30,30,90,120').findings).toHaveLength(1)
  })
  test('what a person gave is a value, never text of the statement', () => {
    const { text, values } = ageingQuery({
      params: { ...params, customer: [4711] },
      scope: { kind: 'own', userId: 99 },
      today: '2026-11-23',
    })
    expect(text).not.toMatch(/4711|2026-03-01/)
    expect(values).toEqual(expect.arrayContaining([[4711], '2026-03-01']))
  })
})
