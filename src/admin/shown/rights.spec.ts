import { expect, test } from '@jest/globals'
import type { SanitizedPermissions } from 'payload'

import { heardRights, toldRights } from './rights'

const permissions: SanitizedPermissions = {
  canAccessAdmin: true,
  collections: {
    orders: { create: true, read: true, update: true, fields: { customer: true } },
    quotes: { create: true, read: true, update: true, fields: true },
    items: { read: true, fields: { name: true } },
    'audit-log': { fields: {} },
  },
  globals: { company: { read: true, fields: { name: true } } },
}

test('rights are told by what may be done, with the fields of what is shown', () => {
  const told = toldRights(permissions, ['orders', 'drawings'])
  expect(told.collections).toEqual({
    may: { 'create read update': 'orders quotes', read: 'items', '': 'audit-log' },
    fields: { orders: { customer: true } },
  })
  expect(heardRights(told)).toEqual({
    canAccessAdmin: true,
    collections: {
      orders: { create: true, read: true, update: true, fields: { customer: true } },
      quotes: { create: true, read: true, update: true, fields: {} },
      items: { read: true, fields: {} },
      'audit-log': { fields: {} },
    },
    globals: { company: { read: true, fields: {} } },
  })
})

test('for whom a right holds is told to no browser', () => {
  const conditional = { read: { permission: true, where: { salesperson: { equals: 4 } } }, fields: {} }
  const told = toldRights(JSON.parse(JSON.stringify({ canAccessAdmin: true, collections: { orders: conditional } })), [])
  expect(JSON.stringify(told)).not.toContain('salesperson')
  expect(heardRights(told).collections).toEqual({ orders: { read: true, fields: {} } })
})

test('who may not enter is told so', () => {
  expect(heardRights(toldRights({}, []))).toEqual({ collections: {}, globals: {} })
})
