import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq, initTransaction, killTransaction } from 'payload'

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

const post = (slug: string, body: Record<string, unknown>) => app.api.post(`/${slug}?depth=0`, { token: f.boss.token, body })
const patch = (slug: string, id: number, body: Record<string, unknown>) =>
  app.api.patch(`/${slug}/${id}?depth=0`, { token: f.boss.token, body })
const remove = (slug: string, id: number) => app.api.delete(`/${slug}/${id}`, { token: f.boss.token })
const goods = async (qty: number, data: Record<string, unknown> = {}, cost = 60) => {
  const item = await f.item(data)
  await f.receive({ item: item.id, qty, cost })
  return item
}

test('a delivery names its order lines only; several orders of one customer share it, other customers do not', async () => {
  const customer = await f.customer()
  const item = await goods(100)
  const first = await f.approvedOrder(customer.id, [{ item: item.id, qty: 5 }])
  const second = await f.approvedOrder(customer.id, [
    { item: item.id, qty: 7 },
    { item: item.id, qty: 1 },
  ])
  const stranger = await f.approvedOrder((await f.customer()).id, [{ item: item.id, qty: 1 }])
  const mixed = await post('deliveries', {
    lines: [
      { orderLine: first.lines[0].id, qty: 1 },
      { orderLine: stranger.lines[0].id, qty: 1 },
    ],
  })
  expect([mixed.status, codesOf(mixed)]).toEqual([400, ['INVALID_INPUT']])
  const unknown = await post('deliveries', { lines: [{ orderLine: 'nowhere', qty: 1 }] })
  expect([unknown.status, findingOf(unknown, 'INVALID_INPUT')?.path]).toEqual([400, 'lines.0.orderLine'])
  const made = await post('deliveries', {
    lines: [
      { orderLine: first.lines[0].id, qty: 5 },
      { orderLine: second.lines[0].id, qty: 3 },
    ],
  })
  expect(made.status).toBe(201)
  const delivery = made.body.doc
  expect(delivery).toMatchObject({ customer: customer.id, grossTotal: 800, lines: [{ order: first.id }, { order: second.id }] })
  await f.verb('deliveries', delivery.id, 'approve')
  expect(await f.read('orders', first.id)).toMatchObject({ deliveryStatus: 'full' })
  expect(await f.read('orders', second.id)).toMatchObject({ deliveryStatus: 'partly' })
})

test('a draft delivery or invoice that is edited or cancelled gives back what it held', async () => {
  const customer = await f.customer()
  const item = await goods(100)
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 10 }])
  const delivery = await f.create('orders', order.id, 'create-delivery')
  const edited = await patch('deliveries', delivery.id, { version: 1, lines: [{ ...delivery.lines[0], qty: 4 }] })
  expect(edited.body.doc).toMatchObject({ grossTotal: 400, version: 2 })
  expect(await f.stock(item.id)).toMatchObject({ reserved: 10 })
  expect((await f.create('orders', order.id, 'create-delivery')).lines[0].qty).toBe(6)
  await f.verb('deliveries', delivery.id, 'approve')
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
  expect(await f.credit(customer.id)).toMatchObject({ buckets: { orders: 600, deliveries: 0, unauditedInvoices: 400 } })
  const smaller = await patch('invoices', invoice.id, { lines: [{ ...invoice.lines[0], qty: 1 }] })
  expect(smaller.body.doc.grossTotal).toBe(100)
  expect(await f.credit(customer.id)).toMatchObject({ buckets: { orders: 600, deliveries: 300, unauditedInvoices: 100 } })
  expect((await remove('invoices', invoice.id)).status).toBe(403)
  expect((await f.verb('invoices', invoice.id, 'cancel', { reason: '开错了' })).status).toBe('cancelled')
  expect(await f.credit(customer.id)).toMatchObject({ buckets: { orders: 600, deliveries: 400, unauditedInvoices: 0 } })
  expect((await remove('deliveries', delivery.id)).status).toBe(403)
  const again = await f.create('deliveries', delivery.id, 'create-invoice')
  expect(again).toMatchObject({ grossTotal: 400, no: expect.not.stringMatching(invoice.no) })
  await f.verb('invoices', again.id, 'cancel', { reason: '客户要求月底开票' })
  await f.verb('deliveries', delivery.id, 'unapprove')
})

