import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { type CategoryTerms, effectiveTerms, inheritableFields, isEmpty, sameTerm, settleTerms, type Terms } from './inheritance'

const category = (id: number, defaults: Terms): CategoryTerms => ({ id, code: `K${id}`, name: `类别${id}`, defaults })

describe('the nearest category that says it', () => {
  const path = [
    category(3, { priceLevel: '' }),
    category(2, { paymentTerms: 7, priceLevel: 'B' }),
    category(1, { paymentTerms: 5, creditLimit: '0.00' }),
  ]
  test.each([
    ['paymentTerms', 7, 2],
    ['priceLevel', 'B', 2],
    ['creditLimit', '0.00', 1],
  ] as const)('%s', (field, value, from) => expect(effectiveTerms(path).get(field)).toMatchObject({ value, from: { id: from } }))
  test('what nobody says is not there; 0 is said', () =>
    expect([...effectiveTerms(path).keys()].sort()).toEqual(['creditLimit', 'paymentTerms', 'priceLevel']))
})

const house: Terms = { taxMode: 'inclusive', currency: 'CNY' }
const path = [category(1, { paymentTerms: 5, priceLevel: 'B', creditLimit: '100.00' })]

describe('own or followed', () => {
  test('a new customer follows wherever nothing was given; a given value is its own', () => {
    const { terms, inherits } = settleTerms({ stored: null, given: { paymentTerms: 9, currency: '' }, asked: undefined, path, house })
    expect(terms).toMatchObject({
      paymentTerms: 9,
      priceLevel: 'B',
      creditLimit: '100.00',
      currency: 'CNY',
      taxMode: 'inclusive',
      taxCategory: null,
    })
    expect(inherits).toEqual(['currency', 'taxMode', 'taxCategory', 'priceLevel', 'creditLimit', 'creditDays'])
  })
  test.each<[string, Terms, readonly 'paymentTerms'[], readonly 'paymentTerms'[] | undefined, unknown, boolean]>([
    ['what nobody touches keeps following', { paymentTerms: 4 }, ['paymentTerms'], undefined, 5, true],
    ['what nobody touches stays its own', { paymentTerms: 4 }, [], undefined, 4, false],
    ['its own given back', { paymentTerms: 4 }, [], ['paymentTerms'], 5, true],
    ['kept as it is from now on', { paymentTerms: 4 }, ['paymentTerms'], [], 4, false],
  ])('%s', (_, terms, inherits, asked, value, follows) => {
    const settled = settleTerms({ stored: { terms, inherits }, given: terms, asked, path, house })
    expect([settled.terms.paymentTerms, settled.inherits.includes('paymentTerms')]).toEqual([value, follows])
  })
  test('entered: its own, whatever the list says; emptied: follows again', () => {
    const stored = { terms: { paymentTerms: 5 }, inherits: ['paymentTerms' as const] }
    expect(settleTerms({ stored, given: { paymentTerms: 8 }, asked: ['paymentTerms'], path, house })).toMatchObject({
      terms: { paymentTerms: 8 },
      inherits: [],
    })
    expect(settleTerms({ stored: { ...stored, inherits: [] }, given: { paymentTerms: null }, asked: [], path, house })).toMatchObject({
      terms: { paymentTerms: 5 },
      inherits: ['paymentTerms'],
    })
  })
})

describe('properties', () => {
  const value = fc.oneof(fc.constant(null), fc.constant(''), fc.integer({ min: 0, max: 4 }))
  const terms = fc.record(Object.fromEntries(inheritableFields.map((field) => [field, value])), { requiredKeys: [] }) as fc.Arbitrary<Terms>
  const tree = fc.array(terms, { maxLength: 5 }).map((levels) => levels.map((defaults, index) => category(index + 1, defaults)))

  test('a followed term is the nearest level’s, however deep; levels that say nothing change nothing', () => {
    fc.assert(
      fc.property(tree, fc.nat(5), (levels, at) => {
        const found = effectiveTerms(levels)
        for (const field of inheritableFields) {
          const nearest = levels.find(({ defaults }) => !isEmpty(defaults[field]))
          expect(found.get(field)?.from.id).toBe(nearest?.id)
        }
        const silent = [...levels.slice(0, at), category(99, {}), ...levels.slice(at)]
        expect(effectiveTerms(silent)).toEqual(found)
      }),
    )
  })

  test('saving again what was saved changes nothing; another tree changes only what follows', () => {
    fc.assert(
      fc.property(tree, tree, terms, (first, second, given) => {
        const created = settleTerms({ stored: null, given, asked: undefined, path: first, house })
        const again = settleTerms({ stored: created, given: created.terms, asked: undefined, path: first, house })
        expect(again).toEqual(created)
        const moved = settleTerms({ stored: created, given: created.terms, asked: created.inherits, path: second, house })
        for (const field of inheritableFields)
          if (!created.inherits.includes(field)) expect(sameTerm(moved.terms[field], created.terms[field])).toBe(true)
        expect(moved.inherits).toEqual(created.inherits)
      }),
    )
  })
})
