import { expect, test } from '@jest/globals'

import { deliveryLines, groupLines, type UnshippedRow } from './groupLines'

const row = (more: Partial<UnshippedRow>): UnshippedRow => ({
  orderId: 1, orderLineId: 'a', customerId: 1, no: 'SO1', due: '2026-03-01', told: null, state: '', stateId: 'onTime', late: 0, hold: null,
  customerCode: 'C1', customer: '华强', salesperson: null, itemCode: 'I1', item: '铆钉', specification: null, unit: 'PCS', qty: 1, open: 0.1, planned: 0, amount: 0.1, ...more,
}) // prettier-ignore

test('groups keep the order of the report and add up exactly: 0.1 + 0.2 = 0.3', () => {
  const groups = groupLines([row({}), row({ open: 0.2, amount: 0.2 }), row({ customer: '新源', customerCode: 'C2' })], 'customer')
  expect(groups.map(({ name, open, amount, rows }) => [name, open, amount, rows.length])).toEqual([
    ['C1 华强', 0.3, 0.3, 2],
    ['C2 新源', 0.1, 0.1, 1],
  ])
  expect(groupLines([row({ due: null })], 'date')[0]?.name).toBe('—')
})

test('two chosen dates of one order line are one line of the delivery', () => {
  expect(deliveryLines([row({}), row({ due: '2026-03-15', open: 0.2 }), row({ orderLineId: 'b', open: 4 })])).toEqual([
    { orderLine: 'a', qty: 0.3 },
    { orderLine: 'b', qty: 4 },
  ])
})
