import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { d, type Decimal } from '../kernel/decimal'
import type { CostMove } from './costMove'
import { settleCosts } from './settleCosts'

const start = new Map<string, { qty: Decimal; value: Decimal }>()
const move = (line: string, qty: number, value: number | null = null, more: Partial<CostMove> = {}): CostMove => ({
  key: line,
  line,
  pool: 'item',
  qty: d(qty),
  value: value === null ? null : d(value),
  origin: null,
  ...(qty < 0 ? { cost: null } : {}),
  ...more,
})
const told = (moves: readonly CostMove[]): Record<string, string> =>
  Object.fromEntries(
    [...settleCosts({ start, moves })].map(([key, { value, open, unknown }]) => [
      key,
      `${value.toFixed(2)}${open.gt(0) ? ` ${open.toString()} open` : ''}${unknown ? ' unknown' : ''}`,
    ]),
  )

test('sold 5 from nothing: unknown, not 0; then 105 come in at 6: the 5 cost 30.00 and 600.00 are left', () => {
  expect(told([move('sale', -5)])).toEqual({ sale: '0.00 5 open unknown' })
  expect(told([move('sale', -5), move('receipt', 105, 630)])).toEqual({ sale: '-30.00', receipt: '630.00' })
})

test('what is known is carried meanwhile, and corrected by what the goods really cost', () => {
  const sale = move('sale', -5, null, { cost: d(4) })
  expect(told([sale])).toEqual({ sale: '-20.00 5 open' })
  expect(told([sale, move('first', 3, 18)])).toEqual({ sale: '-26.00 2 open', first: '18.00' })
  expect(told([sale, move('first', 3, 18), move('second', 10, 70)])).toEqual({ sale: '-32.00', first: '18.00', second: '70.00' })
})

test('the oldest shortage is filled first; goods that are there are sold at their average', () => {
  const moves = [move('in', 2, 10), move('a', -3, null, { cost: d(5) }), move('b', -4, null, { cost: d(5) }), move('late', 6, 60)]
  expect(told(moves)).toEqual({ in: '10.00', a: '-20.00', b: '-40.00', late: '60.00' })
})

test('goods that come back before their cost is known cost what the others of their line do', () => {
  const moves = [move('sale', -5), move('back', 2, 0, { origin: 'sale' }), move('receipt', 105, 630)]
  expect(told(moves)).toEqual({ sale: '-30.00', back: '12.00', receipt: '630.00' })
})

test('a receipt without a cost takes the first that becomes known, also what was sold of it; with none it stays unknown', () => {
  const moves = [move('blind', 100), move('sale', -10)]
  expect(told(moves)).toEqual({ blind: '0.00 unknown', sale: '0.00 unknown' })
  expect(told([...moves, move('known', 100, 600)])).toEqual({ blind: '600.00', sale: '-60.00', known: '600.00' })
})

test('what a warehouse received of goods that were short elsewhere follows their cost', () => {
  const moves = [
    move('transfer', -10, null, { key: 'out', pool: 'w1' }),
    move('transfer', 10, 0, { key: 'in', pool: 'w2', origin: 'transfer' }),
    move('sale', -4, null, { pool: 'w2' }),
    move('receipt', 20, 120, { pool: 'w1' }),
  ]
  expect(told(moves)).toEqual({ out: '-60.00', in: '60.00', sale: '-24.00', receipt: '120.00' })
})

type Step = { kind: 'in' | 'blind' | 'out' | 'back' | 'move'; qty: number; cents: number; at: number; of: number }
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('in' as const, 'blind' as const, 'out' as const, 'back' as const, 'move' as const),
    qty: fc.integer({ min: 1, max: 40 }),
    cents: fc.integer({ min: 1, max: 99_999 }),
    at: fc.integer({ min: 0, max: 2 }),
    of: fc.nat(100),
  }),
  { maxLength: 25 },
)

/** Sales, receipts with and without cost, returns and transfers in any order; nothing comes back that did not go. */
function movesOf(told_: readonly Step[], cost: (step: Step) => number, perWarehouse: boolean): CostMove[] {
  const moves: CostMove[] = []
  const sold: Array<{ line: string; left: number; pool: string }> = []
  told_.forEach((step, index) => {
    const line = `l${String(index)}`
    const pool = perWarehouse ? `w${String(step.at)}` : 'item'
    if (step.kind === 'in') moves.push(move(line, step.qty, cost(step), { pool }))
    else if (step.kind === 'blind') moves.push(move(line, step.qty, null, { pool, cost: null }))
    else if (step.kind === 'move') {
      moves.push(move(line, -step.qty, null, { pool, key: `${line} out` }))
      const to = perWarehouse ? `w${String((step.at + 1) % 3)}` : 'item'
      moves.push(move(line, step.qty, 0, { pool: to, key: `${line} in`, origin: line }))
    } else if (step.kind === 'out') {
      moves.push(move(line, -step.qty, null, { pool }))
      sold.push({ line, left: step.qty, pool })
    } else {
      const from = sold[step.of % Math.max(1, sold.length)]
      const qty = Math.min(step.qty, from?.left ?? 0)
      if (!from || qty === 0) return
      from.left -= qty
      moves.push(move(line, qty, 0, { pool: from.pool, origin: from.line }))
    }
  })
  return moves
}
const sum = (values: readonly Decimal[]): Decimal => values.reduce((total, value) => total.plus(value), d(0))

