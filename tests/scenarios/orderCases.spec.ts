// More than 300 lines: the cases of orders share one factory.

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { verifyLedgers } from '@/src/questions/control/verifyLedgers'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, findingOf, openFactory } from '../support/story'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
})
afterAll(() => app.close())

const goods = async (qty: number, data: Record<string, unknown> = {}) => {
  const item = await f.item(data)
  await f.receive({ item: item.id, qty })
  return item
}
const sold = async (qty: number, more: { onHand?: number; item?: Record<string, unknown>; order?: Record<string, unknown> } = {}) => {
  const customer = await f.customer()
  const item = await goods(more.onHand ?? 100, more.item)
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty, ...more.order }])
  return { customer, item, order, line: order.lines[0].id as string }
}
const ship = async (order: Told<'orders'>, qty: number, line = order.lines[0].id) => {
  const delivery = await f.create('orders', order.id, 'create-delivery', { lines: [{ orderLine: line, qty }] })
  await f.verb('deliveries', delivery.id, 'approve')
  return f.read('deliveries', delivery.id)
}
const bill = async (delivery: Told<'deliveries'>) => {
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
  await f.verb('invoices', invoice.id, 'approve')
  return f.read('invoices', invoice.id)
}
const undo = async (delivery: Told<'deliveries'>): Promise<void> => {
  await f.verb('deliveries', delivery.id, 'unapprove')
  await f.verb('deliveries', delivery.id, 'cancel', { reason: '取消' })
}
const reserved = async (item: { id: number }): Promise<number> => (await f.stock(item.id)).reserved
const executed = async (order: Told<'orders'>) => {
  const { rows } = done(await app.api.get(`/reports/order-execution?customer=${order.customer}`, { token: f.boss.token }))
  return rows.find(({ no }) => no === order.no)
}

test('O-03: reserved 10, 5 after a delivery, 0 closed, 5 reopened, 10 when the delivery is cancelled, 0 when the order is', async () => {
  const { item, order } = await sold(10)
  const held = [await reserved(item)]
  const delivery = await ship(order, 5)
  held.push(await reserved(item))
  await f.verb('orders', order.id, 'short-close', { reason: '结束' })
  held.push(await reserved(item))
  await f.verb('orders', order.id, 'reopen')
  held.push(await reserved(item))
  await undo(delivery)
  held.push(await reserved(item))
  await f.verb('orders', order.id, 'cancel', { reason: '不做' })
  expect([...held, await reserved(item)]).toEqual([10, 5, 0, 5, 10, 0])
})

test('O-04: 15 of 10 within an allowance of 50 % hold nothing more, never less than nothing; cancelled they hold 10 again', async () => {
  const { item, order, line } = await sold(10, { item: { overDeliveryRate: 50 } })
  const delivery = await ship(order, 15)
  expect(await reserved(item)).toBe(0)
  await undo(delivery)
  expect(await reserved(item)).toBe(10)
  const refused = await f.call('orders', order.id, 'create-delivery', { lines: [{ orderLine: line, qty: 16 }] })
  expect([refused.status, findingOf(refused, 'OVER_DELIVERY')?.facts['excess']]).toEqual([400, 1])
})

test('O-05: 12 of 10 delivered shows 100 percent, never more; undone 0 percent and 10 held', async () => {
  const { item, order } = await sold(10, { item: { overDeliveryRate: 50 } })
  const delivery = await ship(order, 12)
  expect([(await f.read('orders', order.id)).lines[0].deliveredQty, (await executed(order)).percent]).toEqual([12, 100])
  await f.verb('deliveries', delivery.id, 'unapprove')
  expect([(await f.read('orders', order.id)).lines[0].deliveredQty, (await executed(order)).percent, await reserved(item)]).toEqual([
    0, 0, 10,
  ])
})

