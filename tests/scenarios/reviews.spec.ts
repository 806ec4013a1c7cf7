import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory, type Person } from '../support/story'

let app: TestApp
let f: Factory
let manager: Person
let pmc: Person
let rd: Person
let engineer: Person
let general: Person

const changes = ['process', 'newMaterial']

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  await f.settings('order-settings', { reviewRequired: true, fourEyes: true })
  manager = await f.person(['salesManager'], { dataScope: 'all' })
  pmc = await f.person(['pmc'])
  rd = await f.person(['rd'])
  engineer = await f.person(['engineering'])
  general = await f.person(['generalManager'])
})
afterAll(() => app.close())

/** An order that all four departments must review: a trial order with a changed process and new material. */
async function trialOrder(): Promise<{ id: number; lines: Array<{ id: string }> }> {
  const customer = await f.customer()
  const item = await f.item({ availabilityMode: 'off' })
  const order = await f.order(customer.id, [{ item: item.id, qty: 10, changes }], f.clerk, { kind: 'trial' })
  await f.verb('orders', order.id, 'submit', {}, f.clerk)
  return f.read('orders', order.id)
}

const answer = (order: { id: number }, department: string, opinion: string, by: Person, more: Record<string, unknown> = {}) =>
  f.call('orders', order.id, 'review', { department, opinion, ...more }, by)

const statusOf = async (order: { id: number }): Promise<string> => (await f.read('orders', order.id)).status

test('R-01: all four departments agree, the order has passed review', async () => {
  const order = await trialOrder()
  for (const [department, by] of [
    ['sales', manager],
    ['pmc', pmc],
    ['rd', rd],
  ] as const)
    done(await answer(order, department, 'agree', by))
  expect(await statusOf(order)).toBe('inReview')
  done(await answer(order, 'engineering', 'agree', engineer))
  expect(await statusOf(order)).toBe('reviewed')
})

test('R-02: all disagree, the review has failed and goes back to sales without a ruling', async () => {
  const order = await trialOrder()
  for (const [department, by] of [
    ['sales', manager],
    ['pmc', pmc],
    ['rd', rd],
    ['engineering', engineer],
  ] as const)
    done(await answer(order, department, 'disagree', by, { remark: '不行' }))
  expect(await statusOf(order)).toBe('reviewFailed')
  const edited = done(await app.api.patch(`/orders/${order.id}?depth=0`, { token: f.clerk.token, body: { remark: '改过' } }))
  expect(edited.status).toBe('draft')
})

test('R-03, R-04: opinions differ, only the general manager can pass it; with conditions the promised date is the one PMC proposed', async () => {
  const order = await trialOrder()
  for (const [department, by] of [
    ['sales', manager],
    ['rd', rd],
    ['engineering', engineer],
  ] as const)
    done(await answer(order, department, 'agree', by))
  done(
    await answer(order, 'pmc', 'disagree', pmc, {
      remark: '交期太紧',
      proposals: { lines: [{ line: order.lines[0]?.id, promised: '2026-12-20' }] },
    }),
  )
  expect(await statusOf(order)).toBe('awaitingRuling')
  const refused = await f.call('orders', order.id, 'rule', { decision: 'accept', text: '好' }, manager)
  expect([refused.status, codesOf(refused)]).toEqual([403, ['FORBIDDEN']])
  const wordless = await f.call('orders', order.id, 'rule', { decision: 'accept', text: ' ' }, general)
  expect([wordless.status, codesOf(wordless)]).toEqual([400, ['INVALID_INPUT']])
  done(await f.call('orders', order.id, 'rule', { decision: 'acceptWithConditions', text: '按生管交期' }, general))
  const ruled = await f.read('orders', order.id)
  const { decision, text } = ruled.ruling as { decision: string; text: string }
  expect([ruled.status, decision, text, ruled.lines[0].promised, ruled.lines[0].schedule[0].promised]).toEqual([
    'reviewed',
    'acceptWithConditions',
    '按生管交期',
    '2026-12-20',
    '2026-12-20',
  ])
})

test('R-04: the general manager rejects, the review has failed', async () => {
  const order = await trialOrder()
  for (const [department, by] of [
    ['sales', manager],
    ['rd', rd],
    ['engineering', engineer],
  ] as const)
    done(await answer(order, department, 'agree', by))
  done(await answer(order, 'pmc', 'disagree', pmc))
  done(await f.call('orders', order.id, 'rule', { decision: 'reject', text: '不做' }, general))
  expect(await statusOf(order)).toBe('reviewFailed')
})

