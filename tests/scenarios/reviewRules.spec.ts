import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { remindReviews } from '@/src/usecases/orders/remindReviews'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory, type Person } from '../support/story'

let app: TestApp
let f: Factory
let manager: Person
let pmc: Person
let rd: Person
let general: Person

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  await f.settings('order-settings', { reviewRequired: true, fourEyes: true })
  manager = await f.person(['salesManager'], { dataScope: 'all' })
  pmc = await f.person(['pmc'])
  rd = await f.person(['rd'])
  general = await f.person(['generalManager'])
})
afterAll(() => app.close())

const submitted = async (more: Record<string, unknown> = {}, line: Record<string, unknown> = {}) => {
  const item = await f.item({ availabilityMode: 'off' })
  const order = await f.order((await f.customer()).id, [{ item: item.id, qty: 10, ...line }], f.clerk, more)
  await f.verb('orders', order.id, 'submit', {}, f.clerk)
  return f.read('orders', order.id)
}
const answer = (order: { id: number }, department: string, opinion: string, by: Person, more: Record<string, unknown> = {}) =>
  f.call('orders', order.id, 'review', { department, opinion, ...more }, by)
const reviews = async (order: { id: number }) =>
  (await app.api.get(`/order-reviews?where[order][equals]=${order.id}&limit=50&depth=0&sort=id`, { token: general.token })).body.docs

test('the rule table asks by amount', async () => {
  await f.settings('order-settings', {
    reviewRules: [{ department: 'sales' }, { department: 'pmc' }, { department: 'rd', minAmount: 1000 }],
  })
  const asked = async (price: number) => {
    const rows = await reviews(await submitted({}, { price }))
    return rows.map(({ department }) => department)
  }
  expect([await asked(99.99), await asked(100)]).toEqual([
    ['sales', 'pmc'],
    ['sales', 'pmc', 'rd'],
  ])
  await f.settings('order-settings', { reviewRules: [{ department: 'sales' }, { department: 'pmc' }] })
})

test('a condition sales accepts passes the review without a ruling, with the promised date; one it does not waits for the ruling', async () => {
  const order = await submitted()
  done(await answer(order, 'sales', 'agree', manager))
  done(
    await answer(order, 'pmc', 'agreeWithCondition', pmc, { proposals: { lines: [{ line: order.lines[0].id, promised: '2027-01-08' }] } }),
  )
  expect((await f.read('orders', order.id)).status).toBe('awaitingRuling')
  const foreign = await f.call('orders', order.id, 'accept-conditions', {}, pmc)
  expect(codesOf(foreign)).toEqual(['FORBIDDEN'])
  await f.verb('orders', order.id, 'accept-conditions', {}, f.clerk)
  const passed = await f.read('orders', order.id)
  expect([passed.status, passed.reviewStatus, passed.lines[0].promised]).toEqual(['reviewed', 'passed', '2027-01-08'])
})

test('PMC promises dates per delivery date when it agrees', async () => {
  const schedule = [
    { date: '2026-12-10', qty: 4 },
    { date: '2026-12-20', qty: 6 },
  ]
  const order = await submitted({}, { schedule })
  const promised = [
    { date: '2026-12-10', promised: '2026-12-12' },
    { date: '2026-12-20', promised: '2026-12-22' },
  ]
  done(await answer(order, 'pmc', 'agree', pmc, { proposals: { lines: [{ line: order.lines[0].id, schedule: promised }] } }))
  const [line] = (await f.read('orders', order.id)).lines
  expect([line.promised, line.schedule.map((row: { promised: string }) => row.promised)]).toEqual([
    '2026-12-22',
    ['2026-12-12', '2026-12-22'],
  ])
})

test('a deputy answers in the period of his delegation, and it is recorded for whom', async () => {
  const order = await submitted()
  const refused = await answer(order, 'pmc', 'agree', rd)
  expect([refused.status, codesOf(refused)]).toEqual([403, ['NOT_YOUR_DEPARTMENT']])
  const delegate = (from: string, until: string) =>
    app.api.post('/review-delegations', { token: pmc.token, body: { deputy: rd.id, from, until, reason: '出差' } })
  done(await delegate('2020-01-01', '2020-01-31'))
  expect(codesOf(await answer(order, 'pmc', 'agree', rd))).toEqual(['NOT_YOUR_DEPARTMENT'])
  expect((await delegate('2026-02-01', '2026-01-01')).status).toBe(400)
  done(await delegate('2020-01-01', '2099-12-31'))
  const desk = done(await app.api.get('/review-departments', { token: rd.token }))
  expect(desk.departments).toEqual(['pmc', 'rd'])
  const { groups } = done(await app.api.get('/follow-up', { token: rd.token }))
  const waiting = groups.find(({ key }) => key === 'myReviews')
  expect(waiting.rows.map(({ no }) => no)).toContain(order.no)
  done(await answer(order, 'pmc', 'agree', rd))
  const row = (await reviews(order)).find(({ department }) => department === 'pmc')
  expect([row.reviewer, row.onBehalfOf]).toEqual([rd.id, pmc.id])
})

