import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory, type Person } from '../support/story'

let app: TestApp
let f: Factory
let seller: Person

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  seller = await f.person(['sales'], { editPrice: true })
})
afterAll(() => app.close())

const history = (query: string, by: Person = f.boss) => f.api.get(`/price-history?${query}`, { token: by.token })

test('earlier prices of an item, latest first, to one customer or to anybody; free lines and cancelled orders do not count', async () => {
  const item = await f.item({ listPrice: 10 })
  await f.receive({ item: item.id, qty: 100 })
  const [ours, other] = [await f.customer({ salesperson: seller.id }), await f.customer()]
  const line = { item: item.id, qty: 1 }
  const first = await f.order(ours.id, [{ ...line, price: 9 }], seller, { date: '2026-03-01' })
  await f.order(ours.id, [{ ...line, free: true }], seller, { date: '2026-03-05' })
  const dropped = await f.order(ours.id, [{ ...line, price: 1 }], seller, { date: '2026-03-06' })
  await f.verb('orders', dropped.id, 'cancel', { reason: 'mistake' }, f.boss)
  await f.order(other.id, [{ ...line, price: 8 }], f.boss, { date: '2026-03-07' })
  const second = await f.order(ours.id, [{ ...line, price: 9.5 }], seller, { date: '2026-03-08' })

  const all = done(await history(`item=${item.id}`)).rows
  expect(all.map((row) => [row.date, row.price, row.customer.id])).toEqual([
    ['2026-03-08', 9.5, ours.id],
    ['2026-03-07', 8, other.id],
    ['2026-03-01', 9, ours.id],
  ])
  const his = done(await history(`item=${item.id}&customer=${ours.id}`)).rows
  expect(his.map(({ no }) => no)).toEqual([second.no, first.no])
  expect(his[0]).toMatchObject({ slug: 'orders', priceSource: 'manual', unit: 'PCS', currency: 'CNY', customer: { name: ours.name } })
  expect(done(await history(`item=${item.id}&limit=1`)).rows).toHaveLength(1)
  // a seller knows his own sales, not those of his colleague
  expect(done(await history(`item=${item.id}`, seller)).rows.map(({ price }) => price)).toEqual([9.5, 9])
  expect(done(await history(`item=${item.id}&customer=${other.id}`, seller)).rows).toEqual([])
})

test('who is nobody is told nothing; a bad question is named', async () => {
  expect((await f.api.get('/price-history?item=1')).status).toBe(401)
  const refused = await Promise.all(['', 'item=x', 'item=1&limit=0', 'item=1&limit=101'].map((query) => history(query)))
  expect(refused.map((answer) => [answer.status, ...codesOf(answer)])).toEqual(Array(4).fill([400, 'INVALID_INPUT']))
})

test('Q-18: use this price: the line records the quote it was taken from, until it is typed on; what one may not see is no source', async () => {
  const item = await f.item({ listPrice: 10 })
  await f.receive({ item: item.id, qty: 100 })
  const customer = await f.customer({ salesperson: seller.id })
  const quote = (price: number, by: Person = seller, to = customer.id) =>
    f.api.post('/quotes?depth=0', {
      token: by.token,
      body: { customer: to, date: '2026-03-02', lines: [{ item: item.id, qty: 10, price }] },
    })
  const earlier = done(await quote(9.2))
  const [row] = done(await history(`item=${item.id}&customer=${customer.id}`, seller)).rows
  const takenFrom = `quotes/${row?.document}/${row?.id}`
  const taken = await f.order(customer.id, [{ item: item.id, qty: 1, price: 9.2, takenFrom }], seller)
  const step = { rule: 'manual', user: seller.email, price: '9.2', slug: 'quotes', no: earlier.no, date: '2026-03-02' }
  expect([taken.lines[0].priceSource, taken.lines[0].trace[0]]).toEqual(['manual', step])
  const change = async (line: object, by: Person = seller) =>
    done(await f.api.patch(`/orders/${taken.id}?depth=0`, { token: by.token, body: { lines: [{ ...taken.lines[0], ...line }] } })).lines[0]
  expect((await change({ qty: 2 }, f.boss)).trace[0]).toEqual(step)
  expect((await change({ price: 9.1, takenFrom })).trace[0]).toEqual({ rule: 'manual', user: seller.email, price: '9.1' })
  const others = done(await quote(9.2, f.boss, (await f.customer()).id))
  for (const named of [`quotes/${others.id}/${others.lines[0].id}`, `quotes/${earlier.id}/none`, 'users/1/a'])
    expect(codesOf(await f.tryOrder(customer.id, [{ item: item.id, qty: 1, price: 9.2, takenFrom: named }], seller))).toEqual([
      'INVALID_INPUT',
    ])
})
