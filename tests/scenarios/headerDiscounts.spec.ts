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

type Wanted = { qty: number; price?: number; item?: Record<string, unknown> }

/** An approved order less a header discount, with goods enough for it. */
async function ordered(
  headerDiscount: number,
  ...lines: Wanted[]
): Promise<{ id: number; customer: Told<'customers'>; lines: string[]; items: number[] }> {
  const customer = await f.customer()
  const items = await Promise.all(lines.map(({ item }) => f.item(item)))
  for (const { id } of items) await f.receive({ item: id, qty: 100 })
  const entered = lines.map(({ qty, price = 100 }, index) => ({ item: items[index]?.id ?? 0, qty, price }))
  const order = await f.approvedOrder(customer.id, entered, { headerDiscount })
  return { id: order.id, customer, lines: order.lines.map(({ id }: { id: string }) => id), items: items.map(({ id }) => id) }
}
const ship = async (order: number, qty: number, line: string) => {
  const delivery = await f.create('orders', order, 'create-delivery', { lines: [{ orderLine: line, qty }] })
  await f.verb('deliveries', delivery.id, 'approve')
  return f.read('deliveries', delivery.id)
}
const bill = async (delivery: { id: number }, lines?: object[]) => {
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice', lines ? { lines } : {})
  await f.verb('invoices', invoice.id, 'approve')
  return f.read('invoices', invoice.id)
}
const amountOf = (document: { grossTotal: number }): number => document.grossTotal
async function change(id: number, lines: object[]) {
  const made = await f.call('orders', id, 'create-change', { reason: '客户要求', lines })
  if (made.status >= 300) return made
  const change = made.body.created.id as number
  done(await f.call('order-changes', change, 'submit'))
  return f.call('order-changes', change, 'approve')
}
const totalOf = async (id: number): Promise<number> => amountOf(await f.read('orders', id))
/** Everything billed and still to be billed, as credit sees it. */
const exposed = async (customer: { id: number }): Promise<Record<string, number>> => (await f.credit(customer.id)).buckets

test('2 × 1.00 less 1.00, one invoiced at 0.50, changed to 1: the order is worth the 0.50 that is invoiced and closes', async () => {
  const o = await ordered(1, { qty: 2, price: 1 })
  expect(amountOf(await bill(await ship(o.id, 1, o.lines[0]!)))).toBe(0.5)
  done(await change(o.id, [{ line: o.lines[0], qty: 1 }]))
  const order = await f.read('orders', o.id)
  expect([order.grossTotal, order.lines[0].gross, order.headerDiscount, order.status]).toEqual([0.5, 0.5, 0.5, 'closed'])
  expect(await exposed(o.customer)).toEqual({ orders: 0, deliveries: 0, unauditedInvoices: 0, receivable: 0.5 })
})

test('10 × 100 less 500, 5 invoiced at 250: changed to 6 it is refused and told what is possible; to 7.5 and to 5 it passes', async () => {
  const o = await ordered(500, { qty: 10 })
  expect(amountOf(await bill(await ship(o.id, 5, o.lines[0]!)))).toBe(250)
  const refused = await change(o.id, [{ line: o.lines[0], qty: 6 }])
  const finding = findingOf(refused, 'BELOW_PROCESSED')
  expect([refused.status, codesOf(refused), finding?.facts, finding?.remedy]).toMatchObject([
    400,
    ['BELOW_PROCESSED'],
    { headerDiscount: 500, carried: 250, rest: 100, missing: 150 },
    '可行：数量不少于 7.5，或改为 5（不留未结部分）；也可对不要的数量指定结束',
  ])
  done(await change(o.id, [{ line: o.lines[0], qty: 7.5 }]))
  expect([await totalOf(o.id), await exposed(o.customer)]).toMatchObject([250, { orders: 0, receivable: 250 }])
  expect(amountOf(await bill(await ship(o.id, 2.5, o.lines[0]!)))).toBe(0)
  const p = await ordered(500, { qty: 10 })
  await bill(await ship(p.id, 5, p.lines[0]!))
  done(await change(p.id, [{ line: p.lines[0], qty: 5 }]))
  expect([await totalOf(p.id), (await f.read('orders', p.id)).status]).toEqual([250, 'closed'])
})

test('lines of 100 and 10 × 100 less 110, the first invoiced at 90, the second changed to 1: 90 are invoiced in all, not 135', async () => {
  const o = await ordered(110, { qty: 1 }, { qty: 10 })
  expect(amountOf(await bill(await ship(o.id, 1, o.lines[0]!)))).toBe(90)
  done(await change(o.id, [{ line: o.lines[1], qty: 1 }]))
  const order = await f.read('orders', o.id)
  expect([order.grossTotal, order.lines.map(({ gross }) => gross)]).toEqual([90, [90, 0]])
  expect(amountOf(await bill(await ship(o.id, 1, o.lines[1]!)))).toBe(0)
  expect(await exposed(o.customer)).toEqual({ orders: 0, deliveries: 0, unauditedInvoices: 0, receivable: 90 })
})

