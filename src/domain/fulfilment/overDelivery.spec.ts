import { expect, test } from '@jest/globals'
import { overDelivery, type DeliverableLine } from './overDelivery'

const line = (changes: Partial<DeliverableLine>): DeliverableLine => ({
  index: 0,
  orderLine: 'a',
  item: 'I1',
  ordered: 10,
  deliveredBefore: 0,
  qty: 0,
  ...changes,
})

test.each<[string, Partial<DeliverableLine>, number | null]>([
  ['O-04 15 of 10 with 50 %', { qty: 15, overDeliveryRate: 50 }, null],
  ['O-04 16 of 10 with 50 %', { qty: 16, overDeliveryRate: 50 }, 1],
  ['O-22 100.002 of 100 without allowance', { ordered: 100, qty: '100.002' }, 0.002],
  ['the rest of what is delivered', { deliveredBefore: 6, qty: 4 }, null],
  ['more than the rest', { deliveredBefore: 6, qty: 5 }, 1],
])('%s', (_story, changes, excess) => expect(overDelivery([line(changes)])[0]?.facts['excess'] ?? null).toBe(excess))

test('several delivery lines on one order line are summed', () => {
  const [finding, ...rest] = overDelivery([line({ qty: 6 }), line({ index: 1, qty: 5 }), line({ index: 2, orderLine: 'b', qty: 10 })])
  expect(rest).toEqual([])
  expect(finding).toMatchObject({ path: 'lines.0.qty', facts: { qty: 11, allowed: 10, excess: 1 }, remedy: { facts: { qty: 10 } } })
})
