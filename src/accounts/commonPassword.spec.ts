import { dictionary } from '@zxcvbn-ts/language-common'
import { expect, test } from '@jest/globals'

import { isCommonPassword } from './commonPassword'

test.each(['Rivet-2026-ok', 'Blue rivets, please', 'correct horse battery staple', 'winter-is-coming', '铆钉机在三号车间靠窗的那一边'])(
  '%s is nobody else’s',
  (password) => expect(isCommonPassword(password)).toBe(false),
)

test.each([
  'Password1234!', 'P@ssw0rd2026', 'Welcome-12345', 'iloveyou1234', 'administrator', 'unbelievable', 'manchesterunited', 'q1w2e3r4t5y6', 'woaini520520', 'mima12345678', 'trustno1trustno1',
  'ILOVEYOU-2026', 'football2026',
])('%s is everybody’s', (password) => expect(isCommonPassword(password)).toBe(true)) // prettier-ignore

test('whatever stands on the list is known, also in capitals', () => {
  const long = (dictionary['passwords-common'] as string[]).filter(({ length }) => length >= 12)
  expect(long.length).toBeGreaterThan(200)
  expect(long.filter((password) => !isCommonPassword(password) || !isCommonPassword(password.toUpperCase()))).toEqual([])
})
