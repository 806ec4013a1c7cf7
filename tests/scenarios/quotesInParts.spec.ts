import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, findingOf, openFactory, type Person } from '../support/story'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  await f.settings('availability-settings', { mode: 'off' })
})
afterAll(() => app.close())

const tryQuote = (body: object, by: Person = f.clerk) => f.api.post('/quotes?depth=0', { token: by.token, body })
const approved = async (body: object, by: Person = f.clerk) => {
  const quote = done(await tryQuote(body, by))
  await f.verb('quotes', quote.id, 'submit')
  await f.verb('quotes', quote.id, 'approve')
  return f.read('quotes', quote.id)
}
const approvedOrder = async (quote: number, lines?: object[]) => {
  const order = await f.create('quotes', quote, 'create-order', lines ? { lines } : {})
  await f.verb('orders', order.id, 'submit')
  await f.verb('orders', order.id, 'approve')
  return f.read('orders', order.id)
}

test('a quote of 1,000 less 100 ordered in two halves gives 450 and 450, and is invoiced at 900', async () => {
  const customer = await f.customer()
  const item = await f.item()
  const quote = await approved({ customer: customer.id, headerDiscount: 100, lines: [{ item: item.id, qty: 10 }] })
  const halves = [await approvedOrder(quote.id, [{ quoteLine: quote.lines[0].id, qty: 5 }]), await approvedOrder(quote.id)]
  expect(halves.map(({ grossTotal, headerDiscount }) => [grossTotal, headerDiscount])).toEqual([
    [450, 50],
    [450, 50],
  ])
  const invoiced = []
  for (const { id } of halves) {
    const delivery = await f.create('orders', id, 'create-delivery')
    await f.verb('deliveries', delivery.id, 'approve')
    invoiced.push((await f.create('deliveries', delivery.id, 'create-invoice')).grossTotal)
  }
  expect(invoiced).toEqual([450, 450])
})

test('two lines of odd prices less 10, ordered one by one: all orders together are the quote, to the cent', async () => {
  const customer = await f.customer()
  const [a, b] = [await f.item(), await f.item()]
  const lines = [
    { item: a.id, qty: 3, price: 33.33 },
    { item: b.id, qty: 7, price: 0.77 },
  ]
  const quote = await approved({ customer: customer.id, headerDiscount: 10, lines })
  const [first, second] = quote.lines
  const parts = [
    [{ quoteLine: first.id, qty: 1 }],
    [
      { quoteLine: first.id, qty: 1 },
      { quoteLine: second.id, qty: 4 },
    ],
    undefined,
  ]
  let total = 0
  for (const part of parts) total = Number((total + (await approvedOrder(quote.id, part)).grossTotal).toFixed(2))
  expect([total, quote.grossTotal]).toEqual([95.38, 95.38])
})

test('an order entered by hand that names the quote’s lines takes their discount and their share of the header discount; the rest goes to the next one', async () => {
  const customer = await f.customer()
  const [a, b] = [await f.item(), await f.item()]
  const lines = [
    { item: a.id, qty: 8, price: 12.5 },
    { item: b.id, qty: 3, price: 41.07, discountRate: 5 },
  ]
  const quote = await approved({ customer: customer.id, headerDiscount: 17.77, lines })
  const byHand = await f.order(customer.id, [
    { item: a.id, qty: 3, quoteLine: quote.lines[0].id },
    { item: b.id, qty: 1, quoteLine: quote.lines[1].id },
  ])
  expect(byHand.headerDiscount).toBeGreaterThan(0)
  expect(byHand.lines.map(({ discountRate }) => discountRate)).toEqual([0, 5])
  for (const verb of ['submit', 'approve']) await f.verb('orders', byHand.id, verb)
  const rest = await approvedOrder(quote.id)
  const orders = [await f.read('orders', byHand.id), rest]
  const cents = (figures: number[]): number => Math.round(figures.reduce((sum, figure) => sum + figure, 0) * 100)
  expect(cents(orders.map(({ grossTotal }) => grossTotal))).toBe(cents([quote.grossTotal]))
  expect(cents(orders.map(({ headerDiscount }) => headerDiscount))).toBe(1777)
  const invoiced = []
  for (const { id } of orders) {
    const delivery = await f.create('orders', id, 'create-delivery')
    await f.verb('deliveries', delivery.id, 'approve')
    invoiced.push((await f.create('deliveries', delivery.id, 'create-invoice')).grossTotal)
  }
  expect(cents(invoiced)).toBe(cents([quote.grossTotal]))
})

