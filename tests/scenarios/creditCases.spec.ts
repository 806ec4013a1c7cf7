import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, findingOf, openFactory } from '../support/story'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory
let item: Told<'items'>

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  await f.settings('order-settings', { directDeliveries: true, issueOnApprove: true })
  item = await f.item({ availabilityMode: 'off' })
})
beforeEach(() => f.settings('credit-settings', { action: 'forbid', moment: 'save', watchRatio: 90 }))
afterAll(() => app.close())

const post = (slug: string, body: Record<string, unknown>) => app.api.post(`/${slug}?depth=0`, { token: f.boss.token, body })
const goods = (qty: number, price?: number) => [
  { item: item.id, qty, warehouse: f.warehouse.id, ...(price === undefined ? {} : { price }) },
]
const setCredit = async (customer: { id: number }, credit: Record<string, unknown>) =>
  done(await app.api.patch(`/customers/${customer.id}`, { token: f.admin.token, body: { credit } }))
const exposure = async (customer: { id: number }): Promise<number> => (await f.credit(customer.id)).exposure
const shipped = async (customer: { id: number }, qty: number, price?: number) => {
  const delivery = done(await post('deliveries', { customer: customer.id, lines: goods(qty, price) }))
  await f.verb('deliveries', delivery.id, 'approve')
  return f.read('deliveries', delivery.id)
}
const billed = async (customer: { id: number }, qty: number, price?: number) => {
  const invoice = await f.create('deliveries', (await shipped(customer, qty, price)).id, 'create-invoice')
  await f.verb('invoices', invoice.id, 'approve')
  return f.read('invoices', invoice.id)
}
const openOrder = async (customer: { id: number }, qty: number) => {
  const order = await f.order(customer.id, [{ item: item.id, qty }])
  await f.verb('orders', order.id, 'submit')
  return order
}

test('CR-01: receivable 3,000 and open orders 1,000 of 5,000: 1,000.00 passes, 1,000.01 alarms with 0.01', async () => {
  const customer = await f.customer({ credit: { control: true, limit: 5000 } })
  await billed(customer, 30)
  await f.order(customer.id, [{ item: item.id, qty: 10 }])
  const refused = await f.tryOrder(customer.id, [{ item: item.id, qty: 1, price: 1000.01 }])
  expect(findingOf(refused, 'CREDIT_LIMIT_EXCEEDED')?.facts).toMatchObject({ excess: 0.01 })
  expect((await f.tryOrder(customer.id, [{ item: item.id, qty: 1, price: 1000 }])).status).toBe(201)
})

test('CR-05: limit 100, nothing owed, a delivery of 60 passes and shows 60, not 120', async () => {
  const customer = await f.customer({ credit: { control: true, limit: 100 } })
  await shipped(customer, 1, 60)
  expect(await f.credit(customer.id)).toMatchObject({ exposure: 60, free: 40, buckets: { orders: 0, deliveries: 60 } })
})

test('CR-10: limit 50 below what is outstanding: approving an order, a delivery, an invoice is refused, each stays a draft', async () => {
  await f.settings('credit-settings', { moment: 'approve' })
  const customer = await f.customer({ credit: { control: true, limit: null } })
  await billed(customer, 10)
  const order = await openOrder(customer, 1)
  const delivery = done(await post('deliveries', { customer: customer.id, lines: goods(1) }))
  const invoice = done(await post('invoices', { customer: customer.id, lines: [{ item: item.id, qty: 1 }] }))
  await setCredit(customer, { control: true, limit: (await exposure(customer)) - 50 })
  for (const [slug, id, status] of [
    ['orders', order.id, 'reviewed'],
    ['deliveries', delivery.id, 'draft'],
    ['invoices', invoice.id, 'draft'],
  ] as const) {
    expect([slug, codesOf(await f.call(slug, id, 'approve'))]).toEqual([slug, ['CREDIT_LIMIT_EXCEEDED']])
    expect((await f.read(slug, id)).status).toBe(status)
  }
})

test('CR-13: closing an order frees its credit; when another has taken it, reopening is refused, for a line too', async () => {
  const customer = await f.customer({ credit: { control: true, limit: 1000 } })
  const first = await f.approvedOrder(customer.id, [
    { item: item.id, qty: 4 },
    { item: item.id, qty: 6 },
  ])
  await f.verb('orders', first.id, 'short-close', { reason: '客户不要了' })
  expect(await exposure(customer)).toBe(0)
  const other = await f.approvedOrder(customer.id, [{ item: item.id, qty: 5 }])
  const refused = await f.call('orders', first.id, 'reopen')
  expect([refused.status, codesOf(refused), findingOf(refused, 'CREDIT_LIMIT_EXCEEDED')?.facts]).toMatchObject([
    400,
    ['CREDIT_LIMIT_EXCEEDED'],
    { exposureAfter: 1500, excess: 500 },
  ])
  expect((await f.read('orders', first.id)).status).toBe('closed')
  expect(codesOf(await f.call('orders', first.id, 'reopen', { lines: [first.lines[1].id] }))).toEqual(['CREDIT_LIMIT_EXCEEDED'])
  await f.verb('orders', first.id, 'reopen', { lines: [first.lines[0].id] })
  expect(await exposure(customer)).toBe(900)
  await f.verb('orders', other.id, 'cancel', { reason: '取消' })
  await f.verb('orders', first.id, 'reopen')
  expect(await exposure(customer)).toBe(1000)
})

