import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { decideQuotedQty } from './decideQuotedQty'

const taking = (...lines: Array<[quoteLine: string, qty: number, open: number]>) =>
  decideQuotedQty(lines.map(([quoteLine, qty, open], index) => ({ index, quote: 'QT1', quoteLine, qty, open }))).map(
    ({ code, path, facts }) => [code, path, facts['accepted']],
  )

test('what is open may be ordered to the last piece, and no more over all lines that refer to it', () => {
  expect(taking(['a', 10, 10])).toEqual([])
  expect(taking(['a', 10.0001, 10])).toEqual([['INVALID_INPUT', 'lines.0.qty', '≤ 10']])
  expect(taking(['a', 3, 4], ['b', 9, 9], ['a', 2, 4])).toEqual([['INVALID_INPUT', 'lines.2.qty', '≤ 1']])
  expect(taking(['a', 4, 4], ['a', 1, 4])).toEqual([['NOTHING_OPEN', 'lines.1.qty', undefined]])
  expect(taking(['a', 1, -2])).toEqual([['NOTHING_OPEN', 'lines.0.qty', undefined]])
})

test('refused exactly when the sum is beyond what is open', () => {
  const qty = fc.integer({ min: 1, max: 50 })
  fc.assert(
    fc.property(fc.array(qty, { minLength: 1, maxLength: 6 }), fc.integer({ min: 0, max: 150 }), (lines, open) => {
      const beyond = lines.reduce((sum, n) => sum + n, 0) > open
      expect(taking(...lines.map((n): [string, number, number] => ['a', n, open])).length > 0).toBe(beyond)
    }),
  )
})
