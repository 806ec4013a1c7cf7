import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { loosenedCredit, type Terms } from './loosenedCredit'

const strict: Terms = { control: true, limit: 1000, controlPeriod: true, days: 30, hold: 'none' }

test.each<[Terms, Terms, string[]]>([
  [strict, { limit: 1000.01 }, ['limit']],
  [strict, { limit: null }, ['limit']],
  [strict, { limit: 1000 }, []],
  [strict, { limit: 0 }, []],
  [strict, { control: false }, ['control']],
  [strict, { controlPeriod: null }, ['controlPeriod']],
  [strict, { days: 31 }, ['days']],
  [strict, { days: 29 }, []],
  [strict, { hold: 'noCheck' }, ['hold']],
  [strict, { hold: 'stop' }, []],
  [{ ...strict, hold: 'stop' }, { hold: 'none' }, ['hold']],
  [{ ...strict, hold: 'stop' }, { hold: null }, ['hold']],
  [{}, { control: true, limit: 5000, days: 90 }, []],
  [{}, { hold: 'noCheck' }, ['hold']],
  [{ limit: 0, control: true }, { limit: 1, control: false }, ['control', 'limit']],
  [strict, {}, []],
])('%j with %j gives away %j', (before, changed, given) => {
  expect(loosenedCredit(before, changed)).toEqual(given)
})

test('there and back again gives something away at least once, unless nothing changed', () => {
  const terms = fc.record({
    control: fc.boolean(),
    limit: fc.option(fc.nat(5)),
    controlPeriod: fc.boolean(),
    days: fc.option(fc.nat(5)),
    hold: fc.constantFrom('none', 'stop', 'noCheck'),
  })
  fc.assert(
    fc.property(terms, terms, (one, other) => {
      const same = JSON.stringify(one) === JSON.stringify(other)
      // from no limit to one and back: lifting it is what gives away
      expect([...loosenedCredit(one, other), ...loosenedCredit(other, one)].length > 0).toBe(!same)
    }),
  )
})
