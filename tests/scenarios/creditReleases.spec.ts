// More than 300 lines: one house with its approvers, and all the ways a credit release is asked for, given, kept and lost.

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, findingOf, openFactory, type Person } from '../support/story'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory
let item: Told<'items'>
let small: Person
let large: Person

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  await f.settings('order-settings', { issueOnApprove: true })
  item = await f.item({ availabilityMode: 'off' })
})
beforeEach(() => f.settings('credit-settings', { action: 'release', moment: 'save', bucketOrders: true, releaseValidDays: 30 }))
afterAll(() => app.close())

const requestOf = async (order: Told<'orders'>, by: Person = f.boss) =>
  done(await app.api.get(`/credit-releases?depth=0&sort=-id&where[documentId][equals]=${order.id}`, { token: by.token })).docs[0]
const reviewed = async (customer: Told<'customers'>, qty: number, by: Person = f.clerk) => {
  const order = await f.order(customer.id, [{ item: item.id, qty }], by)
  await f.verb('orders', order.id, 'submit')
  return order
}
const waitsFor = async ({ id }: { id: number }, by: Person) =>
  done(await app.api.get(`/credit-releases/${id}/verbs`, { token: by.token })).next
const limited = (limit: number) => f.customer({ credit: { control: true, limit } })
const change = (order: Told<'orders'>, qty: number) =>
  app.api.patch(`/orders/${order.id}?depth=0`, { token: f.clerk.token, body: { lines: [{ ...order.lines[0], qty }] } })

test('CR-03: nobody may release: the order cannot be approved, and the message names the missing right and who can give it', async () => {
  const order = await reviewed(await limited(100), 2)
  const refused = await f.call('orders', order.id, 'approve')
  expect([refused.status, codesOf(refused)]).toEqual([400, ['CREDIT_LIMIT_EXCEEDED', 'RELEASE_REQUIRED']])
  const finding = findingOf(refused, 'RELEASE_REQUIRED')
  expect(finding?.facts).toMatchObject({ right: 'releaseQuota', approvers: [], administrators: [f.admin.email] })
  expect(finding?.message).toContain('信用审批额度')
  const request = await requestOf(order)
  expect(await waitsFor(request, f.clerk)).toMatchObject({ who: { zh: '有权限的人（尚无人）' }, isMine: false })
  const none = await f.call('credit-releases', request.id, 'release')
  expect([none.status, codesOf(none)]).toEqual([403, ['NO_RELEASE_RIGHT']])
  expect(findingOf(none, 'NO_RELEASE_RIGHT')?.facts).toMatchObject({ administrators: [f.admin.email] })
})

test('CR-02: quota 1,000 releases an excess of 1,000.00, not of 1,000.01; 5,000 does', async () => {
  small = await f.person(['salesManager'], { releaseQuota: 1000, dataScope: 'own' })
  large = await f.person(['generalManager'], { releaseQuota: 5000 })
  const first = await reviewed(await limited(1000), 20)
  const request = await requestOf(first, small)
  expect([request.status, request.alarms[0].kind, request.amount]).toEqual(['open', 'limit', 2000])
  expect(await waitsFor(request, f.clerk)).toMatchObject({ who: { zh: `${small.email}、${large.email}` }, isMine: false })
  expect(await waitsFor(request, small)).toMatchObject({ isMine: true })
  const released = await f.call('credit-releases', request.id, 'release', {}, small)
  expect([released.status, released.body.doc.status]).toEqual([200, 'released'])
  expect((await f.read('orders', first.id)).creditStatus).toBe('released')
  expect((await f.call('orders', first.id, 'approve')).body.doc.status).toBe('approved')
  expect((await f.read('orders', first.id)).creditStatus).toBe('released')

  const second = await reviewed(await limited(999.99), 20)
  expect(await waitsFor(await requestOf(second), small)).toMatchObject({ who: { zh: large.email }, isMine: false })
  const above = await f.call('credit-releases', (await requestOf(second)).id, 'release', {}, small)
  expect([above.status, codesOf(above)]).toEqual([403, ['RELEASE_QUOTA_EXCEEDED']])
  await f.verb('credit-releases', (await requestOf(second)).id, 'release', {}, large)
  await f.verb('orders', second.id, 'approve')
})

