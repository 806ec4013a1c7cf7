import { describe, expect, test } from '@jest/globals'

import { withoutForbiddenFacts } from './hiddenFacts'
import { holdsAnyRole, type Person, type Role, roles } from './person'
import { dataScopeOf, warehousesOf } from './reach'
import { type Figure, figures, mayEditPrice, maySee, maySet, sights } from './sight'

const person = (held: Role[], more: Partial<Person> = {}): Person => ({ id: 7, roles: held, department: 3, ...more })

describe('which figures a role sees', () => {
  const seen: Record<Role, readonly Figure[]> = {
    sales: ['price', 'bank'],
    salesManager: ['price', 'bank'],
    pmc: ['price'],
    rd: [],
    engineering: [],
    warehouse: [],
    finance: ['cost', 'creditLimit', 'price', 'bank'],
    generalManager: ['cost', 'minimumPrice', 'creditLimit', 'price', 'bank'],
    auditor: ['cost', 'minimumPrice', 'creditLimit', 'price', 'bank'],
    admin: ['price', 'bank'],
  }
  test.each(roles.flatMap((role) => figures.map((figure) => [role, figure] as const)))('%s and %s', (role, figure) => {
    expect(maySee(person([role]), figure)).toBe(seen[role].includes(figure))
  })

  test.each(figures)('whoever was granted %s sees it, whatever his role', (figure) => {
    const { grant } = sights[figure]
    for (const role of roles) expect(grant === null || maySee(person([role], { [grant]: true }), figure)).toBe(true)
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
    ['price', ['salesManager', 'finance', 'generalManager', 'admin']],
    ['bank', ['sales', 'salesManager', 'finance', 'generalManager', 'admin']],
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

  test('who stores or makes goods reads no price, and no change of one', () => {
    const changes = [
      { path: 'lines.0.price', before: 10, after: 12 },
      { path: 'lines.1', before: null, after: { item: 4, qty: 2, price: 9 } },
      { path: 'date', before: '2026-01-01', after: '2026-01-02' },
    ]
    expect(withoutForbiddenFacts(person(['warehouse']), changes)).toEqual([
      { path: 'lines.1', before: null, after: { item: 4, qty: 2 } },
      { path: 'date', before: '2026-01-01', after: '2026-01-02' },
    ])
    expect(withoutForbiddenFacts(person(['sales']), changes)).toEqual(changes)
  })
})
