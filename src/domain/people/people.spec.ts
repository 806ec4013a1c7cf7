import { describe, expect, test } from '@jest/globals'

import { holdsAnyRole, type Person, type Role, roles } from './person'
import { dataScopeOf, warehousesOf } from './reach'
import { type Figure, figures, mayEditPrice, maySee, maySet, sights } from './sight'

const person = (held: Role[], more: Partial<Person> = {}): Person => ({ id: 7, roles: held, department: 3, ...more })

describe('which figures a role sees', () => {
  const seen: Record<Role, readonly Figure[]> = {
    sales: [],
    salesManager: [],
    pmc: [],
    rd: [],
    engineering: [],
    warehouse: [],
    finance: ['cost', 'creditLimit'],
    generalManager: ['cost', 'minimumPrice', 'creditLimit'],
    auditor: ['cost', 'minimumPrice', 'creditLimit'],
    admin: [],
  }
  test.each(roles.flatMap((role) => figures.map((figure) => [role, figure] as const)))('%s and %s', (role, figure) => {
    expect(maySee(person([role]), figure)).toBe(seen[role].includes(figure))
  })

  test.each(figures)('whoever was granted %s sees it, whatever his role', (figure) => {
    for (const role of roles) expect(maySee(person([role], { [sights[figure].grant]: true }), figure)).toBe(true)
  })

  test.each(figures)('nobody sees %s', (figure) => {
    expect(maySee(null, figure)).toBe(false)
    expect(maySee(person([]), figure)).toBe(false)
  })
})

describe('who enters a figure', () => {
  test.each<[Figure, readonly Role[]]>([
    ['cost', ['finance', 'generalManager', 'admin']],
    ['minimumPrice', ['generalManager', 'admin']],
    ['creditLimit', ['finance', 'generalManager', 'admin']],
  ])('%s', (figure, setters) => {
    expect(roles.filter((role) => maySet(person([role]), figure))).toEqual(setters)
  })

  test('the right to see cost or minimum is the right to enter it; the right to see limits is not', () => {
    expect(maySet(person(['salesManager'], { seeCost: true }), 'cost')).toBe(true)
    expect(maySet(person(['salesManager'], { seeMinimumPrice: true }), 'minimumPrice')).toBe(true)
    expect(maySet(person(['salesManager'], { seeCreditLimit: true }), 'creditLimit')).toBe(false)
    expect(maySet(null, 'cost')).toBe(false)
  })
})

describe('how far a person sees', () => {
  test.each<[string, Person, string]>([
    ['sales', person(['sales']), 'own'],
    ['sales manager', person(['salesManager']), 'department'],
    ['sales who also manages', person(['sales', 'salesManager']), 'department'],
    ['production control', person(['pmc']), 'all'],
    ['finance', person(['finance']), 'all'],
    ['finance limited by hand', person(['finance'], { dataScope: 'own' }), 'own'],
    ['the general manager, whatever was set', person(['generalManager'], { dataScope: 'own' }), 'all'],
    ['the auditor, whatever was set', person(['auditor'], { dataScope: 'own' }), 'all'],
  ])('%s', (_name, who, scope) => {
    expect(dataScopeOf(who)).toBe(scope)
  })

  test('listed warehouses limit whoever does not read everything', () => {
    expect(warehousesOf(person(['warehouse'], { warehouses: [1, { id: 2 }] }))).toEqual([1, 2])
    expect(warehousesOf(person(['warehouse']))).toBeNull()
    expect(warehousesOf(person(['generalManager'], { warehouses: [1] }))).toBeNull()
    expect(warehousesOf(person(['auditor'], { warehouses: [1] }))).toBeNull()
    expect(warehousesOf(null)).toBeNull()
  })
})

test('prices are typed by those who were given it, by the general manager, and by the house', () => {
  expect(mayEditPrice(null)).toBe(true)
  expect(mayEditPrice(person(['generalManager']))).toBe(true)
  expect(mayEditPrice(person(['sales'], { editPrice: true }))).toBe(true)
  for (const role of roles.filter((name) => name !== 'generalManager')) expect(mayEditPrice(person([role]))).toBe(false)
})

test('a person without a role holds none', () => {
  expect(holdsAnyRole(null)).toBe(false)
  expect(holdsAnyRole(person([]))).toBe(false)
  expect(holdsAnyRole(person(['auditor']))).toBe(true)
})
