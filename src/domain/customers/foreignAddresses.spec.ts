import { expect, test } from '@jest/globals'

import { foreignAddresses } from './foreignAddresses'

const contacts = [[{ email: 'Wang@Blue.example ' }, { email: null }, {}], null, undefined, [{ email: 'pay@blue.example' }]]

test.each([
  [['wang@blue.example'], []],
  [['PAY@blue.example', ' wang@BLUE.example'], []],
  [
    ['wang@blue.example.evil.example', 'wang@blue'],
    ['wang@blue.example.evil.example', 'wang@blue'],
  ],
  [['x@y.example', 'X@y.example', 'pay@blue.example'], ['X@y.example']],
  [[], []],
])('%j: %j belong to nobody there', (asked, foreign) => expect(foreignAddresses({ asked, contacts })).toEqual(foreign))

test('where nobody has an address every address is foreign', () =>
  expect(foreignAddresses({ asked: ['a@b.example'], contacts: [] })).toEqual(['a@b.example']))
