import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'

import { startApp, type TestApp } from '../../support/app'
import { done, type Factory, openFactory } from '../../support/story'

let app: TestApp
let f: Factory
let holder: pg.Client

beforeAll(async () => {
  app = await startApp({ environment: { LOG_LEVEL: 'silent', LOCK_WAIT: '2', DATABASE_POOL: '4' } })
  f = await openFactory(app)
  holder = new pg.Client({ connectionString: app.database.url })
  await holder.connect()
})
afterAll(async () => {
  await holder.end()
  await app.close()
})

test('thirty people wait for one stuck row: each gets a clear refusal, and everybody else reads and logs in meanwhile', async () => {
  const item = await f.item({ availabilityMode: 'off' })
  const customer = await f.customer()
  const order = done(
    await f.api.post('/orders', {
      token: f.boss.token,
      body: { customer: customer.id, lines: [{ item: item.id, qty: 1, price: 10, schedule: [{ date: '2026-12-01', qty: 1 }] }] },
    }),
  )
  await holder.query('begin')
  await holder.query('select id from orders where id = $1 for update', [order.id])
  const stuck = Array.from({ length: 30 }, () =>
    f.api.patch(`/orders/${order.id}`, { token: f.boss.token, language: 'en', body: { version: order.version, remark: 'later' } }),
  )
  const reads = await Promise.all(Array.from({ length: 10 }, () => f.api.get('/orders?limit=5', { token: f.boss.token })))
  expect(reads.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200))
  const answers = await Promise.all(stuck)
  // refused while waiting for the row, or without a connection to wait with; nobody is told that he is not logged in
  expect([...new Set(answers.map(({ status }) => status))].filter((status) => status !== 409 && status !== 503)).toEqual([])
  expect(
    answers.some(({ status, body }) => status === 409 && /Somebody else is working.*nothing was saved/.test(body.errors[0].message)),
  ).toBe(true)
  await holder.query('rollback')
  expect((await f.api.patch(`/orders/${order.id}`, { token: f.boss.token, body: { version: order.version, remark: 'now' } })).status).toBe(
    200,
  )
})
