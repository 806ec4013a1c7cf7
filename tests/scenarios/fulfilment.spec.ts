import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq, initTransaction, killTransaction } from 'payload'

import { startApp, type TestApp } from '../support/app'
import { codesOf, type Factory, findingOf, openFactory } from '../support/story'
import type { Rows, Told } from '../support/told'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
})
afterAll(() => app.close())

const lineOf = <Line>(doc: { lines: Rows<Line> }, index = 0): Line => doc.lines.at(index)
const deliver = async (order: Told<'orders'>, qty?: number) => {
  const lines = qty === undefined ? undefined : [{ orderLine: lineOf(order).id, qty }]
  const delivery = await f.create('orders', order.id, 'create-delivery', lines ? { lines } : {})
  await f.verb('deliveries', delivery.id, 'approve')
  return f.read('deliveries', delivery.id)
}
const bill = async (delivery: { id: number }) => {
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
  await f.verb('invoices', invoice.id, 'approve')
  return f.read('invoices', invoice.id)
}
const pay = async (customer: number, amount: number, more: Record<string, unknown> = {}) => {
  const created = await app.api.post('/receipts?depth=0', { token: f.boss.token, body: { customer, amount, ...more } })
  expect(created.status).toBe(201)
  await f.verb('receipts', created.body.doc.id, 'approve')
  return f.read('receipts', created.body.doc.id)
}
const goods = async (qty: number, data: Record<string, unknown> = {}, cost = 60) => {
  const item = await f.item(data)
  await f.receive({ item: item.id, qty, cost })
  return item
}

test('O-01: delivered, invoiced and open quantities of an order line follow its deliveries and invoices', async () => {
  const customer = await f.customer()
  const item = await goods(20)
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 10 }])
  const first = await deliver(order, 6)
  expect(lineOf(await f.read('orders', order.id))).toMatchObject({ deliveredQty: 6, invoicedQty: 0, openQty: 4 })
  await bill(first)
  expect(lineOf(await f.read('orders', order.id))).toMatchObject({ deliveredQty: 6, invoicedQty: 6, openQty: 4 })
  await deliver(order, 3)
  expect(lineOf(await f.read('orders', order.id))).toMatchObject({ deliveredQty: 9, invoicedQty: 6, openQty: 1 })
})

test('O-03, V-16: what an order reserves goes to its delivery and comes back when that is undone', async () => {
  const customer = await f.customer()
  const item = await goods(100)
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 10 }])
  expect(await f.stock(item.id)).toEqual({ onHand: 100, reserved: 10, available: 90 })
  const delivery = await deliver(order, 5)
  expect(await f.stock(item.id)).toEqual({ onHand: 95, reserved: 5, available: 90 })
  await f.verb('deliveries', delivery.id, 'unapprove')
  expect(await f.stock(item.id)).toEqual({ onHand: 100, reserved: 10, available: 90 })
  expect(codesOf(await f.call('deliveries', delivery.id, 'cancel'))).toEqual(['INVALID_INPUT'])
  await f.verb('deliveries', delivery.id, 'cancel', { reason: 'the customer wants it later' })
  expect(await f.stock(item.id)).toEqual({ onHand: 100, reserved: 10, available: 90 })
  expect(lineOf(await f.read('orders', order.id))).toMatchObject({ deliveredQty: 0, openQty: 10 })
})

test('O-04, O-22: over-delivery within the allowance of the item passes, beyond it is refused with the excess', async () => {
  const customer = await f.customer()
  const item = await goods(200, { overDeliveryRate: 50 })
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 10 }])
  const tooMuch = await f.call('orders', order.id, 'create-delivery', { lines: [{ orderLine: lineOf(order).id, qty: 16 }] })
  expect([tooMuch.status, codesOf(tooMuch), findingOf(tooMuch, 'OVER_DELIVERY')?.facts['excess']]).toEqual([400, ['OVER_DELIVERY'], 1])
  await deliver(order, 15)
  expect(await f.stock(item.id)).toEqual({ onHand: 185, reserved: 0, available: 185 })

  const strict = await goods(200)
  const other = await f.approvedOrder(customer.id, [{ item: strict.id, qty: 100 }])
  const refused = await f.call('orders', other.id, 'create-delivery', { lines: [{ orderLine: lineOf(other).id, qty: 100.002 }] })
  expect([refused.status, codesOf(refused)]).toEqual([400, ['OVER_DELIVERY']])
})

