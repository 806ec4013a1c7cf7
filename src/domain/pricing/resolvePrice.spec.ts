import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { choosePrice } from './choosePrice'
import { decideDiscount } from './decideDiscount'
import type { PolicyRow } from './policyLevels'
import { pricingMethods } from './priceFacts'
import { resolvePrice, type PriceFacts } from './resolvePrice'
import { factorOf, toStockQty } from './units'
import { visibleCandidates, visibleTrace } from './visibleTrace'

const I1 = { id: 1, code: 'I1', categories: [10, 1], listPrice: 100, unit: 'PCS', units: [{ unit: 'BOX', factor: 12 }] }
const I2 = { ...I1, id: 2, code: 'I2' }
const C1 = { id: 'C1', categories: ['L'] }
const C2 = { id: 'C2', categories: ['L'] }
const C3 = { id: 'C3', categories: ['K'] }
const categoryRow: PolicyRow = { id: 3, version: 2, customerCategory: 'K', item: 1, price: 85 }
const policies: PolicyRow[] = [
  { id: 1, item: 1, price: 90 },
  { id: 2, item: 1, customer: 'C1', price: 80 },
  categoryRow,
  { id: 4, itemCategory: 10, discountRate: 15 },
]
const facts = (changes: Partial<PriceFacts>): PriceFacts => ({
  item: I1,
  customer: C1,
  qty: 1,
  date: '2026-03-10',
  currency: 'CNY',
  policies,
  ...changes,
})
const price = (changes: Partial<PriceFacts>) => resolvePrice(facts(changes)).price?.toString() ?? null

describe('P-01 policy levels', () => {
  test.each([
    ['C1 buys I1: its own row', { customer: C1 }, '80'],
    ['C3 buys I1: the row of its category', { customer: C3 }, '85'],
    ['C2 buys I1: the row for everyone', { customer: C2 }, '90'],
    ['C2 buys I2: 15 % off the list price', { customer: C2, item: I2 }, '85'],
    ['C3 of grade AA, 2 %', { customer: { ...C3, grade: 'AA' }, gradeDiscounts: { AA: 2 } }, '83.3'],
    ['no policy: list price', { policies: [] }, '100'],
    ['list price of a box', { policies: [], unit: 'BOX' }, '1200'],
    ['policy per piece, sold by the box', { customer: C2, unit: 'BOX' }, '1080'],
  ])('%s', (_story, changes, expected) => expect(price(changes)).toBe(expected))

  test('a row marked net takes no grade discount, and the trace says so', () => {
    const net = policies.map((row) => (row.id === 3 ? { ...row, net: true } : row))
    const resolved = resolvePrice(facts({ customer: { ...C3, grade: 'AA' }, gradeDiscounts: { AA: 2 }, policies: net }))
    expect(resolved.price?.toString()).toBe('85')
    expect(resolved.trace).toContainEqual({ rule: 'gradeDiscount', grade: 'AA', skipped: 'netPrice' })
  })

  test('the trace reads on its own and survives JSON', () => {
    const { trace } = resolvePrice(facts({ customer: { ...C3, grade: 'AA' }, gradeDiscounts: { AA: 2 } }))
    expect(trace).toEqual([
      { rule: 'categoryItem', policy: 3, version: 2, minQty: '0', validFrom: null, price: '85' },
      { rule: 'gradeDiscount', grade: 'AA', discountRate: '2', price: '83.3' },
      { rule: 'lost', level: 'anyItem', policy: 1, version: null, price: '88.2', reason: 'lessSpecific' },
      { rule: 'lost', level: 'anyItemCategory', policy: 4, version: null, price: '83.3', reason: 'lessSpecific' },
      { rule: 'final', method: 'policy', price: '83.3', unit: 'PCS', currency: 'CNY' },
    ])
    expect(JSON.parse(JSON.stringify(trace))).toEqual(trace)
  })

  test('all candidates, one winner', () => {
    const { candidates } = resolvePrice(facts({ customer: C1 }))
    expect(candidates.map((c) => [c.rule, c.price, c.won])).toEqual([
      ['customerItem', '80', true],
      ['anyItem', '90', false],
      ['anyItemCategory', '85', false],
      ['listPrice', '100', false],
    ])
  })
})

