import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { copied, sameStored } from './recordValues'

test.each([
  [null, undefined, true],
  [undefined, null, true],
  ['5000', 5000, true],
  ['5000.0', 5000, true],
  ['', 0, false],
  [0, null, false],
  [false, null, false],
  [[], null, false],
  [{ limit: '5000', days: null }, { limit: 5000 }, true],
  [{ limit: 5000 }, { limit: 5000, days: 30 }, false],
  [[{ id: 'a', main: true }], [{ main: true, id: 'a' }], true],
  [['a', 'b'], ['b', 'a'], false],
  [['a'], ['a', 'b'], false],
  ['2026-01-01', '2026-01-01T00:00:00.000Z', false],
])('%j stored over %j: the same %s', (given, stored, same) => {
  expect(sameStored(given, stored)).toBe(same)
})

test('a copy says the same and is nobody else’s, to the last row', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
      const copy = copied(record)
      expect(copy).toEqual(record)
      expect(sameStored(copy, record)).toBe(true)
    }),
    { examples: [[JSON.parse('{"__proto__":0}')], [JSON.parse('{"__proto__":{"a":[1]}}')]] },
  )
  const record = { credit: { limit: 1 }, titles: [{ title: '甲' }] }
  const copy = copied(record) as typeof record
  copy.credit.limit = 2
  copy.titles[0]!.title = '乙'
  expect(record).toEqual({ credit: { limit: 1 }, titles: [{ title: '甲' }] })
})