test.each([
  [900, 'ok'],
  [900.01, 'watch'],
  [1000, 'watch'],
  [1000.01, 'hold'],
])('CR-24: an exposure of %s of 1,000 is %s', async (amount, status) => {
  const customer = await f.customer()
  await f.order(customer.id, [{ item: item.id, qty: 1, price: amount }])
  await setCredit(customer, { control: true, limit: 1000 })
  expect(await f.credit(customer.id)).toMatchObject({ exposure: amount, status })
})

test('CR-25: credit notes, returns, receipts and documents of zero are never blocked, on a stop and far over the limit neither', async () => {
  const customer = await f.customer()
  const invoice = await billed(customer, 10)
  const goodsOut = await shipped(customer, 4)
  await setCredit(customer, { control: true, limit: 0, hold: 'stop' })
  const note = await f.create('invoices', invoice.id, 'create-credit-note', { lines: [{ invoiceLine: invoice.lines[0].id, qty: 3 }] })
  expect((await f.verb('invoices', note.id, 'approve')).status).toBe('approved')
  const back = await f.create('deliveries', goodsOut.id, 'create-return', {
    kind: 'refund',
    lines: [{ deliveryLine: goodsOut.lines[0].id, qty: 4 }],
  })
  expect((await f.call('returns', back.id, 'approve')).status).toBe(200)
  const receipt = done(await post('receipts', { customer: customer.id, amount: 100 }))
  await f.verb('receipts', receipt.id, 'approve')
  await f.verb('receipts', receipt.id, 'bounce', { reason: '空头支票' })
  // what is credited without a return has still been delivered, and may be billed again
  expect(await f.credit(customer.id)).toMatchObject({ buckets: { deliveries: 300, receivable: 700 } })
  const free = await f.tryOrder(customer.id, [{ item: item.id, qty: 2, free: true }])
  expect([free.status, free.body.doc?.grossTotal]).toEqual([201, 0])
})

test('what lowers the exposure always passes: less on a draft, a change to less, short-close and cancel of an order over the limit', async () => {
  const customer = await f.customer()
  const draft = await f.order(customer.id, [{ item: item.id, qty: 5 }])
  const approved = await f.approvedOrder(customer.id, [{ item: item.id, qty: 5 }])
  await setCredit(customer, { control: true, limit: 100 })
  done(await app.api.patch(`/orders/${draft.id}`, { token: f.clerk.token, body: { lines: [{ ...draft.lines[0], qty: 4 }] } }))
  const change = await f.create('orders', approved.id, 'create-change', { reason: '少要', lines: [{ line: approved.lines[0].id, qty: 3 }] })
  await f.verb('order-changes', change.id, 'submit')
  await f.verb('order-changes', change.id, 'approve')
  expect(await exposure(customer)).toBe(700)
  await f.verb('orders', approved.id, 'short-close', { reason: '不要了' })
  await f.verb('orders', draft.id, 'cancel', { reason: '不要了' })
  expect(await exposure(customer)).toBe(0)
})

test('forbid: a change that raises an approved order over the limit is refused, up to the limit it passes', async () => {
  const customer = await f.customer({ credit: { control: true, limit: 1000 } })
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 8 }])
  const changed = async (qty: number) => {
    const change = await f.create('orders', order.id, 'create-change', { reason: '加量', lines: [{ line: order.lines[0].id, qty }] })
    await f.verb('order-changes', change.id, 'submit')
    return { change, answer: await f.call('order-changes', change.id, 'approve') }
  }
  const { change, answer } = await changed(11)
  expect([answer.status, codesOf(answer), findingOf(answer, 'CREDIT_LIMIT_EXCEEDED')?.facts]).toMatchObject([
    400,
    ['CREDIT_LIMIT_EXCEEDED'],
    { exposureAfter: 1100, excess: 100 },
  ])
  expect((await f.read('orders', order.id)).grossTotal).toBe(800)
  await f.verb('order-changes', change.id, 'cancel', { reason: '太多' })
  expect((await changed(10)).answer.status).toBe(200)
  expect(await exposure(customer)).toBe(1000)
})

