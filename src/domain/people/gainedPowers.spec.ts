import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { gainedPowers, needsSecond } from './gainedPowers'
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

test('where no second person is asked for one gives others everything, himself nothing', () => {
  fc.assert(
    fc.property(held, held, (before, after) => {
      expect(needsSecond({ own: false, isAsked: false, before, after })).toEqual([])
      const extra = (after.roles as Role[]).some((role) => !before.roles.includes(role))
      if (extra) expect(needsSecond({ own: true, isAsked: false, before, after })).toContain('roles')
    }),
  )
})
