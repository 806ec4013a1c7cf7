import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory } from '../support/story'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  await f.settings('availability-settings', { mode: 'off' })
  await f.settings('order-settings', { fourEyes: true })
}, 120_000)
afterAll(() => app.close())

test('whoever changed an order does not approve it, though somebody else began it', async () => {
  const item = await f.item()
  const manager = await f.person(['salesManager'], { dataScope: 'all', editPrice: true })
  const order = await f.order((await f.customer()).id, [{ item: item.id, qty: 5 }])
  done(await app.api.patch(`/orders/${order.id}`, { token: manager.token, body: { lines: [{ ...order.lines[0], qty: 50 }] } }))
  await f.verb('orders', order.id, 'submit')
  const own = await f.call('orders', order.id, 'approve', {}, manager)
  expect([own.status, codesOf(own)]).toEqual([403, ['FOUR_EYES']])
  expect((await f.verb('orders', order.id, 'approve')).status).toBe('approved')
})

test('after an approval was taken back, only who wrote since and who prepared it stand aside', async () => {
  const item = await f.item()
  const manager = await f.person(['salesManager'], { dataScope: 'all', editPrice: true })
  const order = await f.order((await f.customer()).id, [{ item: item.id, qty: 5 }])
  done(await app.api.patch(`/orders/${order.id}`, { token: manager.token, body: { lines: [{ ...order.lines[0], qty: 6 }] } }))
  await f.verb('orders', order.id, 'submit')
  await f.verb('orders', order.id, 'approve')
  await f.verb('orders', order.id, 'unapprove')
  expect((await f.verb('orders', order.id, 'approve', {}, manager)).status).toBe('approved')
})

test('an administrator gives himself no right; another one does, and anybody gives one up', async () => {
  const second = await f.person(['admin'])
  const change = (id: number, token: string, body: Record<string, unknown>) => app.api.patch(`/users/${id}`, { token, body })
  for (const body of [{ roles: ['admin', 'finance'] }, { seeCost: true }, { releaseQuota: 5000 }, { sellBelowMinimum: true }]) {
    const own = await change(f.admin.id, f.admin.token, body)
    expect({ body, answer: [own.status, codesOf(own)] }).toEqual({ body, answer: [403, ['FOUR_EYES']] })
  }
  expect((await change(f.admin.id, second.token, { seeCost: true })).status).toBe(200)
  expect((await change(f.admin.id, f.admin.token, { seeCost: false, language: 'en' })).status).toBe(200)
})

test('a draft nobody needs is cancelled with a reason; its number stays and nothing deletes it', async () => {
  const item = await f.item()
  const drafts: [string, Record<string, unknown>][] = [
    ['stock-receipts', { kind: 'other', warehouse: f.warehouse.id, lines: [{ item: item.id, qty: 1, cost: 2 }] }],
    ['stock-issues', { kind: 'other', warehouse: f.warehouse.id, lines: [{ item: item.id, qty: 1 }] }],
    ['receipts', { customer: (await f.customer()).id, amount: 10, method: 'transfer' }],
  ]
  for (const [slug, body] of drafts) {
    const doc = done(await app.api.post(`/${slug}`, { token: f.boss.token, body }))
    expect(codesOf(await f.call(slug, doc.id, 'cancel', {}))).toEqual(['INVALID_INPUT'])
    expect(await f.verb(slug, doc.id, 'cancel', { reason: '录错了' })).toMatchObject({ status: 'cancelled', no: doc.no })
    expect(codesOf(await f.call(slug, doc.id, slug === 'receipts' ? 'approve' : 'post'))).toEqual(['ILLEGAL_STEP'])
    for (const { token } of [f.admin, f.boss, f.clerk]) expect((await app.api.delete(`/${slug}/${doc.id}`, { token })).status).toBe(403)
  }
})

test('what gives a customer more credit is not typed on his card by one, whoever it is and by whichever door', async () => {
  const credit = { control: true, limit: 1000, controlPeriod: true, days: 30, hold: 'none' }
  const customer = await f.customer({ credit })
  const category = await f.master('customer-categories', { code: 'CC1', name: 'CC1', defaults: { creditLimit: 500, creditDays: 30 } })
  const department = await f.master('departments', { code: 'CD1', name: 'CD1', credit: { control: true, limit: 10 } })
  const finance = await f.person(['finance'], { dataScope: 'all' })
  const looser: Array<[string, Record<string, unknown>]> = [
    [`/customers/${customer.id}`, { credit: { limit: 1001 } }],
    [`/customers/${customer.id}`, { credit: { limit: null } }],
    [`/customers/${customer.id}`, { credit: { control: false } }],
    [`/customers/${customer.id}`, { credit: { hold: 'noCheck' } }],
    [`/customers/${customer.id}`, { credit: { days: 60 } }],
    [`/customer-categories/${category.id}`, { defaults: { creditLimit: 501 } }],
    [`/customer-categories/${category.id}`, { defaults: { creditDays: 90 } }],
    [`/departments/${department.id}`, { credit: { limit: 11 } }],
  ]
  for (const [path, body] of looser)
    for (const { token } of [finance, f.boss, f.admin]) {
      const answer = await app.api.patch(path, { token, body })
      const codes = answer.body.errors?.[0]?.data?.errors?.map(({ code }: { code: string }) => code) ?? [answer.body.errors?.[0]?.message]
      expect([path, body, answer.status >= 400, codes]).toEqual([path, body, true, ['FOUR_EYES']])
    }
  expect((await f.read('customers', customer.id)).credit).toMatchObject(credit)
  done(await app.api.patch(`/customers/${customer.id}`, { token: finance.token, body: { credit: { limit: 900, hold: 'stop' } } }))
  const limit = done(
    await app.api.post('/credit-limits', { token: finance.token, body: { customer: customer.id, limit: 2000, reason: '增加' } }),
  )
  await f.verb('credit-limits', limit.id, 'submit', {}, finance)
  expect(codesOf(await f.call('credit-limits', limit.id, 'approve', {}, finance))).toEqual(['FOUR_EYES'])
  await f.verb('credit-limits', limit.id, 'approve')
  expect((await f.credit(customer.id)).limit).toBe(2000)
})

test('a price policy is not typed beside the price adjustments', async () => {
  const item = await f.item()
  const typed = { item: item.id, currency: 'CNY', price: 1 }
  for (const { token } of [f.boss, f.admin]) {
    const answer = await app.api.post('/price-policies', { token, body: typed })
    expect([answer.status, codesOf(answer)]).toEqual([403, ['FOUR_EYES']])
  }
  const graphql = await app.api.graphql(`mutation { createPricePolicy(data: { item: ${item.id}, currency: CNY, price: 1 }) { id } }`, {
    token: f.boss.token,
  })
  expect(graphql.body.data?.createPricePolicy ?? null).toBeNull()
  await f.settings('order-settings', { fourEyes: false })
  const policy = done(await app.api.post('/price-policies', { token: f.boss.token, body: { ...typed, price: 90 } }))
  await f.settings('order-settings', { fourEyes: true })
  for (const method of ['patch', 'delete'] as const) {
    const answer = await app.api[method](`/price-policies/${policy.id}`, {
      token: f.boss.token,
      ...(method === 'patch' ? { body: { price: 1 } } : {}),
    })
    expect([method, answer.status, codesOf(answer)]).toEqual([method, 403, ['FOUR_EYES']])
  }
})
