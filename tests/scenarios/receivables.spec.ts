import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq, initTransaction, killTransaction } from 'payload'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, findingOf, openFactory } from '../support/story'
import type { Told } from '../support/told'
import { wordsOfPdf } from '../support/wordsOfPdf'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
})
afterAll(() => app.close())

const invoiced = async (
  qty: number,
  more: { price?: number; customer?: { id: number }; taxRate?: number; date?: string; terms?: number } = {},
) => {
  const customer = more.customer ?? (await f.customer(more.terms ? { paymentTerms: more.terms } : {}))
  const item = await f.item(more.taxRate === undefined ? {} : { taxRate: more.taxRate })
  await f.receive({ item: item.id, qty, cost: 60 })
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty, ...(more.price ? { price: more.price } : {}) }])
  const delivery = await f.create('orders', order.id, 'create-delivery')
  await f.verb('deliveries', delivery.id, 'approve')
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice', more.date ? { date: more.date } : {})
  await f.verb('invoices', invoice.id, 'approve')
  return { customer, item, order, delivery, invoice: await f.read('invoices', invoice.id) }
}
const received = async (customer: number, amount: number, more: Record<string, unknown> = {}) => {
  const receipt = done(await app.api.post('/receipts?depth=0', { token: f.boss.token, body: { customer, amount, ...more } }))
  await f.verb('receipts', receipt.id, 'approve')
  return f.read('receipts', receipt.id)
}
const credited = async (invoice: Told<'invoices'>, body: Record<string, unknown> = {}) => {
  const note = await f.create('invoices', invoice.id, 'create-credit-note', body)
  await f.verb('invoices', note.id, 'approve')
  return f.read('invoices', note.id)
}

test('several deliveries of a customer share one invoice', async () => {
  const customer = await f.customer()
  const item = await f.item()
  await f.receive({ item: item.id, qty: 20 })
  const orders = [
    await f.approvedOrder(customer.id, [{ item: item.id, qty: 5 }]),
    await f.approvedOrder(customer.id, [{ item: item.id, qty: 7 }]),
  ]
  const lines = []
  for (const order of orders) {
    const delivery = await f.create('orders', order.id, 'create-delivery')
    await f.verb('deliveries', delivery.id, 'approve')
    lines.push({ deliveryLine: delivery.lines[0].id, qty: delivery.lines[0].qty })
  }
  const invoice = done(await app.api.post('/invoices?depth=0', { token: f.boss.token, body: { customer: customer.id, lines } }))
  expect(invoice.grossTotal).toBe(1200)
  expect(await f.credit(customer.id)).toMatchObject({ buckets: { deliveries: 0, unauditedInvoices: 1200, receivable: 0 } })
  await f.verb('invoices', invoice.id, 'approve')
  expect(await f.credit(customer.id)).toMatchObject({ buckets: { unauditedInvoices: 0, receivable: 1200 } })
})

test('F2: credit notes mirror the invoice by cumulative split; crediting everything nets to 0.00, one more is refused', async () => {
  const { customer, invoice, delivery } = await invoiced(3, { price: 33.333333, taxRate: 13 })
  expect(invoice.grossTotal).toBe(100)
  const line = invoice.lines[0].id
  const notes = []
  for (const qty of [1, 1, 1]) notes.push(await credited(invoice, { lines: [{ invoiceLine: line, qty }] }))
  expect(notes.map(({ grossTotal }) => grossTotal)).toEqual([33.33, 33.34, 33.33])
  expect(notes[0]).toMatchObject({ kind: 'creditNote', lines: [{ costValue: 60 }] })
  expect(await f.credit(customer.id)).toMatchObject({ buckets: { receivable: 0, deliveries: 100 } })
  expect(await f.read('invoices', invoice.id)).toMatchObject({ openAmount: 0, settlement: 'full' })
  const more = await f.call('invoices', invoice.id, 'create-credit-note', { lines: [{ invoiceLine: line, qty: 0.0001 }] })
  expect([more.status, codesOf(more)]).toEqual([400, ['OVER_INVOICE']])
  expect(codesOf(await f.call('invoices', invoice.id, 'create-credit-note'))).toEqual(['NOTHING_OPEN'])
  // what was credited without a return may be billed again
  expect((await f.create('deliveries', delivery.id, 'create-invoice')).grossTotal).toBe(100)
})