test('R-10: a late review is reminded and reported to the head of the department, once each, and never taken for a yes', async () => {
  const head = await f.person(['pmc'])
  const department = await f.master('departments', { code: 'PMC', name: '生管部', head: head.id })
  done(await app.api.patch(`/users/${pmc.id}`, { token: f.admin.token, body: { department: department.id } }))
  const order = await submitted()
  const remind = async (now: string): Promise<void> => {
    const req = await createLocalReq({}, app.payload)
    await inTransaction(req, () => remindReviews({ req, now }))
  }
  const told = async (person: Person, kind: string): Promise<number> => {
    const { docs } = (await app.api.get(`/notifications?where[kind][equals]=${kind}&limit=100&depth=0`, { token: person.token })).body
    return docs.filter((row) => Number((row['related'] as { id?: number } | null)?.id) === order.id).length
  }
  const [open] = await reviews(order)
  expect(open.remindAt < open.dueAt).toBe(true)
  await remind(open.remindAt)
  expect([await told(pmc, 'reviewOverdue'), await told(head, 'reviewEscalated')]).toEqual([1, 0])
  const late = new Date(Date.parse(open.dueAt) + 60_000).toISOString()
  await remind(late)
  await remind(late)
  expect([await told(pmc, 'reviewOverdue'), await told(head, 'reviewEscalated')]).toEqual([1, 1])
  expect((await f.read('orders', order.id)).status).toBe('inReview')
})

test('approval matrix: by amount and role, several distinct approvers', async () => {
  await f.settings('order-settings', {
    reviewRequired: false,
    approvalMatrix: [
      { role: 'salesManager', upTo: 1000 },
      { role: 'generalManager', approvers: 2 },
    ],
  })
  const small = await submitted()
  expect((await f.verb('orders', small.id, 'approve', {}, manager)).status).toBe('approved')
  const large = await submitted({}, { price: 100.01 })
  const { next } = done(await f.api.get(`/orders/${large.id}/verbs`, { token: manager.token }))
  expect(next).toMatchObject({ verb: { zh: '审核' }, who: { zh: '总经理' }, isMine: false })
  const refused = await f.call('orders', large.id, 'approve', {}, manager)
  expect([refused.status, codesOf(refused)]).toEqual([403, ['FORBIDDEN']])
  expect((await f.verb('orders', large.id, 'approve', {}, general)).status).toBe('reviewed')
  const twice = await f.call('orders', large.id, 'approve', {}, general)
  expect([twice.status, codesOf(twice)]).toEqual([403, ['FOUR_EYES']])
  const approved = await f.verb('orders', large.id, 'approve', {}, f.boss)
  expect([approved.status, approved.approvals.length]).toEqual(['approved', 2])
})

test('whoever changed a document releases neither its low price nor its credit, nor does he review it for any department', async () => {
  await f.settings('order-settings', { fourEyes: true, selfReview: false, reviewRequired: true, reviewRules: [] })
  await f.settings('pricing-settings', { minimumPriceMode: 'release' })
  await f.settings('credit-settings', { action: 'release', moment: 'save' })
  const all = { dataScope: 'all', editPrice: true, sellBelowMinimum: true, releaseQuota: 1e9 } as const
  const [manager, other] = [await f.person(['salesManager'], all), await f.person(['salesManager'], all)]
  const item = await f.item({ minPrice: 90, availabilityMode: 'off' })
  const customer = await f.customer({ credit: { control: true, limit: 100 } })
  const order = await f.order(customer.id, [{ item: item.id, qty: 5, price: 95 }])
  // the price and the quantity that nobody but the manager wanted
  done(await app.api.patch(`/orders/${order.id}`, { token: manager.token, body: { lines: [{ ...order.lines[0], qty: 50, price: 10 }] } }))
  await f.verb('orders', order.id, 'ask-price-release', { reason: '客户要求' }, f.clerk)
  const requestsOf = async (slug: 'price-releases' | 'credit-releases') =>
    (await app.payload.find({ collection: slug, where: { documentId: { equals: order.id } }, depth: 0, overrideAccess: true })).docs
  const [price] = await requestsOf('price-releases')
  expect(codesOf(await f.call('price-releases', price!.id, 'release', { reason: '同意' }, manager))).toEqual(['FOUR_EYES'])
  const [credit] = await requestsOf('credit-releases')
  expect(codesOf(await f.call('credit-releases', credit!.id, 'release', {}, manager))).toEqual(['FOUR_EYES'])
  await f.verb('price-releases', price!.id, 'release', { reason: '同意' }, other)
  await f.verb('credit-releases', credit!.id, 'release', {}, other)
  await f.verb('orders', order.id, 'submit', {}, f.clerk)
  const opinion = { department: 'sales', opinion: 'agree' }
  expect(codesOf(await f.call('orders', order.id, 'review', opinion, manager))).toEqual(['FOUR_EYES'])
  await f.verb('orders', order.id, 'review', opinion, other)
})
