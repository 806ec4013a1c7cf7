import { describe, expect, test } from '@jest/globals'

import { reading, seesAll } from '@/tests/support/reportReader'

import { runReport } from '../kit/runReport'
import { customerStatement } from './definition'

const params = { customer: [3], salesperson: [], department: [], from: '2026-01-10', to: '2026-04-30' }
const row = { customerId: 3, customerCode: 'C1', customer: '客户' }
// 1,000.00 before, 700.00 paid, 120.50 credited, the 700.00 bounced: 879.50
const rows = [
  { ...row, kind: 'opening', date: null, no: null, due: null, debit: null, credit: null, amount: '1000', balance: '1000' },
  { ...row, kind: 'receipt', date: '2026-01-20', no: 'RC1', due: null, debit: '0', credit: '700', amount: '-700', balance: '300' },
  {
    ...row,
    kind: 'creditNote',
    date: '2026-02-01',
    no: 'IN2',
    due: '2026-02-01',
    debit: '0',
    credit: '120.50',
    amount: '-120.50',
    balance: '179.50',
  },
  { ...row, kind: 'bounced', date: '2026-04-01', no: 'RC1', due: null, debit: '700', credit: '0', amount: '700', balance: '879.50' },
]
const ask = {
  report: customerStatement,
  params,
  viewer: seesAll,
  language: 'en',
  today: '2026-11-24',
  reader: reading(rows, { _expected: '879.50', total_amount: '879.50', total_debit: '700', total_credit: '820.50' }),
} as const

describe('customer statement', () => {
  test('balance before, every movement in words, the balance after', async () => {
    const answer = await runReport(ask)
    expect(answer.rows.map(({ kind, no, balance }) => [kind, no, balance])).toEqual([
      ['Balance before', null, 1000],
      ['Receipt', 'RC1', 300],
      ['Credit note', 'IN2', 179.5],
      ['Bounced receipt', 'RC1', 879.5],
    ])
    expect(answer.totals).toMatchObject({ debit: 700, credit: 820.5, amount: 879.5 })
    expect(1000 + 700 - 820.5).toBe(answer.controlTotal.actual)
    expect(answer.controlTotal.ok).toBe(true)
  })
})
