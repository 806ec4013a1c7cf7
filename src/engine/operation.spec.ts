import { expect, test } from '@jest/globals'
import type { PayloadRequest } from 'payload'

import { actsForHouse, beginAfresh, beginOperation, currentOperation, endOperation, forTheHouse, handOver, takeOver } from './operation'
import type { Operation } from './operation'

const request = (): PayloadRequest => ({ context: {} }) as PayloadRequest
const on = (slug: string, id: number | null): Operation => ({
  slug,
  id,
  verb: 'save',
  body: {},
  now: { instant: '2026-03-01T02:00:00.000Z', date: '2026-03-01' },
  locked: null,
  stored: null,
  findings: [],
})

test('what the house does inside what the house does leaves the outer one as it was', async () => {
  const req = request()
  await forTheHouse(req, async () => {
    await forTheHouse(req, async () => expect(actsForHouse(req)).toBe(true))
    expect(actsForHouse(req)).toBe(true)
    await expect(forTheHouse(req, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused')
    expect(actsForHouse(req)).toBe(true)
  })
  expect(actsForHouse(req)).toBe(false)
})

test('an operation reaches the hooks of its own document once, through every copy of the context', () => {
  const req = request()
  const [order, other] = [on('orders', 7), on('orders', 8)]
  handOver(req, order)
  handOver(req, other)
  req.context = { ...req.context } // as Payload does on the way
  expect(takeOver(req, 'orders', 7)).toBe(order)
  expect(takeOver(req, 'orders', 7)).toBeUndefined()
  expect(takeOver(req, 'deliveries', 8)).toBeUndefined()
  expect(takeOver(req, 'orders', 8)).toBe(other)
})

test('the innermost document is in hand; a write of another kind went round the engine', () => {
  const req = request()
  const [delivery, order] = [on('deliveries', 1), on('orders', 2)]
  beginOperation(req, delivery)
  beginOperation(req, order)
  expect(currentOperation(req, 'orders')).toBe(order)
  expect(() => currentOperation(req, 'deliveries')).toThrow('A write of deliveries went round the engine')
  endOperation(req, 'orders')
  expect(currentOperation(req, 'deliveries')).toBe(delivery)
})

test('a second try finds nothing in hand that the first one left behind', () => {
  const req = request()
  beginOperation(req, on('orders', 2))
  handOver(req, on('orders', 2))
  beginAfresh(req)
  expect(takeOver(req, 'orders', 2)).toBeUndefined()
  expect(() => currentOperation(req, 'orders')).toThrow('went round')
})
