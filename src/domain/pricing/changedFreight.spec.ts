import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { d, type Decimal } from '../kernel/decimal'
import { asksFreight, changedFreight } from './changedFreight'
import { decideFreight, freightGross, type OrderFreight, partsOfFreight, taxFreight } from './freight'

const order = { no: 'SO1', freight: 113, freightTaxRate: 13, freightNet: 100, freightTax: 13 }
const nothing = { gross: 0, net: 0 }
const third = { gross: 37.67, net: 33.34 }
const open = { before: true, after: true }
const judged = (more: Partial<Parameters<typeof changedFreight>[0]>) =>
  changedFreight({ order, asked: {}, mode: 'inclusive', rates: [6, 13, null], charged: nothing, billable: open, ...more })

test.each([
  ['nothing asked', {}, [113, 13, 100, 13, []]],
  ['the same again', { asked: { freight: 113, freightTaxRate: 13 } }, [113, 13, 100, 13, []]],
  ['more, nothing billed', { asked: { freight: 226 } }, [226, 13, 200, 26, ['freight']]],
  ['none any more', { asked: { freight: 0 } }, [0, 13, 0, 0, ['freight']]],
  ['another rate', { asked: { freightTaxRate: 0 } }, [113, 0, 113, 0, ['freightTaxRate']]],
  ['a third is billed, the rest has another rate', { asked: { freight: 150, freightTaxRate: 9 }, charged: third }, [150, 9, 136.4, 13.6, ['freight', 'freightTaxRate']]],
  ['down to what is billed', { asked: { freight: 37.67 }, charged: third }, [37.67, 13, 33.34, 4.33, ['freight']]],
  ['the change leaves nothing to bill: the rest lapses', { charged: third, billable: { before: true, after: false } }, [37.67, 13, 33.34, 4.33, ['freight']]],
  ['nothing was to bill before either', { charged: third, billable: { before: false, after: false } }, [113, 13, 100, 13, []]],
  ['prices without tax', { asked: { freight: 150, freightTaxRate: 9 }, mode: 'exclusive', charged: third }, [150, 9, 150, 14.83, ['freight', 'freightTaxRate']]],
  ['freight where there was none: the rate of the goods', { order: { no: 'SO1' }, asked: { freight: 113 } }, [113, 13, 100, 13, ['freight', 'freightTaxRate']]],
] as const)('%s', (_name, more, [freight, rate, net, tax, fields]) => {
  const { freight: after, differences, findings } = judged(more)
  expect([after.freight, after.freightTaxRate, after.freightNet, after.freightTax]).toEqual([freight, rate, net, tax])
  expect([differences.map(({ field }) => field), findings]).toEqual([fields, []])
}) // prettier-ignore

test.each([
  ['below what is billed', { asked: { freight: 37.66 }, charged: third }, ['BELOW_PROCESSED', 'freight']],
  ['more, and nothing left to bill it with', { asked: { freight: 50 }, charged: third, billable: { before: true, after: false } }, ['PRICE_LOCKED', 'freight']],
  ['another tax on what is billed', { asked: { freight: 37.67, freightTaxRate: 9 }, charged: third }, ['PRICE_LOCKED', 'freightTaxRate']],
] as const)('refused: %s', (_name, more, expected) => {
  const { findings, freight } = judged(more)
  expect([findings.map(({ code, path }) => [code, path]), freight.freight]).toEqual([[expected], 113])
}) // prettier-ignore

test('what an order took of its quotes goes with its freight', () => {
  const taken = { freightOf: [{ quote: 1, gross: 75.33 }, { quote: 2, gross: 37.67 }] } // prettier-ignore
  const { freight } = judged({ order: { ...order, ...taken }, asked: { freight: 56.5 } })
  expect(freight.freightOf).toEqual([{ quote: 1, gross: 37.67 }, { quote: 2, gross: 18.83 }]) // prettier-ignore
  expect(judged({ order: { ...order, ...taken }, asked: { freight: 0 } }).freight.freightOf).toEqual([])
})

const cents = (most: number) => fc.integer({ min: 0, max: most }).map((amount) => amount / 100)
const rate = fc.constantFrom(null, 0, 6, 9, 13)

test('whatever is billed and changed in whatever order, what is billed and what is left are the freight, net and gross, never negative', () => {
  const steps = fc.array(
    fc.oneof(
      fc.record({ bill: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ asked: fc.record({ freight: fc.option(cents(50_000)), freightTaxRate: fc.option(fc.constantFrom(0, 6, 9, 13)) }) }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  fc.assert(
    fc.property(
      cents(50_000),
      rate,
      fc.constantFrom('inclusive' as const, 'exclusive' as const),
      steps,
      (first, taxRate, mode, history) => {
        const qty = 9
        const whole = taxFreight({ freight: first, taxRate, mode })
        let freight: OrderFreight = {
          ...{ freight: first, freightTaxRate: taxRate, freightNet: whole.net.toNumber() },
          freightTax: whole.gross.minus(whole.net).toNumber(),
        }
        let [taken, charged] = [0, { gross: d(0), net: d(0) }]
        const bill = (pieces: number): void => {
          taken = Math.min(qty, taken + pieces)
          const source = {
            ...{ of: { order: 1 }, gross: freightGross(freight), net: freightGross(freight).minus(freight.freightTax ?? 0) },
            ...{ taxRate: freight.freightTaxRate ?? null, already: charged.gross, earlier: freight.freightEarlier ?? null },
            lines: [{ gross: 900, qty, whole: qty, taken }],
          }
          const part = decideFreight({ entered: {}, stored: null, mode, rates: [13], sources: [source] })
          const [gross, net] = [freightGross(part), d(part.freightNet ?? 0)]
          expect(gross.gte(0) && net.gte(0) && net.lte(gross)).toBe(true)
          charged = { gross: charged.gross.plus(gross), net: charged.net.plus(net) }
        }
        for (const step of history) {
          if ('bill' in step) bill(step.bill)
          else {
            const billable = { before: taken < qty, after: taken < qty }
            const { findings, freight: after, differences } = changedFreight({ order: { no: 'SO1', ...freight }, asked: step.asked, mode, rates: [13], charged, billable }) // prettier-ignore
            if (findings.length === 0) freight = after
            if (!asksFreight(freight, step.asked)) expect(differences.length === 0 || findings.length === 0).toBe(true)
          }
          expect(freightGross(freight).gte(charged.gross)).toBe(true)
        }
        bill(qty)
        const net = freightGross(freight).minus(freight.freightTax ?? 0)
        expect([charged.gross.toFixed(2), charged.net.toFixed(2)]).toEqual([freightGross(freight).toFixed(2), net.toFixed(2)])
      },
    ),
    { numRuns: 500 },
  )
})

test('the parts of freight add up, net and gross', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 1, maxLength: 5 }), rate, (parts, taxRate) => {
      const gross = parts.reduce((sum, part) => sum + part, 0) / 100
      const { net } = taxFreight({ freight: gross, taxRate, mode: 'inclusive' })
      const freightOf = parts.map((part, at) => ({ order: at, gross: part / 100 }))
      const whole = { freight: gross, freightNet: net.toNumber(), freightTax: d(gross).minus(net).toNumber(), freightOf }
      const sum = partsOfFreight(whole).reduce((total: Decimal, part) => total.plus(part.net), d(0))
      expect(sum.toFixed(2)).toBe(net.toFixed(2))
    }),
  )
})
