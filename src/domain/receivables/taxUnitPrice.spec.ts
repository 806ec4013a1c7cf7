import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { d } from '../kernel/decimal'
import { roundAmount } from '../kernel/money'
import { taxUnitPrice } from './taxUnitPrice'

test.each([
  [100, 3, '33.33333333'],
  [265.49, 3, '88.49666667'],
  [10, 4, '2.5'],
  [5, 0, '5'],
  [0, 7, '0'],
])('%s of %s → %s', (amount, qty, price) => expect(taxUnitPrice({ amount, qty }).toString()).toBe(price))

test('property: price × quantity meets the amount to the cent, whatever the quantity', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000_00 }), fc.integer({ min: 1, max: 1_000_000_000_000 }), (cents, tenThousandths) => {
      const [amount, qty] = [d(cents).div(100), d(tenThousandths).div(10_000)]
      return roundAmount(taxUnitPrice({ amount, qty }).times(qty)).eq(amount)
    }),
  )
})
