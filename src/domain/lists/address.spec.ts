import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { emptyQuestion, readAddress, writeAddress } from './address'

const key = fc.constantFrom('status', 'customer', 'date', 'lines.item', 'grossTotal')
const operator = fc.constantFrom('equals', 'greater_than_equal', 'less_than', 'not_equals')
const text = fc.string({ minLength: 1, maxLength: 12 }).map((value) => value.trim()).filter((value) => value !== '') // prettier-ignore
const comparison = fc.tuple(key, operator, text).map(([field, op, value]) => ({ [field]: { [op]: value } }))
const where = fc.option(
  fc.array(fc.oneof(comparison, fc.array(comparison, { minLength: 1, maxLength: 3 }).map((or) => ({ or }))), { minLength: 1, maxLength: 4 }).map((and) => ({ and })),
) // prettier-ignore
const word = fc.stringMatching(/^[a-zA-Z]{1,10}$/)

test('whatever is asked of a list is read back from its address', () => {
  const question = fc.record({
    search: fc.oneof(fc.constant(''), text),
    quick: fc.uniqueArray(word, { maxLength: 4 }),
    status: fc.uniqueArray(word, { maxLength: 4 }),
    where,
    sort: fc.option(word),
    page: fc.integer({ min: 1, max: 1_000_000 }),
  })
  fc.assert(
    fc.property(question, (asked) => {
      expect(readAddress(new URLSearchParams(writeAddress(asked)))).toEqual(asked)
    }),
  )
})

test('an address that asks nothing, or nonsense, asks nothing', () => {
  expect(writeAddress(emptyQuestion)).toBe('')
  expect(readAddress(new URLSearchParams('page=-3&limit=9&where=x&where[]=y&sort='))).toEqual(emptyQuestion)
  expect(readAddress(new URLSearchParams('where[__proto__][polluted]=1')).where).not.toHaveProperty('polluted')
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})
