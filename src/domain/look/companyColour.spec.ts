import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { colourFault, contrast } from './companyColour'

test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#777777', '#ffffff', 4.48],
  ['#1f5fae', '#ffffff', 6.35],
])('%s on %s stand %d apart', (one, other, apart) => {
  expect(contrast(one, other)).toBeCloseTo(apart, 1)
  expect(contrast(other, one)).toBe(contrast(one, other))
})

test.each([
  ['#1f5fae', null],
  ['#1F5FAE', null],
  ['#767676', null],
  ['#777777', 'tooPale'],
  ['#ffff00', 'tooPale'],
  ['red', 'notColour'],
  ['#fff', 'notColour'],
  ['#1f5fae;}', 'notColour'],
  ['', 'notColour'],
])('%s as the colour of buttons: %s', (text, fault) => expect(colourFault(text)).toBe(fault))

test('whatever is let in is six digits and dark enough, and nothing a style sheet could be broken out of with', () => {
  const digits = fc.array(fc.constantFrom(...'0123456789abcdef#;}'), { minLength: 6, maxLength: 6 }).map((all) => `#${all.join('')}`)
  fc.assert(
    fc.property(fc.oneof(digits, fc.string()), (text) => {
      if (colourFault(text) === null) expect([/^#[0-9a-f]{6}$/i.test(text), contrast(text, '#ffffff') >= 4.5]).toEqual([true, true])
    }),
  )
})
