import { expect, test } from '@jest/globals'

import { guessable } from './guessablePassword'

test.each<[string, string[], ReturnType<typeof guessable>]>([
  ['Rivet-2026', [], 'short'],
  ['Rivet-2026-ok', [], null],
  ['correct horse battery staple', [], null],
  ['铆钉机在三号车间靠窗的那一边', [], null],
  ['铆钉机在三号车间', [], 'short'],
  ['aaaaaaaaaaaaaa', [], 'repeats'],
  ['abcabcabcabcabc', [], 'repeats'],
  ['1212121212121212', [], 'repeats'],
  ['123456789012', [], 'run'],
  ['qwertyuiop1234', [], 'run'],
  ['abcdefghijklm!', [], 'run'],
  ['Password1234!', [], 'word'],
  ['P@ssw0rd2026!', [], 'word'],
  ['Welcome-12345', [], 'word'],
  ['gendan-gendan-1', [], 'word'],
  ['lifang2026!!', ['李芳', 'lifang@factory.example'], 'word'],
  ['lifang likes blue rivets', ['李芳', 'lifang@factory.example'], null],
  ['Another-2026-word', ['p7@factory.example'], null],
])('%s of %j is %s', (password, own, why) => {
  expect(guessable(password, own)).toBe(why)
})
