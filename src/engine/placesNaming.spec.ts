import { expect, test } from '@jest/globals'
import type { FlattenedField } from 'payload'

import { placesNaming } from './placesNaming'

const relation = (name: string, relationTo: string | string[]) => ({ name, type: 'relationship', relationTo }) as FlattenedField
const inside = (type: 'array' | 'group', name: string, flattenedFields: FlattenedField[]) =>
  ({ name, type, fields: [], flattenedFields }) as FlattenedField

test('a record is named in heads, lines and groups of whatever collection has such a field, and nowhere else', () => {
  const collections = [
    { slug: 'orders', flattenedFields: [relation('customer', 'customers'), inside('array', 'lines', [relation('item', 'items')])] },
    { slug: 'categories', flattenedFields: [inside('group', 'defaults', [relation('terms', 'payment-terms')])] },
    { slug: 'items', flattenedFields: [inside('array', 'codes', [relation('customer', 'customers'), relation('other', 'customers')])] },
    // of several kinds: files, whose uses are kept apart
    { slug: 'notes', flattenedFields: [relation('about', ['customers', 'items'])] },
    { slug: 'payload-preferences', flattenedFields: [relation('user', 'customers')] },
  ]
  const of = (slug: string) => placesNaming(slug, collections).map(({ slug: where, path }) => `${where} ${path}`)
  expect(of('customers')).toEqual(['orders customer', 'items codes.customer', 'items codes.other'])
  expect(of('items')).toEqual(['orders lines.item'])
  expect(of('payment-terms')).toEqual(['categories defaults.terms'])
  expect(of('nothing')).toEqual([])
})
