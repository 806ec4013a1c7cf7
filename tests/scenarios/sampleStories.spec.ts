import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { verifyLedgers } from '@/src/questions/control/verifyLedgers'
import { remindLoans } from '@/src/usecases/samples/remindLoans'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory, type Person } from '../support/story'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory
let engineer: Person
let store: Told<'warehouses'>
let customer: Told<'customers'>

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  engineer = await f.person(['engineering'])
  store = await f.master('warehouses', { code: 'WS', name: '样板仓', kind: 'sample' })
  customer = await f.customer()
})
afterAll(() => app.close())

const post = (slug: string, body: object, by: Person) => app.api.post(`/${slug}?depth=0`, { token: by.token, body })
const prepared = async () => {
  const made = done(await post('samples', { customer: customer.id, name: '平面撞钉' }, f.clerk))
  await f.verb('samples', made.id, 'submit', {}, f.clerk)
  await f.verb('samples', made.id, 'accept', {}, engineer)
  return f.verb('samples', made.id, 'ready', {}, engineer)
}
const sampleOrder = (item: number, qty: number, supply: string, more: object = {}) =>
  f.approvedOrder(customer.id, [{ item, qty, supply, free: true, price: 0, ...more }], { kind: 'sample' })
const comeBack = async (back: Told<'returns'>): Promise<void> => {
  await f.verb('returns', back.id, 'approve')
  await f.verb('returns', back.id, 'receive')
  await f.verb('returns', back.id, 'inspect', { lines: back.lines.map(({ id, qty }) => ({ line: id, restock: qty })) })
}
const workOrders = async (order: number) =>
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
  expect(changed.lines.map(({ workOrder, supply }) => [workOrder, supply])).toEqual(made.map(({ id }) => [id, 'production']))
})

test('the work order follows its line: changed, removed, short-closed and reopened, cancelled', async () => {
  const [one, two] = [await prepared(), await prepared()]
  const line = (item: number): object => ({ item, qty: 5, supply: 'production', free: true, price: 0 })
  const order = await f.approvedOrder(customer.id, [line(one.item), line(two.item)] as never, { kind: 'sample' })
  const change = async (lines: object[]): Promise<void> => {
    const paper = await f.create('orders', order.id, 'create-change', { reason: '客户改数', lines })
    await f.verb('order-changes', paper.id, 'submit')
    await f.verb('order-changes', paper.id, 'approve')
  }
  const told = async (): Promise<unknown[]> =>
    (await workOrders(order.id)).map(({ qty, status, orderLine }) => [qty, status, orderLine !== null])
  const [first] = await workOrders(order.id)

  await change([{ line: order.lines[0].id, qty: 8 }])
  expect(await told()).toEqual([[8, 'open', true], [5, 'open', true]]) // prettier-ignore
  expect((await f.stock(one.item, store.id)).onHand).toBe(0)

  // six are made of eight; the customer wants six, then seven
  await f.verb('sample-work-orders', first.id, 'start', {}, engineer)
  await f.verb('sample-work-orders', first.id, 'complete', { qty: 6 }, engineer)
  await change([{ line: order.lines[0].id, qty: 6 }])
  expect((await told())[0]).toEqual([6, 'completed', true])
  await change([{ line: order.lines[0].id, qty: 7 }])
  expect((await told())[0]).toEqual([7, 'inWork', true])

  // the second line is closed early and opened again, then everything is given up
  await f.verb('orders', order.id, 'short-close', { lines: [order.lines[1].id], reason: '暂停' })
  expect((await told())[1]).toEqual([5, 'cancelled', true])
  await f.verb('orders', order.id, 'reopen', { lines: [order.lines[1].id], reason: '恢复' })
  expect((await told())[1]).toEqual([5, 'open', true])
  await f.verb('orders', order.id, 'short-close', { reason: '客户放弃' })
  expect(await told()).toEqual([[6, 'completed', true], [5, 'cancelled', true]]) // prettier-ignore
  expect(await f.stock(one.item, store.id)).toMatchObject({ onHand: 6 })
})

test('an order comes back to a draft once its work orders are cancelled, and may lose their lines', async () => {
  const [one, two] = [await prepared(), await prepared()]
  const line = (item: number) => ({ item, qty: 5, supply: 'production', free: true, price: 0 })
  const order = await f.approvedOrder(customer.id, [line(one.item), line(two.item)], { kind: 'sample' })
  expect(codesOf(await f.call('orders', order.id, 'unapprove', { reason: '重排' }))).toEqual(['DOWNSTREAM_EXISTS'])
  for (const { id } of await workOrders(order.id)) await f.verb('sample-work-orders', id, 'cancel', { reason: '重排' }, engineer)
  await f.verb('orders', order.id, 'unapprove', { reason: '重排' })
  const draft = await f.read('orders', order.id)
  done(
    await app.api.patch(`/orders/${order.id}?depth=0`, { token: f.clerk.token, body: { lines: [draft.lines[0]], version: draft.version } }),
  )
  expect((await workOrders(order.id)).map(({ status, orderLine }) => [status, orderLine])).toEqual([
    ['cancelled', order.lines[0].id],
    ['cancelled', null],
  ])
  const req = await createLocalReq({}, app.payload)
  expect(await inTransaction(req, () => verifyLedgers(req))).toEqual([])
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
