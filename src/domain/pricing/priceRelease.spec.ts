import { expect, test } from '@jest/globals'

import { coversPrice } from './priceRelease'

const released = [{ sourceLine: 'a', item: 1, netUnitPrice: '40' }]

test.each([
  ['the released price', { id: 'a', item: 1, netUnitPrice: 40 }, true],
  ['a higher price', { id: 'a', item: 1, netUnitPrice: 41 }, true],
  ['a lower price', { id: 'a', item: 1, netUnitPrice: 39.99 }, false],
  ['another line', { id: 'b', item: 1, netUnitPrice: 40 }, false],
  ['another item on the line', { id: 'a', item: 2, netUnitPrice: 40 }, false],
  ['the order line of a released quote line', { id: 'o', quoteLine: 'a', item: 1, netUnitPrice: 40 }, true],
])('%s', (_story, line, covered) => expect(coversPrice(released, line)).toBe(covered))