test('CR-30: released at 1,200; 1,150 keeps it, 1,300 voids it and asks again', async () => {
  const order = await f.order((await limited(1000)).id, [{ item: item.id, qty: 12 }])
  const request = await requestOf(order)
  expect(request.alarms[0].excess).toBe(200)
  await f.verb('credit-releases', request.id, 'release', {}, small)
  const lower = done(await change(order, 11.5))
  expect(lower.creditStatus).toBe('released')
  expect((await requestOf(order)).status).toBe('released')
  const higher = done(await change(order, 13))
  expect(higher.creditStatus).toBe('alarmed')
  const again = await requestOf(order)
  expect([again.id === request.id, again.status, again.amount, again.alarms[0].excess]).toEqual([false, 'open', 1300, 300])
  expect((await f.read('credit-releases', request.id)).status).toBe('void')
  await f.verb('orders', order.id, 'submit')
  expect(codesOf(await f.call('orders', order.id, 'approve'))).toEqual(['CREDIT_LIMIT_EXCEEDED', 'RELEASE_REQUIRED'])
})

test('CR-31: a released order ships and bills without a second release, even when orders do not count', async () => {
  await f.settings('credit-settings', { bucketOrders: true })
  const order = await reviewed(await limited(1000), 12)
  await f.verb('credit-releases', (await requestOf(order)).id, 'release', {}, small)
  await f.verb('orders', order.id, 'approve')
  await f.settings('credit-settings', { bucketOrders: false })
  const delivery = await f.create('orders', order.id, 'create-delivery')
  expect(delivery.creditStatus).toBe('released')
  const issued = await f.call('deliveries', delivery.id, 'approve')
  expect([issued.status, issued.body.doc?.status]).toEqual([200, 'issued'])
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
  expect((await f.call('invoices', invoice.id, 'approve')).status).toBe(200)
})

test('four eyes: whoever prepared the order does not release it', async () => {
  const seller = await f.person(['sales'], { editPrice: true, releaseQuota: 9000, dataScope: 'all' })
  const order = await reviewed(await limited(100), 2, seller)
  const own = await f.call('credit-releases', (await requestOf(order)).id, 'release', {}, seller)
  expect([own.status, codesOf(own)]).toEqual([403, ['FOUR_EYES']])
  await f.verb('credit-releases', (await requestOf(order)).id, 'release', {}, large)
})

test('several approvers cover one object each', async () => {
  const seller = await f.person(['sales'], { editPrice: true, credit: { control: true, limit: 1000 } })
  const customer = await f.customer({ salesperson: seller.id, credit: { control: true, limit: 2800 } })
  const order = await f.order(customer.id, [{ item: item.id, qty: 30 }], seller)
  await f.verb('orders', order.id, 'submit')
  const request = await requestOf(order)
  expect(request.alarms.map(({ object, excess }) => [object.kind, excess])).toEqual([
    ['customers', 200],
    ['users', 2000],
  ])
  const partly = await f.call('credit-releases', request.id, 'release', {}, small)
  expect([partly.status, partly.body.doc.status, partly.body.warnings.map(({ code }) => code)]).toEqual([
    200,
    'open',
    ['RELEASE_QUOTA_EXCEEDED'],
  ])
  expect(codesOf(await f.call('orders', order.id, 'approve'))).toContain('RELEASE_REQUIRED')
  await f.verb('credit-releases', request.id, 'release', {}, large)
  await f.verb('orders', order.id, 'approve')
})

