import { expect, test } from '@jest/globals'

import { decideParent, mostLevels } from './decideParent'

const above = (count: number): number[] => Array.from({ length: count }, (_, index) => 100 + index)

test.each<[string, number | null, number[], number, boolean]>([
  ['a new one under another', null, [1], 0, true],
  ['under itself', 7, [7], 0, false],
  ['under its own child, however far', 7, [9, 8, 7, 1], 2, false],
  ['the last level that is allowed', 7, above(mostLevels - 1), 0, true],
  ['one level too many', 7, above(mostLevels), 0, false],
  ['moved with what stands under it, just so', 7, above(10), 9, true],
  ['moved with what stands under it, too deep', 7, above(10), 10, false],
])('%s', (_, own, path, below, passes) => expect(decideParent({ path: 'parent', own, above: path, below })).toHaveLength(passes ? 0 : 1))
