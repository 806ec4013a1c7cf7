import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { startApp, type TestApp } from '../support/app'
import { done, type Factory, openFactory } from '../support/story'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory
let items: [Told<'items'>, Told<'items'>]

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  items = [await f.item({ availabilityMode: 'off' }), await f.item({ availabilityMode: 'off' })]
  await f.settings('credit-settings', { action: 'warn' })
})
afterAll(() => app.close())

type Step = { act: number; line: number; pick: number; qty: number }

/** One step through the real API: done, or refused with a reason; never a 500. */
async function take(id: number, { act, line: at, pick, qty }: Step): Promise<void> {
  const order = await f.read('orders', id)
  const line = order.lines[at % order.lines.length]
  const all = async (slug: string) =>
    done(await app.api.get(`/${slug}?depth=0&limit=100&sort=id&where[customer][equals]=${order.customer}`, { token: f.boss.token })).docs
  const tried = async (slug: string, of: number, verb: string, body: object, ...then: string[]): Promise<void> => {
    const made = await f.call(slug, of, verb, body as Record<string, unknown>)
    expect([200, 400, 409]).toContain(made.status)
    for (const step of made.body.created ? then : [])
      expect([200, 400, 409]).toContain((await f.call(made.body.created.slug, made.body.created.id, step)).status)
  }
  const issued = (await all('deliveries')).filter(({ status }) => status === 'issued')
  const delivery = issued[pick % Math.max(1, issued.length)]
  if (act <= 1) return tried('orders', id, 'create-delivery', { lines: [{ orderLine: line?.id, qty }] }, 'approve')
  if (act === 2 && delivery)
    return tried('deliveries', delivery.id, 'create-invoice', { lines: [{ deliveryLine: delivery.lines[0].id, qty }] }, 'approve')
  if (act === 3 && delivery)
    return tried(
      'deliveries',
      delivery.id,
      'create-return',
      { kind: 'refund', lines: [{ deliveryLine: delivery.lines[0].id, qty }] },
      'approve',
    )
  if (act === 4) return tried('orders', id, 'short-close', { lines: [line?.id], reason: '不要了' })
  const changed = { line: line?.id, qty, ...(act === 6 ? { price: pick + 1 } : {}) }
  const made = await f.call('orders', id, 'create-change', { reason: '客户要求', lines: [changed] })
  expect([200, 400, 409]).toContain(made.status)
  if (!made.body.created) return
  const change = made.body.created.id as number
  await f.call('order-changes', change, 'submit')
  const applied = await f.call('order-changes', change, 'approve')
  expect([200, 400, 409]).toContain(applied.status)
  if (applied.status !== 200) await f.verb('order-changes', change, 'cancel', { reason: '不做' })
}

/** Σ invoiced + still to invoice (+ what was short-closed or came back) is the order's total, and no line of any document is negative. */
async function check(id: number, customer: number, step: Step): Promise<void> {
  const order = await f.read('orders', id)
  const { buckets } = await f.credit(customer)
  const cents = (amount: number): number => Math.round(amount * 100)
  const docs = async (slug: string) =>
    done(await app.api.get(`/${slug}?depth=0&limit=100&where[customer][equals]=${customer}`, { token: f.boss.token })).docs
  const lines = [order, ...(await docs('deliveries')), ...(await docs('invoices'))].flatMap((doc) => doc.lines)
  for (const { gross, net } of lines) expect(Math.min(Number(gross), Number(net))).toBeGreaterThanOrEqual(0)
  const billed = cents(buckets.receivable) + cents(buckets.unauditedInvoices) + cents(buckets.deliveries) + cents(buckets.orders)
  const givenUp = order.lines.some(({ shortClosed, returnedQty }) => shortClosed > 0 || returnedQty > 0)
  if (givenUp) expect({ step, billed: billed <= cents(order.grossTotal) }).toEqual({ step, billed: true })
  else expect({ step, billed }).toEqual({ step, billed: cents(order.grossTotal) })
  const report = async (name: string) => done(await app.api.get(`/reports/${name}?customer=${customer}`, { token: f.boss.token })).rows
  const sum = (rows: ReadonlyArray<Record<string, unknown>>, column: string): number =>
    cents(rows.reduce((total, row) => total + Number(row[column]), 0))
  const execution = await report('order-execution')
  const [unbilled, unshipped, forecast] = [
    await report('unbilled-deliveries'),
    await report('unshipped-lines'),
    await report('cash-forecast'),
  ]
  expect({ step, gross: sum(execution, 'gross') }).toEqual({ step, gross: cents(order.grossTotal) })
  const toInvoice = sum(unbilled, 'amount') + (order.status === 'approved' ? sum(unshipped, 'amount') : 0)
  const reports = { invoiced: sum(execution, 'invoiced') + toInvoice, forecast: sum(forecast, 'total') }
  expect({ step, ...reports }).toEqual({ step, invoiced: billed, forecast: billed })
}

test('random histories of orders with a header discount on the real database: always the order total, never negative, never a 500', async () => {
  const steps = fc.array(
    fc.record({
      act: fc.integer({ min: 0, max: 6 }),
      line: fc.nat(1),
      pick: fc.nat(9),
      qty: fc.integer({ min: 1, max: 9 }),
    }),
    { minLength: 5, maxLength: 8 },
  )
  const histories = fc.sample(fc.record({ discount: fc.integer({ min: 1, max: 900 }), steps }), { numRuns: 3, seed: 20261129 })
  for (const { discount, steps: history } of histories) {
    const customer = await f.customer()
    const entered = [
      { item: items[0].id, qty: 7, price: 97.13 },
      { item: items[1].id, qty: 4, price: 33.33 },
    ]
    const order = await f.approvedOrder(customer.id, entered, { headerDiscount: Math.min(800, discount) })
    for (const step of history) {
      await take(order.id, step)
      await check(order.id, customer.id, step)
    }
    const { verifyLedgers } = await import('@/src/questions/control/verifyLedgers')
    const { inTransaction } = await import('@/src/db/transaction')
    const { createLocalReq } = await import('payload')
    const req = await createLocalReq({}, app.payload)
    expect(await inTransaction(req, () => verifyLedgers(req))).toEqual([])
  }
})
