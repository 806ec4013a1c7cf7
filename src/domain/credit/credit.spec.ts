import { describe, expect, test } from '@jest/globals'
import { addDays, businessDate } from '../kernel/businessDate'
import { creditStatus } from './creditStatus'
import { decideCredit, type CreditFacts, type CreditObject } from './decideCredit'
import { decideCreditPeriod, type CreditPeriodFacts } from './decideCreditPeriod'
import { decideRelease } from './decideRelease'

const customer = (changes: Partial<CreditObject>): CreditObject => ({
  kind: 'customers',
  id: 1,
  name: 'C1',
  control: true,
  limit: 5000,
  hold: 'none',
  exposureBefore: 0,
  exposureAfter: 0,
  documentRaises: true,
  ...changes,
})
const decide = (objects: CreditObject[], changes: Partial<CreditFacts> = {}) =>
  decideCredit({ objects, action: 'release', seesLimit: true, ...changes })
const codes = (...args: Parameters<typeof decide>) => decide(...args).map((finding) => finding.code)

describe('credit limit', () => {
  test.each<[string, Partial<CreditObject>, string[]]>([
    ['CR-01 exactly at the limit', { exposureBefore: 4000, exposureAfter: 5000 }, []],
    ['CR-01 one cent above', { exposureBefore: 4000, exposureAfter: '5000.01' }, ['CREDIT_LIMIT_EXCEEDED']],
    ['CR-25 a credit note', { exposureBefore: 9000, exposureAfter: 8000, documentRaises: false }, []],
    ['lowering passes although still above', { exposureBefore: 9000, exposureAfter: 8999 }, []],
    ['CR-10 raising nothing more, but over the limit', { exposureBefore: 5050, exposureAfter: 5050 }, ['CREDIT_LIMIT_EXCEEDED']],
    ['CR-24 noCheck', { hold: 'noCheck', exposureAfter: 9999 }, []],
    ['CR-24 limit null', { limit: null, exposureAfter: 9999 }, []],
    ['control off', { control: false, exposureAfter: 9999 }, []],
    ['CR-24 limit 0 is cash only', { limit: 0, exposureAfter: '0.01' }, ['CREDIT_LIMIT_EXCEEDED']],
    ['prepaid with limit 0', { limit: 0, exposureAfter: 0 }, []],
    ['CR-24 stop', { hold: 'stop', exposureAfter: 1 }, ['CREDIT_STOP']],
    ['stop without control', { hold: 'stop', control: false, limit: null, exposureAfter: 1 }, ['CREDIT_STOP']],
    ['a return on stop', { hold: 'stop', documentRaises: false }, []],
  ])('%s', (_story, changes, expected) => expect(codes([customer(changes)])).toEqual(expected))

  test('CR-29 customer free 500, salesperson free 100, document 200: the salesperson, by 100', () => {
    const salesperson = customer({ kind: 'users', id: 9, name: 'Li', limit: 1000, exposureBefore: 900, exposureAfter: 1100 })
    const [finding, ...rest] = decide([customer({ limit: 1000, exposureBefore: 500, exposureAfter: 700 }), salesperson])
    expect(rest).toEqual([])
    expect(finding?.facts).toEqual({
      object: { kind: 'users', id: 9, name: 'Li' },
      limit: 1000,
      exposureAfter: 1100,
      excess: 100,
      objects: [
        { kind: 'customers', id: 1, name: 'C1', outcome: 'within' },
        { kind: 'users', id: 9, name: 'Li', outcome: 'alarm' },
      ],
    })
  })

  test('without the right the limit cannot be read nor worked out', () => {
    const [finding] = decide([customer({ exposureAfter: 5100 })], { seesLimit: false })
    expect(finding?.facts['excess']).toBe(100)
    expect(JSON.stringify(finding)).not.toMatch(/5000|5100|limit|exposureAfter/)
  })

  test.each<[CreditFacts['action'], 'save' | 'approve', boolean, string]>([
    ['warn', 'approve', false, 'warning'],
    ['release', 'save', false, 'warning'],
    ['release', 'approve', false, 'error'],
    ['forbid', 'save', false, 'error'],
    ['forbid', 'approve', true, 'warning'],
  ])('action %s at %s, shipped goods %s → %s', (action, moment, neverBlocks, severity) =>
    expect(decide([customer({ exposureAfter: 6000 })], { action, moment, neverBlocks })[0]?.severity).toBe(severity),
  )
})

test.each([
  ['900.00', 'ok'],
  ['900.01', 'watch'],
  ['1000.00', 'watch'],
  ['1000.01', 'hold'],
])('CR-24 exposure %s of 1,000 is %s', (exposure, status) => {
  expect(creditStatus({ exposure, limit: 1000, watchRatio: 90 })).toBe(status)
  expect(creditStatus({ exposure, limit: null })).toBe('ok')
})

describe('CR-34 credit period', () => {
  const date = businessDate('2026-03-03')
  const facts = (openAmount: string, age: number, changes: Partial<CreditPeriodFacts> = {}): CreditPeriodFacts => ({
    object: { kind: 'customers', id: 1, name: 'C1', controlPeriod: true, days: 60 },
    openItems: [{ document: 'SI20260101-0001', openAmount, date: addDays(date, -age), dueDate: null }],
    date,
    documentRaises: true,
    action: 'release',
    ...changes,
  })
  test('61 days old at 60 days alarms, 60 does not', () => {
    expect(decideCreditPeriod(facts('100', 61))[0]?.facts).toMatchObject({ document: 'SI20260101-0001', daysOpen: 61, daysLate: 1 })
    expect(decideCreditPeriod(facts('100', 60))).toEqual([])
  })
  test('an open rest of 9.99 is ignored, so are margin days and what raises nothing', () => {
    expect(decideCreditPeriod(facts('9.99', 61))).toEqual([])
    expect(decideCreditPeriod(facts('100', 61, { margin: 1 }))).toEqual([])
    expect(decideCreditPeriod(facts('100', 61, { documentRaises: false }))).toEqual([])
  })
  test('without days of its own the due date counts', () => {
    const object = { kind: 'customers' as const, id: 1, name: 'C1', controlPeriod: true, days: null }
    const openItems = [{ document: 'A', openAmount: 50, date: addDays(date, -90), dueDate: addDays(date, -1) }]
    expect(decideCreditPeriod(facts('0', 0, { object, openItems }))).toHaveLength(1)
    expect(decideCreditPeriod(facts('0', 0, { object, openItems: [{ ...openItems[0]!, dueDate: date }] }))).toEqual([])
  })
})

describe('release', () => {
  const alarm = (excess: string) => ({ kind: 'customers', id: 1, name: 'C1', excess })
  test.each([
    ['1000', '1000', []],
    ['1000.01', '1000', ['RELEASE_QUOTA_EXCEEDED']],
    ['1000.01', '5000', []],
    ['1', null, ['NO_RELEASE_RIGHT']],
  ])('CR-02 excess %s, quota %s', (excess, quota, expected) =>
    expect(decideRelease({ alarms: [alarm(excess)], quota, approver: 2, preparedBy: 1 }).map((f) => f.code)).toEqual(expected),
  )
  test('nobody releases their own document', () =>
    expect(decideRelease({ alarms: [alarm('1')], quota: 99, approver: 1, preparedBy: 1 })[0]?.code).toBe('FOUR_EYES'))
})
