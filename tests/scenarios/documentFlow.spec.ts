import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { done, type Factory, openFactory } from '../support/story'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
})
afterAll(() => app.close())

const flow = async (slug: string, id: number, token = f.boss.token) => done(await f.api.get(`/trace/${slug}/${id}`, { token }))
type Chain = Awaited<ReturnType<typeof flow>>
const names = ({ nodes }: Chain): string[] => nodes.map(({ slug, id }) => `${slug}/${id}`).sort()
const passed = ({ edges }: Chain, from: string, to: string, line?: string): number =>
  edges
    .filter((edge) => edge.from.slug === from && edge.to.slug === to && (!line || edge.fromLine === line))
    .reduce((sum: number, { qty }) => sum + Number(qty), 0)

test('O-50: from order, delivery, invoice and receipt the same chain in both directions, by line, with quantity and amount per hop', async () => {
  const [a, b] = [await f.item(), await f.item()]
  for (const item of [a, b]) await f.receive({ item: item.id, qty: 100 })
  const customer = await f.customer()
  const order = await f.approvedOrder(customer.id, [
    { item: a.id, qty: 10 },
    { item: b.id, qty: 4 },
  ])
  const deliver = async (lines: Array<{ orderLine: string; qty: number }>) => {
    const delivery = await f.create('orders', order.id, 'create-delivery', { lines })
    await f.verb('deliveries', delivery.id, 'approve')
    return f.read('deliveries', delivery.id)
  }
  const [first, second] = [order.lines[0].id, order.lines[1].id]
  const one = await deliver([
    { orderLine: first, qty: 6 },
    { orderLine: second, qty: 4 },
  ])
  const two = await deliver([{ orderLine: first, qty: 3 }])
  const called = await f.create('orders', order.id, 'create-delivery', { lines: [{ orderLine: first, qty: 1 }] })
  await f.verb('deliveries', called.id, 'cancel', { reason: '客户改期' })
  const invoice = await f.create('deliveries', one.id, 'create-invoice')
  await f.verb('invoices', invoice.id, 'approve')
  const receipt = done(
    await f.api.post('/receipts?depth=0', {
      token: f.boss.token,
      body: { customer: customer.id, amount: 500, method: 'transfer', allocations: [{ invoice: invoice.id, amount: 500 }] },
    }),
  )
  await f.verb('receipts', receipt.id, 'approve')

  const chain = await flow('orders', order.id)
  expect(names(chain)).toEqual(
    [`orders/${order.id}`, `deliveries/${one.id}`, `deliveries/${two.id}`, `deliveries/${called.id}`, `invoices/${invoice.id}`, `receipts/${receipt.id}`].sort(), // prettier-ignore
  )
  for (const [slug, id] of [
    ['deliveries', one.id],
    ['invoices', invoice.id],
    ['receipts', receipt.id],
  ] as const)
    expect(await flow(slug, id)).toEqual(chain)
  const now = await f.read('orders', order.id)
  expect([passed(chain, 'orders', 'deliveries', first), passed(chain, 'orders', 'deliveries', second)]).toEqual([
    now.lines[0].deliveredQty,
    now.lines[1].deliveredQty,
  ])
  expect(passed(chain, 'deliveries', 'invoices')).toBe(10)
  expect(chain.edges.find((edge) => edge.to.slug === 'receipts')).toMatchObject({ amount: 500, qty: null, line: null })
  expect(chain.nodes.find(({ slug }: { slug: string }) => slug === 'orders')).toMatchObject({
    no: order.no,
    status: 'approved',
    amount: 1400,
  })
})

test('reviews, changes, returns and credit notes stand in the chain, from each of them the same chain is reached', async () => {
  await f.settings('order-settings', { reviewRequired: true })
  const item = await f.item()
  await f.receive({ item: item.id, qty: 100 })
  await f.master('warehouses', { code: 'R1', name: '退货仓', kind: 'return' })
  const customer = await f.customer()
  const created = await f.order(customer.id, [{ item: item.id, qty: 10 }])
  await f.verb('orders', created.id, 'submit')
  const [manager, pmc] = [await f.person(['salesManager'], { dataScope: 'all' }), await f.person(['pmc'])]
  await f.verb('orders', created.id, 'review', { department: 'sales', opinion: 'agree' }, manager)
  await f.verb('orders', created.id, 'review', { department: 'pmc', opinion: 'agree' }, pmc)
  await f.verb('orders', created.id, 'approve')
  const order = await f.read('orders', created.id)
  await f.settings('order-settings', { reviewRequired: false })
  const change = await f.create('orders', order.id, 'create-change', { reason: '加量', lines: [{ line: order.lines[0].id, qty: 12 }] })
  for (const verb of ['submit', 'approve']) await f.verb('order-changes', change.id, verb)
  const delivery = await f.create('orders', order.id, 'create-delivery')
  await f.verb('deliveries', delivery.id, 'approve')
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
  await f.verb('invoices', invoice.id, 'approve')
  const returned = await f.create('deliveries', delivery.id, 'create-return', {
    kind: 'refund',
    lines: [{ deliveryLine: delivery.lines[0].id, qty: 2 }],
  })
  for (const verb of ['approve', 'receive']) await f.verb('returns', returned.id, verb)
  const note = await f.create('invoices', invoice.id, 'create-credit-note', {
    lines: [{ invoiceLine: (await f.read('invoices', invoice.id)).lines[0].id, returnLine: returned.lines[0].id, qty: 2 }],
  })
  const chain = await flow('orders', order.id)
  const kinds = [...new Set(chain.nodes.map(({ slug }: { slug: string }) => slug))].sort()
  expect(kinds).toEqual(['deliveries', 'invoices', 'order-changes', 'order-reviews', 'orders', 'returns'])
  expect(
    chain.nodes.filter(({ slug }: { slug: string }) => slug === 'order-reviews').map(({ status }: { status: string }) => status),
  ).toEqual(['agree', 'agree'])
  expect(chain.edges.find(({ to }) => to.slug === 'returns')).toMatchObject({ qty: 2, amount: 200 })
  expect(names(chain)).toContain(`invoices/${note.id}`)
  for (const [slug, id] of [
    ['order-changes', change.id],
    ['returns', returned.id],
    ['invoices', note.id],
  ] as const)
    expect(names(await flow(slug, id))).toEqual(names(chain))
})

