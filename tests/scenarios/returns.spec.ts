// More than 300 lines: the cases of returns share one factory.

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { verifyLedgers } from '@/src/questions/control/verifyLedgers'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, findingOf, openFactory } from '../support/story'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory
let back: Told<'warehouses'>

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  back = await f.master('warehouses', { code: 'WR', name: '退货仓', kind: 'return' })
})
afterAll(() => app.close())

const goods = async (qty: number, data: Record<string, unknown> = {}, cost = 60) => {
  const item = await f.item(data)
  await f.receive({ item: item.id, qty, cost, ...(data['batchControlled'] ? { batchNo: 'B1' } : {}) })
  return item
}
const shipped = async (lines: Array<{ item: number; qty: number } & Record<string, unknown>>, more: Record<string, unknown> = {}) => {
  const customer = await f.customer()
  const order = await f.approvedOrder(customer.id, lines, more)
  const delivery = await f.create('orders', order.id, 'create-delivery')
  await f.verb('deliveries', delivery.id, 'approve')
  return { customer, order, delivery: await f.read('deliveries', delivery.id) }
}
const returned = (delivery: Told<'deliveries'>, kind: string, qty: number, more: object = {}, line: 0 | 1 = 0) =>
  f.call('deliveries', delivery.id, 'create-return', { kind, lines: [{ deliveryLine: delivery.lines[line].id, qty, ...more }] })
const aReturn = async (...args: Parameters<typeof returned>) => {
  const answer = await returned(...args)
  done(answer)
  return f.read('returns', answer.body.created.id)
}
const held = async (item: number, warehouse: number) => {
  const { docs } = done(
    await app.api.get(`/stock-balances?where[item][equals]=${item}&where[warehouse][equals]=${warehouse}&depth=0`, { token: f.boss.token }),
  )
  const [row] = docs
  return { onHand: row?.onHand ?? 0, frozen: row?.frozen ?? 0, value: row?.value ?? 0, batchNo: row?.batchNo ?? '' }
}

// first: a warehouse that holds something is not taken out of use
test('without a return warehouse the goods lie frozen where they left from until they are inspected', async () => {
  done(await app.api.patch(`/warehouses/${back.id}`, { token: f.admin.token, body: { active: false } }))
  const item = await goods(5, {}, 10)
  const { delivery } = await shipped([{ item: item.id, qty: 4 }])
  const doc = await aReturn(delivery, 'refund', 4)
  await f.verb('returns', doc.id, 'approve')
  await f.verb('returns', doc.id, 'receive')
  expect(await held(item.id, f.warehouse.id)).toMatchObject({ onHand: 5, frozen: 4, value: 50 })
  await f.verb('returns', doc.id, 'inspect', { lines: [{ line: doc.lines[0].id, restock: 3, scrap: 1 }] })
  expect(await held(item.id, f.warehouse.id)).toMatchObject({ onHand: 4, frozen: 0, value: 40 })
  done(await app.api.patch(`/warehouses/${back.id}`, { token: f.admin.token, body: { active: true } }))
})

test('O-17, O-51: a return needs its delivery line, no more than is out, no dearer than it was; what is returned is not billed', async () => {
  const item = await goods(20)
  const { delivery, customer } = await shipped([{ item: item.id, qty: 2 }])
  expect(
    codesOf(
      await app.api.post('/returns', {
        token: f.boss.token,
        body: { kind: 'refund', customer: customer.id, lines: [{ item: item.id, qty: 1 }] },
      }),
    ),
  ).toEqual(['INVALID_INPUT'])
  const over = await returned(delivery, 'refund', 3)
  expect([over.status, codesOf(over), findingOf(over, 'OVER_RETURN')?.facts]).toMatchObject([
    400,
    ['OVER_RETURN'],
    { qty: 3, returnable: 2, excess: 1 },
  ])
  const dear = await returned(delivery, 'refund', 1, { price: 100.01 })
  expect([codesOf(dear), findingOf(dear, 'OVER_RETURN')?.path]).toEqual([['OVER_RETURN'], 'lines.0.price'])
  const early = await f.call('deliveries', delivery.id, 'create-return', {
    kind: 'refund',
    date: '2020-01-01',
    lines: [{ deliveryLine: delivery.lines[0].id, qty: 1 }],
  })
  expect(codesOf(early)).toEqual(['INVALID_INPUT'])
  const yesterday = new Date(Date.now() - 36 * 3_600_000).toISOString().slice(0, 10)
  const back = { kind: 'refund', date: yesterday, lines: [{ deliveryLine: delivery.lines[0].id, qty: 1 }] }
  expect(codesOf(await f.call('deliveries', delivery.id, 'create-return', back, f.clerk))).toEqual(['NOT_YOUR_FIELD'])
  const doc = await aReturn(delivery, 'refund', 1)
  expect(doc).toMatchObject({ kind: 'refund', status: 'draft', grossTotal: 100, customer: customer.id })
  expect(doc.no).toMatch(/^RT\d{8}-\d{4}$/)
  // a draft counts: two people do not return the same piece
  expect(codesOf(await returned(delivery, 'refund', 2))).toEqual(['OVER_RETURN'])
  await f.verb('returns', doc.id, 'approve')
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
  expect(invoice.lines.map((line) => line.qty)).toEqual([1])
  expect(await f.read('deliveries', delivery.id)).toMatchObject({ returnStatus: 'partly', lines: [{ returnedQty: 1, returnableQty: 1 }] })
  expect(codesOf(await f.call('deliveries', delivery.id, 'unapprove'))).toEqual(['DOWNSTREAM_EXISTS'])
})

