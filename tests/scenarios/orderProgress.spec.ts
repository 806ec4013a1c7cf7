import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { done, type Factory, openFactory, type Person } from '../support/story'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
})
afterAll(() => app.close())

const report = async (name: string, query: string, by: Person = f.boss) =>
  done(await f.api.get(`/reports/${name}?${query}`, { token: by.token }))
const deliver = async (order: { id: number }, lines: Array<{ orderLine: string; qty: number }>): Promise<void> => {
  const delivery = await f.create('orders', order.id, 'create-delivery', { lines })
  await f.verb('deliveries', delivery.id, 'approve')
}

test('a day alone, in an order or a change of it, is that of the whole line, and follows its new quantity', async () => {
  const [item, customer] = [await f.item(), await f.customer()]
  await f.receive({ item: item.id, qty: 100 })
  const o = await f.approvedOrder(customer.id, [{ item: item.id, qty: 40 }])
  const days = (doc: { lines: ReadonlyArray<{ qty?: number | null; schedule?: unknown }> }) => doc.lines.map(({ schedule }) => schedule)
  const alone = (date: string) => [{ date, qty: null }]
  const entered = done(
    await f.api.post('/orders?depth=0', {
      token: f.boss.token,
      body: {
        customer: customer.id,
        lines: [
          { item: item.id, qty: 7, schedule: alone('2027-03-01') },
          { item: item.id, qty: 1, schedule: null },
        ],
      },
    }),
  )
  expect(days(entered)).toMatchObject([[{ date: expect.stringMatching(/^2027-03-01/), qty: 7 }], []])
  const changed = async (lines: object[]) =>
    done(await f.api.post('/order-changes?depth=0', { token: f.boss.token, body: { order: o.id, reason: '改期', lines } }))
  const dated = await changed([{ line: o.lines[0].id, schedule: alone('2027-03-05') }])
  expect(days(dated)).toMatchObject([[{ qty: 40 }]])
  await f.verb('order-changes', dated.id, 'cancel', { reason: '另改' })
  const both = await changed([{ line: o.lines[0].id, qty: 55, schedule: alone('2027-03-06') }])
  expect(days(both)).toMatchObject([[{ qty: 55 }]])
  await f.verb('order-changes', both.id, 'submit')
  await f.verb('order-changes', both.id, 'approve')
  expect(days(await f.read('orders', o.id))).toMatchObject([[{ date: expect.stringMatching(/^2027-03-06/), qty: 55 }]])
})

test('O-32: 40 on 03-01 and 60 on 03-15; 40 delivered: on 03-10 nothing is overdue and 60 are due on 03-15', async () => {
  const item = await f.item()
  await f.receive({ item: item.id, qty: 200 })
  const customer = await f.customer()
  const schedule = [
    { date: '2026-03-01', qty: 40 },
    { date: '2026-03-15', qty: 60 },
  ]
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 100, schedule }])
  const asked = `customer=${customer.id}&asOf=2026-03-10`
  const before = await report('unshipped-lines', asked)
  expect(before.rows.map((row) => [row.due, row.stateId, row.late, row.open])).toEqual([
    ['2026-03-01', 'overdue', 9, 40],
    ['2026-03-15', 'onTime', 0, 60],
  ])
  await deliver(order, [{ orderLine: order.lines[0].id, qty: 40 }])
  const after = await report('unshipped-lines', asked)
  expect(after.rows.map((row) => [row.due, row.open, row.orderLineId])).toEqual([['2026-03-15', 60, order.lines[0].id]])
  expect([after.totals.overdue, after.totals.open, after.totals.amount, after.controlTotal]).toMatchObject([
    0,
    60,
    6000,
    { expected: 60, actual: 60, ok: true },
  ])
  expect((await report('unshipped-lines', `${asked}&until=2026-03-14`)).rowCount).toBe(0)
})

test('a line is at risk inside its lead time; a line without a date says so; the filters still tie to the books', async () => {
  const slow = await f.item({ availabilityMode: 'off', leadTimeDays: 10 })
  const customer = await f.customer()
  await f.approvedOrder(customer.id, [
    { item: slow.id, qty: 5, schedule: [{ date: '2026-03-18', qty: 5 }] },
    { item: slow.id, qty: 3 },
  ])
  const asked = `customer=${customer.id}&asOf=2026-03-10`
  expect((await report('unshipped-lines', asked)).rows.map((row) => [row.stateId, row.open])).toEqual([
    ['atRisk', 5],
    ['unscheduled', 3],
  ])
  expect(await report('unshipped-lines', `${asked}&state=atRisk`)).toMatchObject({ rowCount: 1, controlTotal: { expected: 5, ok: true } })
  expect((await report('unshipped-lines', `customer=${customer.id}&asOf=2026-03-07`)).rows[0].stateId).toBe('onTime')
})

test('O-21: 498 of 500 shows 99.6 percent and stays unshipped by 2; drafts and cancelled orders are not in it', async () => {
  const item = await f.item()
  await f.receive({ item: item.id, qty: 500 })
  const customer = await f.customer()
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 500, price: 2 }])
  await deliver(order, [{ orderLine: order.lines[0].id, qty: 498 }])
  const [row] = (await report('order-execution', `customer=${customer.id}`)).rows
  expect(row).toMatchObject({ no: order.no, percent: 99.6, gross: 1000, delivered: 996, invoiced: 0, orderId: order.id })
  const other = await f.item({ availabilityMode: 'off' })
  await f.order(customer.id, [{ item: other.id, qty: 7 }])
  expect((await report('unshipped-lines', `customer=${customer.id}`)).rows.map((line) => line.open)).toEqual([2])
  expect((await report('order-execution', `customer=${customer.id}&stage=open`)).rowCount).toBe(1)
  expect((await report('order-execution', `customer=${customer.id}`)).controlTotal).toMatchObject({
    expected: 1700,
    actual: 1700,
    ok: true,
  })
})

test('a salesperson limited to his own sees only his lines and orders, in totals and control figures too', async () => {
  const item = await f.item({ availabilityMode: 'off' })
  const mine = await f.person(['sales'])
  const [his, theirs] = [await f.customer({ salesperson: mine.id }), await f.customer()]
  await f.approvedOrder(theirs.id, [{ item: item.id, qty: 9 }])
  const own = done(
    await f.api.post('/orders?depth=0', { token: mine.token, body: { customer: his.id, lines: [{ item: item.id, qty: 4 }] } }),
  )
  await f.verb('orders', own.id, 'submit')
  await f.verb('orders', own.id, 'approve')
  const lines = await report('unshipped-lines', `item=${item.id}`, mine)
  expect([lines.rows.map((row) => row.open), lines.totals.open, lines.controlTotal.expected]).toEqual([[4], 4, 4])
  expect((await report('order-execution', '', mine)).rows.map((row) => row.no)).toEqual([own.no])
})
