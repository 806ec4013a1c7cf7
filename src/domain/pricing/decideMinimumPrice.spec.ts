import { describe, expect, test } from '@jest/globals'
import { applicableMinimum } from './applicableMinimum'
import { decideMinimumPrice, netUnitPriceStock, type MinimumPriceFacts, type MinimumPriceMode } from './decideMinimumPrice'
import { margin } from './margin'
import { taxLine } from './taxLine'

const decide = (net: string | number, changes: Partial<MinimumPriceFacts> = {}, minimum: number | null = 10) =>
  decideMinimumPrice({
    lines: [{ index: 0, item: 'I1', netUnitPriceStock: net, minimum: minimum === null ? null : { value: minimum, source: 'fixed' } }],
    mode: 'forbid',
    maySellBelow: false,
    seesMinimum: true,
    exempt: false,
    ...changes,
  })

describe('minimum price', () => {
  test.each([
    ['M-01 9.99 below 10.00', 9.99, 10, 1],
    ['M-01 10.00 equal', 10, 10, 0],
    ['M-01 empty lowest', 1, null, 0],
    ['M-01 lowest 0', 1, 0, 0],
  ])('%s', (_story, net, minimum, breaches) => expect(decide(net, {}, minimum)).toHaveLength(breaches))

  test('M-02 tax inside: 300 with 14 % is 263.16 net, 400 is 350.88', () => {
    const minimum = applicableMinimum({ cost: 300, minMarginRate: 0 })
    const at = (price: number) =>
      decide(taxLine({ mode: 'inclusive', price, qty: 1, taxRate: 14 }).netPrice.toString(), {}, minimum?.value.toNumber())
    expect(at(300)[0]?.facts).toMatchObject({ netPrice: 263.16, minimum: 300 })
    expect(at(400)).toEqual([])
  })

  const box = { qty: 1, stockQty: 12, taxMode: 'exclusive' as const, headerDiscount: null, exchangeRate: 1, netPrice: 0 }
  const perPiece = (line: Partial<Parameters<typeof netUnitPriceStock>[0]>) => netUnitPriceStock({ ...box, price: 0, ...line })

  test('M-04 box of 12: 119.99 is a breach, 120 is not', () => {
    expect(decide(perPiece({ price: '119.99' }).toString())).toHaveLength(1)
    expect(decide(perPiece({ price: 120 }).toString())).toHaveLength(0)
    // compared unrounded: 12 × 9.9999999 does not become 10
    expect(decide(perPiece({ price: '119.999999' }).toString())[0]?.facts['netPrice']).toBe(9.999999)
  })

  test.each([
    ['tax comes out of an inclusive price', { price: 113, taxRate: 13, taxMode: 'inclusive' as const, stockQty: 1 }, '100'],
    ['the discount of the line too', { price: 100, discountRate: 10, stockQty: 1 }, '90'],
    ['a rivet of 0.10 is not cheaper because 3 of them cost 0.30', { price: '0.1', qty: 3, stockQty: 3, netPrice: '0.096667' }, '0.1'],
    ['with a header discount the amount decides', { price: 100, stockQty: 1, headerDiscount: 5, netPrice: 95 }, '95'],
    ['in base currency', { price: 100, stockQty: 1, exchangeRate: '7.1' }, '710'],
  ])('net per stock unit: %s', (_story, line, net) => expect(perPiece(line).toString()).toBe(net))

  test('M-06 free lines, returns and credit notes are exempt', () => {
    expect(decide(1, { exempt: true })).toEqual([])
    expect(
      decide(0, { lines: [{ index: 0, item: 'I1', free: true, netUnitPriceStock: 0, minimum: { value: 10, source: 'fixed' } }] }),
    ).toEqual([])
  })

  test.each<[MinimumPriceMode, boolean, string | undefined, string | undefined]>([
    ['off', false, undefined, undefined],
    ['warn', false, 'warning', 'raisePrice'],
    ['release', false, 'error', 'requestRelease'],
    ['forbid', false, 'error', 'raisePrice'],
    ['forbid', true, 'warning', 'raisePrice'],
  ])('M-08 mode %s, may sell below %s → %s, %s', (mode, maySellBelow, severity, action) => {
    const [finding] = decide(9, { mode, maySellBelow })
    expect(finding?.severity).toBe(severity)
    expect(typeof finding?.remedy === 'object' ? finding.remedy.action : undefined).toBe(action)
    if (maySellBelow) expect(finding?.facts['audited']).toBe(true)
  })

  test('M-11 without the right the minimum appears nowhere', () => {
    const [finding] = decide(9, {
      seesMinimum: false,
      lines: [{ index: 3, item: 'I1', netUnitPriceStock: 9, minimum: { value: '12.345', source: 'costPlusMargin' } }],
    })
    expect(finding).toMatchObject({ path: 'lines.3.price', facts: { item: 'I1', netPrice: 9 } })
    expect(JSON.stringify(finding)).not.toMatch(/12\.345|minimum|costPlusMargin/)
  })

  test('the highest applicable minimum and where it comes from', () => {
    const of = (facts: Parameters<typeof applicableMinimum>[0]) => {
      const found = applicableMinimum(facts)
      return found && [found.value.toString(), found.source]
    }
    expect(of({ fixed: 10, cost: 8, minMarginRate: 50 })).toEqual(['12', 'costPlusMargin'])
    expect(of({ fixed: 13, cost: 8, minMarginRate: 50 })).toEqual(['13', 'fixed'])
    expect(of({ cost: 8, minMarginRate: null, categoryMinMarginRate: 25 })).toEqual(['10', 'costPlusMargin'])
    expect(of({ cost: 8, minMarginRate: 10, categoryMinMarginRate: 25 })).toEqual(['8.8', 'costPlusMargin'])
    expect(of({ fixed: 0, cost: null, minMarginRate: 50 })).toBeNull()
  })
})

test('F5 margin: 88.50 less 70 → 18.50, 20.9040 %; no rate at net 0', () => {
  const m = margin({ net: '88.50', cost: 70, qty: 1 })
  expect([m.profit.toFixed(2), m.rate?.toFixed(4)]).toEqual(['18.50', '20.9040'])
  expect(margin({ net: 0, costValue: 5 })).toMatchObject({ rate: null })
  // Q-11 cost 100, quoted 300
  expect(margin({ net: 300, cost: 100, qty: 1 }).profit.toString()).toBe('200')
})
