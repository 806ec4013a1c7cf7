import { expect, test } from '@jest/globals'

import { leanIndexes } from './indexes'

const column = (name: string) => ({ name })

test('rows are found by their record: places and paths have no index, relations and what is read by them keep theirs', () => {
  const rawTables = {
    orders_lines: {
      columns: { _order: column('_order'), _parentID: column('_parent_id'), item: column('item_id') },
      indexes: { a: { name: 'a', on: ['_order'] }, b: { name: 'b', on: '_parentID' }, c: { name: 'c', on: 'item' } },
    },
    stock_balances: {
      columns: { item: column('item_id'), updatedAt: column('updated_at'), createdAt: column('created_at') },
      indexes: { a: { name: 'a', on: 'item' }, b: { name: 'b', on: 'updatedAt' }, c: { name: 'c', on: 'createdAt' } },
    },
    orders_rels: {
      columns: { order: column('order'), parent: column('parent_id'), path: column('path') },
      indexes: { a: { name: 'a', on: 'order' }, b: { name: 'b', on: 'parent' }, c: { name: 'c', on: 'path' } },
    },
    deliveries: {
      columns: { order: column('order_id'), parent: column('parent_id') },
      indexes: { a: { name: 'a', on: 'order' }, b: { name: 'b', on: 'parent' } },
    },
    audit_log: {
      columns: { user: column('user_id'), no: column('no') },
      indexes: { a: { name: 'a', on: 'user' }, b: { name: 'b', on: 'no' } },
    },
  }
  const config = {
    collections: [
      { slug: 'audit-log', flattenedFields: [{ name: 'user', custom: { indexedBy: 'audit_log_person_at_idx' } }, { name: 'no' }] },
    ],
  }
  const schema = {}
  expect(leanIndexes({ adapter: { payload: { config }, rawTables }, schema })).toBe(schema)
  const left = Object.entries(rawTables).map(([table, { indexes }]) => `${table} ${Object.keys(indexes).join('')}`)
  expect(left).toEqual(['orders_lines c', 'stock_balances c', 'orders_rels b', 'deliveries ab', 'audit_log b'])
})
