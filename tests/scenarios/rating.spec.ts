import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory, type Person } from '../support/story'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory
let finance: Person
let terms: Told<'payment-terms'>

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  finance = await f.person(['finance'], { dataScope: 'all' })
  terms = await f.master('payment-terms', { code: 'T60', name: '60 天', kind: 'daysAfterInvoice', days: 60 })
})
afterAll(() => app.close())

const delivered = async (customer: number, price: number, date: string) => {
  const item = await f.item()
  await f.receive({ item: item.id, qty: 100, cost: 60 })
  const order = await f.approvedOrder(customer, [{ item: item.id, qty: 100, price }], { date })
  const delivery = await f.create('orders', order.id, 'create-delivery', { date })
  await f.verb('deliveries', delivery.id, 'approve')
  return delivery
}
const sold = async (customer: number, price: number, date: string) => {
  const delivery = await delivered(customer, price, date)
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice', { date })
  await f.verb('invoices', invoice.id, 'approve')
  return { delivery, invoice: await f.read('invoices', invoice.id) }
}
const paid = async (customer: number, invoice: Told<'invoices'>, date: string): Promise<void> => {
  const body = { customer, amount: invoice.openAmount, date, allocations: [{ invoice: invoice.id, amount: invoice.openAmount }] }
  const receipt = done(await app.api.post('/receipts?depth=0', { token: f.boss.token, body }))
  await f.verb('receipts', receipt.id, 'approve')
}
const propose = (body: Record<string, unknown>, by = finance) => app.api.post('/credit-grades?depth=0', { token: by.token, body })

test('F9: 800,000 sold, paid 6 days late, 2 % returned, 60 days → 84 points, AA, 133,333.33; nothing changes before approval', async () => {
  const customer = await f.customer({ paymentTerms: terms.id })
  const { delivery, invoice } = await sold(customer.id, 8000, '2026-03-01') // due 2026-04-30
  await paid(customer.id, invoice, '2026-05-06')
  const goods = await delivered(customer.id, 8000, '2026-03-02')
  expect(delivery.lines[0].qty).toBe(100)
  const back = await f.create('deliveries', goods.id, 'create-return', {
    kind: 'refund',
    date: '2026-06-01',
    lines: [{ deliveryLine: goods.lines[0].id, qty: 4 }],
  })
  await app.api.patch(`/returns/${back.id}`, { token: f.boss.token, body: { date: '2026-06-01' } })
  await f.verb('returns', back.id, 'approve')
  const proposal = done(await propose({ customer: customer.id, date: '2026-07-01' }))
  expect(proposal).toMatchObject({
    ...{ status: 'proposed', netSales: 800000, daysLate: 6, returnRate: 2, creditDays: 60 },
    ...{ points: 84, grade: 'AA', proposedLimit: 133333.33, periodFrom: '2025-07-01', periodTo: '2026-07-01' },
  })
  expect(proposal.arithmetic).toHaveLength(5)
  expect((await f.read('customers', customer.id)).credit).toMatchObject({ limit: null, grade: null })
  await f.settings('order-settings', { fourEyes: true })
  expect(codesOf(await f.call('credit-grades', proposal.id, 'approve', {}, finance))).toEqual(['FOUR_EYES'])
  // a limit above the one that was proposed would be one person's
  const own = await f.call('credit-grades', proposal.id, 'approve', { limit: 133333.34 })
  expect([own.status, codesOf(own)]).toEqual([403, ['FOUR_EYES']])
  await f.verb('credit-grades', proposal.id, 'approve')
  await f.settings('order-settings', { fourEyes: false })
  expect((await f.read('customers', customer.id)).credit).toMatchObject({ limit: 133333.33, grade: 'AA' })
  expect((await f.call('credit-grades', proposal.id, 'reject', { reason: 'x' })).status).toBe(409)
  const { rows } = done(await app.api.get(`/reports/customer-rating?customer=${customer.id}`, { token: f.boss.token }))
  expect(rows[0]).toMatchObject({ points: 84, grade: 'AA', proposedLimit: 133333.33 })
})

test('what is unpaid and overdue counts to the day of the run; less than three months of history is refused', async () => {
  const customer = await f.customer({ paymentTerms: terms.id })
  await sold(customer.id, 100, '2026-03-01')
  expect(done(await propose({ customer: customer.id, date: '2026-06-09' }))).toMatchObject({ daysLate: 40, points: 33.7333 })
  const young = await f.customer()
  await sold(young.id, 100, '2026-06-01')
  const early = await propose({ customer: young.id, date: '2026-08-31' })
  expect([early.status, codesOf(early)]).toEqual([400, ['INVALID_INPUT']])
  done(await propose({ customer: young.id, date: '2026-09-01' }))
})

test('who bought nothing in the twelve months is not rated, neither when named nor by the quarterly run', async () => {
  const customer = await f.customer({ paymentTerms: terms.id })
  await sold(customer.id, 100, '2025-02-11')
  const named = await propose({ customer: customer.id, date: '2026-10-01' })
  expect([named.status, codesOf(named)]).toEqual([400, ['INVALID_INPUT']])
  const run = await app.api.post('/credit-rating', { token: finance.token, body: { date: '2026-10-01', customers: [customer.id] } })
  expect(done(run).created).toEqual([])
  // the last day of a former year counts, the first of it does not
  await sold(customer.id, 100, '2025-10-02')
  expect(done(await propose({ customer: customer.id, date: '2026-10-01' }))).toMatchObject({ status: 'proposed', netSales: 10000 })
})

test('the quarterly run proposes each customer once; sales may neither run nor see limits', async () => {
  const run = (by: Person) => app.api.post('/credit-rating', { token: by.token, body: { date: '2026-10-01' } })
  const first = done(await run(finance))
  expect(Object.keys(first.created).length).toBeGreaterThanOrEqual(3)
  expect(done(await run(finance)).created).toEqual([])
  expect((await run(f.clerk)).status).toBe(403)
  expect((await app.api.get('/credit-grades', { token: f.clerk.token })).status).toBe(403)
  const manager = await f.person(['salesManager'], { dataScope: 'all' })
  const { docs } = (await app.api.get('/credit-grades?limit=1', { token: manager.token })).body
  expect(Object.keys(docs[0])).not.toEqual(expect.arrayContaining(['proposedLimit']))
  expect(docs[0].arithmetic).toBeUndefined()
})