test('O-17: two lines of one item: the return hits the chosen line', async () => {
  const item = await goods(20)
  const { delivery } = await shipped([
    { item: item.id, qty: 8 },
    { item: item.id, qty: 1 },
  ])
  const first = await f.create('deliveries', delivery.id, 'create-invoice', { lines: [{ deliveryLine: delivery.lines[0].id, qty: 4 }] })
  await f.verb('invoices', first.id, 'approve')
  const doc = await aReturn(delivery, 'refund', 2)
  await f.verb('returns', doc.id, 'approve')
  const next = await f.create('deliveries', delivery.id, 'create-invoice')
  expect(next.lines.map((line) => line.qty)).toEqual([2, 1])
})

test('O-18: delivered 100, invoiced 90, the other 10 returned: completed, nothing to bill', async () => {
  const item = await goods(100)
  const { delivery, order, customer } = await shipped([{ item: item.id, qty: 100, price: 1 }])
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice', { lines: [{ deliveryLine: delivery.lines[0].id, qty: 90 }] })
  await f.verb('invoices', invoice.id, 'approve')
  const doc = await aReturn(delivery, 'refund', 10)
  await f.verb('returns', doc.id, 'approve')
  expect(await f.read('deliveries', delivery.id)).toMatchObject({ billingStatus: 'full' })
  expect(codesOf(await f.call('deliveries', delivery.id, 'create-invoice'))).toEqual(['NOTHING_OPEN'])
  expect(await f.read('orders', order.id)).toMatchObject({ status: 'closed', billingStatus: 'full', lines: [{ returnedQty: 10 }] })
  expect((await f.credit(customer.id)).buckets).toMatchObject({ deliveries: 0, receivable: 90 })
})

test('F7: goods come back while their invoice is a draft: of the draft counts what can still be billed, in whatever order they come back', async () => {
  const item = await goods(100)
  const { delivery, customer } = await shipped([{ item: item.id, qty: 9, price: 33.37 }])
  const draft = (qty: number) =>
    f.create('deliveries', delivery.id, 'create-invoice', { lines: [{ deliveryLine: delivery.lines[0].id, qty }] })
  const first = await draft(2)
  await f.verb('invoices', first.id, 'approve')
  const second = await draft(7)
  const seen = async (): Promise<number[]> => {
    const { deliveries, unauditedInvoices, receivable } = (await f.credit(customer.id)).buckets
    const rows = done(await app.api.get(`/reports/cash-forecast?customer=${customer.id}`, { token: f.boss.token })).rows
    const expected = Number(rows.reduce((sum, row) => sum + Number(row.total), 0).toFixed(2))
    return [deliveries, unauditedInvoices, receivable, expected]
  }
  expect(await seen()).toEqual([0, 233.59, 66.74, 300.33])
  const one = await aReturn(delivery, 'refund', 3)
  await f.verb('returns', one.id, 'approve')
  expect(await seen()).toEqual([0, 133.48, 66.74, 200.22])
  const rest = await aReturn(delivery, 'refund', 4)
  await f.verb('returns', rest.id, 'approve')
  expect(await seen()).toEqual([0, 0, 66.74, 66.74])
  expect(codesOf(await f.call('invoices', second.id, 'approve'))).toEqual(['OVER_INVOICE'])
  await f.verb('returns', rest.id, 'unapprove')
  expect(await seen()).toEqual([0, 133.48, 66.74, 200.22])
  await f.verb('invoices', second.id, 'cancel', { reason: '退货' })
  expect(await seen()).toEqual([133.48, 0, 66.74, 200.22])
})

