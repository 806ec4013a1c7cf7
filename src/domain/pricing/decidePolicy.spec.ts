import { describe, expect, test } from '@jest/globals'

import { decidePolicy, type PolicyFacts } from './decidePolicy'
import { policyKeyOf } from './policyKey'

const box = { code: 'R-100', active: true, unit: 'PCS', units: ['BOX'], isNew: true }
const decide = (row: Record<string, unknown>, facts: Partial<PolicyFacts> = {}) =>
  decidePolicy({ row, item: row['item'] ? box : null, customer: null, twin: null, ...facts }).map(({ code, path }) => `${code} ${path}`)

describe('a price policy row', () => {
  test.each<[string, Record<string, unknown>, Partial<PolicyFacts>, string[]]>([
    ['a price for an item', { item: 1, price: 90 }, {}, []],
    ['a discount for a category', { itemCategory: 1, discountRate: 5 }, {}, []],
    ['for nothing: it would price everything', { price: 90 }, {}, ['INVALID_INPUT item']],
    ['for an item and a category', { item: 1, itemCategory: 1, price: 90 }, {}, ['INVALID_INPUT itemCategory']],
    ['for a customer and a category', { item: 1, customer: 1, customerCategory: 1, price: 90 }, {}, ['INVALID_INPUT customerCategory']],
    ['a price and a discount', { item: 1, price: 90, discountRate: 5 }, {}, ['INVALID_INPUT price']],
    ['neither', { item: 1 }, {}, ['INVALID_INPUT price']],
    ['a price of 0', { item: 1, price: 0 }, {}, []],
    ['below 0', { item: 1, price: -0.01 }, {}, ['INVALID_INPUT price']],
    ['a word', { item: 1, price: 'many' }, {}, ['INVALID_INPUT price']],
    ['a discount above 100', { item: 1, discountRate: 100.01 }, {}, ['INVALID_INPUT discountRate']],
    ['a break of 0', { item: 1, price: 90, minQty: 0 }, {}, ['INVALID_INPUT minQty']],
    ['in a unit of the item', { item: 1, price: 90, unit: 'BOX' }, {}, []],
    ['in one it does not have', { item: 1, price: 90, unit: 'KG' }, {}, ['INVALID_INPUT unit']],
    ['of a category in a unit', { itemCategory: 1, price: 90, unit: 'BOX' }, {}, ['INVALID_INPUT unit']],
    ['for a disabled item', { item: 1, price: 90 }, { item: { ...box, active: false } }, ['INVALID_INPUT item']],
    ['for an item disabled later', { item: 1, price: 90 }, { item: { ...box, active: false, isNew: false } }, []],
    ['for an unknown item', { item: 1, price: 90 }, { item: 'unknown' }, ['INVALID_INPUT item']],
    [
      'for a disabled customer',
      { item: 1, price: 9 },
      { customer: { code: 'C1', disabled: true, isNew: true } },
      ['INVALID_INPUT customer'],
    ],
    ['from a day that is none', { item: 1, price: 90, validFrom: 'soon' }, {}, ['INVALID_INPUT validFrom']],
    ['of one day', { item: 1, price: 90, validFrom: '2026-02-01', validTo: '2026-02-01' }, {}, []],
    ['that ends first', { item: 1, price: 90, validFrom: '2026-02-01', validTo: '2026-01-31' }, {}, ['INVALID_PERIOD validTo']],
    ['with a twin', { item: 1, price: 90 }, { twin: 7 }, ['POLICY_AMBIGUOUS priority']],
  ])('%s', (_story, row, facts, found) => expect(decide(row, facts)).toEqual(found))

  test('rows equal in level, break, date and priority are twins, whatever their price', () => {
    const row = { item: 1, minQty: 10, validFrom: '2026-02-01', currency: 'CNY' }
    const key = policyKeyOf({ ...row, price: 90 })
    expect(policyKeyOf({ ...row, item: { id: 1 }, minQty: '10.0000', price: 91 })).toBe(key)
    for (const other of [{ minQty: 11 }, { validFrom: '2026-02-02' }, { priority: 1 }, { customer: 1 }, { unit: 'BOX' }]) {
      expect(policyKeyOf({ ...row, ...other })).not.toBe(key)
    }
  })
})
