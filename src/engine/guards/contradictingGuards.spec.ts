import { expect, test } from '@jest/globals'

import { contradictingGuards } from './contradictingGuards'
import type { GuardName } from './runGuard'

const order = { slug: 'orders', guards: { minimumPrice: true, credit: 'checkOrder', availability: 'checkOrder' } } as const
const receipt = { slug: 'receipts', guards: { minimumPrice: false, credit: null, availability: null } } as const
const all: GuardName[] = ['minimumPrice', 'creditLimit', 'availability']

test('a collection that names what its rules ask for contradicts nothing; a guard that only locks may stand without a check point', () => {
  expect(contradictingGuards(order, all)).toEqual([])
  expect(contradictingGuards(receipt, [])).toEqual([])
  expect(contradictingGuards(receipt, ['creditLimit'])).toEqual([])
})

test.each(all)('%s cannot be forgotten in the collection', (name) => {
  const named = all.filter((other) => other !== name)
  expect(contradictingGuards(order, named)).toEqual([`orders: its rules ask for ${name}, its collection does not name it`])
})

test('a guard without a rule, or named twice, is told', () => {
  expect(contradictingGuards(receipt, ['minimumPrice'])).toEqual(['receipts: its collection names minimumPrice, its rules do not say when'])
  expect(contradictingGuards(order, [...all, 'availability'])).toEqual(['orders: availability is named twice'])
})