test('R-05: nobody answers for another department, and the author not at all while self-review is off', async () => {
  const order = await trialOrder()
  const foreign = await answer(order, 'pmc', 'agree', rd)
  expect([foreign.status, codesOf(foreign)]).toEqual([403, ['NOT_YOUR_DEPARTMENT']])
  const author = await f.person(['sales', 'salesManager'], { dataScope: 'all' })
  const customer = await f.customer()
  const item = await f.item({ availabilityMode: 'off' })
  const own = await f.order(customer.id, [{ item: item.id, qty: 1 }], author)
  await f.verb('orders', own.id, 'submit', {}, author)
  const self = await answer(own, 'sales', 'agree', author)
  expect([self.status, codesOf(self)]).toEqual([403, ['FOUR_EYES']])
  await f.settings('order-settings', { selfReview: true })
  done(await answer(own, 'sales', 'agree', author))
  await f.settings('order-settings', { selfReview: false })
})

test('R-08: nothing is approved or delivered before the review is passed', async () => {
  const order = await trialOrder()
  const approval = await f.call('orders', order.id, 'approve', {}, manager)
  const delivery = await f.call('orders', order.id, 'create-delivery', {}, manager)
  expect([approval.status >= 400, delivery.status, codesOf(delivery)]).toEqual([true, 409, ['ILLEGAL_STEP']])
})

test('two departments answer at the same moment: both opinions are kept, the outcome is computed once', async () => {
  const order = await trialOrder()
  done(await answer(order, 'sales', 'agree', manager))
  const both = await Promise.all([
    answer(order, 'pmc', 'agree', pmc),
    answer(order, 'rd', 'agree', rd),
    answer(order, 'engineering', 'agree', engineer),
  ])
  expect(both.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(await statusOf(order)).toBe('reviewed')
})

test('a change of quantity during review voids the opinion of PMC only and asks it again', async () => {
  const order = await trialOrder()
  done(await answer(order, 'sales', 'agree', manager))
  done(await answer(order, 'pmc', 'agree', pmc))
  const [line] = (await f.read('orders', order.id)).lines
  done(await app.api.patch(`/orders/${order.id}`, { token: f.clerk.token, body: { lines: [{ ...line, qty: 12 }] } }))
  const { docs } = (await app.api.get(`/order-reviews?where[order][equals]=${order.id}&limit=50&depth=0&sort=id`, { token: general.token }))
    .body
  const open = docs.filter((row: { status: string }) => row.status === 'open').map((row: { department: string }) => row.department)
  const standing = docs.filter((row: { status: string }) => row.status === 'answered').map((row: { department: string }) => row.department)
  expect([open.sort(), standing]).toEqual([['engineering', 'pmc', 'rd'], ['sales']])
  expect((await f.read('orders', order.id)).reviewVersion).toBe(2)
})

test('IC-03: whoever prepared an order does not approve it', async () => {
  const author = await f.person(['sales', 'salesManager'], { dataScope: 'all' })
  const customer = await f.customer()
  const item = await f.item({ availabilityMode: 'off' })
  const order = await f.order(customer.id, [{ item: item.id, qty: 1 }], author)
  await f.verb('orders', order.id, 'submit', {}, author)
  done(await answer(order, 'sales', 'agree', manager))
  done(await answer(order, 'pmc', 'agree', pmc))
  const own = await f.call('orders', order.id, 'approve', {}, author)
  expect([own.status, codesOf(own)]).toEqual([403, ['FOUR_EYES']])
  const approved = await f.verb('orders', order.id, 'approve', {}, manager)
  expect([approved.status, approved.approvedBy]).toEqual(['approved', manager.id])
  const twice = await f.call('orders', order.id, 'approve', {}, manager)
  expect([twice.status, codesOf(twice)]).toEqual([409, ['ILLEGAL_STEP']])
})

test('the margin of an order is told to those who may know cost, and to nobody else', async () => {
  const item = await f.item({ availabilityMode: 'off', taxRate: 0 })
  await f.receive({ item: item.id, qty: 10, cost: 70 })
  const order = await f.order((await f.customer()).id, [{ item: item.id, qty: 1, price: 88.5 }])
  const told = await app.api.get(`/order-margin/${order.id}`, { token: general.token })
  expect(told.body.lines).toEqual([{ line: order.lines[0].id, cost: 70, profit: 18.5, rate: 20.904 }])
  expect((await app.api.get(`/order-margin/${order.id}`, { token: f.clerk.token })).status).toBe(403)
})
