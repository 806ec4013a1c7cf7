import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { verifyLedgers } from '@/src/questions/control/verifyLedgers'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, findingOf, openFactory } from '../support/story'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory
let w2: Told<'warehouses'>

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  w2 = await f.master('warehouses', { code: 'W2', name: '二仓', kind: 'goods' })
})
afterAll(() => app.close())

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const held = async (item: number): Promise<Record<string, number>> => {
  const { rows } = done(await app.api.get(`/availability?item=${item}`, { token: f.boss.token }))
  return Object.fromEntries(
    rows.filter((row) => row.reserved !== 0).map((row) => [`${row.warehouseCode ?? '*'}/${row.batchNo ?? '-'}`, row.reserved]),
  )
}
const available = async (item: number, date: string, warehouse = f.warehouse.id): Promise<number> => {
  const { rows } = done(await app.api.get(`/availability?item=${item}&warehouse=${warehouse}&date=${date}`, { token: f.boss.token }))
  return rows[0]?.available
}

test('goods of a batch or warehouse are set aside for a part of a line; the delivery takes them first; cancelling frees them', async () => {
  const item = await f.item()
  await f.receive({ item: item.id, qty: 10 })
  await f.receive({ item: item.id, qty: 6, batchNo: 'B1', warehouse: w2.id })
  const customer = await f.customer()
  const order = await f.order(customer.id, [{ item: item.id, qty: 10 }])
  const line = order.lines[0].id
  const set = { lines: [{ line, qty: 4, warehouse: w2.id, batchNo: 'B1' }] }
  expect(codesOf(await f.call('orders', order.id, 'reserve', set))).toEqual(['ILLEGAL_STEP'])
  for (const verb of ['submit', 'approve']) await f.verb('orders', order.id, verb)
  expect(codesOf(await f.call('orders', order.id, 'reserve', { lines: [{ line, qty: 11 }] }))).toEqual(['INVALID_INPUT'])
  expect(codesOf(await f.call('orders', order.id, 'reserve', { lines: [{ line, qty: 7, warehouse: w2.id, batchNo: 'B1' }] }))).toEqual([
    'NOT_AVAILABLE',
  ])
  await f.verb('orders', order.id, 'reserve', set)
  expect(await held(item.id)).toEqual({ 'W1/-': 6, 'W2/B1': 4 })
  const refused = await f.tryOrder(customer.id, [{ item: item.id, qty: 3, warehouse: w2.id, batchNo: 'B1' }])
  expect(findingOf(refused, 'NOT_AVAILABLE')?.facts).toMatchObject({ required: 3, available: 2 })
  const delivery = await f.create('orders', order.id, 'create-delivery')
  expect(delivery.lines.map((l) => [l.qty, l.warehouse, l.batchNo])).toEqual([
    [4, w2.id, 'B1'],
    [6, f.warehouse.id, null],
  ])
  await f.verb('deliveries', delivery.id, 'cancel', { reason: 'x' })
  expect(await held(item.id)).toEqual({ 'W1/-': 6, 'W2/B1': 4 })
  await f.verb('orders', order.id, 'reserve', { lines: [{ line, qty: 0 }] })
  expect(await held(item.id)).toEqual({ 'W1/-': 10 })
  await f.verb('orders', order.id, 'reserve', set)
  await f.verb('orders', order.id, 'cancel', { reason: 'x' })
  expect(await held(item.id)).toEqual({})
})

test('O-32: a delivery is proposed from the dates that have come, over the orders of a customer', async () => {
  const item = await f.item()
  await f.receive({ item: item.id, qty: 200 })
  const customer = await f.customer()
  const schedule = [
    { date: inDays(1), qty: 40 },
    { date: inDays(15), qty: 60 },
  ]
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 100, schedule }])
  const due = await f.create('orders', order.id, 'create-delivery', { dueBy: inDays(10) })
  expect(due.lines.map((line) => line.qty)).toEqual([40])
  await f.verb('deliveries', due.id, 'approve')
  expect(codesOf(await f.call('orders', order.id, 'create-delivery', { dueBy: inDays(10) }))).toEqual(['NOTHING_OPEN'])
  const other = await f.approvedOrder(customer.id, [{ item: item.id, qty: 5 }])
  const both = done(
    await app.api.post('/deliveries?depth=0', {
      token: f.boss.token,
      body: { customer: customer.id, lines: [order, other].map((doc) => ({ orderLine: doc.lines[0].id, qty: 5 })) },
    }),
  )
  await f.verb('deliveries', both.id, 'approve')
  expect((await f.read('orders', order.id)).lines[0]).toMatchObject({ deliveredQty: 45, openQty: 55 })
  expect((await f.read('orders', other.id)).deliveryStatus).toBe('full')
})

