import { expect, test } from '@jest/globals'

import { placeOf } from './placeOf'

test.each([
  ['/api/orders/12/approve?depth=0', { route: '/api/orders/:id/approve', collection: 'orders', document: 'orders/12', verb: 'approve' }],
  ['/api/orders/12', { route: '/api/orders/:id', collection: 'orders', document: 'orders/12' }],
  ['/api/orders?where[no][equals]=SO-1', { route: '/api/orders', collection: 'orders' }],
  ['/api/lists/orders?page=2', { route: '/api/lists/orders', collection: 'lists', verb: 'orders' }],
  [
    '/api/customer-categories/7/',
    { route: '/api/customer-categories/:id', collection: 'customer-categories', document: 'customer-categories/7' },
  ],
  ['/api/orders/12/%00', { route: '/api/orders/:id', collection: 'orders', document: 'orders/12' }],
  ['/api/%2e%2e/secret', { route: '/api' }],
  ['/api', { route: '/api' }],
  ['/admin/collections/orders/12', { route: '/admin' }],
  ['/q/eyJhbGciOi', { route: '/q' }],
  ['/?token=secret', { route: '/' }],
])('%s', (url, place) => expect(placeOf(url)).toEqual(place))
