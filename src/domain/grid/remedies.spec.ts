import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { d } from '../kernel/decimal'
import { toNumber } from '../kernel/money'
import { decideMinimumPrice, netUnitPriceStock } from '../pricing/decideMinimumPrice'
import { decideAvailability } from '../stock/decideAvailability'

import { type RemedyFacts, remediesOf } from './remedies'

const open = new Set(['item', 'qty', 'price', 'discountRate', 'taxRate', 'warehouse', 'batchNo', 'schedule'])
const facts = (given: Partial<RemedyFacts> & Pick<RemedyFacts, 'finding' | 'line'>): RemedyFacts => ({
  checked: { qty: given.line['qty'], stockQty: given.line['qty'] },
  head: { taxMode: 'inclusive', exchangeRate: 1, headerDiscount: 0 },
  open,
  mayPrice: true,
  ...given,
})
const said = (given: RemedyFacts): string[] => remediesOf(given).map(({ label }) => label.en)

const short = { code: 'NOT_AVAILABLE', path: 'lines.0.qty', facts: { warehouse: 'W1', required: 60, available: 20, alternatives: { warehouses: [{ warehouse: 'W2', available: 500 }, { warehouse: 'W3', available: 7 }], batches: [], earliest: '2026-12-08' } } } // prettier-ignore

test.each([
  ['60 wanted, 20 here: less, or the rest from where there is some', facts({ finding: short, line: { qty: 60 } }), ['Reduce to 20', 'Take 40 from W2', 'Take 7 from W3']],
  ['with dates, also later', facts({ finding: { ...short, facts: { ...short.facts, date: '2026-12-01' } }, line: { qty: 60 } }), ['Reduce to 20', 'Take 40 from W2', 'Take 7 from W3', 'Deliver on 2026-12-08']],
  ['nothing here: all of it from elsewhere', facts({ finding: { ...short, facts: { ...short.facts, available: 0 } }, line: { qty: 60 } }), ['Take 60 from W2', 'Take 7 from W3']],
  ['boxes of 12: whole boxes only', facts({ finding: short, line: { qty: 5 }, checked: { qty: 5, stockQty: 60 } }), ['Reduce to 1', 'Take 4 from W2']],
  ['short over all warehouses: no warehouse helps', facts({ finding: { ...short, facts: { ...short.facts, warehouse: null } }, line: { qty: 60 } }), ['Reduce to 20']],
  ['a grid without warehouses offers none', facts({ finding: short, line: { qty: 60 }, open: new Set(['qty']) }), ['Reduce to 20']],
  ['unit unknown: nothing is guessed', facts({ finding: short, line: { qty: 60 }, checked: undefined }), []],
  ['minimum 81.86 net, tax in the price', facts({ finding: { code: 'BELOW_MINIMUM_PRICE', cure: { action: 'raisePrice', facts: { minimum: 81.86 } } }, line: { qty: 1, taxRate: 13 } }), ['Use 92.5018']],
  ['minimum 92.5 net, tax on top', facts({ finding: { code: 'BELOW_MINIMUM_PRICE', cure: { action: 'raisePrice', facts: { minimum: 92.5 } } }, line: { qty: 1, taxRate: 13 }, head: { taxMode: 'exclusive', exchangeRate: 1 } }), ['Use 92.50']],
  ['a minimum nobody is told is no button', facts({ finding: { code: 'BELOW_MINIMUM_PRICE', cure: { action: 'raisePrice' } }, line: { qty: 1 } }), []],
  ['who may not change prices is offered none', facts({ finding: { code: 'BELOW_MINIMUM_PRICE', cure: { action: 'raisePrice', facts: { minimum: 1 } } }, line: { qty: 1 }, mayPrice: false }), []],
  ['a locked price of a break: that break at the price of the day', facts({ finding: { code: 'PRICE_LOCKED', path: 'lines.0.breaks', facts: { breakQty: 500 }, cure: { action: 'usePolicyPrice', facts: { price: 8 } } }, line: { breaks: [{ qty: 100, price: 9 }, { qty: 500, price: 7 }] }, open: new Set(['breaks']) }), ['Use 8']],
  ['a locked price: what policy says', facts({ finding: { code: 'PRICE_LOCKED', path: 'lines.0.price', cure: { action: 'usePolicyPrice', facts: { price: 0.52 } } }, line: { price: 1 } }), ['Use 0.52']],
  ['a locked rate of the head', facts({ finding: { code: 'EXCHANGE_RATE_TYPED', path: 'exchangeRate', cure: { action: 'useListed', facts: { due: 7.1 } } }, line: {} }), ['Use what is due 7.1']],
  ['a discount beyond what is allowed', facts({ finding: { code: 'DISCOUNT_EXCEEDED', path: 'lines.0.discountRate', cure: { action: 'lowerDiscount', facts: { maximum: 5 } } }, line: {} }), ['Lower to 5%']],
  ['more than is left to invoice', facts({ finding: { code: 'OVER_INVOICE', path: 'lines.0.qty', facts: { excess: 3 }, cure: { action: 'reduceQty', facts: { qty: 7 } } }, line: { qty: 10 } }), ['Reduce to 7']],
  ['dates that do not add up', facts({ finding: { code: 'SCHEDULE_MISMATCH', facts: { difference: 10 } }, line: { schedule: [{ date: '2026-12-01', qty: 40 }, { date: '2026-12-08', qty: 50 }] } }), ['Last date takes 60']],
] as const)('%s', (_, given, wanted) => expect(said(given)).toEqual(wanted)) // prettier-ignore

