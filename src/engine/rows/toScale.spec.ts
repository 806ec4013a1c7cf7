import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { d, Decimal } from '@/src/domain/kernel/decimal'
import { toNumber } from '@/src/domain/kernel/money'

import { toScale } from './toScale'

const exactly = (value: number | string, scale: number): number => toNumber(d(value).toDecimalPlaces(scale, Decimal.ROUND_HALF_UP))

test.each([
  [0.1 + 0.2, 4, 0.3],
  [1.005, 2, 1.01],
  [-1.005, 2, -1.01],
  ['2.5', 0, 3],
  [12.35, 4, 12.35],
  [9007199254740993, 2, 9007199254740992],
  [1e21, 6, 1e21],
])('%p with %p places is %p', (value, scale, expected) => {
  expect(toScale(value, scale)).toBe(expected)
})

test('it is the exact figure rounded once, whatever number is given', () => {
  const figure = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e18, max: 1e18 }),
    fc.tuple(fc.maxSafeInteger(), fc.nat(8)).map(([whole, places]) => whole / 10 ** places),
    fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(7)).map(([whole, places]) => (whole + 0.5) / 10 ** places),
  )
  fc.assert(
    fc.property(figure, fc.nat(6), (value, scale) => {
      expect(toScale(value, scale)).toBe(exactly(value, scale))
    }),
    { numRuns: 5000 },
  )
})
