import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { startApp, type TestApp } from '../support/app'
import { done, type Factory, openFactory } from '../support/story'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory
let item: Told<'items'>

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  item = await f.item({ availabilityMode: 'off' })
  await f.settings('credit-settings', { moment: 'save', action: 'warn' })
})
afterAll(() => app.close())

type AnyRecord = Awaited<ReturnType<typeof all>>[number]
type Step = { act: number; pick: number; qty: number }

const all = async (slug: string, customer: number) =>
  done(await app.api.get(`/${slug}?depth=0&limit=1000&sort=id&where[customer][equals]=${customer}`, { token: f.boss.token })).docs

/** One step through the real API; a refusal is a step that does not happen. */
async function take(customer: number, { act, pick, qty }: Step): Promise<void> {
  const one = async (slug: string, wanted: (doc: AnyRecord) => boolean) => {
    const found = (await all(slug, customer)).filter(wanted)
    return found.length > 0 ? f.read(slug, found.at(pick % found.length).id) : null
  }
  const approved = ({ status }: { status: string }): boolean => status === 'approved'
  if (act === 0) return void (await f.approvedOrder(customer, [{ item: item.id, qty }]))
  if (act === 1) return void (await f.order(customer, [{ item: item.id, qty }]))
  if (act === 2) {
    const order = await one('orders', approved)
    const made = order && (await f.call('orders', order.id, 'create-delivery', { lines: [{ orderLine: order.lines[0].id, qty }] }))
    if (made?.body.created) await f.call('deliveries', made.body.created.id, 'approve')
  } else if (act === 3) {
    const delivery = await one('deliveries', ({ status }) => status === 'issued')
    if (delivery) await f.call('deliveries', delivery.id, 'create-invoice', { lines: [{ deliveryLine: delivery.lines[0].id, qty }] })
  } else if (act === 4) {
    const draft = await one('invoices', ({ status }) => status === 'draft')
    if (draft) await f.call('invoices', draft.id, 'approve')
  } else if (act === 5) {
    const receipt = await app.api.post('/receipts?depth=0', { token: f.boss.token, body: { customer, amount: qty * 50 } })
    await f.call('receipts', receipt.body.doc.id, 'approve')
    await f.call('receipts', receipt.body.doc.id, 'allocate')
  } else if (act === 6) {
    const invoice = await one('invoices', (doc) => approved(doc) && doc.kind === 'invoice')
    const lines = invoice && [{ invoiceLine: invoice.lines[0].id, qty }]
    const note = invoice && (await f.call('invoices', invoice.id, 'create-credit-note', { lines }))
    if (note?.body.created) await f.call('invoices', note.body.created.id, 'approve')
  } else if (act === 7) {
    const delivery = await one('deliveries', ({ status }) => status === 'issued')
    const lines = delivery && [{ deliveryLine: delivery.lines[0].id, qty }]
    const back = delivery && (await f.call('deliveries', delivery.id, 'create-return', { kind: 'refund', lines }))
    if (back?.body.created) await f.call('returns', back.body.created.id, 'approve')
  } else {
    const order = await one('orders', ({ status }) => status === 'approved' || status === 'closed')
    if (order) await f.call('orders', order.id, order.status === 'closed' ? 'reopen' : 'short-close', { reason: '客户改变主意' })
  }
}

/** What each kind of document has open, counted from the documents as they are read; a piece costs 100. */
async function openOf(customer: number): Promise<Record<string, number>> {
  const sum = (figures: number[]): number => figures.reduce((total, figure) => total + figure, 0)
  const [orders, deliveries, invoices, receipts] = await Promise.all(
    ['orders', 'deliveries', 'invoices', 'receipts'].map((slug) => all(slug, customer)),
  )
  const drafts = (invoices ?? []).filter(({ status, kind }) => status === 'draft' && kind === 'invoice')
  const drafted = (line: string): number =>
    sum(drafts.flatMap(({ lines }) => lines.filter(({ deliveryLine }) => deliveryLine === line).map(({ qty }) => qty)))
  const linesOf = async (slug: string, docs: ReadonlyArray<{ id: number }>) =>
    (await Promise.all(docs.map(({ id }) => f.read(slug, id)))).flatMap(({ lines }) => lines)
  const ordered = await linesOf('orders', orders?.filter(({ status }) => status !== 'cancelled') ?? [])
  const issued = await linesOf('deliveries', deliveries?.filter(({ status }) => status === 'issued') ?? [])
  return {
    orders: sum(ordered.map(({ openQty }) => Number(openQty))) * 100,
    deliveries:
      sum(issued.map(({ id, qty, returnedQty, invoicedQty }) => qty - Number(returnedQty) - Number(invoicedQty) - drafted(id))) * 100,
    unauditedInvoices: sum(drafts.map(({ grossTotal }) => Number(grossTotal))),
    receivable:
      sum(invoices?.map(({ openAmount }) => Number(openAmount ?? 0)) ?? []) -
      sum(receipts?.map(({ openAmount }) => Number(openAmount ?? 0)) ?? []),
  }
}

test('random histories on the real database: every bucket is what its documents have open, the books agree', async () => {
  const steps = fc.array(
    fc.record({ act: fc.integer({ min: 0, max: 8 }), pick: fc.integer({ min: 0, max: 9 }), qty: fc.integer({ min: 1, max: 6 }) }),
    { minLength: 8, maxLength: 14 },
  )
  for (const history of fc.sample(steps, { numRuns: 5, seed: 20261123 })) {
    const customer = await f.customer()
    await f.approvedOrder(customer.id, [{ item: item.id, qty: 8 }])
    for (const step of history) {
      await take(customer.id, step)
      const { buckets } = await f.credit(customer.id)
      expect({ step, buckets }).toEqual({ step, buckets: await openOf(customer.id) })
      for (const bucket of ['orders', 'deliveries', 'unauditedInvoices'] as const) expect(buckets[bucket]).toBeGreaterThanOrEqual(0)
    }
  }
  const { verifyLedgers } = await import('@/src/questions/control/verifyLedgers')
  const { inTransaction } = await import('@/src/db/transaction')
  const { createLocalReq } = await import('payload')
  const req = await createLocalReq({}, app.payload)
  expect(await inTransaction(req, () => verifyLedgers(req))).toEqual([])
})
