import { describe, expect, test } from '@jest/globals'

import { reading, seesAll } from '@/tests/support/reportReader'

import { runReport } from '../kit/runReport'
import { creditBalance } from './definition'
import { creditBalanceQuery } from './query'

const params = { kind: 'customers', show: 'used', customer: [], salesperson: [], department: [] } as {
  kind: 'customers'
  show: 'used'
  customer: number[]
  salesperson: number[]
  department: number[]
}
// 400 ordered, 600 delivered, 250.50 in drafts, 749.50 owed = 2,000.00 of 1,800.00: 200.00 too much
const source = {
  ...{ objectId: 3, code: 'C1', name: '客户', grade: 'B', status: 'hold', limit: '1800', until: null },
  ...{ orders: '400', deliveries: '600', unaudited: '250.50', receivable: '749.50', exposure: '2000', free: '-200' },
  ...{ oldestNo: 'IN1', oldestDue: '2026-01-31', oldestAmount: '749.50', alarmNo: 'SO9', alarmDate: '2026-03-01' },
}
const envelope = {
  _expected: '2000',
  total_orders: '400',
  total_deliveries: '600',
  total_unaudited: '250.5',
  total_receivable: '749.5',
  total_exposure: '2000',
}
const ask = {
  report: creditBalance,
  params,
  viewer: seesAll,
  language: 'en',
  today: '2026-03-02',
  reader: reading([source], envelope),
} as const

describe('credit balance', () => {
  test('buckets add up to the exposure, free is limit less exposure, the status is said in words', async () => {
    const { rows, totals, controlTotal } = await runReport(ask)
    expect(rows[0]).toMatchObject({ limit: 1800, exposure: 2000, free: -200, status: 'Over the limit', oldestNo: 'IN1', alarmNo: 'SO9' })
    const { orders, deliveries, unaudited, receivable } = totals as Record<string, number>
    expect(Number(orders) + Number(deliveries) + Number(unaudited) + Number(receivable)).toBe(totals['exposure'])
    expect(controlTotal).toMatchObject({ expected: 2000, actual: 2000, ok: true })
  })
  test('without the right to see limits neither limit, free nor status is there, in rows, columns or anywhere', async () => {
    const answer = await runReport({ ...ask, viewer: { ...seesAll, seeCreditLimit: false, roles: ['salesManager'] } })
    expect(answer.columns.map(({ key }) => key)).not.toEqual(expect.arrayContaining(['limit']))
    expect(JSON.stringify(answer)).not.toMatch(/1800|-200|Over the limit/)
    expect(answer.rows[0]).toMatchObject({ exposure: 2000 })
  })
  test('books that disagree with their entries are told', async () => {
    expect((await runReport({ ...ask, reader: reading([source], { ...envelope, _expected: '1999.99' }) })).controlTotal.ok).toBe(false)
  })
  test('who sees his own department sees it and its people, nobody else', () => {
    const where = (kind: 'departments' | 'users') =>
      creditBalanceQuery({
        params: { ...params, kind },
        scope: { kind: 'department', userId: 5, departmentId: 8 },
        today: '2026-03-02',
      }).text
    expect(where('departments')).toMatch(/m\.id = \$\d/)
    expect(where('users')).toMatch(/m\.id = \$\d+ or m\.department_id = \$\d+/)
  })
})