test('batches are proposed oldest first where the setting says so, and are asked for at the latest when goods leave', async () => {
  const item = await f.item({ batchControlled: true })
  await f.receive({ item: item.id, qty: 4, batchNo: 'Z-old' })
  await f.receive({ item: item.id, qty: 9, batchNo: 'A-new' })
  const customer = await f.customer()
  const plain = await f.create('orders', (await f.approvedOrder(customer.id, [{ item: item.id, qty: 3 }])).id, 'create-delivery')
  expect(plain.lines[0].batchNo).toBeNull()
  expect(codesOf(await f.call('deliveries', plain.id, 'approve'))).toEqual(['INVALID_INPUT'])
  await f.verb('deliveries', plain.id, 'cancel', { reason: 'x' })
  await f.settings('availability-settings', { proposeBatches: true })
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 6 }])
  const delivery = await f.create('orders', order.id, 'create-delivery')
  expect(delivery.lines.map((line) => [line.batchNo, line.qty])).toEqual([
    ['Z-old', 4],
    ['A-new', 2],
  ])
  await f.verb('deliveries', delivery.id, 'approve')
  await f.settings('availability-settings', { proposeBatches: false })
  const story = done(await app.api.get('/batches/Z-old/trace', { token: f.boss.token }))
  expect(story).toMatchObject({
    sources: [{ slug: 'stock-receipts', qty: 4 }],
    deliveries: [{ no: delivery.no, qty: -4 }],
    customers: [{ customer: customer.id, qty: 4 }],
    onHand: [],
  })
  const stranger = await f.person(['warehouse'], { warehouses: [w2.id] })
  expect(done(await app.api.get('/batches/Z-old/trace', { token: stranger.token }))).toMatchObject({ moves: [], customers: [] })
  const clerk = await f.person(['sales'])
  expect(done(await app.api.get('/batches/Z-old/trace', { token: clerk.token }))).toMatchObject({ deliveries: [], customers: [] })
  expect((await app.api.get('/batches/Z-old/trace')).status).toBe(401)
})

test('by date: what a transfer brings later may be promised for later, not for tomorrow, and not what a later promise needs', async () => {
  await f.settings('availability-settings', { dated: true, expectedTransfers: true })
  const item = await f.item()
  await f.receive({ item: item.id, qty: 40, warehouse: w2.id })
  const transfer = done(
    await app.api.post('/stock-transfers?depth=0', {
      token: f.boss.token,
      body: { from: w2.id, to: f.warehouse.id, expectedDate: inDays(10), lines: [{ item: item.id, qty: 40 }] },
    }),
  )
  await f.verb('stock-transfers', transfer.id, 'ship')
  const customer = await f.customer()
  const on = (days: number, qty: number) => ({ item: item.id, qty, schedule: [{ date: inDays(days), qty }] })
  const early = await f.tryOrder(customer.id, [on(5, 10)])
  expect([early.status, codesOf(early), findingOf(early, 'NOT_AVAILABLE')?.facts]).toMatchObject([
    400,
    ['NOT_AVAILABLE'],
    { required: 10, available: 0 },
  ])
  done(await f.tryOrder(customer.id, [on(12, 30)]))
  expect([await available(item.id, inDays(5)), await available(item.id, inDays(10)), await available(item.id, inDays(12))]).toEqual([
    0, 10, 10,
  ])
  expect(codesOf(await f.tryOrder(customer.id, [on(11, 11)]))).toEqual(['NOT_AVAILABLE'])
  const fits = done(await f.tryOrder(customer.id, [on(11, 10)]))
  // moved to an earlier day it no longer fits; less of it always does
  const moved = await app.api.patch(`/orders/${fits.id}`, {
    token: f.clerk.token,
    body: { lines: [{ ...fits.lines[0], schedule: [{ date: inDays(3), qty: 10 }] }] },
  })
  expect(codesOf(moved)).toEqual(['NOT_AVAILABLE'])
  done(
    await app.api.patch(`/orders/${fits.id}`, {
      token: f.clerk.token,
      body: { lines: [{ ...fits.lines[0], qty: 4, schedule: [{ date: inDays(11), qty: 4 }] }] },
    }),
  )
  await f.settings('availability-settings', { dated: false, expectedTransfers: false })
})

