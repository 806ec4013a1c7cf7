import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { changedUnits } from './changedUnits'

const box = { id: 'a', unit: 'BOX', factor: 100 }

test.each([
  ['the same units', [box], [box], []],
  ['the same factor, written otherwise', [box], [{ unit: 'BOX', factor: Number('100.0') }], []],
  ['another factor', [box], [{ ...box, factor: 12 }], ['BOX']],
  ['one more', [box], [box, { unit: 'BAG', factor: 2 }], ['BAG']],
  ['one less', [box], [], []],
  ['its stock of 0.1 and 0.1', [{ unit: 'G', factor: 0.1 }], [{ unit: 'G', factor: 0.1 }], []],
])('%s', (_, before, after, changed) => {
  expect(changedUnits(before, after).map(({ unit }) => unit)).toEqual(changed)
})

test('what is as it was is not changed, whatever it is and wherever it stands', () => {
  const rows = fc.uniqueArray(fc.record({ unit: fc.string(), factor: fc.double({ min: 0.000001, max: 1e9, noNaN: true }) }), {
    selector: ({ unit }) => unit,
  })
  fc.assert(fc.property(rows, (units) => changedUnits(units, [...units].reverse()).length === 0))
  fc.assert(fc.property(rows, (units) => changedUnits([], units).length === units.length))
})
