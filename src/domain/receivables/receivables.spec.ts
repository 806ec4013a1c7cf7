import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { businessDate } from '../kernel/businessDate'
import { d, Decimal } from '../kernel/decimal'
import { decideAllocation, proposeAllocation } from './allocate'
import { dueDate, type PaymentTerms } from './dueDate'
import { decideInstalments, instalments } from './instalments'
import { openInstalments } from './openInstalments'

describe('C-04 due dates', () => {
  const days30: PaymentTerms = { kind: 'daysAfterInvoice', days: 30 }
  const nextMonth: PaymentTerms = { kind: 'endOfNextMonth' }
  test.each<[PaymentTerms | null, string, string]>([
    [days30, '2016-01-22', '2016-02-21'],
    [days30, '2017-01-22', '2017-02-21'],
    [nextMonth, '2016-01-22', '2016-02-29'],
    [nextMonth, '2017-01-22', '2017-02-28'],
    [{ kind: 'endOfMonth', days: 10 }, '2017-01-22', '2017-02-10'],
    [null, '2017-01-22', '2017-01-22'],
  ])('%j on %s → %s', (terms, date, due) => expect(dueDate({ terms, date: businessDate(date) })).toBe(due))
})

describe('C-09 instalments', () => {
  const terms: PaymentTerms = {
    kind: 'instalments',
    instalments: [
      { percent: 50, days: 0 },
      { percent: 50, days: 30 },
    ],
  }
  const date = businessDate('2026-01-01')
  test.each([
    [1000, ['2026-01-01 500.00', '2026-01-31 500.00']],
    [17812, ['2026-01-01 8906.00', '2026-01-31 8906.00']],
    ['0.01', ['2026-01-01 0.01', '2026-01-31 0.00']],
  ])('%s', (amount, expected) =>
    expect(instalments({ terms, date, amount }).map((part) => `${part.dueDate} ${part.amount.toFixed(2)}`)).toEqual(expected),
  )
  test('percents must come to 100; the last part is the due date', () => {
    expect(decideInstalments(terms)).toEqual([])
    expect(decideInstalments({ kind: 'instalments', instalments: [{ percent: 99.9, days: 0 }] })[0]?.facts).toMatchObject({ value: 99.9 })
    expect(dueDate({ terms, date })).toBe('2026-01-31')
    expect(instalments({ terms: null, date, amount: 5 })).toEqual([{ dueDate: date, amount: d(5) }])
  })
})

describe('allocation', () => {
  const invoices = [
    { id: 2, no: 'B', openAmount: 50, dueDate: '2026-02-01' },
    { id: 1, no: 'A', openAmount: 100, dueDate: '2026-01-01' },
    { id: 3, no: 'C', openAmount: -20, dueDate: '2025-01-01' },
  ]
  test('oldest due first', () =>
    expect(proposeAllocation({ open: 120, invoices }).map((a) => [a.invoice, a.amount.toString()])).toEqual([
      [1, '100'],
      [2, '20'],
    ]))
  test('property: never more than the receipt, never more than an invoice, as much as possible', () => {
    const open = fc.array(fc.integer({ min: -1000, max: 100_000 }), { maxLength: 10 })
    fc.assert(
      fc.property(open, fc.nat(300_000), (amounts, money) => {
        const rows = amounts.map((cents, id) => ({ id, openAmount: d(cents).div(100), dueDate: `2026-01-${10 + (id % 9)}` }))
        const proposal = proposeAllocation({ open: d(money).div(100), invoices: rows })
        const allocated = proposal.reduce((sum, a) => sum.plus(a.amount), new Decimal(0))
        const owed = rows.reduce((sum, row) => sum.plus(Decimal.max(0, row.openAmount)), new Decimal(0))
        return (
          allocated.eq(Decimal.min(owed, d(money).div(100))) && proposal.every((a) => a.amount.lte(rows[a.invoice as number]!.openAmount))
        )
      }),
    )
  })
  test('one cent too much is refused with the excess, on the invoice and on the receipt', () => {
    const decide = (allocations: { invoice: number; amount: number | string }[], open: number | string = 500) =>
      decideAllocation({ receipt: { no: 'RC1', open }, invoices, allocations })
    expect(
      decide(
        [
          { invoice: 1, amount: 100 },
          { invoice: 2, amount: 50 },
        ],
        150,
      ),
    ).toEqual([])
    expect(decide([{ invoice: 1, amount: '100.01' }])[0]).toMatchObject({ code: 'OVER_ALLOCATION', facts: { document: 'A', excess: 0.01 } })
    expect(
      decide([
        { invoice: 1, amount: 60 },
        { invoice: 1, amount: 60 },
      ])[0]?.facts,
    ).toMatchObject({ amount: 120, excess: 20 })
    expect(decide([{ invoice: 1, amount: 100 }], '99.99')[0]).toMatchObject({
      path: 'allocations',
      facts: { document: 'RC1', excess: 0.01 },
    })
    expect(decide([{ invoice: 1, amount: 0 }])[0]?.code).toBe('INVALID_INPUT')
  })
})

describe('openInstalments', () => {
  test.each([
    [1000, [500, 500]],
    [700, [200, 500]],
    [500, [0, 500]],
    [0.01, [0, 0.01]],
    [0, [0, 0]],
  ])('%s open of two halves of 1,000.00', (open, expected) =>
    expect(openInstalments(open, [{ amount: 500 }, { amount: 500 }]).map((part) => part.open.toNumber())).toEqual(expected),
  )
})
