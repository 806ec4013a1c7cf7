import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { verifyLedgers } from '@/src/usecases/control/verifyLedgers'
import { remindLoans } from '@/src/usecases/samples/remindLoans'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory, type Person } from '../support/story'

/* eslint-disable @typescript-eslint/no-explicit-any -- stories look into whatever the server answered */

let app: TestApp
let f: Factory
let engineer: Person
let store: any
let customer: any

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  engineer = await f.person(['engineering'])
  store = await f.master('warehouses', { code: 'WS', name: '样板仓', kind: 'sample' })
  customer = await f.customer()
})
afterAll(() => app.close())

const post = (slug: string, body: object, by: Person) => app.api.post(`/${slug}?depth=0`, { token: by.token, body })
const prepared = async (): Promise<any> => {
  const made = done(await post('samples', { customer: customer.id, name: '平面撞钉' }, f.clerk))
  await f.verb('samples', made.id, 'submit', {}, f.clerk)
  await f.verb('samples', made.id, 'accept', {}, engineer)
  return f.verb('samples', made.id, 'ready', {}, engineer)
}
const sampleOrder = (item: number, qty: number, supply: string, more: object = {}): Promise<any> =>
  f.approvedOrder(customer.id, [{ item, qty, supply, free: true, price: 0, ...more }], { kind: 'sample' })
const comeBack = async (back: any): Promise<void> => {
  await f.verb('returns', back.id, 'approve')
  await f.verb('returns', back.id, 'receive')
  await f.verb('returns', back.id, 'inspect', { lines: back.lines.map(({ id, qty }: any) => ({ line: id, restock: qty })) })
}
const workOrders = async (order: number): Promise<any[]> =>
  done(await app.api.get(`/sample-work-orders?where[order][equals]=${order}&depth=0&sort=id`, { token: f.boss.token })).docs

test('lent pieces are reminded of once they are due, until they are back', async () => {
  const made = await prepared()
  await f.receive({ item: made.item, qty: 5, warehouse: store.id, cost: 1 })
  const order = await sampleOrder(made.item, 2, 'engineeringStock')
  const loan = done(
    await post(
      'deliveries',
      {
        kind: 'sample',
        customer: customer.id,
        loan: true,
        dueBack: '2099-01-10',
        lines: [{ orderLine: order.lines[0].id, qty: 2 }],
      },
      f.boss,
    ),
  )
  await f.verb('deliveries', loan.id, 'approve')
  const remind = async (today: string): Promise<number> => {
    const req = await createLocalReq({}, app.payload)
    return inTransaction(req, () => remindLoans({ req, today }))
  }
  expect([await remind('2099-01-09'), await remind('2099-01-10'), await remind('2099-01-11')]).toEqual([0, 1, 0])
  const told = done(await app.api.get('/notifications?where[kind][equals]=loanDue&depth=0', { token: f.clerk.token }))
  expect(told.docs).toMatchObject([{ title: expect.stringContaining(loan.no) }])
  const back = await f.create('deliveries', loan.id, 'create-return', {
    kind: 'refund',
    lines: [{ deliveryLine: loan.lines[0].id, qty: 2 }],
  })
  await comeBack(back)
  expect(await f.stock(made.item, store.id)).toMatchObject({ onHand: 5 })
  expect(await f.read('deliveries', loan.id)).toMatchObject({ returnStatus: 'full' })
  expect((await f.credit(customer.id)).exposure ?? 0).toBe(0)
})

