import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, findingOf, openFactory } from '../support/story'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
})
afterAll(() => app.close())
beforeEach(async () => {
  await f.settings('credit-settings', { action: 'forbid', moment: 'save' })
  await f.settings('availability-settings', { mode: 'control', moment: 'save' })
  await f.settings('pricing-settings', { minimumPriceMode: 'forbid', minimumPriceMoment: 'save' })
})

test('M-02: 300 with 14 % tax inside is net 263.16 and below the last purchase of 300; 400 is net 350.88 and passes', async () => {
  const item = await f.item({ minMarginRate: 0, taxRate: 14 })
  await f.receive({ item: item.id, qty: 10, cost: 300 })
  const customer = await f.customer()
  const refused = await f.tryOrder(customer.id, [{ item: item.id, qty: 1, price: 300 }], f.boss)
  expect([refused.status, codesOf(refused), findingOf(refused, 'BELOW_MINIMUM_PRICE')?.facts]).toMatchObject([
    400,
    ['BELOW_MINIMUM_PRICE'],
    { netPrice: 263.157895, minimum: 300 },
  ])
  const order = await f.order(customer.id, [{ item: item.id, qty: 1, price: 400 }])
  expect([order.lines[0].net, order.lines[0].tax]).toEqual([350.88, 49.12])
})

test('M-06, M-08: free lines are exempt; warn saves with a mark; M-11: the minimum is not told to those without the right', async () => {
  const item = await f.item({ minPrice: 50, availabilityMode: 'off' })
  const customer = await f.customer()
  done(await f.tryOrder(customer.id, [{ item: item.id, qty: 1, free: true }]))
  const refused = await f.tryOrder(customer.id, [{ item: item.id, qty: 1, price: 40 }])
  expect(findingOf(refused, 'BELOW_MINIMUM_PRICE')?.facts).not.toHaveProperty('minimum')
  expect(JSON.stringify(refused.body)).not.toContain('50')
  await f.settings('pricing-settings', { minimumPriceMode: 'warn' })
  const warned = await f.tryOrder(customer.id, [{ item: item.id, qty: 1, price: 40 }])
  expect([
    warned.status,
    warned.body.warnings.map(({ code }: { code: string }) => code),
    warned.body.doc.checks.map(({ code }: { code: string }) => code),
  ]).toEqual([201, ['BELOW_MINIMUM_PRICE'], ['BELOW_MINIMUM_PRICE']])
  // whoever reads it is told in his language, whoever entered it
  const told = async (language: 'zh' | 'en'): Promise<string> =>
    JSON.stringify(done(await app.api.get(`/orders/${warned.body.doc.id}?depth=0`, { token: f.boss.token, language })).checks)
  expect(await told('zh')).toMatch(/"message":"[^"]*低于允许的价格/)
  expect(await told('en')).toMatch(/"message":"[^"]*below the permitted price/)
  expect(await told('en')).not.toMatch(/低于|请/)
})

test('a price nobody may type is refused, the policy price passes as typed', async () => {
  const item = await f.item({ availabilityMode: 'off' })
  const customer = await f.customer()
  const plain = await f.person(['sales'], { dataScope: 'all' })
  const refused = await f.tryOrder(customer.id, [{ item: item.id, qty: 1, price: 99 }], plain)
  expect([refused.status, codesOf(refused)]).toEqual([400, ['PRICE_LOCKED']])
  const order = done(await f.tryOrder(customer.id, [{ item: item.id, qty: 1, price: 100 }], plain))
  expect([order.lines[0].price, order.lines[0].priceSource]).toEqual([100, 'auto'])
})

test('P-25: without policy, list price or typed price the line is refused with the reason', async () => {
  const item = await f.item({ listPrice: null, availabilityMode: 'off' })
  const refused = await f.tryOrder((await f.customer()).id, [{ item: item.id, qty: 1 }])
  expect([refused.status, codesOf(refused), findingOf(refused, 'PRICE_UNKNOWN')?.path]).toEqual([400, ['PRICE_UNKNOWN'], 'lines.0.price'])
})

test('V-02, V-04: forty on hand, forty ordered; the next 0.0001 is refused; less ordered, cancelled or deleted is free again', async () => {
  const item = await f.item()
  await f.receive({ item: item.id, qty: 40 })
  const customer = await f.customer()
  const order = await f.order(customer.id, [{ item: item.id, qty: 40 }])
  expect(await f.stock(item.id)).toEqual({ onHand: 40, reserved: 40, available: 0 })
  const refused = await f.tryOrder(customer.id, [{ item: item.id, qty: 0.0001 }])
  expect([refused.status, findingOf(refused, 'NOT_AVAILABLE')?.facts]).toMatchObject([
    400,
    { item: item.code, warehouse: 'W1', required: 0.0001, available: 0 },
  ])
  done(await app.api.patch(`/orders/${order.id}`, { token: f.clerk.token, body: { lines: [{ ...order.lines[0], qty: 30 }] } }))
  expect((await f.stock(item.id)).available).toBe(10)
  await f.verb('orders', order.id, 'cancel', { reason: '客户不要了' }, f.clerk)
  expect(await f.stock(item.id)).toEqual({ onHand: 40, reserved: 0, available: 40 })
})

