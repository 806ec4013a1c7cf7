import { describe, expect, test } from '@jest/globals'

import type { Person, Role } from '@/src/domain/people/person'

import { scopeWhere } from './dataScope'
import { hasRole } from './roles'

const salesOwner = { salesperson: 'salesperson', department: 'department', preparedBy: 'preparedBy' }

const person = (roles: Role[], more: Partial<Person> = {}): Person => ({ id: 7, roles, department: 3, ...more })

describe('whose rows a person sees', () => {
  test('nobody and a person without role see nothing', () => {
    expect(scopeWhere(null, salesOwner)).toBe(false)
    expect(scopeWhere(person([]), salesOwner)).toBe(false)
  })

  test('own: documents one sells or prepared', () => {
    expect(scopeWhere(person(['sales']), salesOwner)).toEqual({ or: [{ salesperson: { equals: 7 } }, { preparedBy: { equals: 7 } }] })
  })

  test('department: also those of the department, given as id or as document', () => {
    const where = { or: [{ salesperson: { equals: 7 } }, { preparedBy: { equals: 7 } }, { department: { equals: 3 } }] }
    expect(scopeWhere(person(['salesManager']), salesOwner)).toEqual(where)
    expect(scopeWhere(person(['salesManager'], { department: { id: 3 } }), salesOwner)).toEqual(where)
  })

  test('a manager without department sees his own only', () => {
    expect(scopeWhere(person(['salesManager'], { department: null }), { department: 'department' })).toBe(false)
  })

  test('listed warehouses limit on top of it', () => {
    const keeper = person(['warehouse'], { warehouses: [1, { id: 2 }] })
    expect(scopeWhere(keeper, { warehouses: ['from', 'to'] })).toEqual({ or: [{ from: { in: [1, 2] } }, { to: { in: [1, 2] } }] })
  })
})

test('an anonymous request holds no role', () => {
  expect(hasRole(null, 'admin')).toBe(false)
  expect(hasRole({ id: 1 }, 'admin')).toBe(false)
})
