import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Decimal } from '../kernel/decimal'
import {
  billableQty,
  billingStatus,
  deliveryStatus,
  isComplete,
  openQty,
  paymentStatus,
  percentFloor,
  statusByProgress,
  type LineProgress,
} from './progress'
import { decideSchedule, openSchedule, wholeOnOneDay } from './schedule'

describe('progress of an order', () => {
  test.each<[string, LineProgress, string, string]>([
    ['O-01 6 of 10 delivered and invoiced', { qty: 10, delivered: 6, invoiced: 6 }, '4', '0'],
    ['O-04 over-delivered: never negative', { qty: 10, delivered: 15 }, '0', '15'],
    ['O-17 order 2, deliver 2, return 1', { qty: 2, delivered: 2, refunded: 1 }, '0', '1'],
    ['O-53 a replacement is delivered again', { qty: 10, delivered: 10, replaced: 2, invoiced: 8 }, '2', '0'],
    ['O-34 40 of 100 shipped, the rest short-closed', { qty: 100, delivered: 40, shortClosed: 60 }, '0', '40'],
    ['O-18 delivered 100, invoiced 90, returned 10', { qty: 100, delivered: 100, invoiced: 90, refunded: 10 }, '0', '0'],
  ])('%s: open %s', (_story, line, open, billable) => {
    expect([openQty(line).toString(), billableQty(line).toString()]).toEqual([open, billable])
  })

  test.each([
    [498, 500, 99.6],
    ['499.9999', 500, 99.9],
    [500, 500, 100],
    [12, 10, 100],
    [0, 10, 0],
    [1, 3, 33.3],
    [0, 0, 0],
  ])('F10 %s of %s shows %s %%', (part, whole, shown) => expect(percentFloor(part, whole)).toBe(shown))

  test('property: 100 % is shown exactly when nothing is missing', () => {
    const qty = fc.integer({ min: 1, max: 10_000_000 })
    fc.assert(fc.property(qty, qty, (part, whole) => (percentFloor(part, whole) === 100) === part >= whole))
  })

  test.each<[string, LineProgress[], string, string, boolean]>([
    ['nothing yet', [{ qty: 5 }], 'none', 'none', false],
    ['O-10 3 of 5', [{ qty: 5, delivered: 3, invoiced: 3 }], 'partly', 'partly', false],
    ['O-10 all', [{ qty: 5, delivered: 5, invoiced: 5 }], 'full', 'full', true],
    ['O-21 498 of 500', [{ qty: 500, delivered: 498, invoiced: 498 }], 'partly', 'partly', false],
    ['one line of two', [{ qty: 5, delivered: 5 }, { qty: 1 }], 'partly', 'none', false],
    ['short-closed rest', [{ qty: 5, delivered: 3, invoiced: 3, shortClosed: 2 }], 'full', 'full', true],
    ['O-18', [{ qty: 100, delivered: 100, invoiced: 90, refunded: 10 }], 'full', 'full', true],
    ['O-20 delivered, not billed', [{ qty: 1, delivered: 1 }], 'full', 'none', false],
    ['over-delivered, billed as ordered', [{ qty: 10, delivered: 12, invoiced: 10 }], 'full', 'partly', false],
    ['no lines', [], 'none', 'none', false],
  ])('%s: delivery %s', (_story, lines, delivery, billing, complete) => {
    expect([deliveryStatus(lines), billingStatus(lines), isComplete(lines)]).toEqual([delivery, billing, complete])
    const order = { lines, closedEarly: false, opening: false }
    expect(statusByProgress({ status: 'approved', ...order })).toBe(complete ? 'closed' : 'approved')
    expect(statusByProgress({ status: 'closed', ...order })).toBe(complete ? 'closed' : 'approved')
    expect(statusByProgress({ status: 'reviewed', ...order })).toBe('reviewed')
  })

  test('what was closed early stays closed while nothing is to be delivered, opening orders always', () => {
    const unbilled = [{ qty: 5, delivered: 3, shortClosed: 2 }]
    expect(statusByProgress({ status: 'closed', lines: unbilled, closedEarly: true, opening: false })).toBe('closed')
    expect(statusByProgress({ status: 'closed', lines: [{ qty: 5, delivered: 3 }], closedEarly: true, opening: false })).toBe('approved')
    expect(statusByProgress({ status: 'closed', lines: [{ qty: 5 }], closedEarly: false, opening: true })).toBe('closed')
    // nothing delivered, all short-closed: closed by the verb, never by itself
    const given = [{ qty: 5, shortClosed: 5 }]
    expect(statusByProgress({ status: 'approved', lines: given, closedEarly: false, opening: false })).toBe('approved')
  })

  test.each([
    ['none', false, false, 'none'],
    ['none', true, false, 'partly'],
    ['partly', true, true, 'partly'],
    ['full', true, false, 'partly'],
    ['full', true, true, 'full'],
  ] as const)('billed %s, something paid %s, all settled %s: paid %s', (billing, somePaid, allSettled, paid) =>
    expect(paymentStatus({ billing, somePaid, allSettled })).toBe(paid),
  )
})

