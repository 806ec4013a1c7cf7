import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { done, type Factory, openFactory } from '../support/story'
import { plain, workedTable } from '../support/workedFigures'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory
let customer: Told<'customers'>
let terms: Told<'payment-terms'>

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  terms = await f.master('payment-terms', {
    ...{ code: 'H2', name: '50/50', kind: 'instalments' },
    instalments: [
      { percent: 50, days: 0 },
      { percent: 50, days: 30 },
    ],
  })
  customer = await f.customer({ paymentTerms: terms.id })
})
afterAll(() => app.close())

const report = async (name: string, query = '', by = f.boss) => {
  const answer = await app.api.get(`/reports/${name}?${query}`, { token: by.token })
  return { status: answer.status, ...answer.body }
}
const invoiced = async (qty: number, date: string, to = customer) => {
  const item = await f.item()
  await f.receive({ item: item.id, qty, cost: 60 })
  const order = await f.approvedOrder(to.id, [{ item: item.id, qty }], { date })
  const delivery = await f.create('orders', order.id, 'create-delivery', { date })
  await f.verb('deliveries', delivery.id, 'approve')
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice', { date })
  await f.verb('invoices', invoice.id, 'approve')
  return f.read('invoices', invoice.id)
}
const received = async (amount: number, date: string, allocations: Array<{ invoice: number; amount: number }> = []) => {
  const receipt = done(
    await app.api.post('/receipts?depth=0', { token: f.boss.token, body: { customer: customer.id, amount, date, allocations } }),
  )
  await f.verb('receipts', receipt.id, 'approve')
  return receipt
}

test('F8: ageing by instalment as of any day, on-account money apart, what was settled later still open then', async () => {
  const invoice = await invoiced(10, '2026-01-01')
  const receipt = await received(700, '2026-01-20')
  await f.verb('receipts', receipt.id, 'allocate', { date: '2026-03-10', allocations: [{ invoice: invoice.id, amount: 600 }] })
  const asOf = async (day: string) => (await report('receivables-ageing', `asOf=${day}&customer=${customer.id}`)).rows[0]
  const heads = { notDue: 'not due', d1: '1–30', d2: '31–60', d5: 'more than 120', onAccount: 'on account', total: 'total' }
  for (const row of workedTable('ageing').rows) {
    const stated = Object.entries(heads).map(([figure, head]) => [figure, Number(plain(row[head] ?? ''))] as const)
    expect([row['as of'], await asOf(row['as of'] ?? '')]).toMatchObject([row['as of'], Object.fromEntries(stated)])
  }
  expect(await asOf('2026-01-25')).toMatchObject({ daysLate: 24 })
  const parts = await report('receivables-ageing', `asOf=2026-01-25&by=document&customer=${customer.id}`)
  expect(parts.rows.map(({ due, total }) => [due, total])).toEqual([
    ['2026-01-01', 500],
    ['2026-01-31', 500],
    [null, -700],
  ])
  expect(parts.controlTotal).toMatchObject({ expected: 300, actual: 300, ok: true })
  await f.verb('receipts', receipt.id, 'bounce', { date: '2026-04-01' })
  expect(await asOf('2026-03-10')).toMatchObject({ d2: 400, onAccount: -100 })
  expect(await asOf('2026-04-01')).toMatchObject({ d2: 500, d3: 500, onAccount: 0, total: 1000 })
})