test('O-10: two deliveries and invoices take stock and give revenue and cost; the order closes by itself', async () => {
  const customer = await f.customer()
  const item = await goods(5, { listPrice: 5000 }, 3000)
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 5 }])
  const first = await bill(await deliver(order, 3))
  expect(first).toMatchObject({ netTotal: 15000, grossTotal: 15000, openAmount: 15000, settlement: 'none' })
  expect(lineOf(first).costValue).toBe(9000)
  expect(await f.stock(item.id)).toEqual({ onHand: 2, reserved: 2, available: 0 })
  const second = await bill(await deliver(order))
  expect(second).toMatchObject({ netTotal: 10000 })
  expect(await f.stock(item.id)).toEqual({ onHand: 0, reserved: 0, available: 0 })
  expect(await f.read('orders', order.id)).toMatchObject({ status: 'closed', deliveryStatus: 'full', billingStatus: 'full' })
  expect(await f.credit(customer.id)).toMatchObject({ buckets: { orders: 0, deliveries: 0, unauditedInvoices: 0, receivable: 25000 } })
})

test('O-13: an advance on the order settles its invoice by itself; a receipt pays the rest', async () => {
  const customer = await f.customer()
  const item = await goods(100)
  const whole = await f.approvedOrder(customer.id, [{ item: item.id, qty: 30 }])
  await pay(customer.id, 3000, { onOrder: whole.id })
  expect(await f.read('orders', whole.id)).toMatchObject({ paymentStatus: 'partly' })
  expect(await bill(await deliver(whole))).toMatchObject({ openAmount: 0, settlement: 'full' })
  expect(await f.read('orders', whole.id)).toMatchObject({ paymentStatus: 'full' })

  const part = await f.approvedOrder(customer.id, [{ item: item.id, qty: 50 }])
  const advance = await pay(customer.id, 2000, { onOrder: part.id })
  const invoice = await bill(await deliver(part))
  expect(invoice).toMatchObject({ openAmount: 3000, settlement: 'partly' })
  expect(await f.read('receipts', advance.id)).toMatchObject({ openAmount: 0, allocation: 'full' })
  expect(codesOf(await f.call('receipts', advance.id, 'unapprove'))).toEqual(['DOWNSTREAM_EXISTS'])
  const rest = await pay(customer.id, 3000)
  const over = await f.call('receipts', rest.id, 'allocate', { allocations: [{ invoice: invoice.id, amount: 3000.01 }] })
  expect([over.status, new Set(codesOf(over))]).toEqual([400, new Set(['OVER_ALLOCATION'])])
  await f.verb('receipts', rest.id, 'allocate')
  expect(await f.read('invoices', invoice.id)).toMatchObject({ openAmount: 0, settlement: 'full' })
  expect(await f.read('orders', part.id)).toMatchObject({ paymentStatus: 'full', status: 'closed' })
  expect(codesOf(await f.call('invoices', invoice.id, 'unapprove'))).toEqual(['DOWNSTREAM_EXISTS'])
  await f.verb('receipts', rest.id, 'allocate', { allocations: [] })
  expect(await f.read('invoices', invoice.id)).toMatchObject({ openAmount: 3000, settlement: 'partly' })
  await f.verb('invoices', invoice.id, 'unapprove')
  expect(await f.read('receipts', advance.id)).toMatchObject({ openAmount: 2000, allocation: 'none' })
})

