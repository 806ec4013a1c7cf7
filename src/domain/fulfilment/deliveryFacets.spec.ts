import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { settlementOf } from '../receivables/settlement'
import { deliveryBilling, type DeliveredLine, deliveryReturned } from './deliveryFacets'

const line = (delivered: number, { returned = 0, replaced = 0, invoiced = 0 } = {}): DeliveredLine => ({
  delivered,
  returned,
  replaced,
  invoiced,
})

test.each([
  ['nothing issued yet', [line(0)], 'none'],
  ['issued, nothing billed', [line(10)], 'none'],
  ['a part billed', [line(10, { invoiced: 4 })], 'partly'],
  ['one line of two billed', [line(10, { invoiced: 10 }), line(5)], 'partly'],
  ['all billed', [line(10, { invoiced: 10 }), line(5, { invoiced: 5 })], 'full'],
  ['the rest came back for a refund', [line(10, { invoiced: 6, returned: 4 })], 'full'],
  ['all came back for a refund', [line(10, { returned: 10 })], 'full'],
  ['came back to be replaced: still to bill', [line(10, { replaced: 10 })], 'none'],
  ['99.99 % is not all', [line(10_000, { invoiced: 9_999 })], 'partly'],
])('billing: %s', (_what, lines, facet) => expect(deliveryBilling(lines)).toBe(facet))

test.each([
  ['nothing', [line(10)], 'none'],
  ['a part, to be replaced', [line(10, { replaced: 1 })], 'partly'],
  ['one line of two', [line(10, { returned: 10 }), line(5)], 'partly'],
  ['all, in both ways', [line(10, { returned: 4, replaced: 6 })], 'full'],
])('returned: %s', (_what, lines, facet) => expect(deliveryReturned(lines)).toBe(facet))

test.each([
  ['nothing paid', '100', '100', 'none'],
  ['a cent paid', '99.99', '100', 'partly'],
  ['a cent left', '0.01', '100', 'partly'],
  ['all paid', '0', '100', 'full'],
  ['a credit note not set off', '-50', '-50', 'none'],
  ['a credit note set off', '0', '-50', 'full'],
  ['an invoice of nothing', '0', '0', 'none'],
])('settlement: %s', (_what, open, total, facet) => expect(settlementOf({ open, total })).toBe(facet))

test('property: billing piece by piece never goes back, and is full exactly when nothing kept is left to bill', () => {
  const order = { none: 0, partly: 1, full: 2 } as const
  const lines = fc.array(
    fc.record({ delivered: fc.nat(20), returned: fc.nat(20), replaced: fc.nat(20) }).map((each) => {
      const returned = Math.min(each.returned, each.delivered)
      return { ...each, returned, replaced: Math.min(each.replaced, each.delivered - returned), invoiced: 0 }
    }),
    { minLength: 1, maxLength: 4 },
  )
  fc.assert(
    fc.property(lines, (start) => {
      let before = deliveryBilling(start)
      const now = start.map((each) => ({ ...each }))
      for (const each of now)
        while (each.invoiced < each.delivered - each.returned) {
          each.invoiced += 1
          const after = deliveryBilling(now)
          expect(order[after]).toBeGreaterThanOrEqual(order[before])
          before = after
        }
      if (now.some(({ delivered }) => delivered > 0)) expect(before).toBe('full')
    }),
  )
})
