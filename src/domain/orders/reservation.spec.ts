import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { d } from '../kernel/decimal'
import { placesOf, reservedParts } from './reservation'

const line = { qty: 10, stockQty: 10, warehouse: 1, batchNo: null, schedule: null, promised: null }

describe('what an order line keeps reserved', () => {
  test('4 of 10 set aside of batch B1, 3 delivered: 1 of B1 and 6 anywhere are left', () => {
    const set = { ...line, reservations: [{ warehouse: 2, batchNo: 'B1', qty: 4 }] }
    expect(placesOf(set, 10).map(({ batchNo, qty }) => [batchNo, qty])).toEqual([
      ['B1', 4],
      [null, 6],
    ])
    expect(placesOf(set, 7).map(({ warehouse, qty }) => [warehouse, qty])).toEqual([
      [2, 1],
      [1, 6],
    ])
  })

  test('O-32: 40 on 03-01 and 60 on 03-15, 40 delivered: 60 are due on 03-15', () => {
    const schedule = [
      { date: '2026-03-15', qty: 60 },
      { date: '2026-03-01', qty: 40 },
    ]
    const dated = { ...line, qty: 100, stockQty: 100, schedule }
    const shown = (left: number) =>
      reservedParts({ line: dated, left, orderDate: '2026-02-01', shortClosed: 0 }).map(({ due, stockQty }) => [due, stockQty])
    expect(shown(100)).toEqual([
      ['2026-03-01', '40'],
      ['2026-03-15', '60'],
    ])
    expect(shown(60)).toEqual([['2026-03-15', '60']])
  })

  test('property: a line without dates is due as one with a single date on its day', () => {
    const qty = fc.integer({ min: 1, max: 500 })
    fc.assert(
      fc.property(qty, fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 24 }), (total, percent, factor) => {
        const whole = { ...line, qty: total, stockQty: total * factor }
        const asked = { left: d(total).times(percent).div(100).toDecimalPlaces(4), orderDate: '2026-03-01', shortClosed: 0 }
        const dated = { ...whole, schedule: [{ date: '2026-03-01', qty: total }] }
        expect(reservedParts({ line: whole, ...asked })).toEqual(reservedParts({ line: dated, ...asked }))
      }),
    )
  })

  test('property: the parts always add up to what is left, in stock unit', () => {
    const qty = fc.integer({ min: 1, max: 500 })
    fc.assert(
      fc.property(
        fc.array(qty, { minLength: 1, maxLength: 4 }),
        fc.array(qty, { maxLength: 4 }),
        fc.integer({ min: 1, max: 100 }),
        (rows, set, percent) => {
          const total = rows.reduce((sum, row) => sum + row, 0)
          const left = d(total).times(percent).div(100).toDecimalPlaces(4)
          const parts = reservedParts({
            line: {
              ...line,
              qty: total,
              stockQty: total * 12,
              schedule: rows.map((row, index) => ({ date: `2026-03-0${index + 1}`, qty: row })),
              reservations: set.map((row, index) => ({ warehouse: 2, batchNo: `B${index}`, qty: row })),
            },
            left,
            orderDate: '2026-03-01',
            shortClosed: 0,
          })
          return parts.reduce((sum, part) => sum.plus(d(part.stockQty)), d(0)).eq(left.times(12))
        },
      ),
    )
  })
})
