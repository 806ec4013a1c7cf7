import { expect, test } from '@jest/globals'

import { isSaid, toneOf } from './tones'

test.each([
  ['draft', 'quiet'], ['inReview', 'waiting'], ['approved', 'inForce'], ['closed', 'done'], ['cancelled', 'refused'], ['never heard of', 'quiet'],
] as const)('%s is %s', (value, tone) => expect(toneOf(value)).toBe(tone)) // prettier-ignore

test('a status is always said, a facet once something has happened', () => {
  expect(isSaid('status', 'none')).toBe(true)
  expect(isSaid('deliveryStatus', 'none')).toBe(false)
  expect(isSaid('deliveryStatus', 'partly')).toBe(true)
  expect(isSaid('hold', true)).toBe(true)
  expect(isSaid('hold', false)).toBe(false)
})
