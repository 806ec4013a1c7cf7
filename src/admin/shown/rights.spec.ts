import { expect, test } from '@jest/globals'
import type { SanitizedDocumentPermissions, SanitizedPermissions } from 'payload'

import { heardDocumentRights, heardRights, toldDocumentRights, toldRights } from './rights'

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

test('rights to one document are told by what may be done with its fields, without the cells of a grid and for whom they hold', () => {
  const whole = { create: true, read: true, update: true } as const
  const rights: SanitizedDocumentPermissions = {
    create: true,
    read: true,
    fields: { no: true, date: true, lines: { ...whole, fields: { qty: true } } },
  }
  const told = toldDocumentRights(rights, ['lines'])
  expect(told).toEqual({
    may: 'create read',
    fields: [
      { right: true, names: 'no date' },
      { right: whole, names: 'lines' },
    ],
  })
  expect(heardDocumentRights(told)).toEqual({ create: true, read: true, fields: { no: true, date: true, lines: whole } })
  expect(heardDocumentRights(toldDocumentRights(rights, []))).toEqual(rights)
  expect(heardDocumentRights(toldDocumentRights({ fields: true }, []))).toEqual({ fields: true })
})
