import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { codesOf, type Factory, findingOf, openFactory } from '../support/story'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
})
afterAll(() => app.close())

test('M-01: a net price below the fixed minimum is refused at its field, the minimum itself passes', async () => {
  const customer = await f.customer()
  const item = await f.item({ minPrice: 10, availabilityMode: 'off' })
  const refused = await f.tryOrder(customer.id, [{ item: item.id, qty: 1, price: 9.99 }])
  expect([refused.status, codesOf(refused), findingOf(refused, 'BELOW_MINIMUM_PRICE')?.path]).toEqual([
    400,
    ['BELOW_MINIMUM_PRICE'],
    'lines.0.price',
  ])
  const order = await f.order(customer.id, [{ item: item.id, qty: 1, price: 10 }])
  expect(order.no).toMatch(/^SO\d{8}-0001$/)
})

test('CR-01: exposure equal to the limit passes, one cent more is refused with its excess', async () => {
  const customer = await f.customer({ credit: { control: true, limit: 1000 } })
  const item = await f.item({ availabilityMode: 'off' })
  await f.settings('credit-settings', { action: 'forbid', moment: 'save' })
  await f.order(customer.id, [{ item: item.id, qty: 1, price: 900 }])
  const refused = await f.tryOrder(customer.id, [{ item: item.id, qty: 1, price: 100.01 }], f.boss)
  expect([refused.status, codesOf(refused), findingOf(refused, 'CREDIT_LIMIT_EXCEEDED')?.facts['excess']]).toEqual([
    400,
    ['CREDIT_LIMIT_EXCEEDED'],
    0.01,
  ])
  await f.order(customer.id, [{ item: item.id, qty: 1, price: 100 }])
  expect(await f.credit(customer.id)).toMatchObject({ limit: 1000, exposure: 1000, free: 0, buckets: { orders: 1000 } })
})

test('IC-08, IC-09: one idempotency key makes one order; a second answer is the first', async () => {
  const customer = await f.customer()
  const item = await f.item({ availabilityMode: 'off' })
  const send = () =>
    app.api.post('/orders', {
      token: f.clerk.token,
      headers: { 'Idempotency-Key': 'k1' },
      body: { customer: customer.id, lines: [{ item: item.id, qty: 2 }] },
    })
  const [first, second] = await Promise.all([send(), send()])
  expect([first?.status, second?.status, second?.body.doc.no]).toEqual([201, 201, first?.body.doc.no])
  const { totalDocs } = await app.payload.find({
    collection: 'orders',
    where: { customer: { equals: customer.id } },
    overrideAccess: true,
    depth: 0,
  })
  expect(totalDocs).toBe(1)
})

test('after a save the form is told what the person may do with the document', async () => {
  const customer = await f.customer()
  const item = await f.item({ availabilityMode: 'off' })
  const order = await f.order(customer.id, [{ item: item.id, qty: 1 }])
  const told = await app.api.post(`/orders/access/${order.id}`, { token: f.clerk.token, body: {} })
  expect(told.status).toBe(200)
  expect(told.body).toMatchObject({ read: expect.anything(), update: expect.anything(), fields: expect.anything() })
})
