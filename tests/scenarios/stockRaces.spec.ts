import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { verifyLedgers } from '@/src/questions/control/verifyLedgers'

import { type ApiAnswer, startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory } from '../support/story'
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

const statuses = (answers: readonly ApiAnswer[]): Record<string, number> =>
  Object.fromEntries(
    [...new Set(answers.map(({ status }) => status))].sort().map((status) => [status, answers.filter((a) => a.status === status).length]),
  )
const post = <Slug extends string>(slug: Slug, body: object) => app.api.post(`/${slug}?depth=0`, { token: f.boss.token, body })
const onHand = async (item: number): Promise<number[]> => {
  const { docs } = done(await app.api.get(`/stock-balances?where[item][equals]=${item}&depth=0&limit=100`, { token: f.boss.token }))
  return docs.map((row) => row.onHand)
}

test('ten pieces, twenty clients: exactly ten get one at the first attempt, the others are told; nobody asks twice', async () => {
  const item = await f.item()
  await f.receive({ item: item.id, qty: 10 })
  const customers = await Promise.all(Array.from({ length: 4 }, () => f.customer()))
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) => f.tryOrder(customers[i % 4]?.id ?? 0, [{ item: item.id, qty: 1 }])),
  )
  expect([statuses(answers), new Set(answers.flatMap(codesOf))]).toEqual([{ 201: 10, 400: 10 }, new Set(['NOT_AVAILABLE'])])
})

test('one bulk call for twenty orders on ten pieces: ten pass, ten are refused one by one', async () => {
  await f.settings('availability-settings', { moment: 'approve' })
  const item = await f.item()
  await f.receive({ item: item.id, qty: 10 })
  const customer = await f.customer()
  const ids: number[] = []
  for (let i = 0; i < 20; i += 1) {
    const order = await f.order(customer.id, [{ item: item.id, qty: 1 }])
    await f.verb('orders', order.id, 'submit')
    ids.push(order.id)
  }
  const { body } = await app.api.post('/orders/bulk/approve', { token: f.boss.token, body: { ids } })
  const passed = body.results.filter(({ ok }: { ok: boolean }) => ok)
  const codes = body.results
    .filter(({ ok }: { ok: boolean }) => !ok)
    .flatMap((result) => result.errors[0].data.errors.map(({ code }: { code: string }) => code))
  expect([passed.length, codes.length, new Set(codes)]).toEqual([10, 10, new Set(['NOT_AVAILABLE'])])
  await f.settings('availability-settings', { moment: 'save' })
  expect(await f.stock(item.id)).toMatchObject({ onHand: 10, reserved: 10 })
})

test('deliveries and transfers crossing between two warehouses in opposite order: all are done, nothing is lost', async () => {
  const [a, b] = [await f.item(), await f.item()]
  for (const item of [a, b]) for (const warehouse of [f.warehouse.id, w2.id]) await f.receive({ item: item.id, qty: 100, warehouse })
  const customer = await f.customer()
  const deliveries: Array<Told<'deliveries'>> = []
  const transfers: Array<Told<'stock-transfers'>> = []
  for (let i = 0; i < 8; i += 1) {
    const items = i % 2 ? [a, b] : [b, a]
    const [from, to] = i % 2 ? [f.warehouse.id, w2.id] : [w2.id, f.warehouse.id]
    const order = await f.approvedOrder(
      customer.id,
      items.map(({ id }, n) => ({ item: id, qty: 1, warehouse: n ? from : to })),
    )
    deliveries.push(await f.create('orders', order.id, 'create-delivery'))
    transfers.push(done(await post('stock-transfers', { from, to, lines: items.map(({ id }) => ({ item: id, qty: 2 })) })))
  }
  const answers = await Promise.all([
    ...deliveries.map(({ id }) => f.call('deliveries', id, 'approve')),
    ...transfers.map(async ({ id }) => {
      const shipped = await f.call('stock-transfers', id, 'ship')
      return shipped.status === 200 ? f.call('stock-transfers', id, 'receive') : shipped
    }),
  ])
  expect(statuses(answers)).toEqual({ 200: 16 })
  for (const item of [a, b]) expect((await onHand(item.id)).reduce((sum, qty) => sum + qty, 0)).toBe(192)
})