test('F4: goods come back at their original issue cost, to the cent over all returns, into the return warehouse, available to nobody', async () => {
  const item = await goods(2, { batchControlled: true }, 33.33)
  await f.receive({ item: item.id, qty: 1, cost: 33.34, batchNo: 'B1' })
  const { delivery } = await shipped([{ item: item.id, qty: 3, batchNo: 'B1' }])
  await f.receive({ item: item.id, qty: 10, cost: 99, batchNo: 'B2' })
  const values: number[] = []
  for (const qty of [1, 1, 1]) {
    const doc = await aReturn(delivery, 'refund', qty)
    expect(codesOf(await f.call('returns', doc.id, 'receive'))).toEqual(['ILLEGAL_STEP'])
    await f.verb('returns', doc.id, 'approve')
    const came = await f.verb('returns', doc.id, 'receive')
    values.push(came.lines[0].issueValue)
  }
  expect(values).toEqual([33.33, 33.34, 33.33])
  expect(await held(item.id, back.id)).toEqual({ onHand: 3, frozen: 0, value: 100, batchNo: 'B1' })
  expect(await f.stock(item.id)).toMatchObject({ onHand: 10, available: 10 })
  const refused = await f.tryOrder((await f.customer()).id, [{ item: item.id, qty: 11, warehouse: null }])
  expect(codesOf(refused)).toEqual(['NOT_AVAILABLE'])
})

test('an inspection splits what came back: restocked, reworked, scrapped, each with its value', async () => {
  const item = await goods(10, {}, 10)
  const { delivery } = await shipped([{ item: item.id, qty: 6 }])
  const doc = await aReturn(delivery, 'refund', 6)
  await f.verb('returns', doc.id, 'approve')
  await f.verb('returns', doc.id, 'receive')
  const line = doc.lines[0].id
  expect(codesOf(await f.call('returns', doc.id, 'inspect'))).toEqual(['INVALID_INPUT'])
  expect(codesOf(await f.call('returns', doc.id, 'inspect', { lines: [{ line, disposition: 'restock', qty: 5 }] }))).toEqual([
    'INVALID_INPUT',
  ])
  const inspected = await f.verb('returns', doc.id, 'inspect', {
    lines: [
      { line, disposition: 'restock', qty: 3 },
      { line, disposition: 'rework', qty: 2 },
      { line, disposition: 'scrap', qty: 1 },
    ],
  })
  expect([inspected.status, inspected.lines[0]]).toMatchObject(['inspected', { restockQty: 3, reworkQty: 2, scrapQty: 1 }])
  expect([await held(item.id, f.warehouse.id), await held(item.id, back.id)]).toMatchObject([
    { onHand: 7, value: 70 },
    { onHand: 2, value: 20 },
  ])
})

test('O-53: a replacement opens the order line again and is not billed twice; a refund does not', async () => {
  const item = await goods(20)
  const { delivery, order, customer } = await shipped([{ item: item.id, qty: 10 }])
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
  await f.verb('invoices', invoice.id, 'approve')
  expect((await f.read('orders', order.id)).status).toBe('closed')
  const doc = await aReturn(delivery, 'replace', 2)
  expect(doc.grossTotal).toBe(0)
  await f.verb('returns', doc.id, 'approve')
  expect(await f.read('orders', order.id)).toMatchObject({ status: 'approved', deliveryStatus: 'partly', lines: [{ openQty: 2 }] })
  expect(await f.stock(item.id)).toMatchObject({ onHand: 10, reserved: 2, available: 8 })
  await f.verb('returns', doc.id, 'receive')
  const again = await f.create('orders', order.id, 'create-delivery')
  expect([again.lines[0].qty, again.lines[0].replacementQty, again.grossTotal]).toEqual([2, 2, 0])
  await f.verb('deliveries', again.id, 'approve')
  expect(await f.read('orders', order.id)).toMatchObject({ status: 'closed', lines: [{ openQty: 0, invoicedQty: 10 }] })
  expect(codesOf(await f.call('deliveries', again.id, 'create-invoice'))).toEqual(['NOTHING_OPEN'])
  expect((await f.credit(customer.id)).buckets).toMatchObject({ orders: 0, deliveries: 0, receivable: 1000 })
  const refund = await aReturn(delivery, 'refund', 1)
  await f.verb('returns', refund.id, 'approve')
  expect(await f.read('orders', order.id)).toMatchObject({ status: 'closed', lines: [{ openQty: 0 }] })
})