test('a request is made by hand, once, and told to those who can release it; rejecting needs a reason', async () => {
  await f.settings('credit-settings', { moment: 'approve' })
  const order = await reviewed(await limited(100), 2)
  expect(order.creditStatus).toBe('notChecked')
  expect(codesOf(await f.call('orders', order.id, 'approve'))).toEqual(['CREDIT_LIMIT_EXCEEDED', 'RELEASE_REQUIRED'])
  const ask = () =>
    app.api.post('/credit-releases?depth=0', { token: f.clerk.token, body: { document: { relationTo: 'orders', value: order.id } } })
  const made = await ask()
  expect([made.status, made.body.doc.status, made.body.doc.alarms.length]).toEqual([201, 'open', 1])
  expect(JSON.stringify(made.body.doc.alarms)).not.toMatch(/"limit":100|excess/)
  const same = await ask()
  expect([same.status, same.body.doc.id]).toEqual([200, made.body.doc.id])
  const bare = await app.api.post('/credit-releases?depth=0', { token: f.clerk.token, body: { document: order.id } })
  expect(bare.body.doc.id).toBe(made.body.doc.id)
  expect(codesOf(await f.call('credit-releases', made.body.doc.id, 'reject', {}, large))).toEqual(['INVALID_INPUT'])
  await f.verb('credit-releases', made.body.doc.id, 'reject', { reason: '欠款过多' }, large)
  expect(codesOf(await f.call('orders', order.id, 'approve'))).toContain('RELEASE_REQUIRED')
  const again = done(await ask())
  await f.verb('credit-releases', again.id, 'release', {}, large)
  await f.verb('orders', order.id, 'approve')
  const told = done(await app.api.get('/notifications?limit=100&depth=0', { token: f.clerk.token })).docs.map(({ kind }) => kind)
  expect(told).toContain('releaseDecided')
  const stranger = await f.person(['sales'])
  expect((await app.api.get(`/credit-releases/${again.id}`, { token: stranger.token })).status).toBe(404)
})

test('a release ends by its date without any job', async () => {
  await f.settings('credit-settings', { releaseValidDays: 0 })
  const order = await reviewed(await limited(100), 2)
  await f.verb('credit-releases', (await requestOf(order)).id, 'release', {}, large)
  expect(codesOf(await f.call('orders', order.id, 'approve'))).toContain('RELEASE_REQUIRED')
})

test('un-hold is checked again: the limit fell while the order was on hold', async () => {
  const customer = await limited(1000)
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 5 }])
  await f.verb('orders', order.id, 'hold', { reason: '客户拖款' })
  done(await app.api.patch(`/customers/${customer.id}`, { token: f.admin.token, body: { credit: { limit: 400 } } }))
  expect(codesOf(await f.call('orders', order.id, 'resume'))).toEqual(['CREDIT_LIMIT_EXCEEDED', 'RELEASE_REQUIRED'])
  const asked = done(await app.api.post('/credit-releases', { token: f.clerk.token, body: { document: { slug: 'orders', id: order.id } } }))
  await f.verb('credit-releases', asked.id, 'release', {}, small)
  await f.verb('orders', order.id, 'resume')
})

test('the excess others caused meanwhile is not released with it beyond the quota of whoever released', async () => {
  const customer = await limited(1000)
  const a = await reviewed(customer, 12)
  const b = await reviewed(customer, 30)
  await f.verb('credit-releases', (await requestOf(a)).id, 'release', {}, small)
  expect(codesOf(await f.call('orders', a.id, 'approve'))).toContain('RELEASE_REQUIRED')
  await f.verb('orders', b.id, 'cancel', { reason: '客户取消' })
  await f.verb('orders', a.id, 'approve')
})

test('one bulk approval of 20 orders beyond the limit approves those that fit and tells the others why', async () => {
  await f.settings('credit-settings', { moment: 'approve', action: 'forbid' })
  const customer = await limited(1000)
  const ids: number[] = []
  for (let n = 0; n < 20; n += 1) ids.push((await reviewed(customer, 1)).id)
  const { body } = await app.api.post('/orders/bulk/approve', { token: f.boss.token, body: { ids } })
  expect(body.results.filter(({ ok }) => ok)).toHaveLength(10)
  expect(new Set(body.results.filter(({ ok }) => !ok).flatMap((r) => r.errors[0].data.errors.map((e) => e.code)))).toEqual(
    new Set(['CREDIT_LIMIT_EXCEEDED']),
  )
  expect((await f.credit(customer.id)).exposure).toBe(1000)
})