test('V-04: of forty ordered twenty-five have left; short-closed, the rest is free', async () => {
  const item = await f.item()
  await f.receive({ item: item.id, qty: 40 })
  const order = await f.approvedOrder((await f.customer()).id, [{ item: item.id, qty: 40 }])
  const delivery = await f.create('orders', order.id, 'create-delivery', { lines: [{ orderLine: order.lines[0].id, qty: 25 }] })
  await f.verb('deliveries', delivery.id, 'approve')
  expect(await f.stock(item.id)).toEqual({ onHand: 15, reserved: 15, available: 0 })
  await f.verb('orders', order.id, 'short-close', { reason: '客户不再需要' })
  expect(await f.stock(item.id)).toEqual({ onHand: 15, reserved: 0, available: 15 })
})

test('V-06: check mode warns and saves, off says nothing; the mode comes from item, category or company', async () => {
  const customer = await f.customer()
  const checked = await f.item({ availabilityMode: 'check' })
  const warned = await f.tryOrder(customer.id, [{ item: checked.id, qty: 5 }])
  expect([warned.status, warned.body.warnings.map(({ code }: { code: string }) => code)]).toEqual([201, ['NOT_AVAILABLE']])
  const category = await f.master('item-categories', { code: 'OFF', name: '不控制', availabilityMode: 'off' })
  const off = await f.item({ category: category.id })
  const silent = await f.tryOrder(customer.id, [{ item: off.id, qty: 5 }])
  expect([silent.status, silent.body.warnings]).toEqual([201, []])
})

test('an order without warehouse is promised over all goods warehouses, a sample warehouse does not count (V-15)', async () => {
  const [w2, samples] = [
    await f.master('warehouses', { code: 'W2', name: '二仓', kind: 'goods' }),
    await f.master('warehouses', { code: 'WS', name: '样板仓', kind: 'sample' }),
  ]
  const item = await f.item()
  for (const [warehouse, qty] of [
    [f.warehouse.id, 3],
    [w2.id, 4],
    [samples.id, 50],
  ] as const)
    await f.receive({ item: item.id, qty, warehouse })
  const customer = await f.customer()
  const refused = await f.tryOrder(customer.id, [{ item: item.id, qty: 8, warehouse: null }])
  expect(findingOf(refused, 'NOT_AVAILABLE')?.facts).toMatchObject({ required: 8, available: 7 })
  done(await f.tryOrder(customer.id, [{ item: item.id, qty: 7, warehouse: null }]))
  const none = await f.tryOrder(customer.id, [{ item: item.id, qty: 1 }])
  expect(codesOf(none)).toEqual(['NOT_AVAILABLE'])
})

test('CR-04: at save the second draft alarms; at approve both save, the second approval alarms', async () => {
  const item = await f.item({ availabilityMode: 'off' })
  const first = await f.customer({ credit: { control: true, limit: 1000 } })
  await f.order(first.id, [{ item: item.id, qty: 6 }])
  expect(codesOf(await f.tryOrder(first.id, [{ item: item.id, qty: 6 }]))).toEqual(['CREDIT_LIMIT_EXCEEDED'])
  await f.settings('credit-settings', { moment: 'approve' })
  const second = await f.customer({ credit: { control: true, limit: 1000 } })
  const [a, b] = [await f.order(second.id, [{ item: item.id, qty: 6 }]), await f.order(second.id, [{ item: item.id, qty: 6 }])]
  for (const order of [a, b]) await f.verb('orders', order.id, 'submit')
  await f.verb('orders', a.id, 'approve')
  expect(codesOf(await f.call('orders', b.id, 'approve'))).toEqual(['CREDIT_LIMIT_EXCEEDED'])
  expect((await f.read('orders', b.id)).status).toBe('reviewed')
})

test('action release: the order is saved and alarmed, and cannot be approved until released', async () => {
  await f.settings('credit-settings', { action: 'release' })
  const item = await f.item({ availabilityMode: 'off' })
  const customer = await f.customer({ credit: { control: true, limit: 100 } })
  const order = await f.order(customer.id, [{ item: item.id, qty: 2 }])
  expect(order.creditStatus).toBe('alarmed')
  await f.verb('orders', order.id, 'submit')
  const refused = await f.call('orders', order.id, 'approve')
  expect([refused.status, codesOf(refused)]).toEqual([400, ['CREDIT_LIMIT_EXCEEDED', 'RELEASE_REQUIRED']])
})

test('CR-11: limit of outstanding + 100, an order of one fits, changing it to two is refused at the first try', async () => {
  const item = await f.item({ availabilityMode: 'off' })
  const customer = await f.customer({ credit: { control: true, limit: 100 } })
  const order = await f.order(customer.id, [{ item: item.id, qty: 1 }])
  const refused = await app.api.patch(`/orders/${order.id}`, { token: f.clerk.token, body: { lines: [{ ...order.lines[0], qty: 2 }] } })
  expect([refused.status, codesOf(refused)]).toEqual([400, ['CREDIT_LIMIT_EXCEEDED']])
  done(await app.api.patch(`/orders/${order.id}`, { token: f.clerk.token, body: { remark: '只改备注' } }))
})

