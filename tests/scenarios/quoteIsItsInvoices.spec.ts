import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory } from '../support/story'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory
let items: [Told<'items'>, Told<'items'>, Told<'items'>]

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  await f.settings('availability-settings', { mode: 'off' })
  done(await app.api.post('/exchange-rates', { token: f.boss.token, body: { currency: 'USD', date: '2026-01-01', rate: 7.1234 } }))
  items = [await f.item({ taxRate: 13 }), await f.item({ taxRate: 6 }), await f.item({ taxRate: 0 })]
})
afterAll(() => app.close())

type Figures = { netTotal: number; taxTotal: number; grossTotal: number }
const figures = ['netTotal', 'taxTotal', 'grossTotal'] as const
const cents = (documents: readonly Figures[]): number[] =>
  figures.map((figure) => Math.round(documents.reduce((sum, document) => sum + document[figure], 0) * 100))

async function approvedQuote(body: object) {
  const made = done(await app.api.post('/quotes?depth=0', { token: f.boss.token, body }))
  for (const verb of ['submit', 'approve']) await f.verb('quotes', made.id, verb)
  return f.read('quotes', made.id)
}

/** Delivers an order in two goes and invoices each delivery in two; between them its freight may change. Returns the invoices. */
async function invoiced(order: Told<'orders'>, first: number, change: object | null) {
  for (const verb of ['submit', 'approve']) await f.verb('orders', order.id, verb)
  const split = order.lines.map((line) => ({ orderLine: line.id, qty: Math.max(1, Math.min(line.qty, first)) }))
  const invoices = []
  for (const lines of [split, undefined]) {
    if (!lines && change) await changed(order.id, change)
    const delivery = await f.call('orders', order.id, 'create-delivery', lines ? { lines } : {})
    if (delivery.status !== 200) continue // the first took everything
    const { id } = delivery.body.created
    await f.verb('deliveries', id, 'approve')
    const { lines: delivered } = await f.read('deliveries', id)
    const part = [{ deliveryLine: delivered[0].id, qty: 1 }]
    const made = [await f.create('deliveries', id, 'create-invoice', { lines: part })]
    const rest = await f.call('deliveries', id, 'create-invoice')
    if (rest.status === 200) made.push(await f.read('invoices', rest.body.created.id))
    if (change) for (const invoice of made) await f.verb('invoices', invoice.id, 'approve')
    invoices.push(...made)
  }
  return invoices
}

/** Changes the freight of an order, as far as anything is left to bill it with. */
async function changed(id: number, change: object): Promise<void> {
  const made = await f.call('orders', id, 'create-change', { reason: '运费重议', ...change })
  expect(made.status === 200 || codesOf(made).every((code) => ['BELOW_PROCESSED', 'PRICE_LOCKED', 'ILLEGAL_STEP'].includes(code))).toBe(
    true,
  )
  if (made.status !== 200) return
  for (const verb of ['submit', 'approve']) await f.verb('order-changes', made.body.created.id, verb)
}

const generated = fc.record({
  change: fc.option(fc.record({ freight: fc.constantFrom(0, 7.77, 250.5, 1000), freightTaxRate: fc.constantFrom(0, 9, 13) })),
  currency: fc.constantFrom('CNY', 'USD'),
  taxMode: fc.constantFrom('inclusive', 'exclusive'),
  percent: fc.constantFrom(0, 0, 3, 17),
  byHand: fc.boolean(),
  first: fc.integer({ min: 1, max: 5 }),
  lines: fc.array(
    fc.record({
      item: fc.nat(2),
      price: fc.integer({ min: 1, max: 999_999 }).map((part) => part / 10_000),
      discountRate: fc.constantFrom(0, 0, 12.5),
      parts: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 2 }),
      breaks: fc.constantFrom([], [{ qty: 1000, price: 0.5 }]),
    }),
    { minLength: 1, maxLength: 2 },
  ),
})