test('a draft credit note binds nobody but the next credit note; an invoice with one is not unapproved', async () => {
  const { customer, invoice } = await invoiced(10)
  const note = await f.create('invoices', invoice.id, 'create-credit-note', { lines: [{ invoiceLine: invoice.lines[0].id, qty: 6 }] })
  expect(await f.credit(customer.id)).toMatchObject({ buckets: { receivable: 1000 } })
  const over = await f.call('invoices', invoice.id, 'create-credit-note', { lines: [{ invoiceLine: invoice.lines[0].id, qty: 5 }] })
  expect(findingOf(over, 'OVER_INVOICE')?.facts).toMatchObject({ qty: 5, billable: 4, excess: 1 })
  const undo = await f.call('invoices', invoice.id, 'unapprove')
  expect([undo.status, codesOf(undo), findingOf(undo, 'DOWNSTREAM_EXISTS')?.facts['documents']]).toEqual([
    409,
    ['DOWNSTREAM_EXISTS'],
    [expect.objectContaining({ no: note.no })],
  ])
  const saved = done(
    await app.api.patch(`/invoices/${note.id}?depth=0`, { token: f.boss.token, body: { lines: [{ ...note.lines[0], qty: 2 }] } }),
  )
  expect(saved).toMatchObject({ grossTotal: 200, kind: 'creditNote' })
})

test('O-48, O-52: a price-only credit note gives back the difference and moves no quantity', async () => {
  const { customer, invoice, delivery } = await invoiced(100, { price: 20 })
  const note = await credited(invoice, { priceOnly: true, lines: [{ invoiceLine: invoice.lines[0].id, qty: 100, price: 18 }] })
  expect(note).toMatchObject({ grossTotal: 200, priceOnly: true, openAmount: 0, lines: [{ stockQty: 0, costValue: 0 }] })
  expect(await f.read('invoices', invoice.id)).toMatchObject({ openAmount: 1800, settlement: 'partly' })
  expect(await f.credit(customer.id)).toMatchObject({ buckets: { receivable: 1800, deliveries: 0 } })
  expect(codesOf(await f.call('deliveries', delivery.id, 'create-invoice'))).toEqual(['NOTHING_OPEN'])
  const rest = await credited(invoice)
  expect(rest.grossTotal).toBe(1800)
  const dearer = await f.call('invoices', invoice.id, 'create-credit-note', {
    priceOnly: true,
    lines: [{ invoiceLine: invoice.lines[0].id, qty: 1, price: 21 }],
  })
  expect(dearer.status).toBe(400)
})

test('a returned quantity is credited from its return, once; a price difference too', async () => {
  const { customer, delivery, invoice } = await invoiced(10, { price: 20 })
  const [deliveryLine] = delivery.lines.map(({ id }) => id)
  const back = await f.create('deliveries', delivery.id, 'create-return', { kind: 'refund', lines: [{ deliveryLine, qty: 4 }] })
  await f.verb('returns', back.id, 'approve')
  const note = await f.create('returns', back.id, 'create-credit-note')
  expect(note).toMatchObject({ kind: 'creditNote', grossTotal: 80, lines: [{ qty: 4, returnLine: back.lines[0].id }] })
  expect(codesOf(await f.call('returns', back.id, 'create-credit-note'))).toEqual(['NOTHING_OPEN'])
  await f.verb('invoices', note.id, 'approve')
  expect(await f.read('invoices', invoice.id)).toMatchObject({ openAmount: 120 })
  const cheaper = await f.create('deliveries', delivery.id, 'create-return', {
    kind: 'priceOnly',
    lines: [{ deliveryLine, qty: 6, price: 18 }],
  })
  await f.verb('returns', cheaper.id, 'approve')
  expect(await f.create('returns', cheaper.id, 'create-credit-note')).toMatchObject({ grossTotal: 12, priceOnly: true })
  expect(await f.credit(customer.id)).toMatchObject({ buckets: { receivable: 120, deliveries: 0 } })
})