test('an order-change of more is asked for and released beforehand; applied, it voids what was released for less', async () => {
  const order = await reviewed(await limited(1000), 12)
  const first = await requestOf(order)
  await f.verb('credit-releases', first.id, 'release', {}, small)
  await f.verb('orders', order.id, 'approve')
  const ask = () =>
    app.api.post('/credit-releases?depth=0', { token: f.clerk.token, body: { document: { relationTo: 'orders', value: order.id } } })
  const lines = [{ line: order.lines[0].id, qty: 15 }]
  const change = await f.create('orders', order.id, 'create-change', { reason: '加量', lines })
  await f.verb('order-changes', change.id, 'submit')
  const refused = await f.call('order-changes', change.id, 'approve')
  expect([refused.status, codesOf(refused)]).toEqual([400, ['CREDIT_LIMIT_EXCEEDED', 'RELEASE_REQUIRED']])
  const asked = done(await ask())
  expect([asked.amount, asked.alarms.length]).toEqual([1500, 1])
  expect((await f.read('credit-releases', asked.id)).alarms[0].excess).toBe(500)
  await f.verb('credit-releases', asked.id, 'release', {}, small)
  await f.verb('order-changes', change.id, 'approve')
  expect(await f.read('orders', order.id)).toMatchObject({ grossTotal: 1500, creditStatus: 'released' })
  expect((await f.read('credit-releases', first.id)).status).toBe('void')
  expect((await f.read('credit-releases', asked.id)).status).toBe('released')
  const delivery = await f.create('orders', order.id, 'create-delivery')
  expect((await f.call('deliveries', delivery.id, 'approve')).status).toBe(200)
})

test('a refused reopening is released beforehand too', async () => {
  await f.settings('credit-settings', { moment: 'approve' })
  const customer = await limited(1000)
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 8 }])
  await f.verb('orders', order.id, 'short-close', { reason: '客户不要了' })
  await f.approvedOrder(customer.id, [{ item: item.id, qty: 5 }])
  expect(codesOf(await f.call('orders', order.id, 'reopen'))).toEqual(['CREDIT_LIMIT_EXCEEDED', 'RELEASE_REQUIRED'])
  const asked = done(
    await app.api.post('/credit-releases', { token: f.clerk.token, body: { document: { relationTo: 'orders', value: order.id } } }),
  )
  await f.verb('credit-releases', asked.id, 'release', {}, small)
  expect((await f.verb('orders', order.id, 'reopen')).status).toBe('approved')
})

test('nobody is asked any more once the order is cancelled, or fits by itself', async () => {
  const customer = await limited(1000)
  const cancelled = await f.order(customer.id, [{ item: item.id, qty: 12 }])
  await f.verb('orders', cancelled.id, 'cancel', { reason: '客户取消' })
  expect((await requestOf(cancelled)).status).toBe('void')
  expect((await app.api.delete(`/orders/${cancelled.id}`, { token: f.boss.token })).status).toBe(403)
  const waiting = await reviewed(customer, 12)
  done(await app.api.patch(`/customers/${customer.id}`, { token: f.admin.token, body: { credit: { limit: 1200 } } }))
  await f.verb('orders', waiting.id, 'approve')
  expect((await requestOf(waiting)).status).toBe('void')
  expect((await f.read('orders', waiting.id)).creditStatus).toBe('passed')
})

test('why it should pass stands in the request, what the approver says in the alarm, and the mail leads to the desk', async () => {
  const order = await reviewed(await limited(100), 2)
  const request = await requestOf(order)
  await f.verb('credit-releases', request.id, 'explain', { remark: '老客户，月底回款' }, f.clerk)
  expect((await f.read('credit-releases', request.id)).remark).toBe('老客户，月底回款')
  const stranger = await f.person(['sales'])
  expect((await f.call('credit-releases', request.id, 'explain', { remark: 'x' }, stranger)).status).toBe(404)
  const { docs } = await app.payload.find({
    collection: 'outbox',
    where: { and: [{ relatedSlug: { equals: 'credit-releases' } }, { relatedId: { equals: String(request.id) } }] },
    overrideAccess: true,
  })
  expect(docs[0]?.text).toContain(`/admin/credit-releases?request=${request.id}`)
  await f.verb('credit-releases', request.id, 'release', { comment: '仅此一次' }, large)
  expect((await f.read('credit-releases', request.id)).alarms[0]).toMatchObject({ comment: '仅此一次', quota: 5000 })
})