test('two batches in opposite order: issues of both pass as far as they last, none goes below zero', async () => {
  const item = await f.item({ batchControlled: true })
  for (const batchNo of ['B1', 'B2']) await f.receive({ item: item.id, qty: 5, batchNo })
  const issues: Array<Told<'stock-issues'>> = []
  for (let i = 0; i < 8; i += 1) {
    const batches = i % 2 ? ['B1', 'B2'] : ['B2', 'B1']
    issues.push(
      done(
        await post('stock-issues', { warehouse: f.warehouse.id, lines: batches.map((batchNo) => ({ item: item.id, qty: 1, batchNo })) }),
      ),
    )
  }
  const answers = await Promise.all(issues.map(({ id }) => f.call('stock-issues', id, 'post')))
  expect([statuses(answers), new Set(answers.flatMap(codesOf))]).toEqual([{ 200: 5, 400: 3 }, new Set(['NOT_AVAILABLE'])])
  expect(await onHand(item.id)).toEqual([0, 0])
})

test('a receipt is reversed while its goods are being sold: either it is refused or the last orders are, never below zero', async () => {
  for (let round = 0; round < 3; round += 1) {
    const item = await f.item()
    const receipt = await f.receive({ item: item.id, qty: 5 })
    await f.receive({ item: item.id, qty: 2 })
    const customer = await f.customer()
    const [reversed, ...orders] = await Promise.all([
      f.call('stock-receipts', receipt.id, 'reverse', { reason: 'x' }),
      ...Array.from({ length: 7 }, () => f.tryOrder(customer.id, [{ item: item.id, qty: 1 }])),
    ])
    const got = orders.filter(({ status }) => status === 201).length
    expect(new Set([reversed, ...orders].flatMap(codesOf))).toEqual(new Set(['NOT_AVAILABLE']))
    expect(got).toBe(reversed.status === 200 ? 2 : 7)
    expect((await f.stock(item.id)).available).toBe(0)
  }
})

test('two people return the last piece, receive one transfer, post one count: once each', async () => {
  const item = await f.item()
  await f.receive({ item: item.id, qty: 5 })
  const customer = await f.customer()
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 1 }])
  const delivery = await f.create('orders', order.id, 'create-delivery')
  await f.verb('deliveries', delivery.id, 'approve')
  const lines = [{ deliveryLine: delivery.lines[0].id, qty: 1 }]
  const returns = await Promise.all([1, 2].map(() => f.call('deliveries', delivery.id, 'create-return', { kind: 'refund', lines })))
  expect([statuses(returns), returns.flatMap(codesOf)]).toEqual([{ 200: 1, 400: 1 }, ['OVER_RETURN']])
  const transfer = done(await post('stock-transfers', { from: f.warehouse.id, to: w2.id, lines: [{ item: item.id, qty: 2 }] }))
  await f.verb('stock-transfers', transfer.id, 'ship')
  expect(statuses(await Promise.all([1, 2].map(() => f.call('stock-transfers', transfer.id, 'receive'))))).toEqual({ 200: 1, 409: 1 })
  const count = done(await post('stock-counts', { warehouse: f.warehouse.id, lines: [{ item: item.id, countedQty: 1 }] }))
  expect(statuses(await Promise.all([1, 2].map(() => f.call('stock-counts', count.id, 'post'))))).toEqual({ 200: 1, 409: 1 })
  expect((await onHand(item.id)).sort()).toEqual([1, 2])
})

test('after all of this the books agree with the documents', async () => {
  const req = await createLocalReq({}, app.payload)
  expect(await inTransaction(req, () => verifyLedgers(req))).toEqual([])
})
