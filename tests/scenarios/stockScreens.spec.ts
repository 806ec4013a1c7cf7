import { afterAll, beforeAll, expect, test } from '@jest/globals'

import type { ProjectedDay } from '@/src/questions/stock/stockProjection'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory } from '../support/story'
import type { Rows, Told } from '../support/told'

let app: TestApp
let f: Factory
let w2: Told<'warehouses'>

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  w2 = await f.master('warehouses', { code: 'W2', name: '二仓', kind: 'goods' })
})
afterAll(() => app.close())

type Answer = {
  rowCount: number
  rows: Rows<Record<string, unknown>>
  totals: Record<string, number>
  onHand: number
  days: ProjectedDay[]
}
const ask = async (path: string, token = f.boss.token) => done(await app.api.send<Answer>('GET', path, { token }))

test('V-13: the on-hand query: rows by warehouse and batch, sums over all pages, found by part of a name, value for those who may see cost', async () => {
  const item = await f.item({ name: '百分%之螺丝' })
  await f.receive({ item: item.id, qty: 10, batchNo: 'B1' })
  await f.receive({ item: item.id, qty: 7, batchNo: 'B2', warehouse: w2.id })
  const customer = await f.customer()
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 4 }])
  const found = await ask(`/stock/on-hand?q=${encodeURIComponent('分%之')}&limit=1`)
  expect(found).toMatchObject({ rowCount: found.rowCount, page: 1, limit: 1, totals: { onHand: 17, reserved: 4, available: 13 } })
  expect(found.rows).toHaveLength(1)
  const all = await ask(`/stock/on-hand?item=${item.id}`)
  for (const key of ['onHand', 'frozen', 'reserved', 'expectedIn', 'available', 'value'])
    expect(all.rows.reduce((sum, row) => sum + Number(row[key]), 0)).toBeCloseTo(Number(all.totals[key]), 4)
  const only = await f.person(['warehouse'], { warehouses: [w2.id] })
  const theirs = await ask(`/stock/on-hand?item=${item.id}`, only.token)
  expect(theirs).toMatchObject({ rowCount: 1, totals: { onHand: 7, reserved: 0 }, rows: [{ warehouse: w2.id, batchNo: 'B2' }] })
  expect(theirs.rows[0]).not.toHaveProperty('value')
  expect(theirs.totals).not.toHaveProperty('value')
  expect((await ask(`/stock/on-hand?item=${item.id}&warehouse=${f.warehouse.id}`, only.token)).rowCount).toBe(0)
  const held = (await ask(`/stock/holdings?item=${item.id}`)).rows
  expect(held).toMatchObject([{ account: 'reserved', slug: 'orders', document: order.id, no: order.no, qty: 4 }])
  const clerk = await f.person(['sales'])
  const hidden = (await ask(`/stock/holdings?item=${item.id}`, clerk.token)).rows
  expect(hidden).toMatchObject([{ slug: 'orders', document: 0, no: null, customer: null, visible: false, qty: 4 }])
  expect(codesOf(await app.api.get('/stock/on-hand?limit=9999', { token: f.boss.token }))).toEqual(['INVALID_INPUT'])
  expect((await app.api.get('/stock/on-hand')).status).toBe(401)
})

test('the stock card runs its balance over pages and periods, and ends at what is on hand', async () => {
  const item = await f.item()
  await f.receive({ item: item.id, qty: 10 })
  await f.receive({ item: item.id, qty: 5, warehouse: w2.id })
  const customer = await f.customer()
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 4, warehouse: f.warehouse.id }])
  const delivery = await f.create('orders', order.id, 'create-delivery')
  await f.verb('deliveries', delivery.id, 'approve')
  const card = await ask(`/stock/card?item=${item.id}`)
  expect(card).toMatchObject({ opening: 0, received: 15, issued: 4, closing: 11, rowCount: 3 })
  expect(card.rows[0]).toMatchObject({ slug: 'deliveries', no: delivery.no, qty: -4, balance: 11, visible: true })
  expect((await ask(`/stock/card?item=${item.id}&limit=1&page=2`)).rows[0].balance).toBe(15)
  expect(await ask(`/stock/card?item=${item.id}&warehouse=${w2.id}`)).toMatchObject({ closing: 5, rowCount: 1 })
  expect(await ask(`/stock/card?item=${item.id}&from=2999-01-01`)).toMatchObject({
    opening: 11,
    received: 0,
    issued: 0,
    closing: 11,
    rows: [],
  })
  const only = await f.person(['warehouse'], { warehouses: [w2.id] })
  expect(await ask(`/stock/card?item=${item.id}`, only.token)).toMatchObject({ closing: 5, rowCount: 1 })
  expect(codesOf(await app.api.get('/stock/card', { token: f.boss.token }))).toEqual(['INVALID_INPUT'])
})

test('by date: on hand less what is promised on its day', async () => {
  const item = await f.item()
  await f.receive({ item: item.id, qty: 50 })
  const customer = await f.customer()
  await f.approvedOrder(customer.id, [
    {
      item: item.id,
      qty: 30,
      schedule: [
        { date: '2999-01-10', qty: 10 },
        { date: '2999-02-10', qty: 20 },
      ],
    },
  ])
  const { onHand, days } = await ask(`/stock/by-date?item=${item.id}`)
  expect(onHand).toBe(50)
  expect(days.slice(1)).toEqual([
    { date: '2999-01-10', incoming: 0, outgoing: 10, balance: 40 },
    { date: '2999-02-10', incoming: 0, outgoing: 20, balance: 20 },
  ])
})
