import { describe, expect, test } from '@jest/globals'

import type { OrderLine } from './order'
import { changedPaths, type ChangeLine, changeLines } from './orderChange'
import { closesOrder, decideShortClose } from './shortClose'

const line = { id: 'a', item: 1, qty: 10, unit: 'PCS', price: 100, stockQty: 10, warehouse: 1 } as OrderLine
const judged = (change: Partial<ChangeLine>, done: object = {}, lines: OrderLine[] = [line, { ...line, id: 'b' }]) =>
  changeLines({
    order: { no: 'SO1', lines },
    changes: [{ id: 'x', line: 'a', ...change }],
    processed: new Map([['a', done]]),
    named: new Set(),
  })
const codes = (change: Partial<ChangeLine>, done?: object, lines?: OrderLine[]): string[] =>
  judged(change, done, lines).findings.map(({ code }) => code)

describe('what a change may do to a line', () => {
  test.each<[string, Partial<ChangeLine>, object, string[]]>([
    ['down to what is delivered', { qty: 4 }, { delivered: 4 }, []],
    ['below what is delivered', { qty: 3.9999 }, { delivered: 4 }, ['BELOW_PROCESSED']],
    ['below what is invoiced', { qty: 5 }, { invoiced: 6 }, ['BELOW_PROCESSED']],
    ['what was replaced is to be delivered again', { qty: 2 }, { delivered: 4, replaced: 2 }, []],
    ['another item before delivery', { item: 2 }, {}, []],
    ['another item after it', { item: 2 }, { delivered: 1 }, ['BELOW_PROCESSED']],
    ['a price while something is not invoiced', { price: 90 }, { delivered: 10, invoiced: 9 }, []],
    ['a price when everything is invoiced', { price: 90 }, { delivered: 10, invoiced: 10 }, ['PRICE_LOCKED']],
    ['a price for the part that is added', { price: 90, qty: 12 }, { delivered: 10, invoiced: 10 }, []],
    ['a touched line stays', { remove: true }, { delivered: 1 }, ['BELOW_PROCESSED']],
    ['an untouched line goes', { remove: true }, {}, []],
    ['nothing that differs', { qty: 10 }, {}, ['INVALID_INPUT']],
  ])('%s', (_name, change, done, expected) => expect(codes(change, done)).toEqual(expected))

  test('the last line stays, a short-closed one is reopened first, dates add up', () => {
    expect(codes({ remove: true }, {}, [line])).toEqual(['INVALID_INPUT'])
    expect(codes({ qty: 12 }, {}, [{ ...line, closedQty: 4 }])).toEqual(['INVALID_INPUT'])
    expect(codes({ schedule: [{ date: '2026-12-01', qty: 9 }] })).toEqual(['SCHEDULE_MISMATCH'])
    expect(judged({ qty: 12 }, {}, [{ ...line, schedule: [{ date: '2026-12-01', qty: 10 }] }]).lines[0]?.schedule).toEqual([
      { date: '2026-12-01', qty: 12 },
    ])
    // a change as it is stored and read again has a list of dates without one: the dates stay
    const { lines, differences } = judged({ qty: 12, schedule: [] }, {}, [{ ...line, schedule: [{ date: '2026-12-01', qty: 10 }] }])
    expect(lines[0]?.schedule).toEqual([{ date: '2026-12-01', qty: 12 }])
    expect(differences.map(({ field }) => field)).toEqual(['qty'])
  })

  test('before and after per field, and the paths the reviewers are found by', () => {
    const { differences } = judged({ qty: 12, price: 90, unit: 'PCS' })
    expect(differences.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['qty', 10, 12],
      ['price', 100, 90],
    ])
    expect(changedPaths(differences)).toEqual(['lines.0.qty', 'lines.0.price'])
  })
})

describe('short-close', () => {
  const lines = [
    { id: 'a', qty: 10, delivered: 4 },
    { id: 'b', qty: 5, delivered: 5 },
  ]
  const decide = (named?: string[]) => decideShortClose({ order: 'SO1', lines, named })
  test('takes what is open, of the lines named or of all', () => {
    expect([...decide().closing].map(([id, qty]) => [id, qty.toNumber()])).toEqual([['a', 6]])
    expect(decide(['b']).findings.map(({ code }) => code)).toEqual(['NOTHING_OPEN'])
    expect(decide(['c']).findings.map(({ code }) => code)).toEqual(['INVALID_INPUT'])
  })
  test('closes the order with its last line', () => {
    expect(closesOrder(lines, decide().closing)).toBe(false)
    expect(closesOrder([{ ...lines[0]!, id: 'a' }], decide().closing)).toBe(true)
  })
})
