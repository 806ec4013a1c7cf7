import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, findingOf, openFactory } from '../support/story'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  await f.settings('credit-settings', { action: 'forbid', moment: 'save' })
})
afterAll(() => app.close())

test('V-09: fifty clerks order the last twenty pieces: exactly twenty get one, the others are told, nobody sees a deadlock', async () => {
  const item = await f.item()
  await f.receive({ item: item.id, qty: 20 })
  const customers = await Promise.all(Array.from({ length: 5 }, () => f.customer()))
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, i) => f.tryOrder(customers[i % 5]?.id ?? 0, [{ item: item.id, qty: 1 }])),
  )
  const got = answers.filter(({ status }) => status === 201)
  const told = answers.filter(({ status }) => status === 400 && true)
  expect([got.length, told.length, new Set(told.flatMap(codesOf))]).toEqual([20, 30, new Set(['NOT_AVAILABLE'])])
  expect(await f.stock(item.id)).toEqual({ onHand: 20, reserved: 20, available: 0 })
  // IC-08: no number twice, none missing
  const numbers = got.map(({ body }) => Number(body.doc.no.slice(-4))).sort((a, b) => a - b)
  expect(numbers.map((n) => n - (numbers[0] as number))).toEqual(numbers.map((_, i) => i))
})

test('V-09: two people save 30 each with 40 available: one passes, the other is told that 10 are left', async () => {
  const item = await f.item()
  await f.receive({ item: item.id, qty: 40 })
  const customer = await f.customer()
  const answers = await Promise.all([1, 2].map(() => f.tryOrder(customer.id, [{ item: item.id, qty: 30 }])))
  const refused = answers.find(({ status }) => status !== 201)
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 400])
  expect(refused && findingOf(refused, 'NOT_AVAILABLE')?.facts).toMatchObject({ required: 30, available: 10 })
})

test('CR-28: two approvals of 600 each at a limit of 1,000: exactly one passes', async () => {
  await f.settings('credit-settings', { moment: 'approve' })
  const customer = await f.customer({ credit: { control: true, limit: 1000 } })
  const item = await f.item({ availabilityMode: 'off' })
  const orders = [await f.order(customer.id, [{ item: item.id, qty: 6 }]), await f.order(customer.id, [{ item: item.id, qty: 6 }])]
  for (const order of orders) await f.verb('orders', order.id, 'submit')
  const answers = await Promise.all(orders.map((order) => f.call('orders', order.id, 'approve')))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
  expect(answers.flatMap(codesOf)).toEqual(['CREDIT_LIMIT_EXCEEDED'])
  expect((await f.credit(customer.id)).exposure).toBe(600)
  await f.settings('credit-settings', { moment: 'save' })
})

test('two people save one order: the second is refused and told who changed what', async () => {
  const customer = await f.customer()
  const item = await f.item({ availabilityMode: 'off' })
  const order = await f.order(customer.id, [{ item: item.id, qty: 1 }])
  // the totals that follow from a quantity are not what anybody changed
  const lines = [{ ...order.lines[0], qty: 2 }]
  done(await app.api.patch(`/orders/${order.id}`, { token: f.boss.token, body: { version: order.version, remark: '先', lines } }))
  const second = await app.api.patch(`/orders/${order.id}`, { token: f.clerk.token, body: { version: order.version, remark: '后' } })
  expect([second.status, codesOf(second)]).toEqual([409, ['STALE_VERSION']])
  expect(findingOf(second, 'STALE_VERSION')?.facts).toMatchObject({
    given: 1,
    current: 2,
    changedBy: [f.boss.email],
    changed: ['lines.0.qty', 'remark'],
    changes: [{ version: 2, user: f.boss.email, fields: ['lines.0.qty', 'remark'] }],
  })
})

test('two customers and two items in crossed order: no deadlock reaches anybody', async () => {
  const [a, b] = [await f.item(), await f.item()]
  await f.receive({ item: a.id, qty: 1000 })
  await f.receive({ item: b.id, qty: 1000 })
  const customer = await f.customer()
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      f.tryOrder(
        customer.id,
        (i % 2 ? [a, b] : [b, a]).map(({ id }) => ({ item: id, qty: 1 })),
      ),
    ),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
  expect([await f.stock(a.id), await f.stock(b.id)].map(({ reserved }) => reserved)).toEqual([20, 20])
})
