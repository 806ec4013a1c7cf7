import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { query, sql } from '@/src/ledger/query'
import type { Desk } from '@/src/questions/orders/reviews/desk'

import { startApp, type TestApp } from '../support/app'
import { type Factory, openFactory, type Person } from '../support/story'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  await f.settings('order-settings', { reviewRequired: true })
})
afterAll(() => app.close())

/** What the server component of the screen asks, in the process, with the rights of whoever looks. */
async function deskOf(person: Person, chosen: number | null): Promise<Desk> {
  const { reviewDesk } = await import('@/src/questions/orders/reviews/reviewDesk')
  const user = await app.payload.findByID({ collection: 'users', id: person.id, depth: 0, overrideAccess: true })
  return reviewDesk({ req: await createLocalReq({ user: { ...user, collection: 'users' } }, app.payload), chosen })
}

test('the review screen answers in the process: my reviews, stock of every item, credit and margin only for who may see them', async () => {
  const pmc = await f.person(['pmc'])
  const general = await f.person(['generalManager'])
  const customer = await f.customer()
  const [rivet, button] = [await f.item(), await f.item()]
  await f.receive({ item: rivet.id, qty: 30, cost: 7 })
  await f.receive({ item: button.id, qty: 12, cost: 7 })
  const lines = [
    { item: rivet.id, qty: 10, price: 10 },
    { item: button.id, qty: 2, price: 10 },
  ]
  const order = await f.order(customer.id, lines)
  await f.verb('orders', order.id, 'submit')

  const his = await deskOf(pmc, null)
  expect(his.reviews).toMatchObject([{ task: 'review', order: order.id, department: 'pmc' }])
  expect(his.order).toMatchObject({ id: order.id, mine: ['pmc'], credit: null, mayRule: false })
  expect(his.order?.lines.map(({ available }) => available)).toEqual([20, 10])
  expect(his.order?.lines.every((line) => !('margin' in line))).toBe(true)

  const hers = await deskOf(general, order.id)
  expect(hers.order?.credit).toMatchObject({ exposure: 120, free: null })
  expect(hers.order?.lines.map(({ margin }) => typeof margin)).toEqual(['number', 'number'])
})

test('an answer is of the day it had here, not of the day it had in Greenwich', async () => {
  const pmc = await f.person(['pmc'])
  const order = await f.order((await f.customer()).id, [{ item: (await f.item({ availabilityMode: 'off' })).id, qty: 1, price: 10 }])
  await f.verb('orders', order.id, 'submit')
  const req = await createLocalReq({}, app.payload)
  await inTransaction(req, () =>
    query(
      req,
      sql`update order_reviews set opinion = 'agree', answered_at = '2026-11-30T18:30:00Z' where order_id = ${order.id} and department = 'pmc'`,
    ),
  )
  const shown = (await deskOf(pmc, order.id)).order?.opinions.find(({ department }) => department === 'pmc')
  expect(shown?.answeredOn).toBe('2026-12-01')
})

test('whoever may not see an order is shown none, though he names it', async () => {
  const stranger = await f.person(['sales'])
  const order = await f.order((await f.customer()).id, [{ item: (await f.item({ availabilityMode: 'off' })).id, qty: 1 }])
  expect((await deskOf(stranger, order.id)).order).toBeNull()
})
