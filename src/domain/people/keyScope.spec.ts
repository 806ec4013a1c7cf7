import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { keyAllows, type KeyScope } from './keyScope'

const all: KeyScope = { readOnly: false, doors: null }
const reader: KeyScope = { readOnly: true, doors: null }
const orders: KeyScope = { readOnly: false, doors: ['orders'] }
const approver: KeyScope = { readOnly: false, doors: ['orders/approve', 'reports'] }

test.each<[string, KeyScope, string, string, boolean]>([
  ['everything', all, 'POST', '/api/orders', true],
  ['everything', all, 'PATCH', '/api/users/1', false],
  ['everything', all, 'POST', '/api/users/api-keys', false],
  ['everything', all, 'GET', '/api/users/me', true],
  ['reading', reader, 'GET', '/api/orders/12', true],
  ['reading', reader, 'POST', '/api/orders', false],
  ['reading', reader, 'DELETE', '/api/orders/12', false],
  ['orders', orders, 'POST', '/api/orders/12/approve', true],
  ['orders', orders, 'GET', '/api/customers', false],
  ['orders', orders, 'GET', '/api/orders-of-others', false],
  ['orders', orders, 'GET', '/api/users/me', true],
  ['orders', orders, 'GET', '/api/users', false],
  ['approving', approver, 'POST', '/api/orders/12/approve', true],
  ['approving', approver, 'POST', '/api/orders/bulk/approve', true],
  ['approving', approver, 'POST', '/api/orders/12/cancel', false],
  ['approving', approver, 'PATCH', '/api/orders/12', false],
  ['approving', approver, 'GET', '/api/orders/12', true],
  ['approving', approver, 'GET', '/api/orders/12/print', false],
  ['approving', approver, 'GET', '/api/reports/sales-analysis', true],
  ['approving', approver, 'POST', '/api/orders/12/%61pprove', true],
])('a key for %s: %j %s %s is %s', (_what, scope, method, path, opens) => expect(keyAllows(scope, { method, path })).toBe(opens))

test('a key that only reads opens no door for writing, whatever it is called', () => {
  const path = fc.webPath().map((given) => `/api${given}`)
  const method = fc.constantFrom('POST', 'PATCH', 'PUT', 'DELETE', 'post', 'CONNECT')
  fc.assert(fc.property(path, method, (given, verb) => !keyAllows(reader, { method: verb, path: given })))
})