test('the classes are settings; totals leave out what a person may not see; the Excel opens', async () => {
  await f.settings('credit-settings', { ageing1: 10, ageing2: 20, ageing3: 40, ageing4: 80 })
  const { columns, rows } = await report('receivables-ageing', `asOf=2026-01-25&customer=${customer.id}`)
  expect(columns.map(({ title }) => title)).toEqual(expect.arrayContaining(['1–10 天', '11–20 天', '21–40 天', '80 天以上']))
  expect(rows[0]).toMatchObject({ d3: 500 })
  await f.settings('credit-settings', { ageing1: 30, ageing2: 60, ageing3: 90, ageing4: 120 })
  const stranger = await f.person(['sales'])
  const own = await report('receivables-ageing', '', stranger)
  expect([own.rows, own.totals.total, own.controlTotal.expected]).toEqual([[], 0, 0])
  const pmc = await f.person(['pmc'])
  expect((await report('receivables-ageing', '', pmc)).status).toBe(404)
  const file = await app.api.get('/reports/receivables-ageing?format=xlsx', { token: f.boss.token })
  expect([
    file.status,
    Buffer.from(await file.raw.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ]).toEqual([200, 'PK'])
})

test('cash forecast: receivables by instalment, drafts, deliveries and orders by the day they fall due; overdue first', async () => {
  const item = await f.item()
  await f.receive({ item: item.id, qty: 10 })
  await f.approvedOrder(customer.id, [{ item: item.id, qty: 3 }])
  const { rows, totals, controlTotal } = await report('cash-forecast', `customer=${customer.id}`)
  expect(rows[0]).toMatchObject({ period: '已到期', receivable: 1000 })
  expect(totals).toMatchObject({ receivable: 1000, orders: 300, total: 1300 })
  expect(controlTotal.ok).toBe(true)
})

test('the statement tells balance, movements and bounced money; it prints and is mailed', async () => {
  const { rows, controlTotal } = await report('customer-statement', `customer=${customer.id}&from=2026-01-10&to=2026-04-30`)
  expect(rows.map(({ kind, balance }) => [kind, balance])).toEqual([
    ['期初余额', 1000],
    ['收款', 300],
    ['退票', 1000],
  ])
  expect(controlTotal).toMatchObject({ expected: 1000, ok: true })
  const print = await app.api.get(`/customers/${customer.id}/print?name=statement&language=en&to=2026-04-30`, { token: f.boss.token })
  expect([
    print.status,
    Buffer.from(await print.raw.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ]).toEqual([200, '%PDF-'])
  const mailed = await app.api.post(`/customers/${customer.id}/mail`, {
    token: f.boss.token,
    body: { to: 'a@b.example', name: 'statement', confirmed: true },
  })
  expect(mailed.status).toBe(200)
  const stranger = await f.person(['sales'])
  expect((await app.api.get(`/customers/${customer.id}/print`, { token: stranger.token })).status).toBe(404)
})

test('a statement is mailed in the language of the customer, or in the one named', async () => {
  const write = async (body: Record<string, unknown>): Promise<{ subject: string; language: string }> => {
    done(
      await app.api.post(`/customers/${customer.id}/mail`, {
        token: f.boss.token,
        body: { to: 'a@b.example', name: 'statement', confirmed: true, ...body },
      }),
    )
    const { docs } = await app.payload.find({ collection: 'outbox', sort: '-id', limit: 1, overrideAccess: true })
    return { subject: String(docs[0]?.subject), language: String(docs[0]?.language) }
  }
  expect((await write({})).language).toBe('zh')
  done(await app.api.patch(`/customers/${customer.id}`, { token: f.admin.token, body: { language: 'en' } }))
  const english = await write({})
  expect([english.language, english.subject.includes('tatement')]).toEqual(['en', true])
  expect((await write({ language: 'zh' })).language).toBe('zh')
})

test('dunning by days late and grade: the better the grade, the longer the grace', async () => {
  const dunned = async () => (await report('dunning-list', `customer=${customer.id}`)).rows.map(({ level, amount }) => [level, amount])
  expect(await dunned()).toEqual([
    ['最后通知', 500],
    ['最后通知', 500],
  ])
  await f.settings('credit-settings', { dunningAAA: 3000 })
  done(await app.api.patch(`/customers/${customer.id}`, { token: f.admin.token, body: { credit: { grade: 'AAA' } } }))
  expect(await dunned()).toEqual([])
})

test('export for the tax system: price × quantity meets the amount, credit notes negative with their original, as csv too', async () => {
  const invoice = await invoiced(3, '2026-02-02')
  const note = await f.create('invoices', invoice.id, 'create-credit-note', {
    lines: [{ invoiceLine: invoice.lines[0].id, qty: 1 }],
    date: '2026-02-03',
  })
  await f.verb('invoices', note.id, 'approve')
  const { rows, controlTotal } = await report('tax-invoices', 'from=2026-02-01&to=2026-02-28')
  expect(rows).toMatchObject([
    { no: invoice.no, qty: 3, gross: 300, grossPrice: '100' },
    { no: note.no, original: invoice.no, qty: -1, gross: -100 },
  ])
  expect(controlTotal.ok).toBe(true)
  const csv = await app.api.get('/reports/tax-invoices?from=2026-02-01&to=2026-02-28&format=csv', { token: f.boss.token })
  const lines = (await csv.raw.text()).trim().split('\r\n')
  expect(lines).toHaveLength(3)
  expect((await app.api.get('/reports/tax-invoices', { token: f.clerk.token })).status).toBe(404)
})

test('CR-36: the credit balance equals what a check would see, limit and free only for those entitled', async () => {
  done(await app.api.patch(`/customers/${customer.id}`, { token: f.admin.token, body: { credit: { control: true, limit: 5000 } } }))
  const position = await f.credit(customer.id)
  const { rows, controlTotal } = await report('credit-balance', `customer=${customer.id}`)
  expect(controlTotal.ok).toBe(true)
  const { orders, deliveries, unauditedInvoices, receivable } = position.buckets
  expect(rows[0]).toMatchObject({
    limit: 5000,
    free: position.free,
    exposure: position.exposure,
    orders,
    deliveries,
    receivable,
    unaudited: unauditedInvoices,
  })
  expect(rows[0]).toMatchObject({ oldestNo: position.oldestOpen?.documentNo, oldestAmount: position.oldestOpen?.openAmount })
  const temporary = await app.api.post('/credit-limits', {
    token: f.boss.token,
    body: { customer: customer.id, limit: 9000, validFrom: '2020-01-01', validTo: '2999-12-31' },
  })
  const limit = done(temporary)
  await f.verb('credit-limits', limit.id, 'submit')
  await f.verb('credit-limits', limit.id, 'approve')
  expect((await report('credit-balance', `customer=${customer.id}`)).rows[0]).toMatchObject({
    limit: 9000,
    free: (await f.credit(customer.id)).free,
  })
  const manager = await f.person(['salesManager'], { dataScope: 'all' })
  const told = await report('credit-balance', `customer=${customer.id}`, manager)
  expect(Object.keys(told.rows[0])).not.toEqual(expect.arrayContaining(['limit']))
  expect([told.rows[0].limit, told.rows[0].free, told.rows[0].status]).toEqual([undefined, undefined, undefined])
  for (const kind of ['users', 'departments']) expect((await report('credit-balance', `kind=${kind}&show=all`)).controlTotal.ok).toBe(true)
})