test('a credit note of a paid invoice leaves a credit of the customer; CR-25: never blocked, on stop neither', async () => {
  const { customer, invoice } = await invoiced(10)
  await received(customer.id, 1000, { allocations: [{ invoice: invoice.id, amount: 1000 }] })
  done(
    await app.api.patch(`/customers/${customer.id}`, { token: f.admin.token, body: { credit: { control: true, limit: 0, hold: 'stop' } } }),
  )
  const note = await credited(invoice, { lines: [{ invoiceLine: invoice.lines[0].id, qty: 4 }] })
  expect(note).toMatchObject({ openAmount: -400, settlement: 'none' })
  expect(await f.credit(customer.id)).toMatchObject({ buckets: { receivable: -400 } })
  await f.verb('invoices', note.id, 'unapprove')
  expect(await f.credit(customer.id)).toMatchObject({ buckets: { receivable: 0 } })
})

test('C-09: an invoice in instalments is due part by part; payments settle the earliest first', async () => {
  const terms = await f.master('payment-terms', {
    ...{ code: 'H2', name: '50/50', kind: 'instalments' },
    instalments: [
      { percent: 50, days: 0 },
      { percent: 50, days: 30 },
    ],
  })
  const { customer, invoice } = await invoiced(1, { price: 17812, terms: terms.id, date: '2026-01-01' })
  expect(invoice).toMatchObject({
    dueDate: '2026-01-31',
    instalments: [
      { dueDate: '2026-01-01', amount: 8906, openAmount: 8906 },
      { dueDate: '2026-01-31', amount: 8906, openAmount: 8906 },
    ],
  })
  await received(customer.id, 9000, { allocations: [{ invoice: invoice.id, amount: 9000 }] })
  expect((await f.read('invoices', invoice.id)).instalments).toMatchObject([{ openAmount: 0 }, { openAmount: 8812 }])
})

test('a receipt on account settles the oldest due first by proposal, in part, and takes it back', async () => {
  const customer = await f.customer()
  const old = await invoiced(6, { customer, date: '2026-01-05' })
  const young = await invoiced(5, { customer, date: '2026-02-05' })
  const receipt = await received(customer.id, 800)
  const { rows } = done(await app.api.get(`/allocation-proposal/${receipt.id}`, { token: f.boss.token }))
  expect(rows).toMatchObject([
    { id: old.invoice.id, openAmount: 600, proposed: 600 },
    { id: young.invoice.id, openAmount: 500, proposed: 200 },
  ])
  const stranger = await f.person(['sales'])
  expect((await app.api.get(`/allocation-proposal/${receipt.id}`, { token: stranger.token })).status).toBe(404)
  await f.verb('receipts', receipt.id, 'allocate')
  expect(await f.read('receipts', receipt.id)).toMatchObject({ openAmount: 0, allocation: 'full' })
  await f.verb('receipts', receipt.id, 'unallocate', { allocations: [{ invoice: old.invoice.id, amount: 100 }] })
  expect(await f.read('invoices', old.invoice.id)).toMatchObject({ openAmount: 100, settlement: 'partly' })
  const over = await f.call('receipts', receipt.id, 'allocate', { allocations: [{ invoice: old.invoice.id, amount: 100.01 }] })
  expect([over.status, codesOf(over)]).toEqual([400, ['OVER_ALLOCATION', 'OVER_ALLOCATION']])
  expect(codesOf(await f.call('receipts', receipt.id, 'unapprove'))).toEqual(['DOWNSTREAM_EXISTS'])
  await f.verb('receipts', receipt.id, 'unallocate')
  await f.verb('receipts', receipt.id, 'unapprove')
  expect(await f.credit(customer.id)).toMatchObject({ buckets: { receivable: 1100 } })
})

