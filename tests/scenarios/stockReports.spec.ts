import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { done, type Factory, openFactory, type Person } from '../support/story'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory
let second: Told<'warehouses'>

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  second = await f.master('warehouses', { code: 'W2', name: '二仓', kind: 'goods' })
})
afterAll(() => app.close())

const report = async (name: string, query: string, by: Person = f.boss) =>
  done(await f.api.get(`/reports/${name}?${query}`, { token: by.token }))

test('what is there, promised and left, by warehouse and batch; the sums are those of the books', async () => {
  const item = await f.item({ name: '四合扣 100%_纯铜' })
  await f.receive({ item: item.id, qty: 40, batchNo: 'B1', cost: 2 })
  await f.receive({ item: item.id, qty: 10, warehouse: second.id, batchNo: 'B2', cost: 3 })
  await f.approvedOrder((await f.customer()).id, [{ item: item.id, qty: 15 }])
  const all = await report('stock-availability', `item=${item.id}&by=warehouse`)
  expect(all.rows.map((row) => [row.warehouse, row.onHand, row.reserved, row.available])).toEqual([
    ['成品仓', 40, 15, 25],
    ['二仓', 10, 0, 10],
  ])
  expect([all.totals.onHand, all.totals.available, all.controlTotal]).toMatchObject([50, 35, { expected: 50, actual: 50, ok: true }])
  expect(all.totals.value).toBe(110)
  expect((await report('stock-availability', `q=${encodeURIComponent('100%_纯')}`)).rowCount).toBe(3)
  expect((await report('stock-availability', `q=${encodeURIComponent('100_%')}`)).rowCount).toBe(0)
  expect((await report('stock-availability', `q=B2`)).rows.map((row) => row.onHand)).toEqual([10])
})

test('V-13: a keeper of one warehouse sees nothing of another, in rows, totals and control figure; and no value', async () => {
  const item = await f.item()
  await f.receive({ item: item.id, qty: 40 })
  await f.receive({ item: item.id, qty: 7, warehouse: second.id })
  const keeper = await f.person(['warehouse'], { warehouses: [second.id] })
  const his = await report('stock-availability', `item=${item.id}`, keeper)
  expect([his.rows.map((row) => row.onHand), his.totals.onHand, his.controlTotal.expected]).toEqual([[7], 7, 7])
  expect([...his.columns.map(({ key }) => key), ...Object.keys({ ...his.rows[0], ...his.totals })]).not.toContain('value')
})

test('unbilled deliveries and the on-time rate follow the books: two dates, one kept and one missed', async () => {
  const item = await f.item()
  await f.receive({ item: item.id, qty: 100 })
  const customer = await f.customer()
  const order = await f.approvedOrder(customer.id, [
    {
      item: item.id,
      qty: 10,
      schedule: [
        { date: '2026-01-05', qty: 4 },
        { date: '2027-12-31', qty: 6 },
      ],
    },
  ])
  for (const qty of [4, 6]) {
    const delivery = await f.create('orders', order.id, 'create-delivery', { lines: [{ orderLine: order.lines[0].id, qty }] })
    await f.verb('deliveries', delivery.id, 'approve')
    if (qty === 4) {
      const invoice = await f.create('deliveries', delivery.id, 'create-invoice', {
        lines: [{ deliveryLine: (await f.read('deliveries', delivery.id)).lines[0].id, qty: 1 }],
      })
      await f.verb('invoices', invoice.id, 'approve')
    }
  }
  const unbilled = await report('unbilled-deliveries', `customer=${customer.id}`)
  expect(unbilled.rows.map((row) => [row.open, row.amount])).toEqual([
    [3, 300],
    [6, 600],
  ])
  expect(unbilled.controlTotal).toMatchObject({ expected: 9, actual: 9, ok: true })
  expect((await report('unbilled-deliveries', `customer=${customer.id}&days=7`)).rowCount).toBe(0)
  const [row] = (await report('delivery-performance', `customer=${customer.id}`)).rows
  expect(row).toMatchObject({ lines: 2, dated: 2, onTime: 1, rate: 50, qty: 10 })
  expect(row.worst).toBeGreaterThan(300)
})

test('stock at a past day: 10 at 6.00 yesterday, 5 at 9.00 today: 60.00 yesterday, 105.00 today', async () => {
  const item = Number((await f.item()).id)
  const daysAgo = (days: number): string => new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10)
  for (const [days, qty, cost] of [
    [1, 10, 6],
    [0, 5, 9],
  ] as const) {
    const receipt = done(
      await f.api.post('/stock-receipts', {
        token: f.boss.token,
        body: { kind: 'purchase', date: daysAgo(days), warehouse: f.warehouse.id, lines: [{ item, qty, cost }] },
      }),
    )
    await f.verb('stock-receipts', receipt.id, 'post')
  }
  const worth = async (day: string): Promise<unknown> =>
    (await report('stock-value', `asOf=${day}&item=${item}`)).rows.map(({ qty, value }) => [qty, value])
  expect([await worth(daysAgo(2)), await worth(daysAgo(1)), await worth(daysAgo(0))]).toEqual([[], [[10, 60]], [[15, 105]]])
  expect((await report('slow-stock', `item=${item}`)).rows).toMatchObject([{ onHand: 15, used: 0, lasts: null }])
})