test('a replacement needs goods to replace with: what is not there is promised to nobody', async () => {
  const item = await goods(5)
  const { delivery } = await shipped([{ item: item.id, qty: 5 }])
  const doc = await aReturn(delivery, 'replace', 1)
  expect(codesOf(await f.call('returns', doc.id, 'approve'))).toEqual(['NOT_AVAILABLE'])
})

test('O-52: 100 pieces at 20, now 18: 200.00 to be credited, nothing moves', async () => {
  const item = await goods(100)
  const { delivery } = await shipped([{ item: item.id, qty: 100, price: 20 }])
  expect(codesOf(await returned(delivery, 'priceOnly', 100))).toEqual(['INVALID_INPUT'])
  expect(codesOf(await returned(delivery, 'priceOnly', 100, { price: 20 }))).toEqual(['INVALID_INPUT'])
  const doc = await aReturn(delivery, 'priceOnly', 100, { price: 18 })
  expect([doc.grossTotal, doc.lines[0].originalPrice]).toEqual([200, 20])
  await f.verb('returns', doc.id, 'approve')
  expect(codesOf(await f.call('returns', doc.id, 'receive'))).toEqual(['ILLEGAL_STEP'])
  expect([await f.stock(item.id), await held(item.id, back.id)]).toMatchObject([{ onHand: 0 }, { onHand: 0 }])
  expect((await f.read('deliveries', delivery.id)).lines[0]).toMatchObject({ returnedQty: 0, billableQty: 100 })
})

test('after a correction of the price a second one says below what it has to be, and goods that come back are worth what is left', async () => {
  const item = await goods(10)
  const { delivery } = await shipped([{ item: item.id, qty: 10, price: 100 }])
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
  await f.verb('invoices', invoice.id, 'approve')
  const lowered = await aReturn(delivery, 'priceOnly', 10, { price: 90 })
  await f.verb('returns', lowered.id, 'approve')
  expect((await f.create('returns', lowered.id, 'create-credit-note')).grossTotal).toBe(100)
  const again = await returned(delivery, 'priceOnly', 10, { price: 95 })
  expect(findingOf(again, 'INVALID_INPUT')).toMatchObject({ path: 'lines.0.price', facts: { value: 95, accepted: '< 90' } })
  const doc = await aReturn(delivery, 'refund', 5)
  expect(doc.grossTotal).toBe(450)
  await f.verb('returns', doc.id, 'approve')
  expect((await f.create('returns', doc.id, 'create-credit-note')).grossTotal).toBe(450)
})

test('a return that was credited is not unapproved', async () => {
  const item = await goods(5)
  const { delivery } = await shipped([{ item: item.id, qty: 5 }])
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
  await f.verb('invoices', invoice.id, 'approve')
  const doc = await aReturn(delivery, 'refund', 2)
  await f.verb('returns', doc.id, 'approve')
  expect((await f.create('returns', doc.id, 'create-credit-note')).grossTotal).toBe(200)
  expect(codesOf(await f.call('returns', doc.id, 'unapprove'))).toEqual(['DOWNSTREAM_EXISTS'])
  await f.verb('returns', doc.id, 'receive')
  expect(codesOf(await f.call('returns', doc.id, 'reverse', { reason: 'x' }))).toEqual(['DOWNSTREAM_EXISTS'])
})

test('an unapproved or cancelled return leaves everything as it was', async () => {
  const item = await goods(5)
  const { delivery, customer } = await shipped([{ item: item.id, qty: 5 }])
  const doc = await aReturn(delivery, 'refund', 2)
  await f.verb('returns', doc.id, 'approve')
  expect((await f.credit(customer.id)).buckets.deliveries).toBe(300)
  await f.verb('returns', doc.id, 'unapprove')
  expect((await f.credit(customer.id)).buckets.deliveries).toBe(500)
  await f.verb('returns', doc.id, 'cancel', { reason: 'kept' })
  await f.verb('deliveries', delivery.id, 'unapprove')
  expect(await f.stock(item.id)).toMatchObject({ onHand: 5, reserved: 5 })
})