test('two receipts are allocated to one invoice at once, and one receipt twice: never more than is open', async () => {
  const { customer, invoice } = await invoiced(10)
  const receipts = [await received(customer.id, 1000), await received(customer.id, 1000)]
  const body = { allocations: [{ invoice: invoice.id, amount: 700 }] }
  const answers = await Promise.all([...receipts, ...receipts.slice(0, 1)].map(({ id }) => f.call('receipts', id, 'allocate', body)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400])
  expect(await f.read('invoices', invoice.id)).toMatchObject({ openAmount: 300 })
})

test('a bounced receipt opens everything it settled, the advance an invoice took by itself included', async () => {
  const customer = await f.customer()
  const item = await f.item()
  await f.receive({ item: item.id, qty: 100 })
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 30 }])
  const receipt = await received(customer.id, 3500, { onOrder: order.id })
  const delivery = await f.create('orders', order.id, 'create-delivery')
  await f.verb('deliveries', delivery.id, 'approve')
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
  await f.verb('invoices', invoice.id, 'approve')
  expect(await f.read('invoices', invoice.id)).toMatchObject({ openAmount: 0, settlement: 'full' })
  const other = await invoiced(5, { customer })
  await f.verb('receipts', receipt.id, 'allocate')
  expect(await f.read('invoices', other.invoice.id)).toMatchObject({ openAmount: 0 })
  await f.verb('receipts', receipt.id, 'bounce', { reason: '空头支票' })
  expect(await f.read('receipts', receipt.id)).toMatchObject({ status: 'reversed', openAmount: 0, bounceReason: '空头支票' })
  expect(await f.read('invoices', invoice.id)).toMatchObject({ openAmount: 3000, settlement: 'none' })
  expect(await f.read('invoices', other.invoice.id)).toMatchObject({ openAmount: 500 })
  expect(await f.credit(customer.id)).toMatchObject({ buckets: { receivable: 3500 } })
  expect((await f.call('receipts', receipt.id, 'bounce')).status).toBe(409)
})

