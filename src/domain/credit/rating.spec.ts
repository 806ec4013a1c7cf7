import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { rateCustomer, ratingRule, ratingSteps } from './rating'

describe('F9 rating', () => {
  test.each([
    [800_000, 6, 2, 60, 84, 'AA', '133333.33'],
    [500_000, 15, 2, 30, 66, 'B', '25000'],
    [1_000_000, 0, 0, 30, 100, 'AAA', '125000'],
    [2_000_000, -5, 0, 30, 100, 'AAA', '250000'],
    [0, 0, 0, 30, 60, 'B', '0'],
    [1_000_000, 15, 0, 30, 90, 'AAA', '125000'],
    [1_000_000, 30, 5, 30, 70, 'A', '66666.67'],
    [750_000, 60, 100, 90, 30, 'C', '0'],
    [-100, 0, 0, 30, 60, 'B', '0'],
  ])('%s sold, %s days late, %s %% returned, %s days → %s %s %s', (netSales, daysLate, returnRate, creditDays, points, grade, limit) => {
    const rating = rateCustomer({ netSales, daysLate, returnRate, creditDays })
    expect([rating.points.toNumber(), rating.grade, rating.limit.toString()]).toEqual([points, grade, limit])
  })
  test('weights are settings', () => {
    const rule = { ...ratingRule, target: 2_000_000, volume: 50, payment: 30 }
    expect(rateCustomer({ netSales: 1_000_000, daysLate: 0, returnRate: 0, creditDays: 0 }, rule).points.toNumber()).toBe(75)
  })
  test('the arithmetic is told step by step', () => {
    const facts = { netSales: 800_000, daysLate: 6, returnRate: 2, creditDays: 60 }
    expect(ratingSteps(facts, rateCustomer(facts)).map(({ result }) => result)).toEqual(['32', '36', '16', '84 → AA', '133333.33'])
  })
  test('property: between 0 and 100; more sales, fewer late days, fewer returns never cost points', () => {
    const amount = fc.integer({ min: 0, max: 3_000_000 })
    const days = fc.integer({ min: 0, max: 200 })
    const rate = fc.integer({ min: 0, max: 100 })
    fc.assert(
      fc.property(amount, days, rate, amount, days, rate, (netSales, daysLate, returnRate, more, fewer, less) => {
        const points = rateCustomer({ netSales, daysLate, returnRate, creditDays: 30 }).points
        const better = rateCustomer({
          netSales: netSales + more,
          daysLate: Math.max(0, daysLate - fewer),
          returnRate: Math.max(0, returnRate - less),
          creditDays: 30,
        }).points
        return points.gte(0) && points.lte(100) && better.gte(points)
      }),
    )
  })
})
