import { expect, test } from '@jest/globals'

import { shownKinds } from './shownKinds'

const files = ['drawings', 'pictures']
const asked = (address: string) => shownKinds(address.split('/').filter(Boolean), { files, users: 'users' })

test.each([
  ['', [], []],
  ['/stock', [], []],
  ['/reports/order-book', [], []],
  ['/collections/orders', [], []],
  ['/collections/orders/create', ['orders', ...files], []],
  ['/collections/orders/12', ['orders', ...files], []],
  ['/collections/orders/12/history', ['orders', ...files], []],
  ['/collections/drawings', files, []],
  ['/collections/drawings/3', files, []],
  ['/globals/company', files, ['company']],
  ['/globals/company/history', files, ['company']],
  ['/account', ['users'], []],
])('%s is given the fields of what it shows', (address, collections, globals) => {
  expect(asked(address)).toEqual({ collections, globals })
})