test('O-15, OVER_INVOICE: what is billed is not billed again', async () => {
  const customer = await f.customer()
  const item = await goods(10)
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 10 }])
  const delivery = await deliver(order, 6)
  const over = await f.call('deliveries', delivery.id, 'create-invoice', { lines: [{ deliveryLine: lineOf(delivery).id, qty: 7 }] })
  expect([over.status, codesOf(over), findingOf(over, 'OVER_INVOICE')?.facts]).toMatchObject([
    400,
    ['OVER_INVOICE'],
    { billable: 6, excess: 1 },
  ])
  await bill(delivery)
  expect(codesOf(await f.call('deliveries', delivery.id, 'create-invoice'))).toEqual(['NOTHING_OPEN'])
  expect(codesOf(await f.call('deliveries', delivery.id, 'unapprove'))).toEqual(['DOWNSTREAM_EXISTS'])
})

test('O-21: 498 of 500 is partly delivered, never complete', async () => {
  const customer = await f.customer()
  const item = await goods(500)
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 500 }])
  await bill(await deliver(order, 498))
  expect(await f.read('orders', order.id)).toMatchObject({ deliveryStatus: 'partly', billingStatus: 'partly', status: 'approved' })
})

test('O-07, O-26, O-29, R-08: no delivery of an order on hold, cancelled or not approved, and none without an order', async () => {
  const customer = await f.customer()
  const item = await goods(100)
  const draft = await f.order(customer.id, [{ item: item.id, qty: 5 }])
  const early = await app.api.post('/deliveries', {
    token: f.boss.token,
    body: { customer: customer.id, lines: [{ orderLine: lineOf(draft).id, qty: 5 }] },
  })
  expect([early.status, codesOf(early)]).toEqual([409, ['ILLEGAL_STEP']])
  const direct = await app.api.post('/deliveries', {
    token: f.boss.token,
    body: { customer: customer.id, lines: [{ item: item.id, qty: 5 }] },
  })
  expect([direct.status, codesOf(direct)]).toEqual([400, ['INVALID_INPUT']])

  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 5 }])
  const delivery = await f.create('orders', order.id, 'create-delivery')
  await f.verb('orders', order.id, 'hold', { reason: 'the customer disputes' })
  expect(codesOf(await f.call('orders', order.id, 'create-delivery'))).toEqual(['ON_HOLD'])
  expect(codesOf(await f.call('deliveries', delivery.id, 'approve'))).toEqual(['ON_HOLD'])
  await f.verb('orders', order.id, 'resume')
  await f.verb('orders', order.id, 'cancel', { reason: 'called off' })
  expect(codesOf(await f.call('deliveries', delivery.id, 'approve'))).toEqual(['ILLEGAL_STEP'])
})

test('V-03: a delivery of an order needs availability only for what it delivers beyond it', async () => {
  const customer = await f.customer()
  const item = await goods(40, { overDeliveryRate: 50 })
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 40 }])
  expect(await f.stock(item.id)).toMatchObject({ available: 0 })
  const more = await f.call('orders', order.id, 'create-delivery', { lines: [{ orderLine: lineOf(order).id, qty: 41 }] })
  expect([more.status, codesOf(more), findingOf(more, 'NOT_AVAILABLE')?.facts]).toMatchObject([
    400,
    ['NOT_AVAILABLE'],
    { required: 41, available: 40 },
  ])
  await deliver(order, 40)
  expect(await f.stock(item.id)).toEqual({ onHand: 0, reserved: 0, available: 0 })
})

