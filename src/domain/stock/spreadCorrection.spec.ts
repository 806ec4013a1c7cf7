import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { d } from '../kernel/decimal'
import { toNumber } from '../kernel/money'
import { type PoolMove, spreadCorrection } from './spreadCorrection'

const out = (line: string, qty: number): PoolMove => ({ line, qty: -qty, atAverage: true })
const shown = ({ left, shares }: ReturnType<typeof spreadCorrection>) => [
  toNumber(left),
  Object.fromEntries([...shares].map(([line, value]) => [line, toNumber(value)])),
]

describe('F4 late cost correction', () => {
  test('10@10, 10@20, 15 out; the second really cost 22: 15.00 to what was sold, 5.00 to what is left', () =>
    expect(shown(spreadCorrection({ delta: 20, pool: 20, moves: [out('a', 15)] }))).toEqual([5, { a: 15 }]))
  test('10@10, 4 sold: 12.00 stay, 8.00 were sold; an undone issue gives its share back', () => {
    expect(shown(spreadCorrection({ delta: 20, pool: 10, moves: [out('a', 4)] }))).toEqual([12, { a: 8 }])
    expect(shown(spreadCorrection({ delta: 20, pool: 10, moves: [out('a', 4), { line: 'a', qty: 4, atAverage: true }] }))).toEqual([20, {}])
  })
  test('a later receipt thins the difference for those who are served after it', () =>
    expect(shown(spreadCorrection({ delta: 20, pool: 10, moves: [{ line: 'r', qty: 10, atAverage: false }, out('a', 10)] }))).toEqual([
      10,
      { a: 10 },
    ]))
  test('everything sold: everything goes with it', () =>
    expect(shown(spreadCorrection({ delta: -0.01, pool: 3, moves: [out('a', 1), out('b', 2)] }))).toEqual([0, { a: 0, b: -0.01 }]))
  test('property: what is left and what was sold add up to the difference, to the cent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.integer({ min: 1, max: 100 }),
        fc.array(fc.integer({ min: -40, max: 40 }), { maxLength: 12 }),
        (cents, pool, qtys) => {
          const delta = d(cents).div(100)
          const { left, shares } = spreadCorrection({
            delta,
            pool,
            moves: qtys.map((qty, i) => ({ line: String(i), qty, atAverage: true })),
          })
          return [...shares.values()].reduce((sum, share) => sum.plus(share), left).eq(delta)
        },
      ),
    )
  })
})
