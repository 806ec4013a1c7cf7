import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { done, type Factory, openFactory } from '../support/story'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp({ environment: { LOG_LEVEL: 'silent' } })
  f = await openFactory(app)
}, 180_000)
afterAll(() => app.close())

/** The largest document the house takes. */
const LINES = 5000

test('an order of five thousand lines is approved, delivered and invoiced, to the cent', async () => {
  const item = await f.item({ availabilityMode: 'off', taxRate: 13 })
  const customer = await f.customer()
  const line = { item: item.id, qty: 1, price: 1.13, schedule: [{ date: '2026-12-01', qty: 1 }] }
  await f.receive({ item: item.id, qty: LINES })
  const order = await f.approvedOrder(
    customer.id,
    Array.from({ length: LINES }, () => line),
  )
  const delivery = await f.create('orders', order.id, 'create-delivery', {})
  done(await f.call('deliveries', delivery.id, 'approve', { version: delivery.version }))
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice', {})
  done(await f.call('invoices', invoice.id, 'approve', { version: invoice.version }))
  const read = await f.read('invoices', invoice.id)
  expect({ status: read.status, lines: read.lines.length, gross: read.grossTotal }).toEqual({
    status: 'approved',
    lines: LINES,
    gross: 5650,
  })
}, 1_800_000)
