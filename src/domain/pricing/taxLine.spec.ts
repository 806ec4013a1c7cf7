import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { d, type Decimal } from '../kernel/decimal'
import { taxDocument, taxLine, toBase, type TaxMode } from './taxLine'

const figures = (line: ReturnType<typeof taxLine>) => [line.gross.toFixed(2), line.net.toFixed(2), line.tax.toFixed(2)]

describe('F1 tax', () => {
  test.each<[TaxMode, string, number, number, number, string, string, string, string]>([
    ['inclusive', '113', 1, 13, 0, '113.00', '100.00', '13.00', '100'],
    ['inclusive', '100', 3, 13, 0, '300.00', '265.49', '34.51', '88.496667'],
    ['inclusive', '9.99', 7, 13, 0, '69.93', '61.88', '8.05', '8.84'],
    ['inclusive', '58.8', 12, 9, 0, '705.60', '647.34', '58.26', '53.945'],
    ['exclusive', '8.849558', 100, 13, 0, '1000.00', '884.96', '115.04', '10'],
    ['exclusive', '3.333333', 3, 13, 0, '11.30', '10.00', '1.30', '3.766667'],
    ['exclusive', '30.75', 10, 15, 5, '335.95', '292.13', '43.82', '33.595'],
    // samples S-11
    ['inclusive', '50', 3, 13, 0, '150.00', '132.74', '17.26', '44.246667'],
  ])('%s %s × %s at %s %% less %s %%', (mode, price, qty, taxRate, discountRate, gross, net, tax, derived) => {
    const line = taxLine({ mode, price, qty, taxRate, discountRate })
    expect(figures(line)).toEqual([gross, net, tax])
    expect((mode === 'inclusive' ? line.netPrice : line.grossPrice).toString()).toBe(derived)
  })

  test('379 + 379 at 21 % inside: the header is the sum of its lines', () => {
    const line = { price: 379, qty: 1, taxRate: 21 }
    const doc = taxDocument({ mode: 'inclusive', lines: [line, line] })
    expect([doc.grossTotal, doc.netTotal, doc.taxTotal].map((x) => x.toFixed(2))).toEqual(['758.00', '626.44', '131.56'])
  })

  test('exempt has no tax, a unit-price quotation has prices without amounts', () => {
    expect(figures(taxLine({ mode: 'inclusive', price: 10, qty: 2, taxRate: null }))).toEqual(['20.00', '20.00', '0.00'])
    const unit = taxLine({ mode: 'inclusive', price: 113, qty: 0, taxRate: 13 })
    expect([unit.gross.toString(), unit.netPrice.toString()]).toEqual(['0', '100'])
  })

  test('P-29 header discount 100.00 on 1,000 → 900.00, tax on the discounted amounts', () => {
    const doc = taxDocument({
      mode: 'exclusive',
      headerDiscount: 100,
      lines: [
        { price: 100, qty: 3.3333, taxRate: 13 },
        { price: 100, qty: 3.3333, taxRate: 13 },
        { price: 100, qty: 3.3334, taxRate: 13 },
      ],
    })
    expect(doc.netTotal.toFixed(2)).toBe('900.00')
    expect(doc.lines.map((line) => line.headerShare.toFixed(2))).toEqual(['33.33', '33.33', '33.34'])
    expect(doc.lines.every((line) => line.tax.eq(line.net.times('0.13').toDecimalPlaces(2)))).toBe(true)
    expect(doc.lines[0]?.netPrice.toString()).toBe('90.0009')
  })

  test('a free line is worth nothing and takes no share of the header discount', () => {
    const doc = taxDocument({
      mode: 'inclusive',
      headerDiscount: 10,
      lines: [
        { price: 50, qty: 2, taxRate: 13, free: true },
        { price: 100, qty: 1, taxRate: 13 },
      ],
    })
    expect(doc.lines.map((line) => line.gross.toFixed(2))).toEqual(['0.00', '90.00'])
  })

  test('F3 base currency: each r2, tax is the difference', () => {
    const base = toBase({ amounts: { gross: '113.33', net: '100.29' }, rate: '7.1234' })
    expect(figures({ ...base, grossPrice: d(0), netPrice: d(0) })).toEqual(['807.29', '714.41', '92.88'])
  })

  test('property: gross = net + tax on every line, header = Σ lines, the header discount is taken in full', () => {
    const line = fc.record({
      price: fc.integer({ min: 0, max: 10_000_000 }).map((n) => d(n).div(10_000)),
      qty: fc.integer({ min: 1, max: 100_000 }).map((n) => d(n).div(100)),
      taxRate: fc.constantFrom(13, 9, 6, 0, null),
      discountRate: fc.integer({ min: 0, max: 100 }),
      free: fc.boolean(),
    })
    fc.assert(
      fc.property(
        fc.constantFrom<TaxMode>('inclusive', 'exclusive'),
        fc.array(line, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 0, max: 10_000 }),
        (mode, lines, cents) => {
          const headerDiscount = d(cents).div(100)
          const before = taxDocument({ mode, lines })
          const after = taxDocument({ mode, lines, headerDiscount })
          const basis = (doc: typeof before): Decimal => (mode === 'inclusive' ? doc.grossTotal : doc.netTotal)
          expect(after.lines.every((l) => l.gross.eq(l.net.plus(l.tax)))).toBe(true)
          expect(after.grossTotal.eq(after.netTotal.plus(after.taxTotal))).toBe(true)
          const summed = (of: 'net' | 'tax' | 'gross'): Decimal => after.lines.reduce((sum, l) => sum.plus(l[of]), d(0))
          expect([summed('net'), summed('tax'), summed('gross')].map(String)).toEqual(
            [after.netTotal, after.taxTotal, after.grossTotal].map(String),
          )
          expect(after.lines.every((l, n) => lines[n]?.taxRate !== null || l.tax.isZero())).toBe(true)
          expect(basis(before).minus(basis(after)).toString()).toBe(headerDiscount.toString())
        },
      ),
    )
  })
})