test('10 × 100 less 500 raised to 20 after 5 were invoiced: the bucket says the 1,250 that will be billed', async () => {
  const o = await ordered(500, { qty: 10 })
  await bill(await ship(o.id, 5, o.lines[0]!))
  done(await change(o.id, [{ line: o.lines[0], qty: 20 }]))
  expect([await totalOf(o.id), (await exposed(o.customer))['orders']]).toEqual([1500, 1250])
  expect(amountOf(await bill(await ship(o.id, 15, o.lines[0]!)))).toBe(1250)
})

test('what is delivered but not invoiced is open: it carries its part of the rest and is billed at its new amount', async () => {
  const o = await ordered(500, { qty: 10 })
  const first = await ship(o.id, 4, o.lines[0]!)
  await bill(first, [{ deliveryLine: first.lines[0].id, qty: 2 }])
  done(await change(o.id, [{ line: o.lines[0], qty: 18 }]))
  expect([await totalOf(o.id), await exposed(o.customer)]).toMatchObject([1300, { receivable: 100, deliveries: 150, orders: 1050 }])
  expect(amountOf(await bill(first))).toBe(150)
  expect(amountOf(await bill(await ship(o.id, 14, o.lines[0]!)))).toBe(1050)
})

test('what a return has taken back keeps its amount and its part of the discount: the open rest carries only its own', async () => {
  const o = await ordered(600, { qty: 12 })
  const first = await ship(o.id, 10, o.lines[0]!)
  const invoice = await bill(first)
  const back = await f.create('deliveries', first.id, 'create-return', {
    kind: 'refund',
    lines: [{ deliveryLine: first.lines[0].id, qty: 5 }],
  })
  await f.verb('returns', back.id, 'approve')
  const note = await f.create('invoices', invoice.id, 'create-credit-note', { lines: [{ invoiceLine: invoice.lines[0].id, qty: 5 }] })
  await f.verb('invoices', note.id, 'approve')
  done(await change(o.id, [{ line: o.lines[0], qty: 14 }]))
  expect([await totalOf(o.id), await exposed(o.customer)]).toMatchObject([800, { receivable: 250, deliveries: 0, orders: 300 }])
  expect(amountOf(await bill(await ship(o.id, 4, o.lines[0]!)))).toBe(300)
})

test('a line at its minimum of 95 is judged when another one goes, shrinks or becomes cheaper and leaves it less than that', async () => {
  const guarded = (): Promise<Awaited<ReturnType<typeof ordered>>> =>
    ordered(50, { qty: 1, item: { minPrice: 95 } }, { qty: 1, price: 1000 })
  for (const lines of [{ remove: true }, { qty: 0.1 }, { price: 10 }]) {
    const o = await guarded()
    const refused = await change(o.id, [{ line: o.lines[1], ...lines }])
    expect([lines, refused.status, codesOf(refused)]).toEqual([lines, 400, ['BELOW_MINIMUM_PRICE']])
    expect(await totalOf(o.id)).toBe(1050)
  }
  const o = await guarded()
  done(await change(o.id, [{ line: o.lines[1], qty: 2 }]))
  expect(await totalOf(o.id)).toBe(2050)
})

test('a change that moves no amount moves none, also where the discount was split to the cent', async () => {
  const o = await ordered(0.1, { qty: 3, price: 33.33 }, { qty: 7, price: 0.77 }, { qty: 2, price: 0.05 })
  await bill(await ship(o.id, 1, o.lines[0]!))
  const before = await f.read('orders', o.id)
  done(await change(o.id, [{ line: o.lines[1], remark: '加急' }]))
  const after = await f.read('orders', o.id)
  expect(after.lines.map(({ gross }) => gross)).toEqual(before.lines.map(({ gross }) => gross))
})

test('a draft delivery of an untouched line is stale when the change moves its amount; an approved one stands in the way', async () => {
  const o = await ordered(110, { qty: 1 }, { qty: 10 })
  const draft = await f.create('orders', o.id, 'create-delivery', { lines: [{ orderLine: o.lines[0], qty: 1 }] })
  done(await change(o.id, [{ line: o.lines[1], qty: 1 }]))
  expect((await f.read('deliveries', draft.id)).stale).toBe(true)
  await f.verb('deliveries', draft.id, 'refresh')
  expect(amountOf(await f.read('deliveries', draft.id))).toBe(45)
  await f.settings('order-settings', { issueOnApprove: false })
  await f.verb('deliveries', draft.id, 'approve')
  const refused = await change(o.id, [{ line: o.lines[1], qty: 10 }])
  expect([refused.status, codesOf(refused)]).toEqual([409, ['DOWNSTREAM_EXISTS']])
  await f.settings('order-settings', { issueOnApprove: true })
})

