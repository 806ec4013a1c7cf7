import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, findingOf, openFactory } from '../support/story'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
})
afterAll(() => app.close())

type Order = Told<'orders'>

async function order(
  qty: number,
  more: { customer?: Record<string, unknown>; item?: Record<string, unknown>; onHand?: number } = {},
): Promise<{ order: Order; item: Told<'items'>; customer: Told<'customers'> }> {
  const customer = await f.customer(more.customer)
  const item = await f.item(more.item)
  await f.receive({ item: item.id, qty: more.onHand ?? 100 })
  return { order: await f.approvedOrder(customer.id, [{ item: item.id, qty }]), item, customer }
}
const ship = async (from: Order, qty: number, line = from.lines[0].id) => {
  const delivery = await f.create('orders', from.id, 'create-delivery', { lines: [{ orderLine: line, qty }] })
  await f.verb('deliveries', delivery.id, 'approve')
  return f.read('deliveries', delivery.id)
}
const bill = async (delivery: { id: number }, lines?: object) => {
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice', lines ? { lines } : {})
  await f.verb('invoices', invoice.id, 'approve')
  return f.read('invoices', invoice.id)
}
const tryChange = async (id: number, lines: object[], more: object = {}) =>
  f.call('orders', id, 'create-change', { reason: '客户要求', lines, ...more })
/** Made, submitted and approved: what the change's last step answered. */
async function change(id: number, lines: object[], more: object = {}) {
  const made = await tryChange(id, lines, more)
  if (made.status >= 300) return made
  const change = made.body.created.id as number
  done(await f.call('order-changes', change, 'submit'))
  return f.call('order-changes', change, 'approve')
}

test('O-34: a short-closed line frees its reservation and credit, the header closes with the last line, reopening restores everything', async () => {
  const { order: o, item, customer } = await order(100, { onHand: 110 })
  const other = await f.item()
  await f.receive({ item: other.id, qty: 50 })
  const two = await f.approvedOrder(customer.id, [
    { item: item.id, qty: 0.0001 },
    { item: other.id, qty: 50 },
  ])
  await ship(o, 40)
  const before = await f.credit(customer.id)
  const wordless = await f.call('orders', o.id, 'short-close', { lines: [o.lines[0].id] })
  expect([wordless.status, codesOf(wordless)]).toEqual([400, ['INVALID_INPUT']])
  await f.verb('orders', two.id, 'short-close', { lines: [two.lines[1].id], reason: '客户取消' })
  expect([(await f.read('orders', two.id)).status, await f.stock(other.id)]).toEqual([
    'approved',
    { onHand: 50, reserved: 0, available: 50 },
  ])
  expect((await f.credit(customer.id)).buckets.orders).toBe(before.buckets.orders - 5000)
  await f.verb('orders', o.id, 'short-close', { reason: '余量不要' })
  const closed = await f.read('orders', o.id)
  expect([closed.status, closed.lines[0].shortClosed, closed.lines[0].openQty]).toEqual(['closed', 60, 0])
  expect((await f.stock(item.id)).reserved).toBe(0.0001)
  await f.verb('orders', o.id, 'reopen')
  const open = await f.read('orders', o.id)
  expect([open.status, open.lines[0].shortClosed, open.lines[0].openQty]).toEqual(['approved', 0, 60])
  expect((await f.stock(item.id)).reserved).toBe(60.0001)
  const again = await f.call('orders', o.id, 'reopen')
  expect([again.status, codesOf(again)]).toEqual([400, ['NOTHING_OPEN']])
})

test('O-35: a fully delivered line cannot be short-closed', async () => {
  const { order: o } = await order(5)
  await ship(o, 5)
  const refused = await f.call('orders', o.id, 'short-close', { lines: [o.lines[0].id], reason: '结束' })
  expect([refused.status, codesOf(refused)]).toEqual([400, ['NOTHING_OPEN']])
})

test('O-34, O-37: reopening runs availability and credit again', async () => {
  await f.settings('credit-settings', { action: 'forbid', moment: 'save' })
  const customer = await f.customer({ credit: { control: true, limit: 1000 } })
  const item = await f.item()
  await f.receive({ item: item.id, qty: 10 })
  const first = await f.approvedOrder(customer.id, [{ item: item.id, qty: 9 }])
  await f.verb('orders', first.id, 'short-close', { reason: '结束' })
  const second = await f.approvedOrder(customer.id, [{ item: item.id, qty: 9 }])
  const refused = await f.call('orders', first.id, 'reopen')
  expect(refused.status).toBe(400)
  expect(codesOf(refused).sort()).toEqual(['CREDIT_LIMIT_EXCEEDED', 'NOT_AVAILABLE'])
  await f.verb('orders', second.id, 'short-close', { reason: '结束' })
  await f.verb('orders', first.id, 'reopen')
})

