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

const post = (slug: string, body: object, by = f.boss) => app.api.post(`/${slug}?depth=0`, { token: by.token, body })
const made = async (slug: string, body: object) => done(await post(slug, body))
const goods = async (qty: number, data: Record<string, unknown> = {}, cost = 10) => {
  const item = await f.item(data)
  if (qty > 0) await f.receive({ item: item.id, qty, cost })
  return item
}
const held = async (item: number, warehouse: number = f.warehouse.id) => {
  const { docs } = done(
    await app.api.get(`/stock-balances?where[item][equals]=${item}&where[warehouse][equals]=${warehouse}&depth=0`, { token: f.boss.token }),
  )
  const sum = (field: 'onHand' | 'reserved' | 'frozen' | 'expectedIn' | 'value'): number =>
    docs.reduce((total, row) => Number((total + row[field]).toFixed(4)), 0)
  return { onHand: sum('onHand'), frozen: sum('frozen'), reserved: sum('reserved'), expectedIn: sum('expectedIn'), value: sum('value') }
}

test('an issue takes goods out at the moving average; reversed, they are back with the value they left with', async () => {
  const item = await goods(10, {}, 10)
  await f.receive({ item: item.id, qty: 10, cost: 20 })
  const issue = await made('stock-issues', { kind: 'production', warehouse: f.warehouse.id, lines: [{ item: item.id, qty: 15 }] })
  expect(issue.no).toMatch(/^SI\d{8}-\d{4}$/)
  await f.verb('stock-issues', issue.id, 'post')
  expect(await held(item.id)).toMatchObject({ onHand: 5, value: 75 })
  expect(codesOf(await f.call('stock-issues', issue.id, 'post'))).toEqual(['ILLEGAL_STEP'])
  expect(codesOf(await f.call('stock-issues', issue.id, 'reverse'))).toEqual(['INVALID_INPUT'])
  await f.verb('stock-issues', issue.id, 'reverse', { reason: 'wrong item' })
  expect(await held(item.id)).toMatchObject({ onHand: 20, value: 300 })
  const tooMuch = await made('stock-issues', {
    kind: 'scrap',
    warehouse: f.warehouse.id,
    lines: [
      { item: item.id, qty: 12 },
      { item: item.id, qty: 9 },
    ],
  })
  const refused = await f.call('stock-issues', tooMuch.id, 'post')
  expect([refused.status, findingOf(refused, 'NOT_AVAILABLE')?.facts]).toMatchObject([400, { required: 21, available: 20 }])
})

test('a receipt in boxes enters in pieces; it is reversed only while the goods are there and promised to nobody', async () => {
  const item = await f.item({ units: [{ unit: 'BOX', factor: 12 }] })
  const receipt = await made('stock-receipts', {
    kind: 'other',
    warehouse: f.warehouse.id,
    lines: [{ item: item.id, qty: 2, unit: 'BOX', cost: 24 }],
  })
  await f.verb('stock-receipts', receipt.id, 'post')
  expect(await held(item.id)).toMatchObject({ onHand: 24, value: 48 })
  const customer = await f.customer()
  const order = await f.order(customer.id, [{ item: item.id, qty: 1 }])
  const refused = await f.call('stock-receipts', receipt.id, 'reverse', { reason: 'never came' })
  expect([refused.status, findingOf(refused, 'NOT_AVAILABLE')?.facts]).toMatchObject([400, { required: 24, available: 23 }])
  await f.verb('orders', order.id, 'cancel', { reason: 'x' })
  await f.verb('stock-receipts', receipt.id, 'reverse', { reason: 'never came' })
  expect(await held(item.id)).toMatchObject({ onHand: 0, value: 0 })
})

test('a receipt without value that is reversed leaves the value of the others as it was; the latest cost is the last receipt that stands', async () => {
  const item = await f.item()
  const free = await f.receive({ item: item.id, qty: 10, cost: 0 })
  await f.receive({ item: item.id, qty: 10, cost: 10 })
  const dear = await f.receive({ item: item.id, qty: 10, cost: 40 })
  await f.verb('stock-receipts', free.id, 'reverse', { reason: 'x' })
  expect(await held(item.id)).toMatchObject({ onHand: 20, value: 500 })
  await f.verb('stock-receipts', dear.id, 'reverse', { reason: 'x' })
  expect(await held(item.id)).toMatchObject({ onHand: 10, value: 100 })
})

