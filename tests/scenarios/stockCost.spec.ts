import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { query, sql } from '@/src/ledger/query'
import { verifyLedgers } from '@/src/questions/control/verifyLedgers'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory } from '../support/story'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  await f.master('warehouses', { code: 'WR', name: '退货仓', kind: 'return' })
})
afterAll(() => app.close())

const worth = async (item: number): Promise<number> => {
  const { docs } = done(await app.api.get(`/stock-balances?where[item][equals]=${item}&depth=0`, { token: f.boss.token }))
  return docs.reduce((total: number, row) => Number((total + row.value).toFixed(2)), 0)
}
const sell = async (item: number, qty: number, invoiced = qty) => {
  const customer = await f.customer()
  const order = await f.approvedOrder(customer.id, [{ item, qty }])
  const delivery = await f.create('orders', order.id, 'create-delivery')
  await f.verb('deliveries', delivery.id, 'approve')
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice', {
    lines: [{ deliveryLine: delivery.lines[0].id, qty: invoiced }],
  })
  await f.verb('invoices', invoice.id, 'approve')
  return { delivery, invoice }
}
const costOf = async (invoice: Told<'invoices'>): Promise<number> => (await f.read('invoices', invoice.id)).lines[0].costValue
const corrected = async (receipt: Told<'stock-receipts'>, cost: number) => {
  const doc = await f.create('stock-receipts', receipt.id, 'correct-cost', {
    reason: '发票到了',
    lines: [{ line: receipt.lines[0].id, cost }],
  })
  return { doc, posted: await f.verb('cost-corrections', doc.id, 'post') }
}

test('F4: in 10@10 and 10@20, out 15: 225 issued and 75 left; the second really cost 22: 240 and 80, invoices included', async () => {
  const item = await f.item()
  await f.receive({ item: item.id, qty: 10, cost: 10 })
  const second = await f.read('stock-receipts', (await f.receive({ item: item.id, qty: 10, cost: 20 })).id)
  const { delivery, invoice } = await sell(item.id, 15, 10)
  expect([await worth(item.id), await costOf(invoice)]).toEqual([75, 150])
  const { doc, posted } = await corrected(second, 22)
  expect(posted.lines[0]).toMatchObject({ oldCost: 20, cost: 22, costDelta: 20, leftValue: 5, soldValue: 15 })
  expect([await worth(item.id), await costOf(invoice)]).toEqual([80, 160])
  const rest = await f.create('deliveries', delivery.id, 'create-invoice')
  await f.verb('invoices', rest.id, 'approve')
  expect(await costOf(rest)).toBe(80)
  expect(codesOf(await f.call('stock-receipts', second.id, 'reverse', { reason: 'x' }))).toEqual(['DOWNSTREAM_EXISTS'])
  expect(codesOf(await f.call('deliveries', delivery.id, 'unapprove'))).toEqual(['DOWNSTREAM_EXISTS'])
  // corrected once more, the difference is that to the last correction
  expect((await corrected(second, 21)).posted.lines[0]).toMatchObject({ costDelta: -10, leftValue: -2.5, soldValue: -7.5 })
  expect([await worth(item.id), await costOf(invoice), await costOf(rest)]).toEqual([77.5, 155, 77.5])
  await f.verb('cost-corrections', doc.id, 'reverse', { reason: 'x' })
  expect(await worth(item.id)).toBe(72.5)
})

test('goods that come back bring their corrected issue cost; everything sold: everything goes with it', async () => {
  const item = await f.item()
  const receipt = await f.read('stock-receipts', (await f.receive({ item: item.id, qty: 3, cost: 10 })).id)
  const { delivery } = await sell(item.id, 3, 1)
  const { posted } = await corrected(receipt, 11)
  expect(posted.lines[0]).toMatchObject({ costDelta: 3, leftValue: 0, soldValue: 3 })
  const back = await f.create('deliveries', delivery.id, 'create-return', {
    kind: 'refund',
    lines: [{ deliveryLine: delivery.lines[0].id, qty: 2 }],
  })
  await f.verb('returns', back.id, 'approve')
  expect((await f.verb('returns', back.id, 'receive')).lines[0].issueValue).toBe(22)
})

test('who may not see cost sees no correction; a warehouse keeper corrects nothing', async () => {
  const item = await f.item()
  const receipt = await f.receive({ item: item.id, qty: 3, cost: 10 })
  const keeper = await f.person(['warehouse'])
  const line = receipt.lines[0].id
  expect(codesOf(await f.call('stock-receipts', receipt.id, 'correct-cost', { reason: 'x', lines: [{ line, cost: 1 }] }, keeper))).toEqual([
    'FORBIDDEN',
  ])
  const { doc } = await corrected(receipt, 12)
  expect((await app.api.get(`/cost-corrections/${doc.id}`, { token: keeper.token })).status).toBe(403)
  expect((await app.api.get('/stock-balances?limit=1', { token: keeper.token })).body.docs[0]).not.toHaveProperty('value')
})

test('after all of this the books agree with the documents', async () => {
  const req = await createLocalReq({}, app.payload)
  expect(await inTransaction(req, () => verifyLedgers(req))).toEqual([])
})

test('a correction that is not in the books is found', async () => {
  const item = await f.item()
  const receipt = await f.receive({ item: item.id, qty: 3, cost: 10 })
  const doc = await f.create('stock-receipts', receipt.id, 'correct-cost', {
    reason: 'x',
    lines: [{ line: receipt.lines[0].id, cost: 12 }],
  })
  const req = await createLocalReq({}, app.payload)
  const found = await inTransaction(req, async () => {
    await query(req, sql`update cost_corrections set status = 'posted' where id = ${doc.id}`)
    await query(req, sql`update cost_corrections_lines set cost_delta = 6 where _parent_id = ${doc.id}`)
    const differences = await verifyLedgers(req)
    await query(req, sql`update cost_corrections set status = 'draft' where id = ${doc.id}`)
    return differences
  })
  expect(found.map(({ key }) => key)).toEqual([`cost-corrections/${doc.no}`])
})