test('a draft invoice keeps its amount like an approved one when another line of the order changes', async () => {
  const o = await ordered(110, { qty: 1 }, { qty: 10 })
  const delivery = await ship(o.id, 1, o.lines[0]!)
  const draft = await f.create('deliveries', delivery.id, 'create-invoice')
  done(await change(o.id, [{ line: o.lines[1], qty: 20 }]))
  await f.verb('invoices', draft.id, 'approve')
  expect([await totalOf(o.id), await exposed(o.customer)]).toMatchObject([1990, { receivable: 90, deliveries: 0, orders: 1900 }])
})

test('a header discount counts in the maximum discount, on an order, on a quote and where a change leaves less to carry it', async () => {
  await f.settings('pricing-settings', { maxDiscounts: [{ role: 'sales', maxDiscountRate: 10 }] })
  const customer = await f.customer()
  const item = await f.item()
  await f.receive({ item: item.id, qty: 50 })
  const entered = (headerDiscount: number, discountRate = 0) =>
    f.tryOrder(customer.id, [{ item: item.id, qty: 10, discountRate }], f.clerk, { headerDiscount })
  const half = await entered(500)
  expect([half.status, findingOf(half, 'DISCOUNT_EXCEEDED')]).toMatchObject([
    400,
    { path: 'headerDiscount', facts: { discountRate: 50, headerRate: 50, maximum: 10 } },
  ])
  expect(codesOf(await entered(50.01, 5))).toEqual(['DISCOUNT_EXCEEDED'])
  const order = done(await entered(100))
  const quoted = await app.api.post('/quotes', {
    token: f.clerk.token,
    body: { customer: customer.id, headerDiscount: 100.01, lines: [{ item: item.id, qty: 10 }] },
  })
  expect([quoted.status, codesOf(quoted)]).toEqual([400, ['DISCOUNT_EXCEEDED']])
  await f.verb('orders', order.id, 'submit')
  await f.verb('orders', order.id, 'approve')
  const asked = { reason: '减量', lines: [{ line: order.lines[0].id, qty: 9 }] }
  const less = await f.call('orders', order.id, 'create-change', asked, f.clerk)
  expect([less.status, codesOf(less)]).toEqual([400, ['DISCOUNT_EXCEEDED']])
  await f.settings('pricing-settings', { maxDiscounts: [] })
})

test('a price for 100 pieces is kept for 1 after a change, and that is told with the price to enter instead', async () => {
  const item = await f.item({ availabilityMode: 'off' })
  const customer = await f.customer()
  for (const row of [{ price: 100 }, { price: 85, minQty: 100 }])
    done(await app.api.post('/price-policies', { token: f.boss.token, body: { currency: 'CNY', item: item.id, ...row } }))
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 100 }])
  const made = await f.call('orders', order.id, 'create-change', { reason: '减量', lines: [{ line: order.lines[0].id, qty: 1 }] })
  const { checks } = await f.read('order-changes', made.body.created.id)
  expect(checks).toMatchObject([
    { code: 'PRICE_LOCKED', severity: 'warning', path: 'lines.0.price', facts: { keptPrice: 85, breakQty: 100, policyPrice: 100 } },
  ])
  await f.verb('order-changes', made.body.created.id, 'cancel', { reason: '重做' })
  done(await change(order.id, [{ line: order.lines[0].id, qty: 1, price: 100 }]))
  expect(await totalOf(order.id)).toBe(100)
})

test('without a maximum a salesperson without the right to prices gives no discount; a manager does, and who may type prices', async () => {
  const plain = await f.person(['sales'])
  const customer = await f.customer({ salesperson: plain.id })
  const item = await f.item({ availabilityMode: 'off' })
  const enter = (by: typeof plain, line: object, header: Record<string, unknown> = {}) =>
    f.tryOrder(customer.id, [{ item: item.id, qty: 1, ...line }], by, header)
  expect(codesOf(await enter(plain, { discountRate: 1 }))).toEqual(['DISCOUNT_EXCEEDED'])
  expect(codesOf(await enter(plain, {}, { headerDiscount: 0.01 }))).toEqual(['DISCOUNT_EXCEEDED'])
  done(await enter(plain, {}))
  const manager = await f.person(['salesManager'], { dataScope: 'all' })
  done(await enter(manager, { discountRate: 30 }))
  done(await enter(f.boss, { discountRate: 30 }))
})
