import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { d } from '../kernel/decimal'
import { creditOf, decideReturn } from './decideReturn'
import { decideInspection } from './decideInspection'
import { deliveryParts } from './deliveryParts'
import type { ReturnDocument, ReturnLine } from './return'
import { returnContributions } from './returnContributions'
import { leftPrice } from './leftPrice'
import { alsoTaken, nothingTaken } from './shareOf'

const terms = { mode: 'inclusive' as const, taxRate: 0, discountRate: 0, exchangeRate: 1, free: false }
const sold = { qty: 100, stockQty: 100, gross: 2000, net: 2000, baseGross: 2000, baseNet: 2000 }
const none = { gross: 0, net: 0 }

describe('returns', () => {
  test('O-51: no more than delivered less returned, for no more than the original price, on the chosen line', () => {
    const line = { index: 0, deliveryLine: 'a', item: 'I1', delivered: 10, returnedBefore: 7, qty: 4, price: null, originalPrice: 20 }
    expect(decideReturn([line])).toMatchObject([{ code: 'OVER_RETURN', path: 'lines.0.qty', facts: { returnable: 3, excess: 1 } }])
    expect(
      decideReturn([
        { ...line, qty: 2 },
        { ...line, index: 1, qty: 2 },
      ]),
    ).toHaveLength(1)
    expect(decideReturn([{ ...line, qty: 3 }])).toEqual([])
    expect(decideReturn([{ ...line, qty: 1, price: 20.01 }])).toMatchObject([{ code: 'OVER_RETURN', path: 'lines.0.price' }])
  })

  test('O-52: 100 pieces at 20, now 18 → 200.00; a second time from 18 to 17.50 → 50.00', () => {
    const lowered = { kind: 'priceOnly' as const, line: sold, qty: 100, originalPrice: 20, taken: nothingTaken, terms }
    expect(creditOf({ ...lowered, price: 18, alreadyLowered: none }).gross).toBe(200)
    expect(creditOf({ ...lowered, price: 17.5, alreadyLowered: { gross: 200, net: 200 } }).gross).toBe(50)
  })

  test('100 sold at 20, all lowered to 18: a refund of 50 gives back 900, the rest 900, and none of it twice', () => {
    const back = { kind: 'refund' as const, line: sold, originalPrice: 20, price: null, terms, alreadyLowered: { gross: 200, net: 200 } }
    const first = creditOf({ ...back, qty: 50, taken: nothingTaken })
    expect([first.gross, creditOf({ ...back, qty: 50, taken: alsoTaken(nothingTaken, 50, first) }).gross]).toEqual([900, 900])
    expect([
      creditOf({ ...back, qty: 50, price: 19, taken: nothingTaken }).gross,
      creditOf({ ...back, qty: 50, price: 10, taken: nothingTaken }).gross,
    ]).toEqual([900, 500])
    expect(leftPrice({ line: sold, qty: 100, lowered: { gross: 200, net: 200 }, mode: 'inclusive', discountRate: 0 })).toBe(18)
  })

  test('a refund at a lower price gives back that price, a replacement nothing', () => {
    const back = { line: sold, qty: 10, originalPrice: 20, taken: nothingTaken, terms, alreadyLowered: none }
    expect([creditOf({ ...back, kind: 'refund', price: 15 }).gross, creditOf({ ...back, kind: 'replace', price: null }).gross]).toEqual([
      150, 0,
    ])
  })

  test('property F2: refunds of all of a line, in whatever parts, give back exactly its amounts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 }),
        (cents, parts) => {
          const qty = parts.reduce((sum, part) => sum + part, 0)
          const gross = d(cents).div(100).toNumber()
          const line = { qty, stockQty: qty, gross, net: gross, baseGross: gross, baseNet: gross }
          let taken = nothingTaken
          for (const part of parts) {
            const credit = creditOf({ kind: 'refund', line, qty: part, price: null, originalPrice: 1, taken, alreadyLowered: none, terms })
            taken = {
              qty: d(taken.qty).plus(part),
              gross: d(taken.gross).plus(credit.gross),
              net: d(taken.net).plus(credit.net),
              baseGross: 0,
              baseNet: 0,
            }
          }
          return d(taken.gross).eq(gross)
        },
      ),
    )
  })

  test('an inspection leaves nothing undecided', () => {
    const lines = [{ id: 'a', qty: 5 }]
    expect(decideInspection(lines, [{ line: 'a', restock: 3, rework: 1, scrap: 1 }])).toEqual([])
    expect(decideInspection(lines, [{ line: 'a', restock: 3, rework: 0, scrap: 1 }])).toMatchObject([{ code: 'INVALID_INPUT' }])
    expect(decideInspection(lines, [])).toHaveLength(1)
  })

  test('inspected goods keep their value to the cent: 100.00 over 1 restocked, 1 reworked, 1 scrapped', () => {
    const line = {
      id: 'a',
      item: 1,
      qty: 3,
      stockQty: 3,
      warehouse: 9,
      restockTo: 1,
      reworkTo: 9,
      issueValue: 100,
      restockQty: 1,
      reworkQty: 1,
      scrapQty: 1,
    }
    const doc = { id: 1, status: 'inspected', kind: 'refund', date: '2026-03-01', lines: [line as unknown as ReturnLine] } as ReturnDocument
    expect(returnContributions({ doc }).stock.map(({ warehouse, qty, value }) => [warehouse, qty, value])).toEqual([
      [1, '1', '33.34'],
      [9, '1', '33.33'],
    ])
  })
})

describe('what a delivered quantity consists of', () => {
  test.each([
    [
      '12 of 10: two beyond the order',
      12,
      { ordered: 10, replaced: 0, taken: 0, takenAsReplacement: 0 },
      { replacementQty: 0, overQty: 2 },
    ],
    [
      'two pieces came back for replacement',
      2,
      { ordered: 10, replaced: 2, taken: 10, takenAsReplacement: 0 },
      { replacementQty: 2, overQty: 0 },
    ],
    ['the ordered ones come first', 5, { ordered: 10, replaced: 2, taken: 6, takenAsReplacement: 0 }, { replacementQty: 1, overQty: 0 }],
    ['replaced once is replaced', 3, { ordered: 10, replaced: 2, taken: 12, takenAsReplacement: 2 }, { replacementQty: 0, overQty: 3 }],
  ])('%s', (_name, qty, line, expected) => expect(deliveryParts(qty, line)).toEqual(expected))
})
