import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import {
  copyOf,
  filledDown,
  type GridRow,
  type GridRows,
  inserted,
  isBlank,
  moved,
  removed,
  withHeadDate,
  type Part,
  withoutPart,
  withPart,
  withPartTyped,
  withTyped,
  withValue,
} from './rows'
import { plainRows, type RowShape } from './rowShape'

const lines: RowShape = {
  ...plainRows,
  subject: ['item'],
  figure: ['qty'],
  quantity: 'qty',
  price: {
    field: 'price',
    source: 'priceSource',
    from: 'takenFrom',
    trace: 'trace',
    unit: 'unit',
    earlier: { question: '', agreeing: [] },
  },
  dates: 'schedule',
  cameWith: ['unit', 'taxRate', 'description'],
  given: ['id', 'priceSource', 'discountRate', 'schedule'],
}

const row = (key: string, values: Record<string, unknown> = {}, typed: Record<string, string> = {}): GridRow => ({ key, values, typed })

test('a fresh row is blank until somebody enters something in it, readable or not', () => {
  expect(isBlank(row('a'), lines)).toBe(true)
  expect(
    isBlank(row('a', { priceSource: 'auto', discountRate: 0, qty: null, free: false, schedule: [{ date: '2026-12-01' }] }), lines),
  ).toBe(true)
  expect(isBlank(row('a', { qty: 0 }), lines)).toBe(false)
  expect(isBlank(row('a', { remark: '急' }), lines)).toBe(false)
  expect(isBlank(row('a', {}, { item: 'GZK-9' }), lines)).toBe(false)
})

test('another item asks unit, tax and price anew and keeps what a person decided', () => {
  const rows = [
    row('a', { id: 'x', item: 1, qty: 5, unit: 'BOX', taxRate: 13, price: 2, priceSource: 'auto', warehouse: 3, description: 'old' }),
  ]
  expect(withValue(rows, 0, 'item', 2, lines)[0]?.values).toEqual({
    id: 'x',
    item: 2,
    qty: 5,
    priceSource: 'auto',
    warehouse: 3,
    price: undefined,
  })
  expect(withValue([row('a', { item: 1, price: 2, priceSource: 'manual' })], 0, 'item', 2, lines)[0]?.values).toMatchObject({ price: 2 })
  expect(withValue(rows, 0, 'item', 1, lines)[0]?.values).toBe(rows[0]?.values)
})

test('what was typed and not read leaves no old value behind, and a value leaves no typed text behind', () => {
  const typed = withTyped([row('a', { qty: 5 })], 0, 'qty', '十个')
  expect(typed[0]).toEqual(row('a', { qty: null }, { qty: '十个' }))
  expect(withValue(typed, 0, 'qty', 10, lines)[0]).toEqual(row('a', { qty: 10 }, {}))
})

test('one date follows the quantity of its line, and the date of the head fills what has none or had the former', () => {
  const dated = (date: string, qty: number | null) => row('a', { qty, schedule: [{ date, qty }] })
  expect(withValue([dated('2026-12-01', null)], 0, 'qty', 7, lines)[0]).toEqual(dated('2026-12-01', 7))
  const split = row('b', {
    qty: 5,
    schedule: [
      { date: '2026-12-01', qty: 2 },
      { date: '2026-12-02', qty: 3 },
    ],
  })
  const rows = [dated('2026-12-01', 5), split, row('c', { qty: 3 }), dated('2026-12-24', 1)]
  const filled = withHeadDate(rows, { date: '2026-12-10', former: '2026-12-01' }, lines)
  expect(filled[0]).toEqual(dated('2026-12-10', 5))
  expect(filled[1]).toBe(split)
  expect(filled[2]?.values['schedule']).toEqual([{ date: '2026-12-10', qty: 3 }])
  expect(filled[3]).toBe(rows[3])
})

test('a copy is a line of its own', () => {
  const copy = copyOf(row('a', { id: 'x', item: 1, schedule: [{ id: 's', date: '2026-12-01', qty: 5 }] }, { qty: '?' }), 'b')
  expect(copy).toEqual(row('b', { item: 1, schedule: [{ date: '2026-12-01', qty: 5 }] }, { qty: '?' }))
})

test('fill down takes figure, item, dates and unread text from above; the first row has nothing above', () => {
  const rows = [row('a', { item: 1, qty: 5, schedule: [{ id: 's', date: '2026-12-01' }] }, { price: 'x' }), row('b', { item: 2 })]
  expect(filledDown(rows, 1, 'qty', lines)[1]?.values['qty']).toBe(5)
  expect(filledDown(rows, 1, 'item', lines)[1]?.values['item']).toBe(1)
  expect(filledDown(rows, 1, 'schedule', lines)[1]?.values['schedule']).toEqual([{ date: '2026-12-01' }])
  expect(filledDown(rows, 1, 'price', lines)[1]?.typed).toEqual({ price: 'x' })
  // a single date is for all of the line it is filled into; several are taken as they are
  const dated = (...schedule: object[]): GridRows => [row('a', { qty: 5, schedule }), row('b', { qty: 7 })]
  const one = { date: '2026-12-01', qty: 5 }
  expect(filledDown(dated(one), 1, 'schedule', lines)[1]?.values['schedule']).toEqual([{ date: '2026-12-01', qty: 7 }])
  expect(filledDown(dated(one, one), 1, 'schedule', lines)[1]?.values['schedule']).toEqual([one, one])
  expect(filledDown(rows, 0, 'qty', lines)).toBe(rows)
})

