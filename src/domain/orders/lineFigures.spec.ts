import { expect, test } from '@jest/globals'

import { noProgress } from '../kernel/contributions'
import { quoteLineFigures } from './lineFigures'

test.each([
  [10, undefined, { orderedQty: 0, openQty: 10 }],
  [10, 4.5, { orderedQty: 4.5, openQty: 5.5 }],
  // a larger break was taken: nothing is open, and never less than nothing
  [100, 500, { orderedQty: 500, openQty: 0 }],
  // a price without a quantity
  [0, 7, { orderedQty: 7 }],
])('of a quoted %p ordered %p', (qty, ordered, told) => {
  expect(quoteLineFigures({ qty }, ordered === undefined ? undefined : { ...noProgress, ordered: String(ordered) })).toEqual(told)
})