test('O-07: an order on hold stops deliveries, a reason is mandatory, resuming weighs credit again', async () => {
  await f.settings('credit-settings', { action: 'forbid', moment: 'save' })
  const { order: o, customer } = await order(10, { customer: { credit: { control: true, limit: 1000 } } })
  const shipped = await ship(o, 4)
  expect((await f.call('orders', o.id, 'hold')).status).toBe(400)
  await f.verb('orders', o.id, 'hold', { reason: '等客户确认' })
  const refused = await f.call('orders', o.id, 'create-delivery')
  expect([refused.status, codesOf(refused)]).toEqual([400, ['ON_HOLD']])
  await bill(shipped)
  done(await app.api.patch(`/customers/${customer.id}`, { token: f.admin.token, body: { credit: { control: true, limit: 900 } } }))
  const tight = await f.call('orders', o.id, 'resume')
  expect([tight.status, codesOf(tight)]).toEqual([400, ['CREDIT_LIMIT_EXCEEDED']])
  done(await app.api.patch(`/customers/${customer.id}`, { token: f.admin.token, body: { credit: { control: true, limit: 1000 } } }))
  await f.verb('orders', o.id, 'resume')
  await ship(o, 6)
})

test('O-40, O-41: a line is added to a delivered order, its quantity raised with a new price, but not below what is delivered', async () => {
  const { order: o, item } = await order(4)
  await ship(o, 4)
  const other = await f.item()
  await f.receive({ item: other.id, qty: 20 })
  done(await change(o.id, [{ item: other.id, qty: 7, price: 200 }]))
  const added = await f.read('orders', o.id)
  expect([added.lines[1].gross, added.grossTotal, added.deliveryStatus, added.revision]).toEqual([1400, 1800, 'partly', 2])
  expect((await f.stock(other.id)).reserved).toBe(7)
  done(await change(o.id, [{ line: o.lines[0].id, qty: 7, price: 200 }]))
  const raised = await f.read('orders', o.id)
  expect([raised.lines[0].gross, (await f.stock(item.id)).reserved, raised.revision]).toEqual([1400, 3, 3])
  const below = await change(o.id, [{ line: o.lines[0].id, qty: 2 }])
  expect([below.status, codesOf(below), findingOf(below, 'BELOW_PROCESSED')?.facts['delivered']]).toEqual([400, ['BELOW_PROCESSED'], 4])
  const gone = await change(o.id, [{ line: o.lines[0].id, remove: true }])
  expect(codesOf(gone)).toEqual(['BELOW_PROCESSED'])
  const swapped = await change(o.id, [{ line: o.lines[0].id, item: other.id }])
  expect(codesOf(swapped)).toEqual(['BELOW_PROCESSED'])
  done(await change(o.id, [{ line: added.lines[1].id, remove: true }]))
  const removed = await f.read('orders', o.id)
  expect([removed.lines.length, removed.grossTotal, (await f.stock(other.id)).reserved]).toEqual([1, 1400, 0])
  const told = done(await app.api.get(`/revisions/orders/${o.id}`, { token: f.boss.token }))
  expect(told.revisions.map((row: { revision: number }) => row.revision)).toEqual([1, 2, 3, 4])
  const compared = done(await app.api.get(`/revisions/orders/${o.id}?from=2&to=3`, { token: f.boss.token }))
  expect(compared.changes).toEqual(expect.arrayContaining([{ path: 'lines.0.qty', before: 4, after: 7 }]))
})

test('O-46: a change is weighed with its new value, a reduction always passes', async () => {
  await f.settings('credit-settings', { action: 'forbid', moment: 'save' })
  const { order: o, customer } = await order(1, { customer: { credit: { control: true, limit: 150 } } })
  const refused = await change(o.id, [{ line: o.lines[0].id, qty: 2 }])
  expect([refused.status, codesOf(refused)]).toEqual([400, ['CREDIT_LIMIT_EXCEEDED']])
  expect((await f.read('orders', o.id)).lines[0].qty).toBe(1)
  const { docs } = done(await app.api.get(`/order-changes?where[order][equals]=${o.id}&depth=0`, { token: f.boss.token }))
  await f.verb('order-changes', docs[0].id, 'cancel', { reason: '不做' })
  done(await app.api.patch(`/customers/${customer.id}`, { token: f.admin.token, body: { credit: { control: true, limit: 50 } } }))
  done(await change(o.id, [{ line: o.lines[0].id, qty: 0.9 }]))
  expect((await f.credit(customer.id)).buckets.orders).toBe(90)
})

