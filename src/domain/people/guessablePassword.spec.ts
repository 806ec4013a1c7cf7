import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { guessable } from './guessablePassword'

const lifang = ['李芳', 'lifang', 'lifang@factory.example']

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
  ['lifang2026!!', lifang, 'own'],
  ['lifang likes blue rivets', lifang, 'own'],
  ['L1F@ng likes blue', lifang, 'own'],
  ['li-fang-and-others', lifang, 'own'],
  ['李芳喜欢三号车间的蓝色铆钉', lifang, 'own'],
  ['three of the factory', lifang, 'own'],
  ['wei has blue rivets', ['Li Wei'], 'own'],
  ['weight of blue rivets', ['Li Wei'], null],
  ['example of a blue rivet', lifang, null],
  ['宏达的三号车间靠窗的那边', ['宏达股份有限公司'], 'own'],
  ['Another-2026-word', ['p7@factory.example'], null],
])('%s of %j is %s', (password, own, why) => {
  expect(guessable(password, own)).toBe(why)
})

test('a password with the name of its owner anywhere in it is never taken', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), minLength: 4, maxLength: 10 })
  const around = fc.string({ unit: fc.constantFrom(...'XYZ 257-_.铆钉'), maxLength: 20 })
  fc.assert(
    fc.property(letters, around, around, fc.boolean(), (name, before, after, isUpper) => {
      fc.pre(!['limited', 'company', 'corporation', 'holding', 'holdings', 'group', 'gmbh', 'china', 'mail', 'email', 'example'].includes(name)) // prettier-ignore
      expect(guessable(`${before}${isUpper ? name.toUpperCase() : name}${after}`, [`${name}@house.test`])).not.toBeNull()
    }),
  )
})
