import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, findingOf, openFactory, type Person } from '../support/story'

/* Figures a person types that scale every guard: the tax rate, the exchange rate, whose sale it is. */

let app: TestApp
let f: Factory
let plain: Person

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  plain = await f.person(['sales'])
  await f.settings('order-settings', { directDeliveries: true })
})
afterAll(async () => app?.close())

const own = () => f.customer({ salesperson: plain.id })

/** Every way in which a person writes lines of his own. */
const ways = ['orders', 'quotes', 'deliveries'] as const

test.each(ways)('%s: a tax rate other than the item’s needs the right to prices', async (slug) => {
  const customer = await own()
  const item = await f.item({ taxRate: 13, availabilityMode: 'off' })
  const write = (line: Record<string, unknown>, by: Person) =>
    app.api.post(`/${slug}?depth=0`, {
      token: by.token,
      body: { customer: customer.id, lines: [{ item: item.id, qty: 1, warehouse: f.warehouse.id, ...line }] },
    })
  for (const taxRate of [0, 9, null]) {
    const refused = await write({ taxRate }, plain)
    expect(codesOf(refused)).toEqual(['PRICE_LOCKED'])
    expect(findingOf(refused, 'PRICE_LOCKED')).toMatchObject({ path: 'lines.0.taxRate', facts: { due: 13 } })
    const checked = done(
      await app.api.post(`/${slug}/check`, {
        token: plain.token,
        body: { customer: customer.id, lines: [{ item: item.id, qty: 1, warehouse: f.warehouse.id, taxRate }] },
      }),
    )
    expect(checked.findings.map(({ code }: { code: string }) => code)).toContain('PRICE_LOCKED')
  }
  expect(done(await write({}, plain)).lines[0].taxRate).toBe(13)
  expect(done(await write({ taxRate: 13 }, plain)).lines[0].taxRate).toBe(13)
  const typed = done(await write({ taxRate: 0 }, f.boss))
  expect(typed.lines[0]).toMatchObject({ taxRate: 0 })
  expect(typed.lines[0].trace.at(-1)).toMatchObject({ rule: 'taxRate', taxRate: 0, due: 13, user: f.boss.email })
})

test('a rate that lifts a price over its minimum does not pass by being typed', async () => {
  const customer = await own()
  const item = await f.item({ taxRate: 13, minPrice: 90, listPrice: 100 })
  const order = (taxRate?: number) =>
    f.tryOrder(customer.id, [{ item: item.id, qty: 1, ...(taxRate === undefined ? {} : { taxRate }) }], plain)
  await f.receive({ item: item.id, qty: 5 })
  expect(codesOf(await order())).toEqual(['BELOW_MINIMUM_PRICE']) // 100 / 1.13 = 88.50
  expect(codesOf(await order(0))).toContain('PRICE_LOCKED')
})

test('what was decided stays: a typed rate survives the save of somebody without the right, and the order change judges anew', async () => {
  const customer = await own()
  const item = await f.item({ taxRate: 13, availabilityMode: 'off' })
  const order = done(await f.tryOrder(customer.id, [{ item: item.id, qty: 2, taxRate: 9 }], f.boss, { salesperson: plain.id }))
  const saved = done(await app.api.patch(`/orders/${order.id}?depth=0`, { token: plain.token, body: { remark: 'x', lines: order.lines } }))
  expect(saved.lines[0].taxRate).toBe(9)
  expect(saved.lines[0].trace.at(-1)).toMatchObject({ rule: 'taxRate', due: 13, user: f.boss.email })
  await f.verb('orders', order.id, 'submit')
  await f.verb('orders', order.id, 'approve')
  const change = (by: Person, taxRate: number) =>
    f.call('orders', order.id, 'create-change', { reason: 'x', lines: [{ line: order.lines[0].id, taxRate }] }, by)
  const refused = await change(plain, 0)
  expect(findingOf(refused, 'PRICE_LOCKED')).toMatchObject({ path: 'lines.0.taxRate', facts: { due: 13 } })
  const created = (await change(f.boss, 6)).body.created.id
  await f.verb('order-changes', created, 'submit')
  await f.verb('order-changes', created, 'approve')
  const changed = await f.read('orders', order.id)
  expect(changed.lines[0]).toMatchObject({ taxRate: 6, net: 188.68 })
})

test('a copy takes typed rates only with the right; an order from a quote takes the quoted rate', async () => {
  const customer = await own()
  const item = await f.item({ taxRate: 13, availabilityMode: 'off' })
  const order = done(await f.tryOrder(customer.id, [{ item: item.id, qty: 1, taxRate: 6 }], f.boss, { salesperson: plain.id }))
  expect((await f.create('orders', order.id, 'copy', {}, plain)).lines[0].taxRate).toBe(13)
  expect((await f.create('orders', order.id, 'copy')).lines[0].taxRate).toBe(6)
  const quote = done(
    await app.api.post('/quotes?depth=0', {
      token: f.boss.token,
      body: { customer: customer.id, salesperson: plain.id, lines: [{ item: item.id, qty: 1, taxRate: 6 }] },
    }),
  )
  for (const verb of ['submit', 'approve']) await f.verb('quotes', quote.id, verb)
  const ordered = await f.create('quotes', quote.id, 'create-order', {}, plain)
  expect(ordered.lines[0].taxRate).toBe(6)
})

test.each(ways)('%s: a line that costs nothing and other terms of payment need the right to prices', async (slug) => {
  const terms = await f.master('payment-terms', { code: `P${slug.slice(0, 3)}`, name: '预付', kind: 'prepaid', days: 0 })
  const customer = await own()
  const item = await f.item({ listPrice: 37.5, availabilityMode: 'off' })
  const write = (line: Record<string, unknown>, by: Person, more: Record<string, unknown> = {}) =>
    app.api.post(`/${slug}?depth=0`, {
      token: by.token,
      body: { customer: customer.id, ...more, lines: [{ item: item.id, qty: 2, warehouse: f.warehouse.id, ...line }] },
    })
  const free = await write({ free: true }, plain)
  expect(codesOf(free)).toEqual(['PRICE_LOCKED'])
  expect(findingOf(free, 'PRICE_LOCKED')).toMatchObject({ path: 'lines.0.free', facts: { due: 37.5 } })
  const prepaid = await write({}, plain, { paymentTerms: terms.id })
  expect(codesOf(prepaid)).toEqual(['PRICE_LOCKED'])
  expect(findingOf(prepaid, 'PRICE_LOCKED')?.path).toBe('paymentTerms')
  // who may gives it away, and what stands so may be saved again by who may not
  const given = done(await write({ free: true }, f.boss, { paymentTerms: terms.id, salesperson: plain.id }))
  expect(given).toMatchObject({ paymentTerms: terms.id, grossTotal: 0 })
  const again = await app.api.patch(`/${slug}/${given.id}?depth=0`, { token: plain.token, body: { remark: 'x', lines: given.lines } })
  expect(codesOf(again)).toEqual([])
  done(await app.api.patch(`/customers/${customer.id}`, { token: f.admin.token, body: { paymentTerms: terms.id } }))
  expect(done(await write({}, plain)).paymentTerms).toBe(terms.id)
})