test('O-47: a draft delivery made before a change is stale until it is refreshed', async () => {
  const { order: o, item } = await order(10)
  const draft = await f.create('orders', o.id, 'create-delivery')
  done(await change(o.id, [{ line: o.lines[0].id, qty: 8, price: 90 }]))
  expect([(await f.read('deliveries', draft.id)).stale, (await f.stock(item.id)).reserved]).toEqual([true, 8])
  const stale = await f.call('deliveries', draft.id, 'approve')
  expect([stale.status, codesOf(stale)]).toEqual([409, ['STALE_VERSION']])
  expect((await f.call('deliveries', draft.id, 'refresh')).status).toBe(400) // 10 of 8
  const [line] = (await f.read('deliveries', draft.id)).lines
  done(await app.api.patch(`/deliveries/${draft.id}`, { token: f.boss.token, body: { lines: [{ ...line, qty: 8 }] } }))
  const fresh = await f.read('deliveries', draft.id)
  expect([fresh.stale, fresh.grossTotal, (await f.stock(item.id)).reserved]).toEqual([false, 720, 8])
  await f.verb('deliveries', draft.id, 'approve')
})

test('O-48: a new price applies to what is not invoiced, delivered or not; the invoiced part keeps its amount', async () => {
  const { order: o, customer } = await order(10)
  const first = await ship(o, 6)
  await bill(first, [{ deliveryLine: first.lines[0].id, qty: 4 }])
  done(await change(o.id, [{ line: o.lines[0].id, price: 200 }]))
  expect((await f.read('orders', o.id)).grossTotal).toBe(1600)
  expect((await f.credit(customer.id)).buckets).toMatchObject({ receivable: 400, deliveries: 400, orders: 800 })
  expect((await bill(first)).grossTotal).toBe(400)
  const rest = await ship(await f.read('orders', o.id), 4)
  expect(rest.grossTotal).toBe(800)
  expect((await bill(rest)).grossTotal).toBe(800)
  const end = await f.read('orders', o.id)
  expect([end.status, (await f.credit(customer.id)).buckets]).toEqual([
    'closed',
    { receivable: 1600, deliveries: 0, orders: 0, unauditedInvoices: 0 },
  ])
})

test('a change gives an order another freight: what is billed keeps its tax, the rest is taxed anew, credit follows; what cannot be is refused', async () => {
  const customer = await f.customer()
  const item = await f.item({ taxRate: 13, availabilityMode: 'off' })
  const { id } = await f.approvedOrder(customer.id, [{ item: item.id, qty: 3, price: 113 }], { freight: 113 })
  const read = () => f.read('orders', id)
  const shipped = async (qty: number) => ship(await read(), qty)
  expect(await bill(await shipped(1))).toMatchObject({ freight: 37.67, freightNet: 33.34 })
  const refused = async (lines: object[], more: object) => {
    const answer = await tryChange(id, lines, more)
    const [code = 'none'] = codesOf(answer)
    return [answer.status, code, findingOf(answer, code)?.path]
  }
  expect(await refused([], { freight: 37.66 })).toEqual([400, 'BELOW_PROCESSED', 'freight'])
  expect(await refused([], { freight: 113, freightTaxRate: 13 })).toEqual([400, 'INVALID_INPUT', 'lines'])
  const [line] = (await read()).lines
  expect(await refused([{ line: line.id, qty: 1 }], { freight: 50 })).toEqual([400, 'PRICE_LOCKED', 'freight'])
  done(await change(id, [], { freight: 150, freightTaxRate: 9 }))
  expect(await read()).toMatchObject({ freightNet: 136.4, freightTax: 13.6, netTotal: 436.4, grossTotal: 489, revision: 2 })
  expect((await f.credit(customer.id)).buckets).toMatchObject({ orders: 338.33, receivable: 150.67 })
  const draft = await f.create('deliveries', (await shipped(1)).id, 'create-invoice')
  expect(draft).toMatchObject({ freight: 62.33, freightTaxRate: 9, freightNet: 57.19 })
  expect(codesOf(await change(id, [], { freight: 200 }))).toEqual(['DOWNSTREAM_EXISTS'])
  await f.verb('invoices', draft.id, 'approve')
  const [waiting] = done(
    await app.api.get(`/order-changes?where[order][equals]=${id}&where[status][equals]=inReview`, { token: f.boss.token }),
  ).docs
  await f.verb('order-changes', waiting.id, 'cancel', { reason: '不做' })
  // nothing is left to bill: the rest of the freight lapses with the last piece
  done(await change(id, [{ line: line.id, qty: 2 }]))
  const end = await read()
  expect(end).toMatchObject({ status: 'closed', freight: 100, freightNet: 90.53, freightTax: 9.47, grossTotal: 326 })
  expect((await f.credit(customer.id)).buckets).toMatchObject({ orders: 0, deliveries: 0, receivable: 326 })
})