test('material named on a work order leaves its warehouse at its cost when work begins', async () => {
  const made = await prepared()
  const wire = await f.item()
  await f.receive({ item: wire.id, qty: 10, cost: 3 })
  const order = await sampleOrder(made.item, 2, 'production')
  const [work] = await workOrders(order.id)
  const named = await app.api.patch(`/sample-work-orders/${work.id}?depth=0`, {
    token: engineer.token,
    body: { materials: [{ item: wire.id, qty: 4, warehouse: f.warehouse.id }] },
  })
  expect(done(named).materials).toMatchObject([{ issued: false }])
  expect(await f.stock(wire.id)).toMatchObject({ onHand: 10 })
  const started = await f.verb('sample-work-orders', work.id, 'start', {}, engineer)
  expect(started.materials).toMatchObject([{ item: wire.id, qty: 4, issued: true }])
  expect(await f.stock(wire.id)).toMatchObject({ onHand: 6 })
  const card = done(await app.api.get(`/stock/card?item=${wire.id}`, { token: f.boss.token }))
  expect([JSON.stringify(card).includes(work.no), JSON.stringify(card).includes('-12')]).toEqual([true, true])
})

test('a cancelled work order leaves what it made and frees the order for another', async () => {
  const made = await prepared()
  const order = await sampleOrder(made.item, 5, 'production')
  const [work] = await workOrders(order.id)
  await f.verb('sample-work-orders', work.id, 'start', {}, engineer)
  await f.verb('sample-work-orders', work.id, 'complete', { qty: 2 }, engineer)
  expect(codesOf(await f.call('sample-work-orders', work.id, 'cancel', {}, engineer))).toEqual(['INVALID_INPUT'])
  expect(codesOf(await f.call('sample-work-orders', work.id, 'cancel', { reason: '模具坏' }, f.clerk))).toEqual(['FORBIDDEN'])
  await f.verb('sample-work-orders', work.id, 'cancel', { reason: '模具坏' }, engineer)
  expect(await f.stock(made.item, store.id)).toMatchObject({ onHand: 2 })
  expect(codesOf(await f.call('sample-work-orders', work.id, 'complete', { qty: 1 }, engineer))).toEqual(['ILLEGAL_STEP'])
  expect((await f.create('orders', order.id, 'create-delivery')).lines[0].qty).toBe(2)
})

test('a line to be made that a change adds gets its work order, the lines before keep theirs', async () => {
  const [first, second] = [await prepared(), await prepared()]
  const order = await sampleOrder(first.item, 5, 'production')
  const change = await f.create('orders', order.id, 'create-change', {
    reason: '客户加样',
    lines: [{ item: second.item, qty: 3, price: 0, warehouse: store.id, supply: 'production', free: true }],
  })
  await f.verb('order-changes', change.id, 'submit')
  await f.verb('order-changes', change.id, 'approve')
  const changed = await f.read('orders', order.id)
  const made = await workOrders(order.id)
  expect(made).toMatchObject([
    { qty: 5, sample: first.id, orderLine: order.lines[0].id },
    { qty: 3, sample: second.id, orderLine: changed.lines[1].id },
  ])
  expect(changed.lines.map(({ workOrder, supply }: any) => [workOrder, supply])).toEqual(made.map(({ id }) => [id, 'production']))
})

test('a chargeable sample is invoiced and owed, a returned one credited', async () => {
  const made = await prepared()
  await f.receive({ item: made.item, qty: 5, warehouse: store.id, cost: 1 })
  const order = await sampleOrder(made.item, 3, 'engineeringStock', { free: false, price: 50, taxRate: 13 })
  const delivery = await f.create('orders', order.id, 'create-delivery')
  await f.verb('deliveries', delivery.id, 'approve')
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
  await f.verb('invoices', invoice.id, 'approve')
  expect(await f.read('invoices', invoice.id)).toMatchObject({ grossTotal: 150, netTotal: 132.74, taxTotal: 17.26, openAmount: 150 })
  const back = await f.create('deliveries', delivery.id, 'create-return', {
    kind: 'refund',
    lines: [{ deliveryLine: delivery.lines[0].id, qty: 1 }],
  })
  await comeBack(back)
  expect(await f.stock(made.item, store.id)).toMatchObject({ onHand: 3 })
  expect(await f.create('returns', back.id, 'create-credit-note')).toMatchObject({ grossTotal: 50 })
  const req = await createLocalReq({}, app.payload)
  expect(await inTransaction(req, () => verifyLedgers(req))).toEqual([])
})