test('the document itself asks: a button with the reason, one request, the words go into the open one', async () => {
  await f.settings('credit-settings', { moment: 'approve' })
  const order = await reviewed(await limited(100), 2)
  const offered = async () => done(await app.api.get(`/orders/${order.id}/verbs`, { token: f.clerk.token })).verbs.map(({ name }) => name)
  expect(await offered()).toContain('ask-release')
  const first = await f.call('orders', order.id, 'ask-release', { remark: '客户月底付款' }, f.clerk)
  expect([first.status, first.body.created.slug]).toEqual([200, 'credit-releases'])
  expect((await requestOf(order)).remark).toBe('客户月底付款')
  const heard = done(await app.api.get('/notifications?limit=50&depth=0', { token: large.token })).docs
  expect(heard.map(({ related }) => related)).toContainEqual({ slug: 'credit-releases', id: first.body.created.id })
  const second = await f.call('orders', order.id, 'ask-release', { remark: '已收到汇票' }, f.clerk)
  expect(second.body.created).toEqual(first.body.created)
  expect((await requestOf(order)).remark).toBe('已收到汇票')
  const stranger = await f.person(['sales'])
  expect((await f.call('orders', order.id, 'ask-release', {}, stranger)).status).toBe(404)
  const fitting = await reviewed(await limited(1000), 2)
  expect(codesOf(await f.call('orders', fitting.id, 'ask-release', {}, f.clerk))).toEqual(['NOTHING_OPEN'])
})

test('a change of an approved order over the limit is asked for where it is refused, let pass by another than who wants it, and applied', async () => {
  const order = await f.order((await limited(1000)).id, [{ item: item.id, qty: 10 }])
  for (const verb of ['submit', 'approve']) await f.verb('orders', order.id, verb)
  const more = (qty: number, by = f.clerk) =>
    f.create('orders', order.id, 'create-change', { reason: '客户加单', lines: [{ line: order.lines[0].id, qty }] }, by)
  const ask = (id: number, by = f.clerk) => f.call('order-changes', id, 'ask-release', { remark: '下周回款' }, by)
  const first = await more(12)
  await f.verb('order-changes', first.id, 'submit')
  const refused = await f.call('order-changes', first.id, 'approve')
  expect(findingOf(refused, 'RELEASE_REQUIRED')).toMatchObject({ cure: { action: 'requestRelease' } })
  const { created } = (await ask(first.id)).body
  // once, whoever asks again
  expect((await ask(first.id)).body.created).toEqual(created)
  const request = await requestOf(order)
  expect([request.id, request.documentNo, request.remark, request.alarms[0].excess]).toEqual([created.id, order.no, '下周回款', 200])
  await f.verb('credit-releases', created.id, 'release', {}, small)
  await f.verb('order-changes', first.id, 'approve')
  const after = await f.read('orders', order.id)
  expect([after.lines[0].qty, after.status, after.creditStatus]).toEqual([12, 'approved', 'released'])

  // whoever wants it does not let it pass, though the order is another's, and has no button for it
  const eager = await f.person(['sales'], { releaseQuota: 5000, dataScope: 'all' })
  const own = await more(13, eager)
  await f.verb('order-changes', own.id, 'submit')
  const second = (await ask(own.id, eager)).body.created
  const buttons = async (by: Person) =>
    done(await app.api.get(`/credit-releases/${second.id}/verbs`, { token: by.token })).verbs.map(({ name }) => name)
  expect([(await buttons(eager)).includes('release'), (await buttons(large)).includes('release')]).toEqual([false, true])
  expect(codesOf(await f.call('credit-releases', second.id, 'release', {}, eager))).toEqual(['FOUR_EYES'])
  await f.verb('order-changes', own.id, 'cancel', { reason: '不加了' })
})

test('the findings stored with a document tell nobody the excess who may not know the limit, neither in facts nor in words', async () => {
  const customer = await limited(1234.56)
  const order = await f.order(customer.id, [{ item: item.id, qty: 20 }], f.boss, { salesperson: f.clerk.id })
  const [told] = (await f.read('orders', order.id)).checks
  expect([told.facts.excess, told.message.includes('765.44')]).toEqual([765.44, true])
  const hidden = (await f.read('orders', order.id, f.clerk)).checks
  expect(hidden[0].code).toBe('CREDIT_LIMIT_EXCEEDED')
  expect(JSON.stringify(hidden)).not.toMatch(/765\.44|1234\.56/)
})
