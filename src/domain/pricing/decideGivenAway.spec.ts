import { expect, test } from '@jest/globals'

import { decideFree, decideTerms } from './decideGivenAway'

const line = { index: 2, item: 'I7', price: 35, settled: false, sample: false, mayType: false }

test.each([
  ['typed without the right', {}, ['lines.2.free']],
  ['typed with the right', { mayType: true }, []],
  ['free before, or in the quote', { settled: true }, []],
  ['on a sample order', { sample: true }, []],
])('a free line %s', (_what, given, paths) => {
  expect(decideFree({ ...line, ...given }).map(({ path }) => path)).toEqual(paths)
})

test('the refusal says what the line costs, if it is known', () => {
  expect(decideFree(line)[0]).toMatchObject({ code: 'PRICE_LOCKED', facts: { item: 'I7', value: 0, due: 35, right: 'editPrice' } })
  expect(decideFree({ ...line, price: null })[0]?.facts).not.toHaveProperty('due')
})

test.each([
  ['none', null, [3], false, []],
  ['the customer’s', 3, [3], false, []],
  ['those of the quote', 4, [3, 4], false, []],
  ['others', 5, [3, 4, null], false, ['paymentTerms']],
  ['others of a customer without terms', 5, [null], false, ['paymentTerms']],
  ['others with the right', 5, [3], true, []],
])('terms: %s', (_what, entered, settled, mayType, paths) => {
  expect(decideTerms({ entered, settled, mayType }).map(({ path }) => path)).toEqual(paths)
})