test('CR-24: limit 0 is cash only, null is not controlled, stop refuses everything, noCheck nothing', async () => {
  const item = await f.item({ availabilityMode: 'off' })
  const order = async (credit: Record<string, unknown>) => f.tryOrder((await f.customer({ credit })).id, [{ item: item.id, qty: 1 }])
  expect(codesOf(await order({ control: true, limit: 0 }))).toEqual(['CREDIT_LIMIT_EXCEEDED'])
  expect((await order({ control: true, limit: null })).status).toBe(201)
  expect(codesOf(await order({ control: false, hold: 'stop' }))).toEqual(['CREDIT_STOP'])
  expect((await order({ control: true, limit: 0, hold: 'noCheck' })).status).toBe(201)
})

test('CR-38, C-01: a frozen or disabled customer gets no new document, unfrozen it does', async () => {
  const item = await f.item({ availabilityMode: 'off' })
  const customer = await f.customer()
  const status = async (value: string) =>
    done(await app.api.patch(`/customers/${customer.id}`, { token: f.admin.token, body: { status: value } }))
  await status('frozen')
  expect(codesOf(await f.tryOrder(customer.id, [{ item: item.id, qty: 1 }]))).toEqual(['CUSTOMER_FROZEN'])
  await status('disabled')
  expect(codesOf(await f.tryOrder(customer.id, [{ item: item.id, qty: 1 }]))).toEqual(['CUSTOMER_DISABLED'])
  await status('active')
  await f.order(customer.id, [{ item: item.id, qty: 1 }])
})

test('bad input is refused by field and nothing is stored', async () => {
  const item = await f.item({ availabilityMode: 'off' })
  const customer = await f.customer()
  const path = async (body: Record<string, unknown>) => {
    const answer = await app.api.post('/orders', {
      token: f.clerk.token,
      body: { customer: customer.id, lines: [{ item: item.id, qty: 1 }], ...body },
    })
    return [answer.status, answer.body.errors?.[0]?.data?.errors?.[0]?.path]
  }
  expect(await path({ lines: [{ item: item.id, qty: -1 }] })).toEqual([400, 'lines.0.qty'])
  expect(await path({ lines: [{ item: item.id, qty: 'viele' }] })).toEqual([400, 'lines.0.qty'])
  expect(await path({ lines: [{ item: 999999, qty: 1 }] })).toEqual([400, 'lines.0.item'])
  expect(await path({ lines: [] })).toEqual([400, 'lines'])
  expect(await path({ lines: [{ item: item.id, qty: 1, price: -5 }] })).toEqual([400, 'lines.0.price'])
  expect(await path({ lines: [{ item: item.id, qty: 1, unit: 'BOX' }] })).toEqual([400, 'lines.0.unit'])
  expect(await path({ status: 'approved' })).toEqual([409, 'status'])
  const { totalDocs } = await app.payload.find({
    collection: 'orders',
    where: { customer: { equals: customer.id } },
    overrideAccess: true,
    depth: 0,
  })
  expect(totalDocs).toBe(0)
})

test('dry run and check decide everything and keep nothing', async () => {
  const item = await f.item()
  await f.receive({ item: item.id, qty: 1 })
  const customer = await f.customer()
  const checked = await app.api.post('/orders/check', {
    token: f.clerk.token,
    body: { customer: customer.id, lines: [{ item: item.id, qty: 2, warehouse: f.warehouse.id }] },
  })
  expect([checked.status, checked.body.findings[0].code, checked.body.totals.grossTotal, checked.body.lines[0].price]).toEqual([
    200,
    'NOT_AVAILABLE',
    200,
    100,
  ])
  const order = await f.order(customer.id, [{ item: item.id, qty: 1 }])
  const dry = await f.call('orders', order.id, 'submit', { dryRun: true })
  expect([dry.status, dry.body.doc.status, (await f.read('orders', order.id)).status]).toEqual([200, 'reviewed', 'draft'])
})

test('a master record refused by the form itself is told like every other refusal', async () => {
  const item = await f.item()
  const twice = await app.api.post('/items', {
    token: f.admin.token,
    body: { code: item.code, name: '又一个', category: f.itemCategory.id, unit: 'PCS' },
  })
  expect([twice.status, codesOf(twice)]).toEqual([409, ['DUPLICATE']])
  const negative = await app.api.post('/items', {
    token: f.admin.token,
    body: { code: 'NEG', name: '负价', category: f.itemCategory.id, unit: 'PCS', listPrice: -1 },
  })
  expect([negative.status, codesOf(negative), negative.body.errors[0].data.errors[0].path]).toEqual([400, ['INVALID_INPUT'], 'listPrice'])
})
