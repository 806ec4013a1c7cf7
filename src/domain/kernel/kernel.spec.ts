import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addDays, businessDate, compareDates, daysBetween, endOfMonth, isBusinessDate } from './businessDate'
import { businessDateOf, minuteOf } from './instant'
import { d, Decimal } from './decimal'
import { statusOfCode, statusOfFindings, type FindingCode } from './decision'
import { roundAmount, roundPrice, roundQty, toNumber } from './money'
import { cumulativePart, splitByWeight } from './split'
import { allowedVerbs, targetsOf, validateSteps, type Steps } from './steps'

const texts = (values: readonly Decimal[]): string[] => values.map((value) => value.toFixed(2))
const cents = fc.integer({ min: -100_000_000, max: 100_000_000 }).map((n) => d(n).div(100))

describe('roundings', () => {
  test.each([
    ['1.005', '1.01'],
    ['-1.005', '-1.01'],
    ['2.675', '2.68'],
    ['0.004999', '0'],
    ['1e-7', '0'],
  ])('%s → %s, away from zero', (given, expected) => expect(roundAmount(given).toString()).toBe(expected))

  test('prices keep 6, quantities 4 decimals', () => {
    expect(roundPrice('88.4966666666').toString()).toBe('88.496667')
    expect(roundQty('0.00005').toString()).toBe('0.0001')
    expect(toNumber(roundAmount('-0.001'))).toBe(0)
  })

  test('a JSON number is read as its own text', () => {
    expect(d(0.1).plus(d(0.2)).toString()).toBe('0.3')
    expect(d(null).toString()).toBe('0')
    expect(d(1e-7).toString()).toBe('0.0000001')
  })
})

describe('splits add up (F2)', () => {
  test('100.00 over three equal lines', () => expect(texts(splitByWeight(100, [1, 1, 1]))).toEqual(['33.34', '33.33', '33.33']))
  test('50.00 over 1,000 / 500 / 250.50', () => expect(texts(splitByWeight(50, [1000, 500, 250.5]))).toEqual(['28.56', '14.28', '7.16']))
  test('weights of nothing are equal', () => expect(texts(splitByWeight('0.01', [0, 0]))).toEqual(['0.01', '0.00']))
  test('nothing to spread over', () => expect(splitByWeight(5, [])).toEqual([]))

  test('property: Σ parts = total, whatever the weights', () => {
    fc.assert(
      fc.property(cents, fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 30 }), (total, weights) => {
        const sum = splitByWeight(total, weights).reduce((s, part) => s.plus(part), new Decimal(0))
        return sum.eq(total)
      }),
    )
  })

  test('100.00 delivered in 1, 1, 1 of 3', () => {
    const parts: Decimal[] = []
    for (const cumQty of [1, 2, 3]) {
      const already = parts.reduce((s, part) => s.plus(part), new Decimal(0))
      parts.push(cumulativePart({ lineTotal: 100, lineQty: 3, cumQty, already }))
    }
    expect(texts(parts)).toEqual(['33.33', '33.34', '33.33'])
  })

  test('property: the parts of a line add up to the line, and returning all nets to 0.00', () => {
    fc.assert(
      fc.property(cents, fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 12 }), (lineTotal, quantities) => {
        const lineQty = quantities.reduce((a, b) => a + b, 0)
        let cumQty = 0
        let already = new Decimal(0)
        for (const qty of quantities) {
          cumQty += qty
          already = already.plus(cumulativePart({ lineTotal, lineQty, cumQty, already }))
        }
        const back = cumulativePart({ lineTotal, lineQty, cumQty: 0, already })
        return already.eq(lineTotal) && already.plus(back).isZero()
      }),
    )
  })
})

describe('business dates', () => {
  test.each([
    ['2016-02-29', true],
    ['2017-02-29', false],
    ['2017-13-01', false],
    ['2017-1-01', false],
    ['2017-01-01T00:00:00Z', false],
    [20170101, false],
  ])('%s is a business date: %s', (value, expected) => expect(isBusinessDate(value)).toBe(expected))

  test('days and months', () => {
    expect(addDays(businessDate('2016-01-22'), 30)).toBe('2016-02-21')
    expect(endOfMonth(businessDate('2016-01-31'), 1)).toBe('2016-02-29')
    expect(daysBetween(businessDate('2026-01-01'), businessDate('2026-03-03'))).toBe(61)
    expect(compareDates(businessDate('2026-03-02'), businessDate('2026-03-10'))).toBe(-1)
    expect(() => businessDate('1/2/2026')).toThrow(RangeError)
  })

  test('an instant falls on the day of the company, not of Greenwich', () => {
    expect(businessDateOf({ instant: '2026-03-31T16:00:00Z', timeZone: 'Asia/Shanghai' })).toBe('2026-04-01')
    expect(businessDateOf({ instant: '2026-03-31T15:59:59Z', timeZone: 'Asia/Shanghai' })).toBe('2026-03-31')
    expect(minuteOf({ instant: '2026-03-31T16:00:59.9Z', timeZone: 'Asia/Shanghai' })).toBe('2026-04-01 00:00')
    expect(minuteOf({ instant: '2026-03-31T16:00:59.9Z', timeZone: 'America/New_York' })).toBe('2026-03-31 12:00')
  })
})

describe('findings', () => {
  test('a missing right wins over a conflict, a conflict over a refusal', () => {
    const of = (...codes: FindingCode[]) => statusOfFindings(codes.map((code) => ({ code, severity: 'error' as const, facts: {} })))
    expect(of('NOT_AVAILABLE')).toBe(400)
    expect(of('NOT_AVAILABLE', 'STALE_VERSION')).toBe(409)
    expect(of('STALE_VERSION', 'FOUR_EYES')).toBe(403)
    expect(of('FOUR_EYES', 'SECOND_FACTOR_REQUIRED')).toBe(401)
    expect(Object.keys(statusOfCode)).toHaveLength(51)
  })
})

describe('steps', () => {
  const steps: Steps<'draft' | 'open' | 'done'> = { draft: { submit: ['open', 'done'] }, open: { finish: 'done' } }
  test('targets and verbs', () => {
    expect(targetsOf(steps, 'draft', 'submit')).toEqual(['open', 'done'])
    expect(targetsOf(steps, 'done', 'submit')).toEqual([])
    expect(targetsOf(steps, 'draft', 'constructor')).toEqual([])
    expect(allowedVerbs(steps, 'open')).toEqual(['finish'])
  })
  test('a broken table is found at start-up', () => {
    expect(validateSteps({ name: 'x', statuses: ['draft', 'open', 'done'], initial: 'draft', steps })).toEqual([])
    const broken = { draft: { go: 'gone' } } as unknown as Steps<'draft' | 'lonely'>
    expect(validateSteps({ name: 'x', statuses: ['draft', 'lonely'], initial: 'draft', steps: broken })).toEqual([
      'x: draft go leads to unknown status gone',
      'x: status lonely cannot be reached from draft',
    ])
  })
})