test('one open change per order, only affected departments review it, its author does not approve it', async () => {
  const { order: o } = await order(10)
  await f.settings('order-settings', { reviewRequired: true, fourEyes: true })
  const pmc = await f.person(['pmc'])
  const manager = await f.person(['salesManager'], { dataScope: 'all' })
  const made = await tryChange(o.id, [{ line: o.lines[0].id, qty: 9 }])
  const second = await tryChange(o.id, [{ line: o.lines[0].id, qty: 8 }])
  expect([second.status, codesOf(second)]).toEqual([409, ['OPEN_CHANGE_EXISTS']])
  const id = made.body.created.id as number
  await f.verb('order-changes', id, 'submit')
  const early = await f.call('order-changes', id, 'approve', {}, manager)
  expect([early.status, codesOf(early), findingOf(early, 'REVIEW_REQUIRED')?.facts['missing']]).toEqual([400, ['REVIEW_REQUIRED'], ['pmc']])
  const foreign = await f.call('order-changes', id, 'review', { department: 'sales', opinion: 'agree' }, manager)
  expect(codesOf(foreign)).toEqual(['NOT_YOUR_DEPARTMENT'])
  await f.verb('order-changes', id, 'review', { department: 'pmc', opinion: 'agree' }, pmc)
  expect(codesOf(await f.call('order-changes', id, 'approve'))).toEqual(['FOUR_EYES'])
  const applied = await f.verb('order-changes', id, 'approve', {}, manager)
  expect([applied.status, applied.differences[0]]).toMatchObject(['applied', { field: 'qty', before: 10, after: 9 }])
  await f.settings('order-settings', { reviewRequired: false, fourEyes: false })
})

test('O-32: delivery dates add up to the quantity, also after a change', async () => {
  const customer = await f.customer()
  const item = await f.item()
  await f.receive({ item: item.id, qty: 200 })
  const schedule = [
    { date: '2026-12-01', qty: 40 },
    { date: '2026-12-15', qty: 60 },
  ]
  expect(codesOf(await f.tryOrder(customer.id, [{ item: item.id, qty: 90, schedule }]))).toEqual(['SCHEDULE_MISMATCH'])
  const undated = [schedule[0], { date: null, qty: 60 }]
  expect(codesOf(await f.tryOrder(customer.id, [{ item: item.id, qty: 100, schedule: undated }]))).toEqual(['INVALID_INPUT'])
  const o = await f.approvedOrder(customer.id, [{ item: item.id, qty: 100, schedule }])
  expect(codesOf(await change(o.id, [{ line: o.lines[0].id, qty: 120 }]))).toEqual(['SCHEDULE_MISMATCH'])
  done(await change(o.id, [{ line: o.lines[0].id, qty: 120, schedule: [schedule[0], { date: '2026-12-15', qty: 80 }] }]))
  expect((await f.read('orders', o.id)).lines[0].schedule.map(({ qty }: { qty: number }) => qty)).toEqual([40, 80])
})

test('races: short-close against delivery, change against change, unapprove against delivery: one of the two wins', async () => {
  const { order: o, item } = await order(10)
  const draft = await f.create('orders', o.id, 'create-delivery')
  const [closing, leaving] = await Promise.all([
    f.call('orders', o.id, 'short-close', { reason: '结束' }),
    f.call('deliveries', draft.id, 'approve'),
  ])
  expect([closing.status, leaving.status].filter((status) => status === 200)).toHaveLength(1)
  expect((await f.stock(item.id)).reserved).toBe(0)
  const { order: p } = await order(10)
  const both = await Promise.all([tryChange(p.id, [{ line: p.lines[0].id, qty: 9 }]), tryChange(p.id, [{ line: p.lines[0].id, qty: 8 }])])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  const { order: q } = await order(10)
  const [undone, made] = await Promise.all([f.call('orders', q.id, 'unapprove'), f.call('orders', q.id, 'create-delivery')])
  expect([undone.status, made.status].filter((status) => status === 200)).toHaveLength(1)
})

test('an order is copied into a new draft', async () => {
  const { order: o, item } = await order(3)
  const copy = await f.create('orders', o.id, 'copy')
  expect([copy.status, copy.lines[0].item, copy.lines[0].qty, copy.grossTotal]).toEqual(['draft', item.id, 3, 300])
})

test('a change below the minimum price is refused by the line it prices, lines it does not price are not judged again', async () => {
  const { order: o } = await order(5, { item: { minPrice: 50 } })
  const refused = await change(o.id, [{ line: o.lines[0].id, price: 49.99 }])
  expect([refused.status, codesOf(refused)]).toEqual([400, ['BELOW_MINIMUM_PRICE']])
})