test('the header discount that came with the quote follows the quantity of the draft order, until somebody types another one', async () => {
  const customer = await f.customer()
  const item = await f.item()
  const quote = await approved({ customer: customer.id, headerDiscount: 100, lines: [{ item: item.id, qty: 10 }] })
  const order = await f.create('quotes', quote.id, 'create-order')
  const patch = async (body: object) => done(await f.api.patch(`/orders/${order.id}?depth=0`, { token: f.clerk.token, body }))
  const fewer = await patch({ lines: [{ ...order.lines[0], qty: 3 }] })
  expect([fewer.headerDiscount, fewer.grossTotal]).toEqual([30, 270])
  const typed = await patch({ headerDiscount: 20 })
  expect([typed.headerDiscount, (await patch({ lines: [{ ...typed.lines[0], qty: 4 }] })).headerDiscount]).toEqual([20, 20])
})

test('who may give no discount orders what a manager has quoted with one, and gives no more than that', async () => {
  const plain = await f.person(['sales'])
  const customer = await f.customer({ salesperson: plain.id })
  const item = await f.item()
  const body = { customer: customer.id, salesperson: plain.id, headerDiscount: 33.33, lines: [{ item: item.id, qty: 3, discountRate: 5 }] }
  const quote = done(await tryQuote(body, f.boss))
  await f.verb('quotes', quote.id, 'submit')
  await f.verb('quotes', quote.id, 'approve')
  const order = await f.create('quotes', quote.id, 'create-order', { lines: [{ quoteLine: quote.lines[0].id, qty: 1 }] }, plain)
  expect(order.grossTotal).toBe(83.89)
  const more = await f.api.patch(`/orders/${order.id}`, { token: plain.token, body: { headerDiscount: 20 } })
  expect([more.status, codesOf(more)]).toEqual([400, ['DISCOUNT_EXCEEDED']])
})

test('an order change takes no more of the quote than it has open: 30 of 10 is refused as in an order, fewer always pass', async () => {
  const customer = await f.customer()
  const item = await f.item()
  const quote = await approved({ customer: customer.id, lines: [{ item: item.id, qty: 10, price: 80 }] })
  const order = await approvedOrder(quote.id, [{ quoteLine: quote.lines[0].id, qty: 6 }])
  const changed = (qty: number) =>
    f.call('orders', order.id, 'create-change', { reason: '改数量', lines: [{ line: order.lines[0].id, qty }] })
  const refused = await changed(30)
  expect([refused.status, findingOf(refused, 'INVALID_INPUT')]).toMatchObject([400, { path: 'lines.0.qty', facts: { accepted: '≤ 10' } }])
  const made = await changed(10)
  expect(made.status).toBe(200)
  await f.verb('order-changes', made.body.created.id, 'submit')
  await f.verb('order-changes', made.body.created.id, 'approve')
  expect([(await f.read('orders', order.id)).grossTotal, (await f.read('quotes', quote.id)).status]).toEqual([800, 'ordered'])
})

test('Q-01: a quantity of 0 is refused, 1 saves; with the setting for unit-price quotations 0 saves and states its price', async () => {
  const customer = await f.customer()
  const item = await f.item()
  const quoted = (qty: number) => tryQuote({ customer: customer.id, lines: [{ item: item.id, qty }] })
  const refused = await quoted(0)
  expect([refused.status, findingOf(refused, 'INVALID_INPUT')?.path]).toEqual([400, 'lines.0.qty'])
  expect((await quoted(1)).status).toBe(201)
  await f.settings('pricing-settings', { unitPriceQuotes: true })
  const unit = done(await quoted(0))
  expect([unit.lines[0].price, unit.lines[0].netPrice, unit.grossTotal]).toEqual([100, 100, 0])
  await f.verb('quotes', unit.id, 'submit')
  await f.verb('quotes', unit.id, 'approve')
  const order = await f.create('quotes', unit.id, 'create-order', { lines: [{ quoteLine: unit.lines[0].id, qty: 7 }] })
  expect(order.grossTotal).toBe(700)
  expect(codesOf(await f.tryOrder(customer.id, [{ item: item.id, qty: 0 }]))).toEqual(['INVALID_INPUT'])
  await f.settings('pricing-settings', { unitPriceQuotes: false })
})

