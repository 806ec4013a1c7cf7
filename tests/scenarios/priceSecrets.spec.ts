import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory, type Person } from '../support/story'

/* eslint-disable @typescript-eslint/no-explicit-any -- stories look into whatever the server answered */

let app: TestApp
let f: Factory
let stranger: Person
let item: any
let customer: any

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
  const answers = [refused, checked, saved, await resolve(f.clerk)]
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
    '/price-policies?limit=0&depth=2',
    '/price-policies?sort=price&depth=0',
    `/price-history?item=${item.id}&customer=${customer.id}`,
  ])
    expect(shown((await f.api.get(path, { token: stranger.token })).body)).not.toMatch(/77\.77|"price":20\b/)
  expect((await f.api.get(`/price-policies/${row.id}`, { token: stranger.token })).status).toBe(404)
  expect(shown((await resolve(stranger, own.id)).body)).not.toMatch(/77\.77/)
})