test('another order on the same invoice stays out of a chain it has no part in, and the invoice itself shows both', async () => {
  const item = await f.item()
  await f.receive({ item: item.id, qty: 100 })
  const customer = await f.customer()
  const orders = [
    await f.approvedOrder(customer.id, [{ item: item.id, qty: 2 }]),
    await f.approvedOrder(customer.id, [{ item: item.id, qty: 3 }]),
  ]
  const [first] = orders as [Told<'orders'>]
  const lines: Array<Told<'deliveries'>['lines'][0]> = []
  for (const order of orders) {
    const delivery = await f.create('orders', order.id, 'create-delivery')
    await f.verb('deliveries', delivery.id, 'approve')
    lines.push((await f.read('deliveries', delivery.id)).lines[0])
  }
  const invoice = done(
    await f.api.post('/invoices?depth=0', {
      token: f.boss.token,
      body: { customer: customer.id, lines: lines.map((line) => ({ deliveryLine: line.id, qty: line.qty })) },
    }),
  )
  const count = ({ nodes }: Chain, kind: string): number => nodes.filter(({ slug }) => slug === kind).length
  expect(count(await flow('orders', first.id), 'orders')).toBe(1)
  expect(count(await flow('invoices', invoice.id), 'orders')).toBe(2)
  expect(passed(await flow('orders', first.id), 'deliveries', 'invoices')).toBe(2)
})

test('only what one may see: a stranger gets 404, a colleague without receipts rights a chain without them, nobody without log-in', async () => {
  const item = await f.item({ availabilityMode: 'off' })
  const customer = await f.customer()
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 1 }])
  const receipt = done(
    await f.api.post('/receipts?depth=0', {
      token: f.boss.token,
      body: { customer: customer.id, amount: 50, method: 'transfer', onOrder: order.id },
    }),
  )
  await f.verb('receipts', receipt.id, 'approve')
  expect(names(await flow('orders', order.id))).toContain(`receipts/${receipt.id}`)
  const planner = await f.person(['pmc'])
  expect(names(await flow('orders', order.id, planner.token))).toEqual([`orders/${order.id}`])
  const stranger = await f.person(['sales'])
  expect((await f.api.get(`/trace/orders/${order.id}`, { token: stranger.token })).status).toBe(404)
  expect((await f.api.get(`/trace/orders/${order.id}`)).status).toBe(401)
  expect((await f.api.get(`/trace/users/${f.boss.id}`, { token: f.boss.token })).status).toBe(404)
})

test('returns, credit notes, advances and what is set off are hops with their amounts', async () => {
  const item = await f.item()
  await f.receive({ item: item.id, qty: 100 })
  const customer = await f.customer()
  const billed = async (qty: number, advance = 0) => {
    const order = await f.approvedOrder(customer.id, [{ item: item.id, qty }])
    const body = { customer: customer.id, amount: advance, onOrder: order.id }
    const receipt = advance ? done(await f.api.post('/receipts?depth=0', { token: f.boss.token, body })) : null
    if (receipt) await f.verb('receipts', receipt.id, 'approve')
    const delivery = await f.create('orders', order.id, 'create-delivery')
    await f.verb('deliveries', delivery.id, 'approve')
    const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
    await f.verb('invoices', invoice.id, 'approve')
    return { order, receipt, delivery: await f.read('deliveries', delivery.id), invoice }
  }
  const paid = await billed(5, 500)
  const [deliveryLine] = paid.delivery.lines.map(({ id }) => id)
  const back = await f.create('deliveries', paid.delivery.id, 'create-return', { kind: 'refund', lines: [{ deliveryLine, qty: 2 }] })
  await f.verb('returns', back.id, 'approve')
  const note = await f.create('returns', back.id, 'create-credit-note')
  await f.verb('invoices', note.id, 'approve')
  const other = await billed(3)
  await f.verb('invoices', note.id, 'allocate', { allocations: [{ invoice: other.invoice.id, amount: 150 }] })
  const { edges } = await flow('orders', paid.order.id)
  const hop = (from: string, fromId: number, to: string, toId: number) =>
    edges
      .filter((edge) => edge.from.slug === from && edge.from.id === fromId && edge.to.slug === to && edge.to.id === toId)
      .map(({ qty, amount }) => [qty, amount])
  expect(hop('deliveries', paid.delivery.id, 'returns', back.id)).toEqual([[2, 200]])
  expect(hop('returns', back.id, 'invoices', note.id)).toEqual([[2, 200]])
  expect(hop('invoices', paid.invoice.id, 'invoices', note.id)).toEqual([[2, 200]])
  expect(hop('orders', paid.order.id, 'receipts', Number(paid.receipt?.id))).toEqual([[null, 500]])
  expect(hop('invoices', paid.invoice.id, 'receipts', Number(paid.receipt?.id))).toEqual([[null, 500]])
  const { edges: others } = await flow('invoices', other.invoice.id)
  expect(others.find(({ to }) => to.slug === 'invoices' && to.id === note.id)).toMatchObject({ amount: 150 })
  expect(names(await flow('returns', back.id))).toContain(`invoices/${note.id}`)
})