test('whatever happens in whatever order: when all costs are one cost, what is in stock and what stayed sold costs it', () => {
  fc.assert(
    fc.property(steps, (told_) => {
      // an independent count: no average is needed where there is only one price
      const moves = [...movesOf(told_, ({ qty }) => qty * 7, false), move('last', 2000, 14_000)]
      const settled = settleCosts({ start, moves })
      for (const { line } of moves.filter(({ origin }) => origin === null)) {
        const own = moves.filter((other) => other.line === line || other.origin === line)
        const net = sum(own.map(({ key }) => settled.get(key)?.value ?? d(0)))
        expect(net.toString()).toBe(
          sum(own.map(({ qty }) => qty))
            .times(7)
            .toString(),
        )
      }
      expect([...settled.values()].some(({ unknown, open }) => unknown || !open.isZero())).toBe(false)
    }),
    { numRuns: 300 },
  )
})

test('whatever the costs: what is left and what was sold is worth what was received, in one pool and in three', () => {
  fc.assert(
    fc.property(steps, fc.boolean(), (told_, perWarehouse) => {
      const moves = movesOf(told_, ({ cents }) => cents / 100, perWarehouse)
      for (let n = 0; n < 3; n += 1) moves.push(move(`end${String(n)}`, 2000, 12_345.67, { pool: perWarehouse ? `w${String(n)}` : 'item' }))
      const settled = settleCosts({ start, moves })
      const worth = (wanted: (move: CostMove) => boolean): Decimal =>
        sum(moves.filter(wanted).map(({ key }) => settled.get(key)?.value ?? d(0)))
      const received = worth(({ origin, qty }) => origin === null && qty.gt(0))
      const sold = worth(({ origin, qty, key }) => !key.includes(' ') && (origin !== null || qty.isNegative()))
      const moved = worth(({ key }) => key.includes(' '))
      const left = sum([...settled.values()].map(({ value }) => value))
      expect(left.minus(sold).minus(moved).toString()).toBe(received.toString())
      // what moved between warehouses took all of its value along
      expect(moved.toString()).toBe('0')
    }),
    { numRuns: 300 },
  )
})

test('a cost that was carried out when goods came in without one is theirs, whatever comes later', () => {
  const held = new Map([['item', { qty: d(5), value: d(176.5) }]])
  const moves = [move('undone', -9, null, { cost: undefined }), move('blind', 8)]
  const values = (all: readonly CostMove[]): string[] =>
    [...settleCosts({ start: held, moves: all }).values()].map(({ value }) => value.toFixed(2))
  expect(values(moves)).toEqual(['-317.70', '282.40'])
  expect(values([...moves, move('later', 9, 7.2)])).toEqual(['-317.70', '282.40', '7.20'])
})

test('where nothing is short or unknown, what comes in later changes nothing before it', () => {
  const held = fc.record({ qty: fc.integer({ min: 1, max: 60 }), cents: fc.integer({ min: 1, max: 99_999 }) })
  fc.assert(
    fc.property(steps, held, fc.nat(4), (told_, { qty, cents }, every) => {
      const before = new Map([['item', { qty: d(qty), value: d(cents).div(100) }]])
      const moves = movesOf(told_, (step) => step.cents / 100, false).map((one, at) =>
        one.qty.isNegative() && at % 5 <= every ? { ...one, cost: undefined } : one,
      )
      const settled = settleCosts({ start: before, moves })
      if ([...settled.values()].some(({ open, unknown }) => unknown || !open.isZero())) return
      const later = settleCosts({ start: before, moves: [...moves, move('later', 9, 7.2)] })
      for (const [key, { value }] of settled) expect([key, later.get(key)?.value.toString()]).toEqual([key, value.toString()])
    }),
    { numRuns: 1000 },
  )
})

test('taking back what went out leaves the books as if it had never gone', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 50 }), (told_, qty) => {
      const moves = movesOf(told_, ({ cents }) => cents / 100, false)
      const without = settleCosts({ start, moves })
      const undone = settleCosts({ start, moves: [...moves, move('gone', -qty), move('gone', qty, 0, { key: 'back', origin: 'gone' })] })
      for (const [key, { value }] of without) expect(undone.get(key)?.value.toString()).toBe(value.toString())
      expect(
        undone
          .get('gone')
          ?.value.plus(undone.get('back')?.value ?? 0)
          .toString(),
      ).toBe('0')
    }),
    { numRuns: 200 },
  )
})
