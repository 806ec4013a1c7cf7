import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { d } from '../kernel/decimal'
import { alsoCredited, type Credited, creditShare, decideCreditLine, nothingCredited } from './creditShare'

const line = { qty: 3, stockQty: 3, gross: 100, net: 88.5, baseGross: 100, baseNet: 88.5, taxRate: 13 }
const terms = { taxMode: 'inclusive' as const, exchangeRate: 1 }
const credit = (asked: { qty: number; price?: number | null; priceOnly?: boolean; credited?: Credited; of?: typeof line }) =>
  creditShare({
    line: asked.of ?? line,
    price: asked.price ?? null,
    priceOnly: asked.priceOnly ?? false,
    credited: asked.credited ?? nothingCredited,
    qty: asked.qty,
    ...terms,
  })

describe('credit notes', () => {
  test('F2: 100.00 of 3 in 1, 1, 1 → 33.33, 33.34, 33.33', () => {
    let credited: Credited = nothingCredited
    const parts = [1, 1, 1].map((qty) => {
      const share = credit({ qty, credited })
      credited = alsoCredited({ credited, qty, share, priceOnly: false, ownPrice: false })
      return share.gross
    })
    expect(parts).toEqual([33.33, 33.34, 33.33])
  })
  test('O-52: 100 at 20, now 18 → 200.00 without a quantity; then 17.50 → 50.00', () => {
    const of = { qty: 100, stockQty: 100, gross: 2000, net: 2000, baseGross: 2000, baseNet: 2000, taxRate: 0 }
    const first = credit({ of, qty: 100, price: 18, priceOnly: true })
    expect(first).toMatchObject({ gross: 200, stockQty: 0 })
    const credited = alsoCredited({ credited: nothingCredited, qty: 100, share: first, priceOnly: true, ownPrice: true })
    expect(credit({ of, qty: 100, price: 17.5, priceOnly: true, credited }).gross).toBe(50)
    expect(credit({ of, qty: 100, credited }).gross).toBe(1800)
  })
  test.each([
    ['10 invoiced, 6 credited, 4 more', { qty: 4, price: null }, []],
    ['one too many', { qty: 5, price: null }, ['OVER_INVOICE']],
    ['dearer than invoiced', { qty: 1, price: 20.01 }, ['INVALID_INPUT']],
  ])('%s', (_story, asked, codes) =>
    expect(
      decideCreditLine({
        index: 0,
        item: 'I1',
        invoice: 'IN1',
        line: { qty: 10, price: 20 },
        priceOnly: false,
        credited: { qty: 6 },
        amount: 1,
        priceLeft: 20,
        ...asked,
      }).map(({ code }) => code),
    ).toEqual(codes),
  )
  test('property: whatever was lowered and credited in between, crediting all of it nets to 0.00 and no share is negative', () => {
    const steps = fc.array(
      fc.record({ qty: fc.integer({ min: 1, max: 9 }), priceOnly: fc.boolean(), price: fc.option(fc.integer({ min: 0, max: 400 })) }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 999_999 }), steps, (qty, cents, asked) => {
        const gross = d(cents).div(100).toNumber()
        const net = d(cents).div(113).toDecimalPlaces(2).toNumber()
        const of = { qty, stockQty: qty, gross, net, baseGross: gross, baseNet: net, taxRate: 13 }
        const unit = gross / qty
        let credited: Credited = nothingCredited
        const step = (wanted: number, price: number | null, priceOnly: boolean): boolean => {
          const share = credit({ of, qty: wanted, price: price === null ? null : Math.min(price, unit), priceOnly, credited })
          credited = alsoCredited({ credited, qty: wanted, share, priceOnly, ownPrice: price !== null })
          return share.gross >= 0 && share.net >= 0
        }
        const rest = () => qty - Number(credited.qty)
        const sound = asked.every(
          ({ qty: wanted, price, priceOnly }) => rest() < wanted || step(wanted, priceOnly ? (price ?? 0) : price, priceOnly),
        )
        return sound && (rest() === 0 || (step(rest(), null, false) && d(credited.gross).eq(d(gross)) && d(credited.net).eq(d(net))))
      }),
    )
  })
})