describe('inside a level', () => {
  const rows = (...given: Partial<PolicyRow>[]): PolicyRow[] => given.map((row, index) => ({ id: index + 1, item: 1, ...row }))
  test.each<[string, Partial<PolicyRow>[], Partial<PriceFacts>, string]>([
    ['largest break ≤ quantity', [{ price: 9 }, { price: 8, minQty: 10 }, { price: 7, minQty: 20 }], { qty: 19.9999 }, '8'],
    ['the break itself counts', [{ price: 9 }, { price: 8, minQty: 10 }], { qty: 10 }, '8'],
    ['breaks are in stock units', [{ price: 9 }, { price: 8, minQty: 12 }], { qty: 1, unit: 'BOX' }, '96'],
    [
      'then the latest start',
      [
        { price: 9, validFrom: '2026-01-01' },
        { price: 8, validFrom: '2026-03-01' },
        { price: 7, validFrom: '2026-04-01' },
      ],
      {},
      '8',
    ],
    [
      'a break wins over a later start',
      [
        { price: 9, minQty: 5 },
        { price: 8, validFrom: '2026-03-01' },
      ],
      { qty: 5 },
      '9',
    ],
    [
      'then priority',
      [
        { price: 9, priority: 5 },
        { price: 8, priority: 1 },
      ],
      {},
      '9',
    ],
    ['ended rows are over', [{ price: 9 }, { price: 8, minQty: 1, validTo: '2026-03-09' }], {}, '9'],
    ['the last day counts', [{ price: 9 }, { price: 8, minQty: 1, validTo: '2026-03-10' }], {}, '8'],
    ['other currencies do not count', [{ price: 9 }, { price: 8, minQty: 1, currency: 'USD' }], {}, '9'],
    ['a box price is for boxes', [{ price: 9 }, { price: 100, minQty: 1, unit: 'BOX' }], { qty: 12 }, '9'],
    ['sold in boxes', [{ price: 9 }, { price: 100, minQty: 1, unit: 'BOX' }], { unit: 'BOX' }, '100'],
  ])('%s', (_story, given, changes, expected) => expect(price({ policies: rows(...given), ...changes })).toBe(expected))

  test('the nearest category wins over its parent', () => {
    const given: PolicyRow[] = [
      { id: 1, itemCategory: 1, price: 70 },
      { id: 2, itemCategory: 10, price: 75 },
    ]
    expect(price({ policies: given })).toBe('75')
  })

  test('P-30 a price effective 04-01 is seen by documents dated 04-01, whenever they are entered', () => {
    const given = rows({ price: 100, validFrom: '2026-01-01' }, { price: 110, validFrom: '2026-04-01' })
    expect(price({ policies: given, date: '2026-03-31' })).toBe('100')
    expect(price({ policies: given, date: '2026-04-01' })).toBe('110')
  })

  test('property: the order in which rows are read never matters', () => {
    const row = fc.record({
      price: fc.integer({ min: 1, max: 99 }),
      minQty: fc.nat(20),
      priority: fc.nat(3),
      customer: fc.constantFrom('C1', null),
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), fc.integer({ min: 1, max: 25 }), (given, qty) => {
        const table = rows(...given)
        return price({ policies: table, qty }) === price({ policies: table.toReversed(), qty })
      }),
    )
  })
})

describe('pricing methods', () => {
  const methods = pricingMethods
  const latest = { price: 95, source: { slug: 'orders', id: 7, no: 'SO20260301-0001', date: '2026-03-01' } }
  test.each<[string, Partial<PriceFacts>, string | null]>([
    ['P-24 the latest price', { latestPrice: latest }, '95'],
    ['P-24 none for this customer: fallback', { latestPrice: null }, '100'],
    ['P-25 cost 80 + 25 %', { cost: 80, markupRate: 25 }, '100'],
    ['a policy comes first', { policies, latestPrice: latest }, '80'],
    ['the order is a setting', { latestPrice: latest, methods: ['list', 'latestPrice'] }, '100'],
    ['a price per piece, sold by the box', { latestPrice: { ...latest, unit: 'PCS' }, unit: 'BOX' }, '1140'],
    ['list price in foreign currency', { exchangeRate: 8, currency: 'USD' }, '12.5'],
  ])('%s', (_story, changes, expected) => expect(price({ policies: [], methods, ...changes })).toBe(expected))

  test('P-25 no cost known: no price and a clear reason, not 0', () => {
    const resolved = resolvePrice(facts({ policies: [], methods: ['latestCostPlus'], markupRate: 25, index: 2 }))
    expect(resolved.price).toBeNull()
    expect(resolved.reason).toMatchObject({ code: 'PRICE_UNKNOWN', path: 'lines.2.price', facts: { item: 'I1', reasons: ['costUnknown'] } })
    expect(resolvePrice(facts({ unit: 'PALLET' })).reason?.facts['reasons']).toEqual(['unitUnknown'])
  })

  test('without the right, cost and markup are absent from trace and candidates', () => {
    const resolved = resolvePrice(facts({ policies: [], methods, cost: 80, markupRate: 25 }))
    expect(resolved.trace.some((step) => 'cost' in step)).toBe(true)
    expect(JSON.stringify(visibleTrace(resolved.trace, { seesCost: false }))).not.toMatch(/cost"|markupRate|"80"/)
    const other = resolvePrice(facts({ cost: 80, markupRate: 30 }))
    expect(visibleCandidates(other.candidates, { seesCost: false }).map((c) => c.rule)).not.toContain('latestCostPlus')
  })
})

describe('who sets the price', () => {
  test('P-26 a manual price survives a break and shows what policy would give', () => {
    const resolved = resolvePrice(
      facts({
        qty: 20,
        policies: [
          { id: 1, item: 1, price: 90 },
          { id: 2, item: 1, minQty: 20, price: 85 },
        ],
      }),
    )
    const chosen = choosePrice({ manual: { price: 88 }, quoted: { price: 89, quote: 'QU1', line: 'a' }, resolved })
    expect([chosen.price?.toString(), chosen.priceSource, chosen.policyNow?.toString()]).toEqual(['88', 'manual', '85'])
    expect(choosePrice({ quoted: { price: 89, quote: 'QU1', line: 'a' }, resolved }).price?.toString()).toBe('89')
    expect(choosePrice({ resolved }).price?.toString()).toBe('85')
  })

  test('maximum discount: equal passes', () => {
    const line = { index: 0, item: 'I1', maximum: 10 }
    expect(
      decideDiscount({
        lines: [
          { ...line, discountRate: 10 },
          { ...line, discountRate: 50, maximum: null },
        ],
      }),
    ).toEqual([])
    expect(decideDiscount({ lines: [{ ...line, discountRate: '10.0001' }] })[0]?.facts).toEqual({
      item: 'I1',
      discountRate: 10.0001,
      maximum: 10,
    })
  })
})

test('units: factors of the item only', () => {
  expect(factorOf(I1, null)?.toString()).toBe('1')
  expect(factorOf(I1, 'BOX')?.toString()).toBe('12')
  expect(factorOf(I1, 'TON')).toBeNull()
  expect(toStockQty({ item: I1, unit: 'BOX', qty: 2.5 })?.toString()).toBe('30')
})