test('two invoices of the same goods at the same moment: one is made, the other is told what is left', async () => {
  const customer = await f.customer()
  const item = await goods(100)
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 10 }])
  const delivery = await f.create('orders', order.id, 'create-delivery')
  await f.verb('deliveries', delivery.id, 'approve')
  const answers = await Promise.all([1, 2, 3].map(() => f.call('deliveries', delivery.id, 'create-invoice')))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400])
  const more = await Promise.all([1, 2, 3].map(() => post('deliveries', { lines: [{ orderLine: order.lines[0].id, qty: 1 }] })))
  expect(more.map(codesOf)).toEqual([['OVER_DELIVERY'], ['OVER_DELIVERY'], ['OVER_DELIVERY']])
})

test('direct deliveries and invoices, when allowed, are priced by policy and keep the minimum price', async () => {
  await f.settings('order-settings', { directDeliveries: true })
  const customer = await f.customer()
  const item = await goods(10, { minPrice: 90 })
  const cheap = await post('deliveries', { customer: customer.id, lines: [{ item: item.id, qty: 1, price: 80 }] })
  expect([cheap.status, codesOf(cheap)]).toEqual([400, ['BELOW_MINIMUM_PRICE']])
  const delivery = done(await post('deliveries', { customer: customer.id, lines: [{ item: item.id, qty: 4 }] }))
  expect(delivery.grossTotal).toBe(400)
  await f.verb('deliveries', delivery.id, 'approve')
  expect(await f.stock(item.id)).toMatchObject({ onHand: 6 })
  const invoice = done(await post('invoices', { customer: customer.id, lines: [{ deliveryLine: delivery.lines[0].id, qty: 4 }] }))
  await f.verb('invoices', invoice.id, 'approve')
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 3 }])
  const first = done(await post('invoices', { lines: [{ orderLine: order.lines[0].id, qty: 3 }] }))
  expect(first.grossTotal).toBe(300)
  await f.verb('orders', order.id, 'hold', { reason: 'unclear' })
  expect(codesOf(await f.call('invoices', first.id, 'approve'))).toEqual(['ON_HOLD'])
  await f.settings('order-settings', { directDeliveries: false })
  const refused = await post('invoices', { customer: customer.id, lines: [{ item: item.id, qty: 1 }] })
  expect([refused.status, codesOf(refused)]).toEqual([400, ['INVALID_INPUT']])
})

test('CR-32, action release: a delivery over the limit is saved alarmed and not approved; shipped goods are invoiced with a warning', async () => {
  const customer = await f.customer({ credit: { control: true, limit: 1000 } })
  const item = await goods(100, { overDeliveryRate: 50 })
  await f.settings('credit-settings', { action: 'release', moment: 'save' })
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 10 }])
  const delivery = await f.create('orders', order.id, 'create-delivery', { lines: [{ orderLine: order.lines[0].id, qty: 11 }] })
  expect(delivery.creditStatus).toBe('alarmed')
  expect(codesOf(await f.call('deliveries', delivery.id, 'approve'))).toContain('RELEASE_REQUIRED')
  await f.settings('credit-settings', { action: 'warn' })
  await f.verb('deliveries', delivery.id, 'approve')
  await f.settings('credit-settings', { action: 'forbid' })
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
  await f.verb('invoices', invoice.id, 'approve')
  expect(await f.credit(customer.id)).toMatchObject({ buckets: { receivable: 1100 } })
})

test('an invoice falls due by the payment terms of its order; a date entered by hand stays', async () => {
  const terms = await f.master('payment-terms', { code: 'T30', name: '30 天', kind: 'daysAfterInvoice', days: 30 })
  const customer = await f.customer({ paymentTerms: terms.id })
  const item = await goods(10)
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 2 }])
  const delivery = await f.create('orders', order.id, 'create-delivery')
  await f.verb('deliveries', delivery.id, 'approve')
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice', { date: '2016-01-22' })
  expect(invoice).toMatchObject({ date: '2016-01-22', dueDate: '2016-02-21', paymentTerms: terms.id })
  expect(done(await patch('invoices', invoice.id, { dueDate: '2016-03-01' }))).toMatchObject({ dueDate: '2016-03-01' })
  expect(done(await patch('invoices', invoice.id, { remark: 'agreed by phone' }))).toMatchObject({ dueDate: '2016-03-01' })
  const early = await patch('invoices', invoice.id, { dueDate: '2016-01-01' })
  expect([early.status, codesOf(early)]).toEqual([400, ['INVALID_PERIOD']])
})

