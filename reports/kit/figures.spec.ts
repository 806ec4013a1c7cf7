import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { d } from '@/src/domain/kernel/decimal'
import { roundAmount, roundQty, toNumber } from '@/src/domain/kernel/money'

import { shownFigure } from './figures'

test('property: a figure is shown as it would be rounded, whatever its decimals', () => {
  const text = fc
    .tuple(fc.boolean(), fc.integer({ min: 0, max: 999_999_999 }), fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 8 }))
    .map(([minus, whole, decimals]) => `${minus ? '-' : ''}${whole}${decimals.length > 0 ? `.${decimals.join('')}` : ''}`)
  fc.assert(
    fc.property(text, (value) => {
      expect(shownFigure({ kind: 'money' }, value)).toBeCloseTo(toNumber(roundAmount(d(value))), 10)
      expect(shownFigure({ kind: 'quantity' }, value)).toBeCloseTo(toNumber(roundQty(d(value))), 10)
    }),
  )
})

test.each([
  ['1.005', 1.01],
  ['-0.00', 0],
  ['2219.130000', 2219.13],
  ['1e3', 1000],
  [null, null],
])('%s is shown as %s', (value, shown) => expect((shownFigure({ kind: 'money' }, value) ?? null) === shown).toBe(true))
