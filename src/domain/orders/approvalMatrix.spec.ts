import { expect, test } from '@jest/globals'

import { approversFor } from './approvalMatrix'

const rows = [
  { role: 'salesManager', upTo: 10_000 },
  { role: 'generalManager', upTo: null, approvers: 2 },
]

test.each([
  ['below the limit either may, one is enough', 9_999.99, ['salesManager', 'generalManager'], 1],
  ['the limit itself passes', 10_000, ['salesManager', 'generalManager'], 1],
  ['a cent more takes two of the next tier', 10_000.01, ['generalManager'], 2],
])('%s', (_name, amount, roles, needed) => expect(approversFor(rows, amount)).toEqual({ roles, needed }))

test('without rows the roles of the step decide; beyond every row nobody may', () => {
  expect(approversFor([], 5)).toBeNull()
  expect(approversFor([{ role: 'salesManager', upTo: 10 }], 11)).toEqual({ roles: [], needed: 1 })
})