test('V-07: a transfer is checked where it leaves, expected where it arrives, received in parts with exactly the value it left with', async () => {
  const item = await goods(10, {}, 10)
  await f.receive({ item: item.id, qty: 1, cost: 3.33 })
  const tooMuch = await post('stock-transfers', { from: f.warehouse.id, to: w2.id, lines: [{ item: item.id, qty: 12 }] })
  expect([tooMuch.status, codesOf(tooMuch)]).toEqual([400, ['NOT_AVAILABLE']])
  const transfer = await made('stock-transfers', { from: f.warehouse.id, to: w2.id, lines: [{ item: item.id, qty: 10 }] })
  expect(await held(item.id)).toMatchObject({ onHand: 11, reserved: 10 })
  expect(codesOf(await f.call('stock-transfers', transfer.id, 'receive'))).toEqual(['ILLEGAL_STEP'])
  await f.verb('stock-transfers', transfer.id, 'ship')
  expect([await held(item.id), await held(item.id, w2.id)]).toMatchObject([
    { onHand: 1, reserved: 0, value: 9.39 },
    { onHand: 0, expectedIn: 10, value: 0 },
  ])
  const line = transfer.lines[0].id
  expect(codesOf(await f.call('stock-transfers', transfer.id, 'receive', { lines: [{ line, qty: 11 }] }))).toEqual(['INVALID_INPUT'])
  expect((await f.verb('stock-transfers', transfer.id, 'receive', { lines: [{ line, qty: 3 }] })).status).toBe('inTransit')
  expect(await held(item.id, w2.id)).toMatchObject({ onHand: 3, expectedIn: 7, value: 28.18 })
  expect((await f.verb('stock-transfers', transfer.id, 'receive')).status).toBe('received')
  expect(await held(item.id, w2.id)).toMatchObject({ onHand: 10, expectedIn: 0, value: 93.94 })
  await f.verb('stock-transfers', transfer.id, 'reverse', { reason: 'back' })
  expect([await held(item.id), await held(item.id, w2.id)]).toMatchObject([
    { onHand: 11, value: 103.33 },
    { onHand: 0, value: 0 },
  ])
})

test('goods in transit count at the receiver only where the setting says so', async () => {
  const item = await goods(10)
  const transfer = await made('stock-transfers', { from: f.warehouse.id, to: w2.id, lines: [{ item: item.id, qty: 10 }] })
  await f.verb('stock-transfers', transfer.id, 'ship')
  const customer = await f.customer()
  const lines = [{ item: item.id, qty: 10, warehouse: w2.id }]
  const refused = await f.tryOrder(customer.id, lines)
  expect(findingOf(refused, 'NOT_AVAILABLE')?.facts).toMatchObject({
    required: 10,
    available: 0,
    alternatives: { earliest: expect.any(String) },
  })
  await f.settings('availability-settings', { expectedTransfers: true })
  const order = done(await f.tryOrder(customer.id, lines))
  expect(await f.stock(item.id, w2.id)).toMatchObject({ reserved: 10, available: 0 })
  // expected is promised, but it cannot be issued before it is there
  for (const verb of ['submit', 'approve']) await f.verb('orders', order.id, verb)
  const delivery = await f.create('orders', order.id, 'create-delivery')
  expect(codesOf(await f.call('deliveries', delivery.id, 'approve'))).toEqual(['NOT_AVAILABLE'])
  await f.settings('availability-settings', { expectedTransfers: false })
  await f.verb('stock-transfers', transfer.id, 'receive')
  await f.verb('deliveries', delivery.id, 'approve')
  expect(await held(item.id, w2.id)).toMatchObject({ onHand: 0, reserved: 0, value: 0 })
})

