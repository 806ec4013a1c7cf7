import { expect, test } from '@jest/globals'

import { takenOver } from './takenOver'

const fields = { salesperson: 'salesperson', currency: 'currency', deliveryAddress: { list: 'addresses', field: 'address' } }
const row = (address: string, main = false) => ({ address, main })

test.each([
  ['relations as ids', { salesperson: 7, currency: 'USD' }, { salesperson: 7, currency: 'USD', deliveryAddress: null }],
  ['relations as records', { salesperson: { id: 7, name: 'Li' } }, { salesperson: 7, currency: null, deliveryAddress: null }],
  [
    'of a list its main row',
    { addresses: [row('Gate'), row('Dock', true)] },
    { salesperson: null, currency: null, deliveryAddress: 'Dock' },
  ],
  ['else its first', { addresses: [row('Gate'), row('Dock')] }, { salesperson: null, currency: null, deliveryAddress: 'Gate' }],
  ['an empty list', { addresses: [] }, { salesperson: null, currency: null, deliveryAddress: null }],
])('%s', (_, record, expected) => {
  expect(takenOver(fields, record)).toEqual(expected)
})
