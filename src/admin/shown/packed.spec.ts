import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { packed, unpacked } from './packed'

test('what most say is said once, and names are', () => {
  const kinds = [
    { slug: 'orders', folders: false, admin: { useAsTitle: 'no' } },
    { slug: 'quotes', folders: false, admin: { useAsTitle: 'no' } },
    { slug: 'items', folders: true, admin: { useAsTitle: 'name' }, upload: null },
    { slug: 'users', admin: { useAsTitle: 'name' } },
    { slug: 'units', folders: false, admin: { useAsTitle: 'code' } },
  ]
  const told = packed(kinds)
  expect(told).toEqual({
    names: 'slug folders admin upload',
    usual: { folders: false },
    rows: [
      ['orders', { useAsTitle: 'no' }, null],
      ['quotes', { useAsTitle: 'no' }, null],
      ['items', { useAsTitle: 'name' }, null],
      ['users', { useAsTitle: 'name' }, null],
      ['units', { useAsTitle: 'code' }, null],
    ],
    own: { 2: { folders: true } },
    not: { upload: '0 1 4', 'folders upload': '3' },
  })
  expect(told && unpacked(told)).toEqual(kinds)
})

test('a name that cannot be told in a list of names is not packed', () => {
  expect(packed([{ 'two words': 1 }])).toBeNull()
})

test('whatever is packed comes out as it went in, its names in their order', () => {
  const value = fc.oneof(fc.boolean(), fc.constantFrom('a', 'b', null, 0), fc.record({ en: fc.constantFrom('x', 'y') }), fc.array(fc.nat()))
  const item = fc.record({ one: value, two: value, three: value, four: value }, { requiredKeys: ['two'] })
  fc.assert(
    fc.property(fc.array(item, { maxLength: 12 }), (items) => {
      const told = packed(items)
      const heard = told && unpacked(told)
      expect(heard).toEqual(items)
      const order = ['one', 'two', 'three', 'four'].filter((name) => items.every((each) => name in each))
      for (const each of heard ?? []) expect(Object.keys(each).filter((name) => order.includes(name)).length).toBe(order.length)
    }),
  )
})