test('by date: a day that has passed is judged as today', async () => {
  await f.settings('availability-settings', { dated: true })
  const item = await f.item()
  await f.receive({ item: item.id, qty: 7 })
  const { id: customer } = await f.customer()
  const on = (days: number, qty: number) => ({ item: item.id, qty, schedule: [{ date: inDays(days), qty }] })
  done(await f.tryOrder(customer, [on(4, 3)]))
  expect([await available(item.id, inDays(-3)), await available(item.id, inDays(0))]).toEqual([4, 4])
  expect(findingOf(await f.tryOrder(customer, [on(-3, 5)]), 'NOT_AVAILABLE')?.facts).toMatchObject({ required: 5, available: 4 })
  done(await f.tryOrder(customer, [on(-3, 4)]))
  await f.settings('availability-settings', { dated: false })
})

test('V-01: strict, and with what is expected; each kind by its own switch', async () => {
  const item = await f.item()
  await f.receive({ item: item.id, qty: 100 })
  await f.receive({ item: item.id, qty: 40, warehouse: w2.id })
  const post = async (slug: string, body: object) => done(await app.api.post(`/${slug}?depth=0`, { token: f.boss.token, body }))
  const freeze = await post('stock-freezes', { warehouse: f.warehouse.id, reason: 'x', lines: [{ item: item.id, qty: 10 }] })
  await f.verb('stock-freezes', freeze.id, 'post')
  const customer = await f.customer()
  await f.approvedOrder(customer.id, [{ item: item.id, qty: 30 }])
  const shipped = await f.approvedOrder(customer.id, [{ item: item.id, qty: 20 }])
  await f.create('orders', shipped.id, 'create-delivery')
  const transfer = await post('stock-transfers', { from: w2.id, to: f.warehouse.id, lines: [{ item: item.id, qty: 40 }] })
  await f.verb('stock-transfers', transfer.id, 'ship')
  expect((await f.stock(item.id)).available).toBe(40)
  await f.settings('availability-settings', { expectedWorkOrders: true })
  expect((await f.stock(item.id)).available).toBe(40)
  await f.settings('availability-settings', { expectedWorkOrders: false, expectedTransfers: true })
  expect((await f.stock(item.id)).available).toBe(80)
  await f.settings('availability-settings', { expectedTransfers: false })
})

test('moment "approve": only approved documents reserve; a draft that no longer fits is refused when it is approved', async () => {
  await f.settings('availability-settings', { moment: 'approve' })
  const item = await f.item()
  await f.receive({ item: item.id, qty: 10 })
  const customer = await f.customer()
  const [a, b] = [await f.order(customer.id, [{ item: item.id, qty: 8 }]), await f.order(customer.id, [{ item: item.id, qty: 8 }])]
  expect((await f.stock(item.id)).available).toBe(10)
  for (const order of [a, b]) await f.verb('orders', order.id, 'submit')
  await f.verb('orders', a.id, 'approve')
  expect((await f.stock(item.id)).available).toBe(2)
  expect(codesOf(await f.call('orders', b.id, 'approve'))).toEqual(['NOT_AVAILABLE'])
  await f.settings('availability-settings', { moment: 'save' })
})

test('after all of this the books agree with the documents', async () => {
  const req = await createLocalReq({}, app.payload)
  expect(await inTransaction(req, () => verifyLedgers(req))).toEqual([])
})