test('a receipt of another customer, over an unknown invoice or without money is refused; approving settles what it names', async () => {
  const customer = await f.customer()
  const item = await goods(10)
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 2 }])
  const delivery = await f.create('orders', order.id, 'create-delivery')
  await f.verb('deliveries', delivery.id, 'approve')
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
  await f.verb('invoices', invoice.id, 'approve')
  const other = await f.customer()
  expect(codesOf(await post('receipts', { customer: other.id, amount: 1, onOrder: order.id }))).toEqual(['INVALID_INPUT'])
  expect(codesOf(await post('receipts', { customer: other.id, amount: 1, allocations: [{ invoice: invoice.id, amount: 1 }] }))).toEqual([
    'INVALID_INPUT',
  ])
  expect((await post('receipts', { customer: customer.id, amount: 0 })).status).toBe(400)
  const receipt = done(await post('receipts', { customer: customer.id, amount: 250, allocations: [{ invoice: invoice.id, amount: 200 }] }))
  await f.verb('receipts', receipt.id, 'approve')
  expect(await f.read('receipts', receipt.id)).toMatchObject({ openAmount: 50, allocation: 'partly' })
  expect(await f.read('invoices', invoice.id)).toMatchObject({ openAmount: 0, settlement: 'full' })
  expect(codesOf(await f.call('receipts', receipt.id, 'allocate'))).toEqual(['NOTHING_OPEN'])
})

test('goods received in another unit come in as stock units at their cost; a reversal needs a reason and the goods', async () => {
  const item = await f.item({ units: [{ unit: 'BOX', factor: 12 }] })
  const wrong = await post('stock-receipts', { warehouse: f.warehouse.id, lines: [{ item: item.id, qty: 1, unit: 'TON', cost: 1 }] })
  expect(findingOf(wrong, 'INVALID_INPUT')?.path).toBe('lines.0.unit')
  const receipt = done(
    await post('stock-receipts', { warehouse: f.warehouse.id, lines: [{ item: item.id, qty: 2, unit: 'BOX', cost: 24 }] }),
  )
  await f.verb('stock-receipts', receipt.id, 'post')
  expect(await f.stock(item.id)).toMatchObject({ onHand: 24 })
  const customer = await f.customer()
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 10 }])
  const delivery = await f.create('orders', order.id, 'create-delivery')
  const promised = await f.call('stock-receipts', receipt.id, 'reverse', { reason: 'wrong' })
  expect(findingOf(promised, 'NOT_AVAILABLE')?.facts).toMatchObject({ required: 24, available: 14 })
  await f.verb('deliveries', delivery.id, 'cancel', { reason: 'no' })
  await f.verb('orders', order.id, 'cancel', { reason: 'no' })
  await f.verb('stock-receipts', receipt.id, 'reverse', { reason: 'wrong' })
  expect(await f.stock(item.id)).toEqual({ onHand: 0, reserved: 0, available: 0 })
})

test('sales sees no cost of sales; a sales person makes draft deliveries but approves none', async () => {
  const customer = await f.customer()
  const item = await goods(10)
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 2 }])
  const answer = await f.call('orders', order.id, 'create-delivery', {}, f.clerk)
  expect(answer.status).toBe(200)
  const { id } = answer.body.created
  expect((await f.call('deliveries', id, 'approve', {}, f.clerk)).status).toBe(403)
  await f.verb('deliveries', id, 'approve')
  const invoice = await f.create('deliveries', id, 'create-invoice')
  await f.verb('invoices', invoice.id, 'approve')
  expect((await f.read('invoices', invoice.id)).lines[0].costValue).toBe(120)
  expect((await f.read('invoices', invoice.id, f.clerk)).lines[0]).not.toHaveProperty('costValue')
})

