import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { proposedOfPerson } from '../control/houseChange'
import { gainedPowers, needsSecond, takesOver } from './gainedPowers'
import { grantedRights } from './grantedRights'
import { type Person, type Role, roles } from './person'
import { maySee } from './sight'

const held = fc.record(
  {
    roles: fc.subarray([...roles]),
    seeCost: fc.boolean(),
    seeMinimumPrice: fc.boolean(),
    seeCreditLimit: fc.boolean(),
    editPrice: fc.boolean(),
    releaseQuota: fc.option(fc.integer({ min: 0, max: 9 })),
  },
  { requiredKeys: ['roles'] },
)

test.each<[Partial<Person>, Partial<Person>, string[]]>([
  [{ roles: ['sales'] }, { seeCost: true }, ['cost']],
  [{ roles: ['sales'] }, { roles: ['sales', 'finance'] }, ['cost', 'creditLimit']],
  [{ roles: ['sales'] }, { roles: ['admin'] }, ['admin']],
  [{ roles: ['sales'] }, { roles: ['sales', 'pmc'], editPrice: true, releaseQuota: 9 }, []],
  [{ roles: ['finance'] }, { seeCost: true, seeCreditLimit: true }, []],
  [{}, { roles: ['auditor'] }, ['cost', 'minimumPrice', 'creditLimit']],
])('%j to %j gives %j', (before, after, gained) => expect(gainedPowers(before, after)).toEqual(gained))

test('nobody who ends with a figure he did not have went without a second person', () => {
  fc.assert(
    fc.property(held, held, fc.boolean(), (before, after, own) => {
      const needed = needsSecond({ own, isAsked: true, before, after })
      const [had, has] = [before, { ...before, ...after }].map((person): Person => ({ id: 1, ...person }))
      const gains = (['cost', 'minimumPrice', 'creditLimit'] as const).some(
        (figure) => maySee(has ?? null, figure) && !maySee(had ?? null, figure),
      )
      if (gains) expect(needed.length).toBeGreaterThan(0)
    }),
  )
})

test.each<[Partial<Person> & { email?: string }, Record<string, unknown>, string[]]>([
  [{ roles: ['finance'], email: 'a@b.c' }, { password: 'x' }, ['password']],
  [{ roles: ['finance'], email: 'a@b.c' }, { email: 'me@b.c' }, ['email']],
  [{ roles: ['finance'], email: 'a@b.c' }, { roles: ['sales'], email: 'me@b.c', password: 'x' }, ['password', 'email']],
  [{ roles: ['finance'], email: 'a@b.c' }, { email: 'a@b.c', name: 'A', password: '' }, []],
  [{ roles: ['sales'], seeCost: true }, { password: 'x' }, ['password']],
  [{ roles: ['sales'], editPrice: true }, { password: 'x', email: 'me@b.c' }, []],
])('of %j, %j takes over by %j', (before, after, taken) => {
  expect(takesOver({ own: false, isAsked: true, before, after })).toEqual(taken)
  expect(takesOver({ own: true, isAsked: true, before, after })).toEqual([])
  expect(takesOver({ own: false, isAsked: false, before, after })).toEqual([])
})

test('whoever holds what two people give is not taken over by one, whatever else is changed with it', () => {
  fc.assert(
    fc.property(held, held, fc.constantFrom('password', 'email'), (before, after, key) => {
      const taken = takesOver({ own: false, isAsked: true, before, after: { ...after, [key]: 'mine' } })
      expect(taken).toEqual(gainedPowers({}, before).length > 0 ? [key] : [])
    }),
  )
})

test('whatever counts as a right can be proposed', () => {
  const everything: Partial<Person> = {
    roles: [...roles],
    dataScope: 'all',
    warehouses: [1],
    seeCost: true,
    seeMinimumPrice: true,
    seeCreditLimit: true,
    editPrice: true,
    sellBelowMinimum: true,
    mergeCustomers: true,
    releaseQuota: 9,
  }
  for (const right of grantedRights({ warehouses: [2] }, everything)) expect(proposedOfPerson).toContain(right)
})

test('where no second person is asked for one gives others everything, himself nothing', () => {
  fc.assert(
    fc.property(held, held, (before, after) => {
      expect(needsSecond({ own: false, isAsked: false, before, after })).toEqual([])
      const extra = (after.roles as Role[]).some((role) => !before.roles.includes(role))
      if (extra) expect(needsSecond({ own: true, isAsked: false, before, after })).toContain('roles')
    }),
  )
})
