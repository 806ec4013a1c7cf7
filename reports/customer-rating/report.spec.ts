import { describe, expect, test } from '@jest/globals'

import { reading, seesAll } from '@/tests/support/reportReader'

import { runReport } from '../kit/runReport'
import { customerRating } from './definition'
import { customerRatingQuery } from './query'

const params = { show: 'latest' as const, grade: undefined, customer: [], salesperson: [], department: [] }
// F9 by hand: sales 600,000 of 1,000,000 → 24; 15 days late → 40 × 45/60 = 30; returns 2 % → 20 × 0.8 = 16; together 70 points
const source = {
  ...{
    customerId: 3,
    ratingId: 5,
    no: 'CG1',
    date: '2026-10-01',
    status: 'proposed',
    customerCode: 'C1',
    customer: '客户',
    salesperson: '李',
  },
  ...{
    netSales: '600000',
    daysLate: '15',
    returnRate: '2',
    points: '70',
    grade: 'A',
    gradeBefore: 'B',
    proposedLimit: '90000',
    limitBefore: null,
    ratings: 1,
  },
}
const envelope = { _expected: '1', total_ratings: '1', total_netSales: '600000' }
const ask = {
  report: customerRating,
  params,
  viewer: seesAll,
  language: 'zh',
  today: '2026-11-24',
  reader: reading([source], envelope),
} as const

describe('customer rating', () => {
  test('the points of a customer with the grade before and what is proposed', async () => {
    const { rows, controlTotal } = await runReport(ask)
    expect(rows[0]).toMatchObject({ points: 70, grade: 'A', gradeBefore: 'B', proposedLimit: 90000, limitBefore: null })
    expect(24 + 30 + 16).toBe(rows[0]?.['points'])
    expect(controlTotal).toMatchObject({ column: 'ratings', expected: 1, actual: 1, ok: true })
  })
  test('limits only for those entitled', async () => {
    const answer = await runReport({ ...ask, viewer: { ...seesAll, seeCreditLimit: false, roles: ['salesManager'] } })
    expect(JSON.stringify(answer)).not.toMatch(/90000|proposedLimit/)
  })
  test('the latest leaves out what was rejected, the history what nobody may see', () => {
    const { text } = customerRatingQuery({ params, scope: { kind: 'none' } })
    expect(text).toMatch(/<> 'rejected'[\s\S]*false/)
    expect(text).toContain('place = 1')
    expect(customerRatingQuery({ params: { ...params, show: 'all' }, scope: { kind: 'all' } }).text).not.toContain('place = 1')
  })
})