describe('whatever is done to the order of rows, no row is lost, doubled or changed', () => {
  const rows = fc
    .uniqueArray(fc.nat(), { minLength: 1, maxLength: 12 })
    .map((keys): GridRows => keys.map((key) => row(String(key), { qty: key })))
  const byKey = (all: GridRows): GridRow[] => [...all].sort((one, other) => one.key.localeCompare(other.key))
  test('moving, and removing what was inserted', () => {
    fc.assert(
      fc.property(rows, fc.nat(), fc.constantFrom(1 as const, -1 as const), (all, place, by) => {
        const index = place % all.length
        expect(byKey(moved(all, index, by))).toEqual(byKey(all))
        expect(removed(inserted(all, index, [row('new')]), index)).toEqual(all)
      }),
    )
  })
})

test('a quantity of one date that is no figure leaves the dates as they are, and is told until it is read or its date is removed', () => {
  const dates = [{ date: '2026-12-05', qty: 300 }, { date: '2026-12-12', qty: 700 }] // prettier-ignore
  const typed = withPartTyped([row('a', { schedule: dates })], 0, 'schedule.1', '7oo')
  expect(typed[0]).toMatchObject({ values: { schedule: dates }, typed: { 'schedule.1': '7oo' } })
  expect(withPart(typed, 0, 'schedule.1', [dates[0]])[0]).toEqual(row('a', { schedule: [dates[0]] }))
  expect(withoutPart(typed, 0, 'schedule.0', [dates[1]])[0]).toEqual(row('a', { schedule: [dates[1]] }, { 'schedule.0': '7oo' }))
  expect(withValue(typed, 0, 'remark', '急', lines)[0]?.typed).toEqual({ 'schedule.1': '7oo' })
})

type Entry = { qty: number; typed: string | null }
type Deed = { is: 'type' | 'read' | 'remove'; at: number }

test('whatever is typed, read and removed among the dates of a line, every text stays with its own date', () => {
  const entry = fc.record({ qty: fc.integer({ min: 1, max: 99 }), typed: fc.constantFrom(null, 'x', '1o') })
  const deed = fc.record({ is: fc.constantFrom<Deed['is']>('type', 'read', 'remove'), at: fc.nat(5) })
  const scheduled = (entries: readonly Entry[]) => entries.map(({ qty }) => ({ date: '2026-12-05', qty }))
  const drawn = (entries: readonly Entry[]): GridRow =>
    row('a', { schedule: scheduled(entries) }, Object.fromEntries(entries.flatMap(({ typed }, at) => (typed ? [[`schedule.${at}`, typed]] : [])))) // prettier-ignore
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 6 }), fc.array(deed, { maxLength: 12 }), (start, deeds) => {
      let entries: Entry[] = start
      let rows: GridRows = [drawn(start)]
      for (const { is, at: wanted } of deeds) {
        if (entries.length === 0) break
        const at = wanted % entries.length
        const part: Part = `schedule.${at}`
        const changed = (entry: Partial<Entry>): Entry[] => entries.map((each, place) => (place === at ? { ...each, ...entry } : each))
        if (is === 'remove') entries = entries.filter((_, place) => place !== at)
        else entries = changed(is === 'type' ? { typed: 'y' } : { typed: null, qty: 5 })
        const cell = scheduled(entries)
        rows = is === 'remove' ? withoutPart(rows, 0, part, cell) : is === 'type' ? withPartTyped(rows, 0, part, 'y') : withPart(rows, 0, part, cell) // prettier-ignore
        expect(rows).toEqual([drawn(entries)])
      }
    }),
  )
})

test('a list that is told of no subject keeps its cells apart: a value in one leaves the others as they are', () => {
  const rows = [row('a', { item: 1, qty: 5, unit: 'PCS', schedule: [{ date: '2026-12-01', qty: 5 }] })]
  expect(withValue(rows, 0, 'item', 2, plainRows)[0]?.values).toEqual({ ...rows[0]?.values, item: 2 })
  expect(withValue(rows, 0, 'qty', 7, plainRows)[0]?.values).toEqual({ ...rows[0]?.values, qty: 7 })
  expect(withHeadDate(rows, { date: '2026-12-10', former: '2026-12-01' }, plainRows)).toEqual(rows)
  expect(isBlank(row('a', { priceSource: 'auto' }), plainRows)).toBe(false)
})
