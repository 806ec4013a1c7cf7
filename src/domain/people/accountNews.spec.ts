import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { accountNews } from './accountNews'
import { roles } from './person'

const clerk = { email: 'a@house.example', roles: ['sales' as const] }

test.each([
  ['a new account', null, clerk, false, ['made']],
  ['a new account with its password', null, clerk, true, ['made', 'password']],
  ['a new account without a role', null, { email: 'a@house.example' }, true, []],
  ['a new account that is disabled', null, { ...clerk, disabled: true }, true, []],
  ['another role', clerk, { ...clerk, roles: ['sales' as const, 'finance' as const] }, false, ['rights']],
  ['a role less', { ...clerk, roles: ['sales' as const, 'finance' as const] }, clerk, false, []],
  ['a higher quota', clerk, { ...clerk, releaseQuota: 5000 }, false, ['rights']],
  ['the password of another', clerk, clerk, true, ['password']],
  ['another address', clerk, { ...clerk, email: 'b@house.example' }, false, ['address']],
  ['who had left comes back', { ...clerk, disabled: true }, { ...clerk, disabled: false }, false, ['enabled']],
  ['somebody leaves', clerk, { ...clerk, disabled: true }, false, []],
  [
    'an administrator leaves',
    { ...clerk, roles: ['admin' as const] },
    { ...clerk, roles: ['admin' as const], disabled: true },
    false,
    ['disabled'],
  ],
  ['a general manager is none any more', { ...clerk, roles: ['generalManager' as const] }, clerk, false, ['demoted', 'rights']],
  ['one who had left changes', { ...clerk, roles: ['admin' as const], disabled: true }, { ...clerk, disabled: true }, false, []],
  ['a name', clerk, clerk, false, []],
])('%s', (_what, before, after, isPasswordSet, told) => {
  expect(accountNews({ before, after, isPasswordSet })).toEqual(told)
})

test('no way leads to an account one can work with that was not told of: what was not told leaves it unusable, or as it was', () => {
  const account = fc.record({
    email: fc.constantFrom('a@house.example', 'b@house.example'),
    roles: fc.subarray([...roles]),
    disabled: fc.boolean(),
    editPrice: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.option(account), account, fc.boolean(), (before, after, isPasswordSet) => {
      if (accountNews({ before, after, isPasswordSet }).length > 0) return
      const isUsable = !after.disabled && after.roles.length > 0
      const gained = after.roles.some((role) => !before?.roles.includes(role)) || (after.editPrice && !before?.editPrice)
      expect(isUsable && (!before || before.disabled || gained || isPasswordSet || before.email !== after.email)).toBe(false)
    }),
  )
})