test('frozen goods are there but available to nobody; unfrozen no more than was frozen', async () => {
  const item = await goods(100)
  const freeze = await made('stock-freezes', { warehouse: f.warehouse.id, reason: '待复检', lines: [{ item: item.id, qty: 30 }] })
  await f.verb('stock-freezes', freeze.id, 'post')
  expect(await f.stock(item.id)).toMatchObject({ onHand: 100, available: 70 })
  const part = await made('stock-freezes', {
    kind: 'unfreeze',
    warehouse: f.warehouse.id,
    reason: '合格',
    lines: [{ item: item.id, qty: 10 }],
  })
  await f.verb('stock-freezes', part.id, 'post')
  expect(await f.stock(item.id)).toMatchObject({ available: 80 })
  expect(codesOf(await f.call('stock-freezes', freeze.id, 'reverse', { reason: 'x' }))).toEqual(['NOT_AVAILABLE'])
  const customer = await f.customer()
  const refused = await f.tryOrder(customer.id, [{ item: item.id, qty: 81 }])
  expect(findingOf(refused, 'NOT_AVAILABLE')?.facts).toMatchObject({ required: 81, available: 80 })
  const all = await made('stock-freezes', { warehouse: f.warehouse.id, lines: [{ item: item.id, qty: 81 }] })
  const unsaid = await f.call('stock-freezes', all.id, 'post')
  expect([unsaid.status, findingOf(unsaid, 'INVALID_INPUT')?.path]).toEqual([400, 'reason'])
  expect(codesOf(await f.call('stock-freezes', all.id, 'post', { reason: '色差' }))).toEqual(['NOT_AVAILABLE'])
})

test('a count is compared with the books at the moment it is posted; the difference goes in with its value', async () => {
  const item = await goods(10, {}, 10)
  const other = await goods(4, {}, 2.5)
  const count = await made('stock-counts', {
    warehouse: f.warehouse.id,
    reason: '月末盘点',
    lines: [
      { item: item.id, countedQty: 8 },
      { item: other.id, countedQty: 5 },
    ],
  })
  expect(count.lines.map((line) => [line.bookQty, line.difference])).toEqual([
    [10, -2],
    [4, 1],
  ])
  await f.receive({ item: item.id, qty: 5, cost: 10 })
  await f.verb('stock-counts', count.id, 'post')
  expect([await held(item.id), await held(other.id)]).toMatchObject([
    { onHand: 8, value: 80 },
    { onHand: 5, value: 12.5 },
  ])
  await f.verb('stock-counts', count.id, 'reverse', { reason: 'counted wrong' })
  expect([await held(item.id), await held(other.id)]).toMatchObject([
    { onHand: 15, value: 150 },
    { onHand: 4, value: 10 },
  ])
  expect(codesOf(await post('stock-counts', { warehouse: f.warehouse.id, lines: [{ item: item.id, countedQty: -1 }] }))).toEqual([
    'INVALID_INPUT',
  ])
})

test('a refusal offers other warehouses, other batches and the day on which enough is expected', async () => {
  const item = await f.item({ batchControlled: true })
  await f.receive({ item: item.id, qty: 5, batchNo: 'B1' })
  await f.receive({ item: item.id, qty: 6, batchNo: 'B2' })
  await f.receive({ item: item.id, qty: 7, batchNo: 'B3', warehouse: w2.id })
  const customer = await f.customer()
  const refused = await f.tryOrder(customer.id, [{ item: item.id, qty: 6, batchNo: 'B1' }])
  expect(findingOf(refused, 'NOT_AVAILABLE')?.facts).toMatchObject({
    batchNo: 'B1',
    required: 6,
    available: 5,
    alternatives: { warehouses: [{ warehouse: 'W2', available: 7 }], batches: [{ batchNo: 'B2', available: 6 }] },
  })
  expect(findingOf(refused, 'NOT_AVAILABLE')?.message).toContain('B2')
  const limited = await f.person(['sales'], { warehouses: [f.warehouse.id], dataScope: 'all' })
  const told = await f.tryOrder(customer.id, [{ item: item.id, qty: 6, batchNo: 'B1' }], limited)
  expect(JSON.stringify(told.body)).not.toContain('W2')
})

