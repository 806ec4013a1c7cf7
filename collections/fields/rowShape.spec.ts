import { expect, test } from '@jest/globals'

import { plainRows } from '@/src/domain/grid/rowShape'

import { shapeOf } from './rowShape'

const named = (name: string) => ({ name, label: { zh: name, en: name } })

test('the grid is told what is there: lines of an order, of a delivery, of an adjustment, features, and a plain list', () => {
  const told = (...names: string[]) => shapeOf(names.map(named))
  expect(told('item', 'qty', 'unit', 'price', 'priceSource', 'takenFrom', 'discountRate', 'schedule', 'openQty')).toMatchObject({
    subject: ['item'],
    figure: ['qty'],
    quantity: 'qty',
    price: { field: 'price', source: 'priceSource', from: 'takenFrom' },
    dates: 'schedule',
    given: ['id', 'priceSource', 'discountRate', 'schedule'],
    progress: [{ name: 'openQty', label: { zh: 'openQty', en: 'openQty' } }],
  })
  expect(told('item', 'qty', 'warehouse')).toMatchObject({ subject: ['item'], quantity: 'qty' })
  expect(told('item', 'qty', 'warehouse').price).toBeUndefined()
  expect(told('item', 'itemCategory', 'newPrice')).toMatchObject({ subject: ['item', 'itemCategory'], figure: ['newPrice'] })
  expect(told('key', 'name', 'value', 'options', 'unit').laidDown?.fixed).toContain('unit')
  expect(told('key', 'value').laidDown).toBeUndefined()
  expect(told('name', 'phone')).toEqual(plainRows)
})
