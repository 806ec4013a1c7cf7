import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { d } from '../kernel/decimal'
import { earliestCover, lowestFrom, runningBalance, worstDay } from './datedBalance'

const today = '2026-03-01'
const shown = (rows: ReturnType<typeof runningBalance>) => rows.map(({ date, balance }) => [date, balance.toNumber()])

describe('stock by date', () => {
  test('40 expected on the 10th, 40 promised for the 5th: short by 40 in between', () => {
    const expected = [{ date: '2026-03-10', qty: 40 }]
    const before = runningBalance({ start: 0, moves: expected, today })
    const after = runningBalance({ start: 0, moves: [...expected, { date: '2026-03-05', qty: -40 }], today })
    expect(shown(after)).toEqual([
      ['2026-03-01', 0],
      ['2026-03-05', -40],
      ['2026-03-10', 0],
    ])
    const worst = worstDay({ before, after })
    expect([worst?.date, worst?.before.toNumber(), worst?.after.toNumber()]).toEqual(['2026-03-05', 0, -40])
    expect(lowestFrom(after, '2026-03-10').toNumber()).toBe(0)
    expect(lowestFrom(before, '2026-03-12').toNumber()).toBe(40)
  })
  test('what is overdue counts today; a change that lowers nothing hurts on no day', () => {
    const rows = runningBalance({ start: 10, moves: [{ date: '2026-02-01', qty: -4 }], today })
    expect(shown(rows)).toEqual([['2026-03-01', 6]])
    expect(worstDay({ before: rows, after: rows })).toBeNull()
  })
  test('the first day that covers a shortage', () => {
    const expected = [
      { date: '2026-03-20', qty: 5 },
      { date: '2026-03-10', qty: 5 },
    ]
    expect([earliestCover(expected, 5), earliestCover(expected, 6), earliestCover(expected, 11)]).toEqual([
      '2026-03-10',
      '2026-03-20',
      null,
    ])
  })
  test('property: the last balance is the start plus every move, and the lowest from any day on is never above it', () => {
    const move = fc.record({ day: fc.integer({ min: 1, max: 28 }), qty: fc.integer({ min: -50, max: 50 }) })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.array(move, { maxLength: 12 }), (start, given) => {
        const moves = given.map(({ day, qty }) => ({ date: `2026-03-${String(day).padStart(2, '0')}`, qty }))
        const rows = runningBalance({ start, moves, today })
        const end = moves.reduce((sum, { qty }) => sum.plus(qty), d(start))
        return rows.at(-1)?.balance.eq(end) === true && lowestFrom(rows, today).lte(end)
      }),
    )
  })
})
