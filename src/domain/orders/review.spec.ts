import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { affectedDepartments, voidsRuling } from './affectedDepartments'
import { decideReviewOutcome, statusAfterRuling, type GivenOpinion, type ReviewOpinion } from './decideReviewOutcome'
import { requiredDepartments, reviewDepartments, type ChangeFlag, type ReviewDepartment } from './requiredDepartments'
import type { OrderKind } from './orderSteps'

describe('required departments', () => {
  test.each<[OrderKind, ChangeFlag[], ReviewDepartment[]]>([
    ['standard', [], ['sales', 'pmc']],
    ['standard', ['appearance'], ['sales', 'pmc', 'rd']],
    ['standard', ['newMaterial'], ['sales', 'pmc']],
    ['trial', [], ['sales', 'pmc', 'rd']],
    ['trial', ['newSupplier'], ['sales', 'pmc', 'rd', 'engineering']],
    ['sample', [], ['sales', 'pmc', 'engineering']],
  ])('%s order with %j → %j', (kind, changeFlags, expected) => expect(requiredDepartments({ kind, changeFlags })).toEqual(expected))

  test('the table is a setting', () =>
    expect(requiredDepartments({ kind: 'trial', changeFlags: ['part'], rules: [{ department: 'rd', anyChangeFlags: ['part'] }] })).toEqual([
      'rd',
    ]))
})

describe('outcome of the review', () => {
  const given = (...opinions: (ReviewOpinion | GivenOpinion)[]): GivenOpinion[] =>
    opinions.map((o, i) => (typeof o === 'string' ? { department: reviewDepartments[i]!, opinion: o } : o))
  const condition = { department: 'pmc', opinion: 'agreeWithCondition' } as const
  const outcome = (opinions: GivenOpinion[], required: readonly ReviewDepartment[] = reviewDepartments) =>
    decideReviewOutcome({ required, opinions })

  test.each<[string, GivenOpinion[], string]>([
    ['R-01 all agree', given('agree', 'agree', 'agree', 'agree'), 'reviewed'],
    ['R-02 all disagree', given('disagree', 'disagree', 'disagree', 'disagree'), 'reviewFailed'],
    ['R-03 PMC disagrees', given('agree', 'disagree', 'agree', 'agree'), 'awaitingRuling'],
    ['a condition', given('agree', condition, 'agree', 'agree'), 'awaitingRuling'],
    ['a condition sales accepts', given('agree', { ...condition, conditionAccepted: true }, 'agree', 'agree'), 'reviewed'],
    ['one has not answered', given('agree', 'disagree', 'agree'), 'inReview'],
    ['the last opinion counts', [...given('agree', 'disagree', 'agree', 'agree'), { department: 'pmc', opinion: 'agree' }], 'reviewed'],
    [
      'a void opinion does not',
      [...given('agree', 'agree', 'agree'), { department: 'engineering', opinion: 'agree', void: true }],
      'inReview',
    ],
  ])('%s', (_story, opinions, status) => expect(outcome(opinions).status).toBe(status))

  test('who is missing and what is contested', () => {
    expect(outcome(given('agree', condition, 'agree'))).toEqual({ status: 'inReview', missing: ['engineering'], contested: ['pmc'] })
    expect(outcome([], []).status).toBe('reviewed')
    expect([statusAfterRuling('acceptWithConditions'), statusAfterRuling('reject')]).toEqual(['reviewed', 'reviewFailed'])
  })

  test('property: never passed while someone is missing or disagrees, whatever the order of answers', () => {
    const one = fc.record({
      department: fc.constantFrom(...reviewDepartments),
      opinion: fc.constantFrom<ReviewOpinion>('agree', 'agreeWithCondition', 'disagree'),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 10 }), (opinions) => {
        const result = outcome(opinions)
        const last = new Map(opinions.map((o) => [o.department, o.opinion]))
        return (result.status === 'reviewed') === (last.size === 4 && [...last.values()].every((o) => o === 'agree'))
      }),
    )
  })
})

describe('R-07 what a change voids', () => {
  test.each<[string[], ReviewDepartment[]]>([
    [['lines.0.price'], ['sales']],
    [['paymentTerms'], ['sales']],
    [['lines.2.qty'], ['pmc']],
    [['lines.2.schedule.0.date'], ['pmc']],
    [['lines.1.item'], ['rd', 'engineering']],
    [['lines.1.changes.part'], ['rd', 'engineering']],
    [['lines.3'], ['sales', 'pmc', 'rd', 'engineering']],
    [
      ['lines.0.price', 'lines.0.qty'],
      ['sales', 'pmc'],
    ],
    [['remark', 'lines.0.remark', 'grossTotal', 'lines.0.gross'], []],
  ])('%j → %j', (paths, expected) => expect(affectedDepartments(paths)).toEqual(expected))
  test('a ruling falls with the price', () => expect([voidsRuling(['lines.0.price']), voidsRuling(['lines.0.qty'])]).toEqual([true, false]))
})
