import { describe, expect, test } from '@jest/globals'

import type { Person, Role } from '@/src/domain/people/person'

import { scopeWhere } from './dataScope'
import { salesOwner } from './documentAccess'
import { withoutForbiddenFacts } from './fieldRights'
import { hasRole } from './roles'

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

describe('recorded figures', () => {
  test('a stored finding loses the figure and the text that quotes it', () => {
    const finding = { code: 'BELOW_MINIMUM_PRICE', message: 'net 9 below 10', remedy: 'Raise to 10', facts: { net: 9, minimum: 10 } }
    expect(withoutForbiddenFacts(person(['sales']), [finding])).toEqual([{ code: 'BELOW_MINIMUM_PRICE', facts: { net: 9 } }])
    expect(withoutForbiddenFacts(person(['generalManager']), [finding])).toEqual([finding])
  })

  test('the limit cannot be worked out from exposure and excess', () => {
    const alarm = { code: 'CREDIT_LIMIT_EXCEEDED', facts: { limit: 100, exposureAfter: 130, excess: 30 } }
    expect(withoutForbiddenFacts(person(['sales']), alarm)).toEqual({ code: 'CREDIT_LIMIT_EXCEEDED', facts: { exposureAfter: 130 } })
  })

  test('a text without such figures stays', () => {
    const warning = { code: 'DUPLICATE', message: 'exists', facts: { codes: ['C1'] } }
    expect(withoutForbiddenFacts(person(['sales']), warning)).toEqual(warning)
  })
})

test('an anonymous request holds no role', () => {
  expect(hasRole(null, 'admin')).toBe(false)
  expect(hasRole({ id: 1 }, 'admin')).toBe(false)
})