test('Q-17: generated quotes with taxes, discounts, breaks, freight, prices below a cent and foreign currency are their orders, and those, their freight changed half-way or not, their invoices, to the cent', async () => {
  for (const { currency, taxMode, percent, byHand, first, lines, change } of fc.sample(generated, { numRuns: 4, seed: 20261130 })) {
    const customer = await f.customer({ currency, taxMode })
    const entered = lines.map(({ item, price, discountRate, parts, breaks }) => ({
      ...{ item: items[item]?.id, price, discountRate, breaks },
      qty: parts.reduce((sum, part) => sum + part, 0),
    }))
    const plain = entered.reduce((sum, { price, qty }) => sum + price * qty, 0)
    const freight = [0, 11.3, 333.33][first % 3]
    const headerDiscount = Math.floor(plain * percent * 0.8) / 100
    const quote = await approvedQuote({ customer: customer.id, currency, taxMode, headerDiscount, freight, lines: entered })
    const orders = []
    for (const round of [0, 1]) {
      const wanted = lines.flatMap(({ parts }, at) => (parts[round] ? [{ quoteLine: quote.lines[at]?.id, qty: parts[round] }] : []))
      if (wanted.length === 0) continue
      const typed = wanted.map(({ quoteLine, qty }) => ({ quoteLine, qty, item: quote.lines.find(({ id }) => id === quoteLine).item }))
      orders.push(
        byHand && round === 0
          ? done(
              await app.api.post('/orders?depth=0', {
                token: f.boss.token,
                body: { customer: customer.id, currency, taxMode, lines: typed },
              }),
            )
          : await f.create('quotes', quote.id, 'create-order', { lines: wanted }),
      )
    }
    const story = { currency, taxMode, percent, byHand, freight, lines, change }
    expect({ story, orders: cents(orders) }).toEqual({ story, orders: cents([quote]) })
    expect((await f.read('quotes', quote.id)).status).toBe('ordered')
    const invoices = []
    for (const order of orders) invoices.push(...(await invoiced(order, first, change)))
    const agreed = []
    for (const { id } of orders) agreed.push(await f.read('orders', id))
    if (!change) expect({ story, orders: cents(agreed) }).toEqual({ story, orders: cents([quote]) })
    expect({ story, invoices: cents(invoices) }).toEqual({ story, invoices: cents(agreed) })
  }
})

test('3 at 0.335 are quoted 1.01 and ordered one by one at 1.01; cancelled, edited and written anew between, all of it is the quote again', async () => {
  const customer = await f.customer()
  const quote = await approvedQuote({ customer: customer.id, lines: [{ item: items[2].id, qty: 3, price: 0.335 }] })
  const [{ id: quoteLine }] = quote.lines
  const one = () => f.create('quotes', quote.id, 'create-order', { lines: [{ quoteLine, qty: 1 }] })
  const [first, second] = [await one(), await one()]
  expect([quote.grossTotal, first.grossTotal, second.grossTotal]).toEqual([1.01, 0.34, 0.33])
  await f.verb('orders', first.id, 'cancel', { reason: '改单' })
  const third = await one()
  done(await app.api.patch(`/orders/${second.id}?depth=0`, { token: f.boss.token, body: { remark: '再存一次' } }))
  const fourth = await one()
  const orders = []
  for (const { id } of [second, third, fourth]) orders.push(await f.read('orders', id))
  expect(cents(orders)).toEqual(cents([quote]))
})

test('an order whose header discount somebody types leaves the quote’s amounts, and takes nothing from the next one', async () => {
  const customer = await f.customer()
  const quote = await approvedQuote({ customer: customer.id, headerDiscount: 100, lines: [{ item: items[2].id, qty: 10, price: 100 }] })
  const [{ id: quoteLine }] = quote.lines
  const first = await f.create('quotes', quote.id, 'create-order', { lines: [{ quoteLine, qty: 5 }] })
  const typed = done(await app.api.patch(`/orders/${first.id}?depth=0`, { token: f.boss.token, body: { headerDiscount: 80 } }))
  const second = await f.create('quotes', quote.id, 'create-order')
  expect([first.grossTotal, typed.grossTotal, second.grossTotal]).toEqual([450, 420, 450])
  const none = done(await app.api.patch(`/orders/${first.id}?depth=0`, { token: f.boss.token, body: { headerDiscount: 0 } }))
  const again = done(await app.api.patch(`/orders/${first.id}?depth=0`, { token: f.boss.token, body: { remark: 'x' } }))
  expect([none.grossTotal, again.grossTotal]).toEqual([500, 500])
})