test('CR-07: delivering and invoicing an order within the limit is neutral; beyond the order it alarms', async () => {
  const customer = await f.customer({ credit: { control: true, limit: 1000 } })
  const item = await goods(100, { overDeliveryRate: 50 })
  await f.settings('credit-settings', { action: 'forbid', moment: 'save' })
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 10 }])
  await bill(await deliver(order, 6))
  expect(await f.credit(customer.id)).toMatchObject({ exposure: 1000, buckets: { orders: 400, receivable: 600 } })
  const over = await f.call('orders', order.id, 'create-delivery', { lines: [{ orderLine: lineOf(order).id, qty: 5 }] })
  expect([over.status, codesOf(over), findingOf(over, 'CREDIT_LIMIT_EXCEEDED')?.facts]).toMatchObject([
    400,
    ['CREDIT_LIMIT_EXCEEDED'],
    { exposureAfter: 1100, excess: 100 },
  ])
  await pay(customer.id, 600)
  expect(await f.credit(customer.id)).toMatchObject({ exposure: 400 })
})

test('F2: partial deliveries and invoices add up to the order line to the cent, cost of sales to the goods issued', async () => {
  const customer = await f.customer()
  const item = await goods(3, { listPrice: 33.333333 }, 10.01)
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 3 }])
  expect(order.grossTotal).toBe(100)
  const parts = [await deliver(order, 1), await deliver(order, 1), await deliver(order, 1)] as const
  expect(parts.map(({ grossTotal }) => grossTotal)).toEqual([33.33, 33.34, 33.33])
  const invoices = [await bill(parts[0]), await bill(parts[1]), await bill(parts[2])]
  expect(invoices.map(({ grossTotal }) => grossTotal)).toEqual([33.33, 33.34, 33.33])
  expect(invoices.map((invoice) => lineOf(invoice).costValue)).toEqual([10.01, 10.01, 10.01])
})

test('batches: a batch-controlled item names its batch before it leaves; receipts are undone only while the goods are there', async () => {
  const customer = await f.customer()
  const item = await f.item({ batchControlled: true })
  const receipt = await f.receive({ item: item.id, qty: 10, batchNo: 'B1' })
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 10 }])
  const delivery = await f.create('orders', order.id, 'create-delivery')
  const refused = await f.call('deliveries', delivery.id, 'approve')
  expect(findingOf(refused, 'INVALID_INPUT')).toMatchObject({ path: 'lines.0.batchNo', facts: { accepted: 'B1' } })
  const [line] = delivery.lines
  const patched = await app.api.patch(`/deliveries/${delivery.id}`, {
    token: f.boss.token,
    body: { lines: [{ id: line.id, orderLine: line.orderLine, qty: 10, batchNo: 'B1' }] },
  })
  expect(patched.status).toBe(200)
  const gone = await f.call('stock-receipts', receipt.id, 'reverse', { reason: 'wrong goods' })
  expect([gone.status, codesOf(gone)]).toEqual([400, ['NOT_AVAILABLE']])
  await f.verb('deliveries', delivery.id, 'approve')
  expect(await f.stock(item.id)).toEqual({ onHand: 0, reserved: 0, available: 0 })
})

test('four eyes: whoever prepared a delivery or an invoice does not approve it', async () => {
  const customer = await f.customer()
  const item = await goods(10)
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 2 }])
  const delivery = await f.create('orders', order.id, 'create-delivery')
  await f.settings('order-settings', { fourEyes: true })
  const refused = await f.call('deliveries', delivery.id, 'approve')
  expect([refused.status, codesOf(refused)]).toEqual([403, ['FOUR_EYES']])
  const manager = await f.person(['salesManager'], { dataScope: 'all' })
  await f.verb('deliveries', delivery.id, 'approve', {}, manager)
  const accountant = await f.person(['finance'])
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice', {}, accountant)
  expect(codesOf(await f.call('invoices', invoice.id, 'approve', {}, accountant))).toEqual(['FOUR_EYES'])
  await f.settings('order-settings', { fourEyes: false })
  await f.verb('invoices', invoice.id, 'approve', {}, accountant)
})

test('after all of this the books agree with the documents, line by line', async () => {
  const { verifyLedgers } = await import('@/src/questions/control/verifyLedgers')
  const req = await createLocalReq({}, app.payload)
  await initTransaction(req)
  try {
    expect(await verifyLedgers(req)).toEqual([])
  } finally {
    await killTransaction(req)
  }
})