const whole = fc.integer({ min: 1, max: 5000 })

test('whatever is short, each remedy that covers all of it passes when it is applied, and no goods appear or vanish', () => {
  fc.assert(
    fc.property(whole, fc.integer({ min: 0, max: 5000 }), fc.constantFrom(1, 12, 0.5, 1000), whole, (qty, here, factor, there) => {
      const judge = (wanted: number, free: number) =>
        decideAvailability([{ item: 'R', warehouse: 'W1', batchNo: null, demandIncrease: d(wanted).times(factor), required: d(wanted).times(factor), availableBefore: free, mode: 'control', indexes: [0] }]) // prettier-ignore
      const [finding] = judge(qty, here)
      if (!finding) return
      const alternatives = { warehouses: [{ warehouse: 'W2', available: there }], batches: [], earliest: null }
      const line = { qty }
      for (const { values, typed, beneath } of remediesOf(facts({ finding: { ...finding, facts: { ...finding.facts, alternatives } }, line, checked: { qty, stockQty: toNumber(d(qty).times(factor)) } }))) {
        const stays = typed?.['warehouse'] ? 0 : Number(values?.['qty'])
        const moved = typed?.['warehouse'] ? qty : Number(beneath?.values['qty'] ?? 0)
        if (moved > 0) expect(stays + moved).toBe(qty)
        expect(judge(moved, there)).toEqual([])
        // a part of what is missing is offered where another place has no more
        if (moved === 0 || d(there).div(factor).floor().gt(moved)) expect(judge(stays, here)).toEqual([])
      }
    }),
  ) // prettier-ignore
})

test('the price offered is the lowest of four decimals that is not below the minimum, whatever unit, tax, discount and currency', () => {
  const figures = fc.record({ minimum: fc.integer({ min: 1, max: 1_000_000 }).map((cents) => cents / 10_000), factor: fc.constantFrom(1, 12, 100), taxRate: fc.constantFrom(0, 6, 13), discountRate: fc.constantFrom(0, 5, 33.33), exchangeRate: fc.constantFrom(1, 7.1234), taxMode: fc.constantFrom('inclusive' as const, 'exclusive' as const) }) // prettier-ignore
  fc.assert(
    fc.property(figures, ({ minimum, factor, taxRate, discountRate, exchangeRate, taxMode }) => {
      const [remedy] = remediesOf(facts({ finding: { code: 'BELOW_MINIMUM_PRICE', cure: { action: 'raisePrice', facts: { minimum } } }, line: { qty: 3, taxRate, discountRate }, checked: { qty: 3, stockQty: 3 * factor }, head: { taxMode, exchangeRate, headerDiscount: 0 } })) // prettier-ignore
      const price = Number(remedy?.values?.['price'])
      const judge = (at: number) =>
        decideMinimumPrice({
          lines: [{ index: 0, item: 'R', netUnitPriceStock: netUnitPriceStock({ price: at, discountRate, taxRate, netPrice: 0, qty: 3, stockQty: 3 * factor, taxMode, headerDiscount: 0, exchangeRate }), minimum: { value: minimum, source: 'item' } }],
          mode: 'forbid', maySellBelow: false, seesMinimum: true, exempt: false,
        }) // prettier-ignore
      expect(judge(price)).toEqual([])
    }),
    { examples: [[{ minimum: 65.3495, factor: 1, taxRate: 13, discountRate: 33.33, exchangeRate: 7.1234, taxMode: 'inclusive' }]] },
  )
})
