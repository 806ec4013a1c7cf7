import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { type ApiAnswer, startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory, type Person } from '../support/story'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory
let stranger: Person
let item: Told<'items'>
let customer: Told<'customers'>

/** The figures nobody without the right may meet: fixed minimum, minimum at cost, cost, markup, minimum margin. */
const secret = /43\.21|38\.1\d|31\.37|17\.55|21\.65/
// instants are left out: a second may look like any figure
const shown = (body: unknown): string => JSON.stringify(body).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '')

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  await f.settings('availability-settings', { mode: 'off' })
  stranger = await f.person(['sales'], { editPrice: true })
  item = await f.item({ minPrice: 43.21, markupRate: 17.55, minMarginRate: 21.65 })
  await f.receive({ item: item.id, qty: 5, cost: 31.37 })
  customer = await f.customer()
})
afterAll(() => app.close())

const resolve = (by: Person, id: number = customer.id) =>
  f.api.post('/pricing/resolve', {
    token: by.token,
    body: { customer: id, date: '2026-03-10', currency: 'CNY', taxMode: 'inclusive', lines: [{ item: item.id, qty: 1 }] },
  })

test('M-11: refusals, warnings, checks, traces and the audit log keep cost and minimum from who may not see them', async () => {
  await f.settings('pricing-settings', { methods: ['latestCostPlus', 'list'], minimumPriceMode: 'forbid', minimumPriceMoment: 'save' })
  const refused = await f.tryOrder(customer.id, [{ item: item.id, qty: 1, price: 20 }])
  expect(codesOf(refused)).toEqual(['BELOW_MINIMUM_PRICE'])
  const checked = await f.api.post('/orders/check', {
    token: f.clerk.token,
    body: { customer: customer.id, lines: [{ item: item.id, qty: 1, price: 20 }] },
  })
  await f.settings('pricing-settings', { methods: ['list'], minimumPriceMode: 'warn' })
  const saved = await f.tryOrder(customer.id, [{ item: item.id, qty: 1, price: 20 }])
  const order = done(saved)
  const answers: ApiAnswer[] = [refused, checked, saved, await resolve(f.clerk)]
  for (const path of [
    `/orders/${order.id}?depth=3`,
    '/audit-log?limit=200&depth=2',
    '/notifications?limit=200&depth=2',
    '/price-releases?depth=3',
    '/reports/price-deviation?show=all&format=json',
    `/price-history?item=${item.id}`,
  ])
    answers.push(await f.api.get(path, { token: f.clerk.token }))
  answers.forEach(({ body }) => expect(shown(body)).not.toMatch(secret))
  expect(shown((await resolve(f.boss)).body)).toMatch(/43\.21/)
})

test('prices of a customer one may not see: not resolved, not listed, not found by filter', async () => {
  const own = await f.customer({ salesperson: stranger.id })
  const row = done(
    await f.api.post('/price-policies', { token: f.admin.token, body: { item: item.id, customer: customer.id, price: 77.77 } }),
  )
  expect([(await resolve(stranger)).status, (await resolve(stranger, own.id)).status]).toEqual([404, 200])
  for (const path of [
    `/price-policies?where[customer][equals]=${customer.id}`,
    '/price-policies?limit=1000&depth=2',
    '/price-policies?sort=price&depth=0',
    `/price-history?item=${item.id}&customer=${customer.id}`,
  ])
    expect(shown((await f.api.get(path, { token: stranger.token })).body)).not.toMatch(/77\.77|"price":20\b/)
  expect((await f.api.get(`/price-policies/${row.id}`, { token: stranger.token })).status).toBe(404)
  expect(shown((await resolve(stranger, own.id)).body)).not.toMatch(/77\.77/)
})

test('M-11: GraphQL keeps the same secrets: fields are empty, filters and sorts refused, drafts and writes no way round', async () => {
  await f.settings('pricing-settings', { methods: ['latestCostPlus', 'list'], minimumPriceMode: 'warn' })
  const order = await f.order(customer.id, [{ item: item.id, qty: 1, price: 20 }])
  const ask = (query: string, by: Person = f.clerk) => app.api.graphql(query, { token: by.token })
  const open = [
    `{ Item(id: ${item.id}) { code minPrice minMarginRate markupRate } }`,
    '{ Items(limit: 100) { docs { code minPrice markupRate minMarginRate } } }',
    `{ Order(id: ${order.id}) { no checks lines { item { code minPrice markupRate } trace } } }`,
    '{ StockReceipts { docs { no lines { cost item { minPrice } } } } }',
    '{ AuditLogs(limit: 100) { docs { id } } }',
    `mutation { updateItem(id: ${item.id}, data: { remark: "x" }) { minPrice markupRate } }`,
  ]
  for (const query of open) expect([query, shown((await ask(query)).body)]).toEqual([query, expect.not.stringMatching(secret)])
  // the questions are sound: whoever has the right gets the figure
  for (const query of open.slice(0, 4)) expect([query, (await ask(query, f.boss)).body.errors ?? 'sound']).toEqual([query, 'sound'])
  expect((await ask(open[0] as string, f.boss)).body).toEqual({
    data: { Item: { code: item.code, minPrice: 43.21, minMarginRate: 21.65, markupRate: 17.55 } },
  })
  expect((await ask(open[0] as string)).body.data.Item).toEqual({ code: item.code, minPrice: null, minMarginRate: null, markupRate: null })
  for (const query of [
    '{ Items(where: { minPrice: { greater_than: 43 } }) { totalDocs } }',
    '{ Items(where: { OR: [{ markupRate: { exists: true } }] }) { totalDocs } }',
    '{ Items(sort: "-minPrice") { docs { code } } }',
    '{ Orders(sort: "lines.minPrice") { docs { no } } }',
    '{ countItems(where: { minMarginRate: { greater_than: 21 } }) { totalDocs } }',
  ]) {
    const { body } = await ask(query)
    expect([query, body.errors?.length > 0, shown(body.data ?? null)]).toEqual([query, true, expect.not.stringMatching(/totalDocs":\d/)])
  }
})

test('a write through GraphQL passes the same guards', async () => {
  await f.settings('pricing-settings', { methods: ['list'], minimumPriceMode: 'forbid', minimumPriceMoment: 'save' })
  const write = (price: number) =>
    app.api.graphql(
      `mutation { createOrder(data: { date: "2026-03-10", status: draft, kind: standard, customer: ${customer.id}, lines: [{ item: ${item.id}, qty: 1, price: ${price}, warehouse: ${f.warehouse.id} }] }) { id no status } }`,
      { token: f.clerk.token },
    )
  const refused = await write(20)
  expect(shown(refused.body)).toContain('BELOW_MINIMUM_PRICE')
  expect(shown(refused.body)).not.toMatch(secret)
  expect((await write(90)).body.data.createOrder).toMatchObject({ status: 'draft', no: expect.stringMatching(/^SO/) })
})
