import { describe, expect, test } from '@jest/globals'

import { reading, seesAll } from '@/tests/support/reportReader'

import { runReport } from '../kit/runReport'
import { dunningList, dunningShape } from './definition'

const params = { level: undefined, customer: [], salesperson: [], department: [] }
// grade A, 10 days of grace, a step of 15: 11 days late is the first reminder, 26 the second; 500.00 and 120.25 overdue
const rows = [
  {
    customerId: 1,
    customerCode: 'C1',
    customer: '客户',
    grade: 'A',
    no: 'IN1',
    due: '2026-10-29',
    days: 26,
    grace: 10,
    level: 2,
    amount: '500',
    unused: '80',
  },
  {
    customerId: 1,
    customerCode: 'C1',
    customer: '客户',
    grade: 'A',
    no: 'IN2',
    due: '2026-11-13',
    days: 11,
    grace: 10,
    level: 1,
    amount: '120.25',
    unused: '80',
  },
]
const ask = {
  report: dunningList,
  params,
  viewer: seesAll,
  language: 'en',
  today: '2026-11-24',
  reader: reading(rows, { _expected: '620.25', total_amount: '620.25' }),
} as const

describe('dunning list', () => {
  test('who is reminded of what, with money on account beside it', async () => {
    const answer = await runReport(ask)
    expect(answer.rows.map(({ level, no, days, amount, unused }) => [level, no, days, amount, unused])).toEqual([
      ['Second reminder', 'IN1', 26, 500, 80],
      ['Reminder', 'IN2', 11, 120.25, 80],
    ])
    expect([answer.totals['amount'], answer.controlTotal.ok]).toEqual([620.25, true])
  })
  test.each([
    [1, '友好提醒'],
    [2, '第二次催款'],
    [3, '第三次催款'],
    [4, '最后通知'],
    [null, null],
  ])('level %s is %s', (level, named) => expect(dunningShape({ level }, { language: 'zh' }).level).toBe(named))
})
