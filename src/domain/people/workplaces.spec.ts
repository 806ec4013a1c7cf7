import { expect, test } from '@jest/globals'

import { type Role, roles } from './person'
import { placesOf } from './workplaces'

const names = (role: Role, mayRelease = false): string[] => placesOf({ roles: [role], mayRelease })

test('a warehouse keeper sees stock and shipping, no prices, no credit, no settings', () => {
  const seen = names('warehouse')
  expect(seen).toEqual(expect.arrayContaining(['/stock', 'deliveries', 'stock-counts']))
  expect(seen.filter((name) => /price|credit|settings|invoice|receipts$/.test(name) && name !== 'stock-receipts')).toEqual([])
})

test('a quota leads to the credit desk whatever the role', () => {
  expect(names('pmc')).not.toContain('/credit-releases')
  expect(names('pmc', true)).toContain('/credit-releases')
})

test('no place is named twice, every role has a day that fits on a screen, and the general manager sees everything', () => {
  const all = names('generalManager')
  expect(new Set(all).size).toBe(all.length)
  for (const role of roles.filter((each) => !['generalManager', 'auditor', 'admin'].includes(each))) {
    expect([role, names(role).length]).toEqual([role, expect.any(Number)])
    expect(names(role).length).toBeLessThanOrEqual(34)
  }
})