test('check points are switched one by one: with transfers unchecked even more than there is may leave', async () => {
  const item = await goods(3)
  await f.settings('availability-settings', { checkTransfer: false })
  const transfer = await made('stock-transfers', { from: f.warehouse.id, to: w2.id, lines: [{ item: item.id, qty: 5 }] })
  await f.verb('stock-transfers', transfer.id, 'ship')
  expect(await held(item.id)).toMatchObject({ onHand: -2 })
  await f.settings('availability-settings', { checkTransfer: true })
  await f.verb('stock-transfers', transfer.id, 'reverse', { reason: 'x' })
  expect(await held(item.id)).toMatchObject({ onHand: 3 })
})

test('whoever is limited to one warehouse neither sees nor posts documents of another', async () => {
  const item = await goods(10)
  const keeper = await f.person(['warehouse'], { warehouses: [w2.id] })
  const issue = await made('stock-issues', { warehouse: f.warehouse.id, lines: [{ item: item.id, qty: 1 }] })
  expect((await f.call('stock-issues', issue.id, 'post', {}, keeper)).status).toBe(404)
  expect((await app.api.get(`/stock-issues/${issue.id}`, { token: keeper.token })).status).toBe(404)
  for (const query of [`where[no][equals]=${issue.no}`, `where[lines.item][equals]=${item.id}`, 'sort=warehouse'])
    expect((await app.api.get(`/stock-issues?${query}`, { token: keeper.token })).body.totalDocs).toBe(0)
  expect((await app.api.get(`/stock-balances?where[item][equals]=${item.id}`, { token: keeper.token })).body.totalDocs).toBe(0)
  expect((await app.api.get(`/availability?item=${item.id}`, { token: keeper.token })).body.rows).toEqual([])
  for (const [slug, body] of [
    ['stock-issues', { warehouse: f.warehouse.id, lines: [{ item: item.id, qty: 1 }] }],
    ['stock-freezes', { warehouse: f.warehouse.id, lines: [{ item: item.id, qty: 1 }] }],
    ['stock-counts', { warehouse: f.warehouse.id, lines: [{ item: item.id, countedQty: 1 }] }],
    ['stock-transfers', { from: f.warehouse.id, to: w2.id, lines: [{ item: item.id, qty: 1 }] }],
    ['stock-receipts', { warehouse: f.warehouse.id, lines: [{ item: item.id, qty: 1, cost: 1 }] }],
  ] as const) {
    const refused = await post(slug, body, keeper)
    expect([slug, refused.status, codesOf(refused)]).toEqual([slug, 403, ['FORBIDDEN']])
  }
  const bulk = await app.api.post('/stock-issues/bulk/post', { token: keeper.token, body: { ids: [issue.id] } })
  expect(bulk.body.results[0]).toMatchObject({ ok: false, status: 404 })
  const transfer = await made('stock-transfers', { from: f.warehouse.id, to: w2.id, lines: [{ item: item.id, qty: 1 }] })
  expect(codesOf(await f.call('stock-transfers', transfer.id, 'ship', {}, keeper))).toEqual(['FORBIDDEN'])
  await f.verb('stock-transfers', transfer.id, 'ship')
  expect((await f.verb('stock-transfers', transfer.id, 'receive', {}, keeper)).status).toBe('received')
})

test('two warehouses valued each by itself: what leaves W2 costs what W2 paid', async () => {
  await f.settings('availability-settings', { costPer: 'itemWarehouse' })
  const item = await goods(10, {}, 10)
  await f.receive({ item: item.id, qty: 10, cost: 20, warehouse: w2.id })
  const issue = await made('stock-issues', { warehouse: w2.id, lines: [{ item: item.id, qty: 5 }] })
  await f.verb('stock-issues', issue.id, 'post')
  expect([await held(item.id), await held(item.id, w2.id)]).toMatchObject([{ value: 100 }, { onHand: 5, value: 100 }])
  await f.settings('availability-settings', { costPer: 'item' })
})

test('after all of this the books agree with the documents', async () => {
  const req = await createLocalReq({}, app.payload)
  expect(await inTransaction(req, () => verifyLedgers(req))).toEqual([])
})
