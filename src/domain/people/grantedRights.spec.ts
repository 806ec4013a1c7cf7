import { expect, test } from '@jest/globals'

import { grantedRights } from './grantedRights'
import type { Person } from './person'

const admin: Partial<Person> = { roles: ['admin'], dataScope: 'department', warehouses: [1, 2], releaseQuota: 100, seeCost: false }

test.each<[string, Partial<Person>, string[]]>([
  ['nothing', {}, []],
  ['the same again', admin, []],
  ['a role more', { roles: ['admin', 'finance'] }, ['roles']],
  ['another role instead', { roles: ['finance'] }, ['roles']],
  ['a role less', { roles: [] }, []],
  ['a wider view', { dataScope: 'all' }, ['dataScope']],
  ['a narrower view', { dataScope: 'own' }, []],
  ['one warehouse more', { warehouses: [1, 2, 3] }, ['warehouses']],
  ['no limit to warehouses', { warehouses: [] }, ['warehouses']],
  ['one warehouse less', { warehouses: [{ id: 2 }] }, []],
  ['a figure', { seeCost: true }, ['seeCost']],
  ['a figure less', { seeCost: false }, []],
  ['a higher quota', { releaseQuota: 101 }, ['releaseQuota']],
  ['a lower quota', { releaseQuota: 99 }, []],
  ['no quota', { releaseQuota: null }, []],
])('%s', (_name, after, granted) => {
  expect(grantedRights(admin, after)).toEqual(granted)
})