test('an inspection and a receipt are taken back one after the other, while nothing is credited and the pieces are still there', async () => {
  const item = await goods(5)
  const { delivery, customer } = await shipped([{ item: item.id, qty: 5 }])
  const doc = await aReturn(delivery, 'refund', 2)
  await f.verb('returns', doc.id, 'approve')
  expect(codesOf(await f.call('returns', doc.id, 'reverse', { reason: 'x' }))).toEqual(['ILLEGAL_STEP'])
  await f.verb('returns', doc.id, 'receive')
  await f.verb('returns', doc.id, 'inspect', { disposition: 'restock', warehouse: f.warehouse.id })
  expect(await held(item.id, f.warehouse.id)).toMatchObject({ onHand: 2, value: 120 })

  const order = await f.order(customer.id, [{ item: item.id, qty: 1 }])
  const promised = await f.call('returns', doc.id, 'reverse', { reason: '检错' })
  expect([promised.status, codesOf(promised)]).toEqual([400, ['NOT_AVAILABLE']])
  await f.verb('orders', order.id, 'cancel', { reason: 'x' })
  expect(codesOf(await f.call('returns', doc.id, 'reverse'))).toEqual(['INVALID_INPUT'])

  expect((await f.verb('returns', doc.id, 'reverse', { reason: '检错' })).status).toBe('received')
  expect([await held(item.id, f.warehouse.id), await held(item.id, back.id)]).toMatchObject([
    { onHand: 0, value: 0 },
    { onHand: 2, value: 120 },
  ])
  expect((await f.verb('returns', doc.id, 'reverse', { reason: '收错' })).status).toBe('approved')
  expect(await held(item.id, back.id)).toMatchObject({ onHand: 0, value: 0 })
  await f.verb('returns', doc.id, 'receive')
  await f.verb('returns', doc.id, 'inspect', { disposition: 'scrap' })
  expect(await held(item.id, back.id)).toMatchObject({ onHand: 0, value: 0 })
})

test('O-05: an over-delivery of 12 on 10 that is unapproved holds 10, not 12', async () => {
  const item = await goods(50, { overDeliveryRate: 50 })
  const customer = await f.customer()
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 10 }])
  const delivery = await f.create('orders', order.id, 'create-delivery', { lines: [{ orderLine: order.lines[0].id, qty: 12 }] })
  await f.verb('deliveries', delivery.id, 'approve')
  expect(await f.stock(item.id)).toEqual({ onHand: 38, reserved: 0, available: 38 })
  await f.verb('deliveries', delivery.id, 'unapprove')
  expect(await f.stock(item.id)).toEqual({ onHand: 50, reserved: 10, available: 40 })
  await f.verb('deliveries', delivery.id, 'cancel', { reason: 'x' })
  expect(await f.stock(item.id)).toEqual({ onHand: 50, reserved: 10, available: 40 })
})

test('a keeper of one warehouse neither sees nor makes deliveries and returns of another', async () => {
  const other = await f.master('warehouses', { code: 'W9', name: '外仓', kind: 'goods' })
  const item = await goods(10)
  const { delivery, order } = await shipped([{ item: item.id, qty: 1 }])
  const doc = await aReturn(delivery, 'refund', 1)
  const keeper = await f.person(['warehouse'], { warehouses: [other.id] })
  for (const [slug, id] of [
    ['deliveries', delivery.id],
    ['returns', doc.id],
  ] as const) {
    expect((await app.api.get(`/${slug}/${id}`, { token: keeper.token })).status).toBe(404)
    expect((await app.api.get(`/${slug}?where[lines.item][equals]=${item.id}`, { token: keeper.token })).body.totalDocs).toBe(0)
  }
  expect((await f.call('deliveries', delivery.id, 'create-return', { kind: 'refund' }, keeper)).status).toBe(404)
  const again = await f.approvedOrder(order.customer, [{ item: item.id, qty: 1 }])
  expect(codesOf(await f.call('orders', again.id, 'create-delivery', {}, keeper))).toEqual(['FORBIDDEN'])
  const graph = await app.payload.find({
    collection: 'deliveries',
    where: { id: { equals: delivery.id } },
    overrideAccess: false,
    user: (await app.payload.findByID({ collection: 'users', id: keeper.id })) as never,
  })
  expect(graph.totalDocs).toBe(0)
})

test('after all of this the books agree with the documents', async () => {
  const req = await createLocalReq({}, app.payload)
  expect(await inTransaction(req, () => verifyLedgers(req))).toEqual([])
})
