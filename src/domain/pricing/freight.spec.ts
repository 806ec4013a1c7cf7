import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { d, type Decimal } from '../kernel/decimal'
import { decideFreight, freightGross, type FreightSource, taxFreight, withFreight } from './freight'

/** What a document gets of the freight of one it comes from, where nobody types it. */
const freightShare = (source: Omit<FreightSource, 'of' | 'taxRate'>) => {
  const sources = [{ of: { order: 1 }, taxRate: 13, ...source }]
  const { freightNet, freightTax } = decideFreight({ entered: {}, stored: null, mode: 'inclusive', rates: [], sources })
  return { gross: d(freightNet ?? 0).plus(freightTax ?? 0), net: d(freightNet ?? 0) }
}

const line = (gross: number, qty: number, taken: number, whole = qty) => ({ gross, qty, whole, taken })
const shown = ({ gross, net }: { gross: Decimal; net: Decimal }) => [gross.toFixed(2), net.toFixed(2)]

test.each([
  ['inclusive', 113, 13, ['113.00', '100.00']],
  ['exclusive', 100, 13, ['113.00', '100.00']],
  ['inclusive', 50, 9, ['50.00', '45.87']],
  ['exclusive', 33.33, 6, ['35.33', '33.33']],
  ['inclusive', 50, null, ['50.00', '50.00']],
] as const)('freight is taxed as prices are: %s %d at %d %', (mode, freight, taxRate, expected) => {
  expect(shown(taxFreight({ freight, taxRate, mode }))).toEqual(expected)
})

test.each([
  ['the first of three equal lines', { already: 0, lines: [line(10, 1, 1), line(10, 1, 0), line(10, 1, 0)] }, ['33.33', '29.50']],
  ['the second', { already: 33.33, lines: [line(10, 1, 1), line(10, 1, 1), line(10, 1, 0)] }, ['33.34', '29.50']],
  ['the last takes what is left', { already: 66.67, lines: [line(10, 1, 1), line(10, 1, 1), line(10, 1, 1)] }, ['33.33', '29.50']],
  ['half of the only line', { already: 0, lines: [line(80, 4, 2)] }, ['50.00', '44.25']],
  ['the rest was given up: what is billed carries all', { already: 0, lines: [line(80, 4, 2, 2)] }, ['100.00', '88.50']],
  ['somebody charged it all already', { already: 100, lines: [line(80, 4, 4)] }, ['0.00', '0.00']],
  ['somebody charged more', { already: 120, lines: [line(80, 4, 4)] }, ['0.00', '0.00']],
  ['goods that cost nothing', { already: 0, lines: [line(0, 4, 1)] }, ['100.00', '88.50']],
] as const)('of 100.00 with 13 %: %s', (_name, rest, expected) => {
  expect(shown(freightShare({ gross: 100, net: 88.5, ...rest }))).toEqual(expected)
})

test('what is taken bit by bit adds up to the whole freight, net and gross, whatever the order and the sizes', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9_999_999 }).map((cents) => d(cents).div(100)),
      fc.constantFrom(null, 0, 6, 9, 13),
      fc.constantFrom('inclusive' as const, 'exclusive' as const),
      fc.array(
        fc.record({
          gross: fc.integer({ min: 0, max: 500_000 }),
          parts: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
        }),
        {
          minLength: 1,
          maxLength: 4,
        },
      ),
      (freight, taxRate, mode, lines) => {
        const whole = taxFreight({ freight, taxRate, mode })
        const qty = lines.map(({ parts }) => parts.reduce((sum, part) => sum + part, 0))
        const taken = lines.map(() => 0)
        let [gross, net] = [d(0), d(0)]
        for (const round of [0, 1, 2, 3]) {
          if (lines.every(({ parts }) => parts[round] === undefined)) continue
          lines.forEach(({ parts }, at) => (taken[at] = (taken[at] ?? 0) + (parts[round] ?? 0)))
          const share = freightShare({
            ...{ ...whole, already: gross },
            lines: lines.map((each, at) => ({
              gross: d(each.gross).div(100),
              qty: qty[at] ?? 0,
              whole: qty[at] ?? 0,
              taken: taken[at] ?? 0,
            })),
          })
          expect(share.gross.gte(0) && share.net.gte(0) && share.net.lte(share.gross)).toBe(true)
          gross = gross.plus(share.gross)
          net = net.plus(share.net)
        }
        expect([gross.toString(), net.toString()]).toEqual([whole.gross.toString(), whole.net.toString()])
      },
    ),
  )
})

const source = (more: Partial<FreightSource> = {}): FreightSource => ({
  ...{ of: { order: 7 }, gross: 113, net: 100, taxRate: 13, already: 0, lines: [line(80, 4, 1)] },
  ...more,
})

test.each([
  ['nothing said, nothing to share', {}, null, [], [null, 0, 0, false, []]],
  ['its share', {}, null, [source()], [28.25, 25, 3.25, false, [{ order: 7, gross: 28.25 }]]],
  ['typed', { freight: 56.5 }, null, [source()], [56.5, 50, 6.5, true, [{ order: 7, gross: 56.5 }]]],
  ['typed to nothing', { freight: 0 }, null, [source()], [0, 0, 0, true, []]],
  ['typed at another rate', { freight: 109, freightTaxRate: 9 }, null, [source()], [109, 100, 9, true, [{ order: 7, gross: 109 }]]],
  [
    'a stored share follows the lines',
    { freight: 113, freightTaxRate: 13 },
    { freight: 113, freightTaxRate: 13 },
    [source()],
    [28.25, 25, 3.25, false, [{ order: 7, gross: 28.25 }]],
  ],
  [
    'what was typed stays',
    { freight: 113, freightTaxRate: 13 },
    { freight: 113, freightTaxRate: 13, freightTyped: true },
    [source()],
    [113, 100, 13, true, [{ order: 7, gross: 113 }]],
  ],
  ['without a source the goods say the rate', { freight: 113 }, null, [], [113, 100, 13, true, []]],
] as const)('the freight of a document: %s', (_name, entered, stored, sources, expected) => {
  const decided = decideFreight({ entered, stored, mode: 'inclusive', rates: [6, 13, null], sources })
  expect([decided.freight, decided.freightNet, decided.freightTax, decided.freightTyped, decided.freightOf]).toEqual(expected)
})

test('several orders share what is typed as they would have shared it themselves', () => {
  const sources = [source(), source({ of: { order: 8 }, gross: 226, net: 200, lines: [line(80, 4, 4)] })]
  const { freightOf } = decideFreight({ entered: { freight: 508.5 }, stored: null, mode: 'inclusive', rates: [13], sources })
  expect(freightOf).toEqual([
    { order: 7, gross: 56.5 },
    { order: 8, gross: 452 },
  ])
})

test('freight stands in every total; what came over without a tax of its own counts as it is', () => {
  const totals = { netTotal: 1000, taxTotal: 130, grossTotal: 1130 }
  expect(withFreight(totals, { freight: 113, freightNet: 100, freightTax: 13 })).toMatchObject({
    netTotal: 1100,
    taxTotal: 143,
    grossTotal: 1243,
  })
  expect(freightGross({ freight: 35.5 }).toString()).toBe('35.5')
})
