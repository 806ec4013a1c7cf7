import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { readBreaks, spokenBreaks } from './breaksCell'

test.each([
  ['500 @ 8, 1000@7.5', [[500, 8], [1000, 7.5]]],
  ['１０００：７．５；500', [[500, null], [1000, 7.5]]],
  ['500=¥8、', [[500, 8]]],
  ['500', [[500, null]]],
])('%s is read as %j', (typed, breaks) => {
  expect(readBreaks(typed)).toEqual({ value: breaks.map(([qty, price]) => ({ qty, price })) })
}) // prettier-ignore

test('nothing is no breaks', () => expect([readBreaks(' '), spokenBreaks(null)]).toEqual([{ value: null }, '']))

test.each(['500 @', 'many', '0 @ 5', '-5 @ 1', '500 @ 8, 500 @ 7', '5 @ 8 @ 9', '1,000 @ x'])('%s cannot be read', (typed) => {
  expect(readBreaks(typed)).toEqual({ unread: true })
})

test('property: what is shown is read as what it was, whatever the order it was typed in', () => {
  const one = fc.record({
    qty: fc.integer({ min: 1, max: 100_000 }).map((qty) => qty / 4),
    price: fc.option(fc.integer({ min: 0, max: 100_000 }).map((price) => price / 100)),
  })
  fc.assert(
    fc.property(fc.uniqueArray(one, { selector: ({ qty }) => qty, minLength: 1, maxLength: 6 }), (breaks) => {
      expect(readBreaks(spokenBreaks(breaks))).toEqual({ value: breaks.toSorted((a, b) => a.qty - b.qty) })
    }),
  )
})
