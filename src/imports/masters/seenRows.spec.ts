import { expect, test } from '@jest/globals'

import { SeenRows } from './seenRows'

test('what a row tells of is known from then on, with the row and whether it is said again the same', () => {
  const seen = new SeenRows()
  expect(seen.note('C1', 'a', 2)).toBeNull()
  expect(seen.note('C2', 'a', 3)).toBeNull()
  expect(seen.note('C1', 'a', 4)).toEqual({ row: 2, same: true })
  expect(seen.note('C1', 'b', 5)).toEqual({ row: 2, same: false })
})

test('a hundred thousand are told apart', () => {
  const seen = new SeenRows()
  const keys = Array.from({ length: 100_000 }, (_none, n) => `code|${String(n)}`)
  expect(keys.filter((key, n) => seen.note(key, key, n + 2) !== null)).toEqual([])
  expect(keys.filter((key, n) => seen.note(key, key, 1)?.row !== n + 2)).toEqual([])
})