test('F2, F3: discount, tax and foreign currency of an order arrive on its invoices to the cent, also in parts', async () => {
  const customer = await f.customer({ currency: 'USD', taxMode: 'exclusive' })
  const item = await goods(20, { taxRate: 13 })
  const order = await f.approvedOrder(
    customer.id,
    [
      { item: item.id, qty: 3, price: 3.333333 },
      { item: item.id, qty: 7, price: 9.99, discountRate: 5 },
    ],
    { exchangeRate: 7.1234, headerDiscount: 1.01, currency: 'USD' },
  )
  const invoices: Array<Told<'invoices'>> = []
  for (const parts of [
    [1, 2],
    [1, 4],
    [1, 1],
  ]) {
    const lines = order.lines.map(({ id }, index: number) => ({ orderLine: id, qty: parts[index] }))
    const delivery = await f.create('orders', order.id, 'create-delivery', { lines })
    await f.verb('deliveries', delivery.id, 'approve')
    const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
    await f.verb('invoices', invoice.id, 'approve')
    invoices.push(await f.read('invoices', invoice.id))
  }
  const sum = (of: 'netTotal' | 'taxTotal' | 'grossTotal' | 'openAmount'): number =>
    Number(invoices.reduce((total, invoice) => total + Number(invoice[of]), 0).toFixed(2))
  expect([sum('netTotal'), sum('taxTotal'), sum('grossTotal')]).toEqual([order.netTotal, order.taxTotal, order.grossTotal])
  const base = order.lines.reduce((total: number, line) => total + line.baseGross, 0)
  expect(sum('openAmount')).toBe(Number(base.toFixed(2)))
  expect((await f.credit(customer.id)).buckets).toMatchObject({ orders: 0, deliveries: 0, receivable: Number(base.toFixed(2)) })
})

test('O-20: an order of value zero is billed by an invoice of 0.00', async () => {
  const customer = await f.customer()
  const item = await goods(10)
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 2, free: true }])
  expect(order).toMatchObject({ grossTotal: 0, billingStatus: 'none' })
  const delivery = await f.create('orders', order.id, 'create-delivery')
  await f.verb('deliveries', delivery.id, 'approve')
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
  await f.verb('invoices', invoice.id, 'approve')
  expect(await f.read('orders', order.id)).toMatchObject({ billingStatus: 'full', status: 'closed' })
})

test('approved first, issued later by the warehouse, and only from the warehouses a person is given', async () => {
  await f.settings('order-settings', { issueOnApprove: false })
  const customer = await f.customer()
  const item = await goods(10)
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 4 }])
  const delivery = await f.create('orders', order.id, 'create-delivery')
  expect((await f.verb('deliveries', delivery.id, 'approve')).status).toBe('approved')
  expect(await f.stock(item.id)).toEqual({ onHand: 10, reserved: 4, available: 6 })
  expect(codesOf(await f.call('deliveries', delivery.id, 'create-invoice'))).toEqual(['ILLEGAL_STEP'])
  const early = await post('invoices', { lines: [{ deliveryLine: delivery.lines[0].id, qty: 4 }] })
  expect([early.status, codesOf(early)]).toEqual([409, ['ILLEGAL_STEP']])
  const elsewhere = await f.master('warehouses', { code: 'W2', name: '外仓', kind: 'goods' })
  const stranger = await f.person(['warehouse'], { warehouses: [elsewhere.id] })
  expect((await f.call('deliveries', delivery.id, 'issue', {}, stranger)).status).toBe(404)
  const keeper = await f.person(['warehouse'], { warehouses: [f.warehouse.id] })
  expect((await f.verb('deliveries', delivery.id, 'issue', {}, keeper)).status).toBe('issued')
  expect(await f.stock(item.id)).toEqual({ onHand: 6, reserved: 0, available: 6 })
  await f.settings('order-settings', { issueOnApprove: true })
  await patch('warehouses', elsewhere.id, { active: false })
})

test('an order of 200 lines is delivered and invoiced in one go', async () => {
  const customer = await f.customer()
  const item = await goods(1000)
  const order = await f.approvedOrder(
    customer.id,
    Array.from({ length: 200 }, () => ({ item: item.id, qty: 1, price: 1.01 })),
  )
  const delivery = await f.create('orders', order.id, 'create-delivery')
  await f.verb('deliveries', delivery.id, 'approve')
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
  await f.verb('invoices', invoice.id, 'approve')
  expect(await f.read('invoices', invoice.id)).toMatchObject({ grossTotal: 202, openAmount: 202 })
  expect(await f.read('orders', order.id)).toMatchObject({ status: 'closed' })
})

test('after all of this the books agree with the documents, line by line', async () => {
  const { verifyLedgers } = await import('@/src/questions/control/verifyLedgers')
  const req = await createLocalReq({}, app.payload)
  await initTransaction(req)
  try {
    expect(await verifyLedgers(req)).toEqual([])
  } finally {
    await killTransaction(req)
  }
})
