import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { d } from '../kernel/decimal'
import { policyLevels, type PolicyRow } from './policyLevels'
import { type PriceFacts, resolvePrice } from './resolvePrice'

const item = { id: 1, code: 'I1', categories: [10, 1], listPrice: 100, unit: 'PCS', units: [] }
const customer = { id: 7, categories: [20, 2], grade: 'AA' }

/** A row that may concern the line, or anybody else's; ids are given by position. */
const row: fc.Arbitrary<Omit<PolicyRow, 'id'>> = fc
  .record({
    who: fc.constantFrom({}, { customer: 7 }, { customer: 8 }, { customerCategory: 20 }, { customerCategory: 2 }, { customerCategory: 99 }),
    what: fc.constantFrom({ item: 1 }, { item: 2 }, { itemCategory: 10 }, { itemCategory: 1 }, { itemCategory: 99 }),
    price: fc.integer({ min: 1, max: 9_999 }).map((cents) => d(cents).div(100).toString()),
    minQty: fc.nat(20),
    priority: fc.nat(3),
    net: fc.boolean(),
    validFrom: fc.constantFrom(null, '2026-01-01', '2026-03-01', '2026-04-01'),
  })
  .map(({ who, what, ...rest }) => ({ ...who, ...what, ...rest }))
const table = fc.array(row, { maxLength: 15 }).map((rows) => rows.map((each, index): PolicyRow => ({ id: index + 1, ...each })))
const qty = fc.integer({ min: 1, max: 30 })

const ask = (policies: readonly PolicyRow[], quantity: number) =>
  resolvePrice({
    item,
    customer,
    qty: quantity,
    date: '2026-03-10',
    currency: 'CNY',
    policies: [...policies],
    gradeDiscounts: { AA: 2 },
  } satisfies PriceFacts)

const names = policyLevels.map(({ name }) => name)
const levelOf = (rule: unknown): number => names.indexOf(String(rule))

test('resolving twice gives the same price, trace and candidates', () =>
  fc.assert(
    fc.property(table, qty, (rows, quantity) => {
      expect(JSON.stringify(ask(rows, quantity))).toBe(JSON.stringify(ask(rows, quantity)))
    }),
  ))

test('a more specific row never loses to a less specific one', () =>
  fc.assert(
    fc.property(table, qty, (rows, quantity) => {
      const { candidates } = ask(rows, quantity)
      const winner = candidates.find(({ won }) => won)
      const best = Math.min(...candidates.map(({ rule }) => levelOf(rule)))
      expect(levelOf(winner?.rule)).toBe(best)
    }),
  ))

test('an unrelated row never changes a price or its trace', () =>
  fc.assert(
    fc.property(
      table,
      qty,
      fc.constantFrom<Partial<PolicyRow>>(
        { item: 2 },
        { item: 1, customer: 8 },
        { item: 1, customerCategory: 99 },
        { itemCategory: 99 },
        { item: 1, customer: 7, currency: 'USD' },
        { item: 1, customer: 7, minQty: 31 },
        { item: 1, customer: 7, validFrom: '2026-03-11' },
        { item: 1, customer: 7, validTo: '2026-03-09' },
      ),
      (rows, quantity, unrelated) => {
        const before = ask(rows, quantity)
        const after = ask([{ id: 999, price: 1, priority: 9, ...unrelated }, ...rows], quantity)
        expect([after.price?.toString(), after.trace]).toEqual([before.price?.toString(), before.trace])
      },
    ),
  ))

test('the trace ends with the price, and exactly one candidate won', () =>
  fc.assert(
    fc.property(table, qty, (rows, quantity) => {
      const { price, trace, candidates } = ask(rows, quantity)
      expect([trace.at(-1)?.['price'], candidates.filter(({ won }) => won)]).toEqual([price?.toString(), [expect.anything()]])
    }),
  ))