describe('O-32 delivery dates', () => {
  const schedule = [
    { date: '2026-03-15', qty: 60 },
    { date: '2026-03-01', qty: 40 },
  ]
  test('dates add up to the quantity', () => {
    expect(decideSchedule({ index: 0, qty: 100, schedule })).toEqual([])
    expect(decideSchedule({ index: 0, qty: 100 })).toEqual([])
    expect(
      decideSchedule({
        index: 2,
        qty: 100,
        schedule: [
          { date: null as never, qty: 60 },
          { date: '2026-03-15', qty: 'many' },
        ],
      }).map(({ code, path }) => `${code} ${path}`),
    ).toEqual(['INVALID_INPUT lines.2.schedule.0.date', 'INVALID_INPUT lines.2.schedule.1.qty'])
    expect(decideSchedule({ index: 1, qty: 101, schedule })[0]).toMatchObject({
      code: 'SCHEDULE_MISMATCH',
      path: 'lines.1.schedule',
      facts: { qty: 101, scheduled: 100, difference: 1 },
    })
  })
  test.each([
    ['a day alone is that of the whole line', [{ date: '2026-03-01', qty: null }], 100, [{ date: '2026-03-01', qty: 100 }]],
    ['a quantity that was typed stays', [{ date: '2026-03-01', qty: 40 }], 100, [{ date: '2026-03-01', qty: 40 }]],
    [
      'of two days none is the whole line',
      [...schedule, { date: '2026-03-20', qty: null }],
      120,
      [...schedule, { date: '2026-03-20', qty: null }],
    ],
    ['no quantity is made up', [{ date: '2026-03-01', qty: null }], null, [{ date: '2026-03-01', qty: null }]],
    ['no days stay none', [], 100, []],
  ])('%s', (_name, days, qty, whole) => expect(wholeOnOneDay(days, qty)).toEqual(whole))
  test('40 delivered consume the earliest: 60 are open, due 03-15', () => {
    const rows = openSchedule({ schedule, delivered: 40 })
    expect(rows.map((row) => [row.date, row.open.toString()])).toEqual([
      ['2026-03-01', '0'],
      ['2026-03-15', '60'],
    ])
  })
  test('property: what is open is the quantity less what was delivered', () => {
    const rows = fc.array(fc.record({ day: fc.integer({ min: 10, max: 28 }), qty: fc.nat(500) }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(rows, fc.nat(4000), (given, delivered) => {
        const total = given.reduce((sum, row) => sum + row.qty, 0)
        const open = openSchedule({ schedule: given.map((row) => ({ date: `2026-03-${row.day}`, qty: row.qty })), delivered })
        return open.reduce((sum, row) => sum.plus(row.open), new Decimal(0)).eq(Math.max(0, total - delivered))
      }),
    )
  })
})