test('what is left of a credit note is set off against other invoices of the payer, oldest due first, and taken back', async () => {
  const customer = await f.customer()
  const paid = await billed(customer, 10)
  const receipt = done(await post('receipts', { customer: customer.id, amount: 1000, allocations: [{ invoice: paid.id, amount: 1000 }] }))
  await f.verb('receipts', receipt.id, 'approve')
  const note = await f.create('invoices', paid.id, 'create-credit-note', { lines: [{ invoiceLine: paid.lines[0].id, qty: 4 }] })
  await f.verb('invoices', note.id, 'approve')
  const [old, young] = [await billed(customer, 3), await billed(customer, 5)]
  const { rows } = done(await app.api.get(`/set-off-proposal/${note.id}`, { token: f.boss.token }))
  expect(rows).toMatchObject([
    { id: old.id, openAmount: 300, proposed: 300 },
    { id: young.id, openAmount: 500, proposed: 100 },
  ])
  const stranger = await f.person(['sales'])
  expect((await app.api.get(`/set-off-proposal/${note.id}`, { token: stranger.token })).status).toBe(404)
  const over = await f.call('invoices', note.id, 'allocate', { allocations: [{ invoice: young.id, amount: 400.01 }] })
  expect([over.status, codesOf(over)]).toEqual([400, ['OVER_ALLOCATION']])
  await f.verb('invoices', note.id, 'allocate')
  const figures = async () => [
    ...(await Promise.all([note, old, young].map(async ({ id }) => (await f.read('invoices', id)).openAmount))),
    (await f.credit(customer.id)).buckets.receivable,
  ]
  expect(await figures()).toEqual([0, 0, 400, 400])
  const undo = await f.call('invoices', old.id, 'unapprove')
  expect([codesOf(undo), findingOf(undo, 'DOWNSTREAM_EXISTS')?.facts['documents']]).toMatchObject([
    ['DOWNSTREAM_EXISTS'],
    [{ no: note.no, amount: 300 }],
  ])
  await f.verb('invoices', note.id, 'unallocate', { allocations: [{ invoice: old.id, amount: 100 }] })
  expect(await figures()).toEqual([-100, 100, 400, 400])
  await f.verb('invoices', note.id, 'unallocate')
  expect(await figures()).toEqual([-400, 300, 500, 400])
  expect(codesOf(await f.call('invoices', old.id, 'allocate'))).toEqual(['NOTHING_OPEN'])
})

test('a credit note of one salesperson that settles the invoice of another frees the one who sold', async () => {
  const [li, wang] = [await f.person(['sales'], { editPrice: true }), await f.person(['sales'], { editPrice: true })]
  const customer = await f.customer()
  const sold = async (salesperson: number, qty: number) => {
    const delivery = done(await post('deliveries', { customer: customer.id, salesperson, lines: goods(qty) }))
    await f.verb('deliveries', delivery.id, 'approve')
    const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
    await f.verb('invoices', invoice.id, 'approve')
    return f.read('invoices', invoice.id)
  }
  const his = await sold(li.id, 2)
  await sold(wang.id, 5)
  const receipt = done(await post('receipts', { customer: customer.id, amount: 200, allocations: [{ invoice: his.id, amount: 200 }] }))
  await f.verb('receipts', receipt.id, 'approve')
  const note = await f.create('invoices', his.id, 'create-credit-note', {
    priceOnly: true,
    lines: [{ invoiceLine: his.lines[0].id, qty: 2, price: 0 }],
  })
  await f.verb('invoices', note.id, 'approve')
  const owed = async () =>
    Promise.all([li, wang].map(async ({ id }) => done(await app.api.get(`/credit/users/${id}`, { token: f.boss.token })).exposure))
  expect(await owed()).toEqual([-200, 500])
  await f.verb('invoices', note.id, 'allocate')
  expect([await owed(), await exposure(customer)]).toEqual([[0, 300], 300])
})

test('C-04: an invoice without terms is due the same day, by end of next month on its last day, leap years too', async () => {
  const terms = await f.master('payment-terms', { code: 'EONM', name: '次月末', kind: 'endOfNextMonth' })
  const due = async (customer: { id: number }, date: string): Promise<string> => {
    const delivery = done(await post('deliveries', { customer: customer.id, date, lines: goods(1) }))
    await f.verb('deliveries', delivery.id, 'approve')
    return (await f.create('deliveries', delivery.id, 'create-invoice', { date })).dueDate
  }
  expect(await due(await f.customer(), '2016-01-22')).toBe('2016-01-22')
  const monthly = await f.customer({ paymentTerms: terms.id })
  expect([await due(monthly, '2016-01-22'), await due(monthly, '2017-01-22')]).toEqual(['2016-02-29', '2017-02-28'])
})

test('after all of this the books agree with the documents', async () => {
  const { verifyLedgers } = await import('@/src/questions/control/verifyLedgers')
  const { inTransaction } = await import('@/src/db/transaction')
  const { createLocalReq } = await import('payload')
  const req = await createLocalReq({}, app.payload)
  expect(await inTransaction(req, () => verifyLedgers(req))).toEqual([])
})
