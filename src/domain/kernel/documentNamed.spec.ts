import { expect, test } from '@jest/globals'

import { documentNamed } from './documentNamed'

test.each([
  [7, { slug: 'orders', id: 7 }],
  ['7', { slug: 'orders', id: 7 }],
  [
    { relationTo: 'invoices', value: 7 },
    { slug: 'invoices', id: 7 },
  ],
  [
    { relationTo: 'invoices', value: { id: 7 } },
    { slug: 'invoices', id: 7 },
  ],
  [
    { slug: 'deliveries', id: 7 },
    { slug: 'deliveries', id: 7 },
  ],
  [
    { collection: 'deliveries', id: '7' },
    { slug: 'deliveries', id: 7 },
  ],
  [{ id: 7 }, { slug: 'orders', id: 7 }],
  [{ slug: 3, id: 7 }, null],
  [{ relationTo: 'invoices' }, null],
  [null, null],
  ['abc', null],
])('%j names %j', (given, named) => expect(documentNamed(given)).toEqual(named))
