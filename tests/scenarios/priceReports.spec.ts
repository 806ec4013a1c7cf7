import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { done, type Factory, openFactory, type Person } from '../support/story'

let app: TestApp
let f: Factory
let seller: Person

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  seller = await f.person(['sales'], { editPrice: true })
})
afterAll(() => app.close())

const report = async (query: string, by: Person = f.boss) => done(await f.api.get(`/reports/price-deviation?${query}`, { token: by.token }))

test('a typed price, a discount and a released price stand against what policy gave; a line at policy does not', async () => {
  await f.settings('pricing-settings', { methods: ['policy', 'list'], minimumPriceMode: 'release', minimumPriceMoment: 'save' })
  const customer = await f.customer({ salesperson: seller.id })
  const dear = await f.item({ listPrice: 113, minPrice: 80, taxRate: 13 })
  const cheap = await f.item({ listPrice: 11.3, taxRate: 13 })
  await f.receive({ item: dear.id, qty: 20 })
  await f.receive({ item: cheap.id, qty: 20 })
  const order = await f.order(
    customer.id,
    [
      { item: dear.id, qty: 10, price: 79.1 },
      { item: dear.id, qty: 1, discountRate: 10 },
      { item: cheap.id, qty: 5 },
    ],
    seller,
    { taxMode: 'inclusive' },
  )
  const [request] = done(await f.api.get(`/price-releases?where[documentId][equals]=${order.id}&depth=0`, { token: f.boss.token })).docs
  await f.verb('price-releases', request.id, 'release', { reason: '清库存' }, f.boss)

  const all = await report(`show=all&customer=${customer.id}`)
  expect([all.rowCount, all.controlTotal.ok]).toEqual([3, true])
  const told = await report(`customer=${customer.id}`)
  expect(told.rows.map((row) => [row.source, row.policy, row.price, row.policyNet, row.net, row.difference, row.deviation])).toEqual([
    ['手工', 113, 79.1, 1000, 700, -300, -30],
    ['取价', 113, 113, 100, 90, -10, -10],
  ])
  expect(told.rows[0]).toMatchObject({ no: order.no, below: '低于 · 已放行', minPrice: 80, belowCount: 1 })
  expect(told.rows[0].releasedBy).toContain(request.no)
  expect([told.totals.difference, told.totals.belowCount]).toEqual([-310, 1])
  expect((await report(`show=below&customer=${customer.id}`)).rowCount).toBe(1)
})

test('a seller sees his own lines without the minimum; a colleague and a stranger to prices see none', async () => {
  const his = await report('show=all', seller)
  expect(his.rowCount).toBe(3)
  expect([...his.columns.map(({ key }) => key), ...Object.keys(his.rows[0])]).not.toContain('minPrice')
  expect((await report('show=all', await f.person(['sales']))).rowCount).toBe(0)
  const keeper = await f.person(['warehouse'])
  expect((await f.api.get('/reports/price-deviation', { token: keeper.token })).status).toBe(404)
})