test('O-07: on hold nothing is delivered and nothing is invoiced ahead of its goods; what left already may be billed', async () => {
  await f.settings('order-settings', { directDeliveries: true })
  const { order, line, customer } = await sold(10)
  const shipped = await ship(order, 4)
  const ahead = done(
    await app.api.post('/invoices?depth=0', {
      token: f.boss.token,
      body: { customer: customer.id, lines: [{ orderLine: line, qty: 3 }] },
    }),
  )
  await f.verb('orders', order.id, 'hold', { reason: '等款' })
  expect(codesOf(await f.call('orders', order.id, 'create-delivery'))).toEqual(['ON_HOLD'])
  expect(codesOf(await f.call('invoices', ahead.id, 'approve'))).toEqual(['ON_HOLD'])
  await bill(shipped)
  await f.settings('order-settings', { directDeliveries: false })
})

test('O-20: an order of value zero counts as not billed until an invoice of its full quantity', async () => {
  const { order } = await sold(2, { order: { free: true } })
  const delivery = await ship(order, 2)
  expect(await f.read('orders', order.id)).toMatchObject({ billingStatus: 'none', status: 'approved' })
  await bill(delivery)
  expect(await f.read('orders', order.id)).toMatchObject({ billingStatus: 'full', status: 'closed' })
})

test('O-27: an order with goods, an invoice, a work order or money behind it is not cancelled; after the money is taken back it is', async () => {
  const refusedBy = async (order: Told<'orders'>): Promise<string[]> => {
    const answer = await f.call('orders', order.id, 'cancel', { reason: '取消' })
    expect([answer.status, codesOf(answer)]).toEqual([409, ['DOWNSTREAM_EXISTS']])
    return (findingOf(answer, 'DOWNSTREAM_EXISTS')?.facts['documents'] as Array<{ slug: string; status: string }>).map(
      ({ slug, status }) => `${slug} ${status}`,
    )
  }
  const { order } = await sold(5)
  const delivery = await ship(order, 2)
  expect(await refusedBy(order)).toEqual(['deliveries issued'])
  const draft = await f.create('deliveries', delivery.id, 'create-invoice')
  expect(await refusedBy(order)).toEqual(['deliveries issued', 'invoices draft'])
  await f.verb('invoices', draft.id, 'approve')
  expect(await refusedBy(order)).toEqual(['deliveries issued', 'invoices approved'])

  const paid = await sold(5)
  const receipt = done(
    await app.api.post('/receipts?depth=0', {
      token: f.boss.token,
      body: { customer: paid.customer.id, amount: 100, onOrder: paid.order.id },
    }),
  )
  expect(await refusedBy(paid.order)).toEqual(['receipts draft'])
  await f.verb('receipts', receipt.id, 'approve')
  expect(await refusedBy(paid.order)).toEqual(['receipts approved'])
  await f.verb('receipts', receipt.id, 'bounce', { reason: '退票' })
  expect((await f.verb('orders', paid.order.id, 'cancel', { reason: '取消' })).status).toBe('cancelled')
  expect(await reserved(paid.item)).toBe(0)
})

test('O-27: draft deliveries go with their cancelled order; one that another order shares holds nothing and is refreshed without it', async () => {
  const { order, item, customer } = await sold(7)
  const alone = await f.create('orders', order.id, 'create-delivery', { lines: [{ orderLine: order.lines[0].id, qty: 3 }] })
  const other = await f.approvedOrder(customer.id, [{ item: item.id, qty: 2 }])
  const shared = done(
    await app.api.post('/deliveries?depth=0', {
      token: f.boss.token,
      body: {
        customer: customer.id,
        lines: [
          { orderLine: order.lines[0].id, qty: 1, warehouse: f.warehouse.id },
          { orderLine: other.lines[0].id, qty: 2, warehouse: f.warehouse.id },
        ],
      },
    }),
  )
  expect(await reserved(item)).toBe(9)
  await f.verb('orders', order.id, 'cancel', { reason: '客户取消' })
  expect(await f.read('deliveries', alone.id)).toMatchObject({ status: 'cancelled' })
  expect(await f.read('deliveries', shared.id)).toMatchObject({ status: 'draft', stale: true })
  // what is left is held by the order that stands
  expect(await reserved(item)).toBe(2)
  expect((await f.call('deliveries', shared.id, 'approve')).status).toBe(409)
  done(
    await app.api.patch(`/deliveries/${shared.id}?depth=0`, {
      token: f.boss.token,
      body: { lines: shared.lines.slice(1) },
    }),
  )
  await f.verb('deliveries', shared.id, 'refresh')
  await f.verb('deliveries', shared.id, 'approve')
  expect(await reserved(item)).toBe(0)
})