test('Q-02: a validity that ends before the date of the quote is refused', async () => {
  const body = { customer: (await f.customer()).id, date: '2026-11-23', lines: [{ item: (await f.item()).id, qty: 1 }] }
  const refused = await tryQuote({ ...body, validUntil: '2026-11-22' })
  expect([refused.status, codesOf(refused), findingOf(refused, 'INVALID_PERIOD')?.path]).toEqual([400, ['INVALID_PERIOD'], 'validUntil'])
  expect((await tryQuote({ ...body, validUntil: '2026-11-23' })).status).toBe(201)
})

test('Q-05: no order comes from a draft quote; from an approved one comes an order with the same item, quantity, price and customer, line by line', async () => {
  const customer = await f.customer()
  const item = await f.item()
  const quote = done(await tryQuote({ customer: customer.id, lines: [{ item: item.id, qty: 4, price: 88 }] }))
  const early = await f.call('quotes', quote.id, 'create-order')
  expect([early.status, codesOf(early)]).toEqual([409, ['ILLEGAL_STEP']])
  const byHand = await f.tryOrder(customer.id, [{ item: item.id, qty: 4, quoteLine: quote.lines[0].id }])
  expect([byHand.status, findingOf(byHand, 'INVALID_INPUT')?.path]).toEqual([400, 'lines.0.quoteLine'])
  await f.verb('quotes', quote.id, 'submit')
  await f.verb('quotes', quote.id, 'approve')
  const order = await f.create('quotes', quote.id, 'create-order')
  expect([order.customer, order.lines[0]]).toMatchObject([
    customer.id,
    { item: item.id, qty: 4, price: 88, quote: quote.id, quoteLine: quote.lines[0].id },
  ])
})

test('Q-07: a line of a quote that is ordered is not removed; one of a draft that nobody ordered is', async () => {
  const customer = await f.customer()
  const [a, b] = [await f.item(), await f.item()]
  const draft = done(
    await tryQuote({
      customer: customer.id,
      lines: [
        { item: a.id, qty: 5 },
        { item: b.id, qty: 5 },
      ],
    }),
  )
  const without = (quote: Told<'quotes'>, index: number) =>
    f.api.patch(`/quotes/${quote.id}?depth=0`, {
      token: f.clerk.token,
      body: { lines: quote.lines.filter((_line: unknown, at: number) => at !== index) },
    })
  expect(done(await without(draft, 1)).lines).toHaveLength(1)
  const quote = await approved({
    customer: customer.id,
    lines: [
      { item: a.id, qty: 5 },
      { item: b.id, qty: 5 },
    ],
  })
  await f.create('quotes', quote.id, 'create-order', { lines: [{ quoteLine: quote.lines[0].id, qty: 5 }] })
  const refused = await without(quote, 0)
  expect([refused.status, codesOf(refused)]).toEqual([409, ['ILLEGAL_STEP']])
  expect((await f.read('quotes', quote.id)).lines).toHaveLength(2)
})

test('Q-09: another price than the quoted one is refused for who may not type prices, and passes with the right to', async () => {
  const plain = await f.person(['sales'])
  const customer = await f.customer({ salesperson: plain.id })
  const item = await f.item()
  const quote = await approved({ customer: customer.id, salesperson: plain.id, lines: [{ item: item.id, qty: 2, price: 80 }] }, f.boss)
  const line = { item: item.id, qty: 1, quoteLine: quote.lines[0].id }
  const refused = await f.tryOrder(customer.id, [{ ...line, price: 1 }], plain)
  expect([refused.status, codesOf(refused)]).toEqual([400, ['PRICE_LOCKED']])
  expect(done(await f.tryOrder(customer.id, [line], plain)).lines[0].price).toBe(80)
  expect(done(await f.tryOrder(customer.id, [{ ...line, price: 1 }], f.boss)).lines[0].price).toBe(1)
})
