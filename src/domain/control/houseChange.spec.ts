import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { asksForSecond, changedFields, laidOver, mayConfirm, takenBack } from './houseChange'
import { masterChanges } from './masterChanges'

const value = fc.oneof(fc.boolean(), fc.integer(), fc.string({ minLength: 1 }), fc.constant(null))
const name = fc.constantFrom('action', 'moment', 'limit', 'days')
const figures = fc.record({ A: fc.integer(), B: fc.integer() }, { requiredKeys: [], noNullPrototype: true })
const settings = fc
  .tuple(fc.dictionary(name, value, { noNullPrototype: true }), fc.option(figures, { nil: undefined }))
  .map(([given, discounts]): Record<string, unknown> => ({ ...given, ...(discounts ? { discounts } : {}) }))
const full = (given: Record<string, unknown>) => ({
  action: 'warn',
  moment: 'save',
  limit: 1,
  days: 2,
  discounts: { A: 1, B: 2 },
  ...given,
})

describe('when a second person is asked for', () => {
  test.each([
    [{ fourEyes: true, isAtWork: true, others: 1 }, true],
    [{ fourEyes: false, isAtWork: true, others: 1 }, false],
    [{ fourEyes: true, isAtWork: false, others: 1 }, false],
    [{ fourEyes: true, isAtWork: true, others: 0 }, false],
  ])('%j: %s', (facts, asked) => expect(asksForSecond(facts)).toBe(asked))

  test('neither who proposed it nor whom it concerns confirms it', () => {
    fc.assert(
      fc.property(fc.integer(), fc.option(fc.integer()), fc.option(fc.integer()), (actor, proposer, person) =>
        expect(mayConfirm({ actor, proposer, person })).toBe(proposer !== actor && person !== actor),
      ),
    )
  })
})

test('a form that sends everything as it stands changes nothing, whatever ids its rows have', () => {
  const stored = { fourEyes: true, reviewRules: [{ id: 'a', department: 'sales' }], gradeDiscounts: { A: 1, B: null } }
  expect(changedFields(stored, stored)).toEqual([])
  expect(changedFields(stored, { ...stored, reviewRules: [{ id: 'other', department: 'sales' }], remark: '' })).toEqual([])
  expect(changedFields(stored, { gradeDiscounts: { A: 1 } })).toEqual([])
  expect(changedFields(stored, { gradeDiscounts: { A: 2 }, fourEyes: false })).toEqual(['gradeDiscounts', 'fourEyes'])
  expect(changedFields(stored, { reviewRules: [] })).toEqual(['reviewRules'])
})

test('laid over, the change says; taken back, what was before is there again', () => {
  fc.assert(
    fc.property(settings, settings, (before, change) => {
      const stored = full(before)
      const after = laidOver(stored, [change])
      for (const [key, given] of Object.entries(change)) if (given === null || typeof given !== 'object') expect(after[key]).toEqual(given)
      const back = takenBack(after, masterChanges(stored, after))
      const comparable = (record: Record<string, unknown>) => masterChanges(record, stored)
      expect(comparable(back)).toEqual([])
    }),
  )
})