test('O-27: where the setting unlinks advances, a cancelled order leaves the money with the customer, on account', async () => {
  await f.settings('order-settings', { unlinkAdvances: true })
  const { order, customer } = await sold(5)
  const receipt = done(
    await app.api.post('/receipts?depth=0', { token: f.boss.token, body: { customer: customer.id, amount: 300, onOrder: order.id } }),
  )
  await f.verb('receipts', receipt.id, 'approve')
  await f.verb('orders', order.id, 'cancel', { reason: '取消' })
  expect(await f.read('receipts', receipt.id)).toMatchObject({ onOrder: null, status: 'approved', openAmount: 300 })
  const byHand = await f.call('receipts', receipt.id, 'unlink')
  expect([byHand.status, codesOf(byHand)]).toEqual([403, ['FORBIDDEN']])
  await f.settings('order-settings', { unlinkAdvances: false })
})

test('O-27: an order with a work order is not cancelled', async () => {
  await f.master('warehouses', { code: 'WS', name: '样板仓', kind: 'sample' })
  const item = await f.item({ kind: 'sample', availabilityMode: 'off' })
  const customer = await f.customer()
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 2, supply: 'production', free: true, warehouse: undefined }], {
    kind: 'sample',
  })
  const refused = await f.call('orders', order.id, 'cancel', { reason: '取消' })
  const documents = findingOf(refused, 'DOWNSTREAM_EXISTS')?.facts['documents'] as Array<{ slug: string }>
  expect([refused.status, documents.map(({ slug }) => slug)]).toEqual([409, ['sample-work-orders']])
})

test('O-34: one line of three is closed with 40 of 100 shipped: its 60 are free, the header stays open, the rest is untouched', async () => {
  const customer = await f.customer()
  const items = [await goods(100), await goods(100), await goods(100)] as const
  const order = await f.approvedOrder(
    customer.id,
    items.map(({ id }) => ({ item: id, qty: 100 })),
  )
  await ship(order, 40, order.lines[1].id)
  const before = (await f.credit(customer.id)).buckets.orders
  await f.verb('orders', order.id, 'short-close', { lines: [order.lines[1].id], reason: '余量不要' })
  expect((await f.credit(customer.id)).buckets.orders).toBe(before - 6000)
  expect([await reserved(items[0]), await reserved(items[1]), (await f.read('orders', order.id)).status]).toEqual([100, 0, 'approved'])
  const { rows } = done(await app.api.get(`/reports/unshipped-lines?customer=${customer.id}`, { token: f.boss.token }))
  expect(rows.map(({ orderLineId }) => orderLineId).sort()).toEqual([order.lines[0].id, order.lines[2].id].sort())
  await f.verb('orders', order.id, 'short-close', { lines: [order.lines[0].id, order.lines[2].id], reason: '结束' })
  expect((await f.read('orders', order.id)).status).toBe('closed')
  await f.verb('orders', order.id, 'reopen', { lines: [order.lines[1].id] })
  const open = await f.read('orders', order.id)
  expect([open.status, open.lines.map(({ openQty }) => openQty), await reserved(items[1])]).toEqual(['approved', [0, 60, 0], 60])
})

test('O-49: every revision says what changed, who, when and why', async () => {
  const { order, line } = await sold(10)
  const change = await f.create('orders', order.id, 'create-change', { reason: '客户加量', lines: [{ line, qty: 12, price: 90 }] })
  await f.verb('order-changes', change.id, 'submit')
  await f.verb('order-changes', change.id, 'approve')
  const told = done(await app.api.get(`/revisions/orders/${order.id}?from=1&to=2`, { token: f.boss.token }))
  expect(told.changes).toEqual(
    expect.arrayContaining([
      { path: 'lines.0.qty', before: 10, after: 12 },
      { path: 'lines.0.price', before: 100, after: 90 },
      { path: 'grossTotal', before: 1000, after: 1080 },
    ]),
  )
  const { revisions } = done(await app.api.get(`/revisions/orders/${order.id}`, { token: f.boss.token }))
  expect(revisions[1]).toMatchObject({ revision: 2, reason: '客户加量', by: f.boss.id, change: change.id })
  expect(Date.parse(revisions[1].at)).toBeGreaterThan(0)
})