test('freight typed on an order is in every total: shares of its invoices, credit, statement, reports and print, back with the credit note', async () => {
  const customer = await f.customer()
  const item = await f.item({ taxRate: 13 })
  await f.receive({ item: item.id, qty: 10, cost: 60 })
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 3, price: 113 }], { freight: 113 })
  expect(order).toMatchObject({ freightTaxRate: 13, freightNet: 100, freightTax: 13, netTotal: 400, taxTotal: 52, grossTotal: 452 })
  expect((await f.credit(customer.id)).buckets).toMatchObject({ orders: 452 })
  const bill = async (qty: number, body: Record<string, unknown> = {}) => {
    const delivery = await f.create('orders', order.id, 'create-delivery', { lines: [{ orderLine: order.lines[0].id, qty }] })
    await f.verb('deliveries', delivery.id, 'approve')
    const made = await f.create('deliveries', delivery.id, 'create-invoice', { date: '2026-03-03' })
    if (Object.keys(body).length > 0) done(await app.api.patch(`/invoices/${made.id}`, { token: f.boss.token, body }))
    return f.read('invoices', made.id)
  }
  const first = await bill(1)
  expect(first).toMatchObject({ freight: 37.67, freightNet: 33.34, netTotal: 133.34, taxTotal: 17.33, grossTotal: 150.67 })
  expect((await f.credit(customer.id)).buckets).toMatchObject({ orders: 301.33, deliveries: 0, unauditedInvoices: 150.67 })
  await f.verb('invoices', first.id, 'approve')
  const second = await bill(1, { freight: 56.5 })
  expect(second).toMatchObject({ freight: 56.5, freightTax: 6.5, grossTotal: 169.5, freightTyped: true })
  await f.verb('invoices', second.id, 'approve')
  const last = await bill(1)
  expect(last).toMatchObject({ freight: 18.83, grossTotal: 131.83 })
  await f.verb('invoices', last.id, 'approve')
  expect((await f.read('orders', order.id)).status).toBe('closed')
  expect((await f.credit(customer.id)).buckets).toMatchObject({ orders: 0, deliveries: 0, receivable: 452 })
  type Answer = { rows: Array<Record<string, unknown>>; controlTotal: { ok: boolean } }
  const report = async (name: string, query: string): Promise<Answer> =>
    done(await app.api.get(`/reports/${name}?${query}`, { token: f.boss.token }))
  const executed = await report('order-execution', `customer=${customer.id}`)
  expect(executed.rows).toMatchObject([{ gross: 452, freight: 113, invoiced: 452 }])
  expect(executed.controlTotal).toMatchObject({ ok: true })
  const taxed = await report('tax-invoices', `customer=${customer.id}`)
  expect(taxed.controlTotal).toMatchObject({ actual: 452, ok: true })
  expect(taxed.rows.filter(({ name }) => name === '运费')).toMatchObject([
    { net: 33.34, tax: 4.33, gross: 37.67 },
    { gross: 56.5 },
    { gross: 18.83 },
  ])
  expect(await report('sales-analysis', `customer=${customer.id}&by=customer&from=2026-01-01&to=2026-12-31`)).toMatchObject({
    rows: [{ amount: 300 }],
    controlTotal: { ok: true },
  })
  const note = await credited(second)
  expect(note).toMatchObject({ freight: 56.5, freightTax: 6.5, grossTotal: 169.5 })
  expect(await f.read('invoices', second.id)).toMatchObject({ openAmount: 0 })
  const again = await f.call('invoices', second.id, 'create-credit-note')
  expect(codesOf(again)).toEqual(['NOTHING_OPEN'])
  const statement = await report('customer-statement', `customer=${customer.id}&from=2026-01-01&to=2026-12-31`)
  expect([statement.rows.at(-1)?.['balance'], statement.controlTotal.ok]).toEqual([282.5, true])
  const print = await app.api.get(`/orders/${order.id}/print?language=zh`, { token: f.boss.token })
  const words = wordsOfPdf(Buffer.from(await print.raw.arrayBuffer()))
  if (words !== null) {
    expect(words).toMatch(/运费（含税）\s+113\.00/)
    expect(words).toContain('肆佰伍拾贰元整')
  }
})

test('freight of an invoice without an order, and what is no freight; more than was charged is not credited', async () => {
  const { invoice } = await invoiced(2)
  await f.receive({ item: invoice.lines[0].item, qty: 1 })
  const enter = (body: Record<string, unknown>) => f.tryOrder(invoice.customer, [{ item: invoice.lines[0].item, qty: 1 }], f.boss, body)
  expect((await enter({ freight: -1 })).status).toBe(400)
  expect(done(await enter({ freight: 10, freightTaxRate: 0 }))).toMatchObject({ freightNet: 10, freightTax: 0, grossTotal: 110 })
  const note = await f.create('invoices', invoice.id, 'create-credit-note')
  const more = await app.api.patch(`/invoices/${note.id}`, { token: f.boss.token, body: { freight: 0.01 } })
  expect([more.status, findingOf(more, 'INVALID_INPUT')?.path]).toEqual([400, 'freight'])
})

test('after all of this the books agree with the documents, line by line', async () => {
  const { verifyLedgers } = await import('@/src/questions/control/verifyLedgers')
  const req = await createLocalReq({}, app.payload)
  await initTransaction(req)
  expect(await verifyLedgers(req)).toEqual([])
  await killTransaction(req)
})
