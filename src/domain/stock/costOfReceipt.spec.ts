import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { d } from '../kernel/decimal'
import { costOfReceipt } from './costOfReceipt'

test.each([
  [60, 60, 20, 60, false],
  [72, 60, 20, 72, false],
  [72.01, 60, 20, 60, true],
  [48, 60, 20, 48, false],
  [47.99, 60, 20, 60, true],
  [600, 60, null, 600, false],
  [0, 60, 20, 60, true],
  [60.5, 60, 0, 60, true],
])('typed %d, known %d, %s %%: %d', (typed, expected, tolerance, cost, isToConfirm) =>
  expect(costOfReceipt({ typed, expected: d(expected), tolerance })).toEqual({ cost, isToConfirm }),
)

test('what is not known is not compared', () => {
  expect(costOfReceipt({ typed: 600, expected: null, tolerance: 20 })).toEqual({ cost: 600, isToConfirm: false })
})

test('what is booked is never further from the books than allowed', () => {
  const cost = fc.integer({ min: 1, max: 1_000_000 }).map((n) => n / 100)
  fc.assert(
    fc.property(cost, cost, fc.integer({ min: 0, max: 100 }), (typed, known, tolerance) => {
      const booked = costOfReceipt({ typed, expected: d(known), tolerance })
      expect(d(booked.cost).minus(known).abs().lte(d(known).times(tolerance).div(100).plus('0.000001'))).toBe(true)
      expect(booked.isToConfirm).toBe(booked.cost !== typed)
    }),
  )
})