test('O-50: Σ delivered of the chain is the delivered quantity of the line, Σ invoiced no more', async () => {
  const { order, line } = await sold(10)
  await bill(await ship(order, 3))
  await ship(order, 4)
  const { edges } = done(await app.api.get(`/trace/orders/${order.id}`, { token: f.boss.token }))
  const sum = (to: string): number => edges.filter((edge) => edge.to.slug === to).reduce((total: number, { qty }) => total + qty, 0)
  const delivered = (await f.read('orders', order.id)).lines.find(({ id }) => id === line)?.deliveredQty
  expect([sum('deliveries'), sum('invoices'), delivered]).toEqual([7, 3, 7])
})

test('a line that refers to a quote line takes no more than the quote has open, however the order is made', async () => {
  const customer = await f.customer()
  const item = await f.item({ availabilityMode: 'off' })
  const quote = done(
    await app.api.post('/quotes?depth=0', {
      token: f.clerk.token,
      body: { customer: customer.id, lines: [{ item: item.id, qty: 10, price: 90 }] },
    }),
  )
  for (const verb of ['submit', 'approve']) await f.verb('quotes', quote.id, verb)
  const quoteLine = quote.lines[0].id as string
  const refused = await f.tryOrder(customer.id, [{ item: item.id, qty: 11, quoteLine }])
  expect([refused.status, codesOf(refused), findingOf(refused, 'INVALID_INPUT')?.path]).toEqual([400, ['INVALID_INPUT'], 'lines.0.qty'])
  const twice = await f.tryOrder(customer.id, [
    { item: item.id, qty: 6, quoteLine },
    { item: item.id, qty: 5, quoteLine },
  ])
  expect(codesOf(twice)).toEqual(['INVALID_INPUT'])
  const first = await f.order(customer.id, [{ item: item.id, qty: 6, quoteLine }])
  expect(first.lines[0].price).toBe(90)
  expect(codesOf(await f.tryOrder(customer.id, [{ item: item.id, qty: 5, quoteLine }]))).toEqual(['INVALID_INPUT'])
  const raise = (qty: number) =>
    app.api.patch(`/orders/${first.id}`, { token: f.clerk.token, body: { lines: [{ ...first.lines[0], qty }] } })
  done(await raise(10)) // what it holds already is open to itself
  expect(codesOf(await raise(11))).toEqual(['INVALID_INPUT'])
  expect(codesOf(await f.tryOrder(customer.id, [{ item: item.id, qty: 1, quoteLine }]))).toEqual(['NOTHING_OPEN'])
  await f.verb('orders', first.id, 'cancel', { reason: '不做' })
  const both = await Promise.all([1, 2].map(() => f.tryOrder(customer.id, [{ item: item.id, qty: 7, quoteLine }])))
  expect(both.map(({ status }) => status).sort()).toEqual([201, 400])
})

test('a quote past its validity is ordered by nobody, directly neither', async () => {
  const customer = await f.customer()
  const item = await f.item({ availabilityMode: 'off' })
  const quote = done(
    await app.api.post('/quotes?depth=0', {
      token: f.clerk.token,
      body: { customer: customer.id, date: '2026-01-01', validUntil: '2026-01-31', lines: [{ item: item.id, qty: 10, price: 90 }] },
    }),
  )
  for (const verb of ['submit', 'approve']) await f.verb('quotes', quote.id, verb)
  const refused = await f.tryOrder(customer.id, [{ item: item.id, qty: 1, quoteLine: quote.lines[0].id }])
  expect([refused.status, codesOf(refused)]).toEqual([400, ['QUOTE_EXPIRED']])
})

test('after all of this the books agree with the documents', async () => {
  const req = await createLocalReq({}, app.payload)
  expect(await inTransaction(req, () => verifyLedgers(req))).toEqual([])
})
