// More than 300 lines: the cases of prices share one factory.

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, findingOf, openFactory } from '../support/story'

let app: TestApp
let f: Factory

const allMethods = ['policy', 'latestPrice', 'latestCostPlus', 'list']

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  await f.settings('availability-settings', { mode: 'off' })
})
afterAll(() => app.close())
beforeEach(() =>
  f.settings('pricing-settings', {
    methods: allMethods,
    latestPriceSource: 'order',
    latestPriceByCustomer: true,
    minimumPriceMode: 'off',
    maxDiscounts: [],
    gradeDiscounts: { AA: 0 },
  }),
)

const policy = (row: Record<string, unknown>) => f.api.post('/price-policies', { token: f.boss.token, body: { currency: 'CNY', ...row } })
const resolve = async (customer: number, line: Record<string, unknown>, date = '2026-11-23') =>
  done(
    await f.api.post('/pricing/resolve', {
      token: f.boss.token,
      body: { customer, date, currency: 'CNY', taxMode: 'inclusive', lines: [{ qty: 1, ...line }] },
    }),
  ).lines[0]
const priceOf = async (customer: number, line: Record<string, unknown>, date?: string): Promise<number | null> =>
  (await resolve(customer, line, date)).price

test('P-01: the most specific row wins, the grade discount follows unless the row is net, twins are refused', async () => {
  const k = await f.master('customer-categories', { code: 'KK', name: '箱包厂' })
  const goods = await f.master('item-categories', { code: 'IC2', name: '四合扣' })
  const [i1, i2] = [await f.item({ category: goods.id }), await f.item({ category: goods.id })]
  const [c1, c2, c3] = [await f.customer(), await f.customer(), await f.customer({ category: k.id, credit: { grade: 'AA' } })]
  done(await policy({ item: i1.id, price: 90 }))
  done(await policy({ item: i1.id, customer: c1.id, price: 80 }))
  const row = done(await policy({ item: i1.id, customerCategory: k.id, price: 85 }))
  done(await policy({ itemCategory: goods.id, discountRate: 15 }))
  const asked = [await priceOf(c1.id, { item: i1.id }), await priceOf(c3.id, { item: i1.id }), await priceOf(c2.id, { item: i1.id })]
  expect([...asked, await priceOf(c2.id, { item: i2.id })]).toEqual([80, 85, 90, 85])
  await f.settings('pricing-settings', { gradeDiscounts: { AA: 2 } })
  expect(await priceOf(c3.id, { item: i1.id })).toBe(83.3)
  done(await f.api.patch(`/price-policies/${row.id}`, { token: f.boss.token, body: { net: true } }))
  expect(await priceOf(c3.id, { item: i1.id })).toBe(85)
  const twin = await policy({ item: i1.id, customerCategory: k.id, price: 70 })
  expect([twin.status, codesOf(twin), findingOf(twin, 'POLICY_AMBIGUOUS')?.facts['policy']]).toEqual([400, ['POLICY_AMBIGUOUS'], row.id])
  const told = await resolve(c3.id, { item: i1.id })
  expect(told.trace.filter(({ rule }) => rule === 'lost').map(({ reason }) => reason)).toEqual(['lessSpecific', 'lessSpecific'])
})

test('of two clerks saving the same row at the same moment one is told the other', async () => {
  const item = await f.item()
  const answers = await Promise.all([policy({ item: item.id, price: 1 }), policy({ item: item.id, price: 2 })])
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 400])
  expect(answers.flatMap(codesOf)).toEqual(['POLICY_AMBIGUOUS'])
})

test('bad rows are refused naming the field', async () => {
  const item = await f.item({ units: [{ unit: 'BOX', factor: 12 }] })
  const disabled = await f.item({ active: false })
  const gone = await f.customer({ status: 'disabled' })
  const pathsOf = async (row: Record<string, unknown>): Promise<unknown> => {
    const answer = await policy(row)
    return [answer.status, answer.body.errors?.[0]?.data?.errors?.map(({ path, code }) => `${code} ${path}`)]
  }
  expect(await pathsOf({ item: item.id, price: -1 })).toEqual([400, ['INVALID_INPUT price']])
  expect(await pathsOf({ item: item.id, discountRate: -1 })).toEqual([400, ['INVALID_INPUT discountRate']])
  expect(await pathsOf({ item: item.id, price: 1, minQty: 0 })).toEqual([400, ['INVALID_INPUT minQty']])
  expect(await pathsOf({ item: item.id, price: 1, unit: 'TON' })).toEqual([400, ['INVALID_INPUT unit']])
  expect(await pathsOf({ item: disabled.id, price: 1 })).toEqual([400, ['INVALID_INPUT item']])
  expect(await pathsOf({ item: item.id, customer: gone.id, price: 1 })).toEqual([400, ['INVALID_INPUT customer']])
  expect(await pathsOf({ item: item.id, price: 1, validFrom: '2026-05-01', validTo: '2026-04-30' })).toEqual([
    400,
    ['INVALID_PERIOD validTo'],
  ])
  done(await policy({ item: item.id, price: 5, unit: 'PCS' }))
  expect(await pathsOf({ item: item.id, price: 6 })).toEqual([400, ['POLICY_AMBIGUOUS priority']])
})

test('P-16: the order keeps its price in delivery and invoice after a new rule and list price', async () => {
  const item = await f.item()
  const customer = await f.customer()
  await f.receive({ item: item.id, qty: 10 })
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 5 }])
  expect(order.lines[0].price).toBe(100)
  done(await policy({ item: item.id, customer: customer.id, price: 70 }))
  done(await f.api.patch(`/items/${item.id}`, { token: f.admin.token, body: { listPrice: 120 } }))
  const delivery = await f.create('orders', order.id, 'create-delivery')
  await f.verb('deliveries', delivery.id, 'approve')
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
  expect([delivery.lines[0].price, invoice.lines[0].price, (await f.read('orders', order.id)).lines[0].price]).toEqual([100, 100, 100])
})

test('P-24: the latest price of this customer or of anyone; cancelled documents and free lines never count', async () => {
  const item = await f.item()
  const [c1, c2, c3] = [await f.customer(), await f.customer(), await f.customer()]
  await f.approvedOrder(c1.id, [{ item: item.id, qty: 1, price: 95 }], { date: '2026-03-01' })
  await f.approvedOrder(c2.id, [{ item: item.id, qty: 1, price: 90 }], { date: '2026-03-05' })
  const cancelled = await f.approvedOrder(c2.id, [{ item: item.id, qty: 1, price: 50 }], { date: '2026-03-06' })
  expect(await priceOf(c2.id, { item: item.id })).toBe(50)
  await f.verb('orders', cancelled.id, 'cancel', { reason: 'wrong' })
  await f.approvedOrder(c1.id, [{ item: item.id, qty: 1, free: true }], { date: '2026-03-07' })
  expect([await priceOf(c1.id, { item: item.id }), await priceOf(c3.id, { item: item.id })]).toEqual([95, 100])
  await f.settings('pricing-settings', { latestPriceByCustomer: false })
  expect([await priceOf(c1.id, { item: item.id }), await priceOf(c3.id, { item: item.id })]).toEqual([90, 90])
  expect(await priceOf(c3.id, { item: item.id }, '2026-03-02')).toBe(95)
  await f.settings('pricing-settings', { latestPriceSource: 'invoice' })
  expect(await priceOf(c1.id, { item: item.id })).toBe(100)
})

test('a draft is no selling price: half of it is not the next one; unapproving takes the price back, approving gives it again', async () => {
  const item = await f.item({ listPrice: null })
  const customer = await f.customer()
  const draft = await f.order(customer.id, [{ item: item.id, qty: 1, price: 50 }])
  expect(await priceOf(customer.id, { item: item.id }, '2027-01-01')).toBe(null)
  await f.verb('orders', draft.id, 'submit')
  expect(await priceOf(customer.id, { item: item.id }, '2027-01-01')).toBe(null)
  await f.verb('orders', draft.id, 'approve')
  expect(await priceOf(customer.id, { item: item.id }, '2027-01-01')).toBe(50)
  await f.verb('orders', draft.id, 'unapprove')
  expect(await priceOf(customer.id, { item: item.id }, '2027-01-01')).toBe(null)
  await f.verb('orders', draft.id, 'approve')
  const made = await f.call('orders', draft.id, 'create-change', { reason: '改价', lines: [{ line: draft.lines[0].id, price: 60 }] })
  await f.verb('order-changes', made.body.created.id, 'submit')
  await f.verb('order-changes', made.body.created.id, 'approve')
  expect(await priceOf(customer.id, { item: item.id }, '2027-01-01')).toBe(60)
})

test('10 % given each time stays 10 % of 100, not 90, 81, 72.9; a setting makes the discounted price the next one', async () => {
  const item = await f.item()
  const customer = await f.customer()
  const sold = async (): Promise<number> => {
    const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 1, discountRate: 10 }])
    return order.grossTotal
  }
  expect([await sold(), await sold(), await sold()]).toEqual([90, 90, 90])
  await f.settings('pricing-settings', { latestPriceAfterDiscount: true })
  expect([await sold(), await sold()]).toEqual([81, 72.9])
  await f.settings('pricing-settings', { latestPriceAfterDiscount: false })
})

test('every kind of document keeps its last prices in the book, and the book agrees with the documents', async () => {
  const item = await f.item({ listPrice: null })
  const customer = await f.customer()
  await f.receive({ item: item.id, qty: 10 })
  const quote = done(
    await f.api.post('/quotes?depth=0', {
      token: f.clerk.token,
      body: {
        customer: customer.id,
        lines: [
          { item: item.id, qty: 2, price: 31 },
          { item: item.id, qty: 1, price: 30 },
        ],
      },
    }),
  )
  const from = async (latestPriceSource: string): Promise<number | null> => {
    await f.settings('pricing-settings', { latestPriceSource })
    return priceOf(customer.id, { item: item.id }, '2027-01-01')
  }
  expect(await from('quote')).toBe(null)
  await f.verb('quotes', quote.id, 'submit')
  await f.verb('quotes', quote.id, 'approve')
  expect(await from('quote')).toBe(30)
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 2, price: 40 }])
  const delivery = await f.create('orders', order.id, 'create-delivery')
  expect([await from('order'), await from('delivery')]).toEqual([40, null])
  await f.verb('deliveries', delivery.id, 'approve')
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
  expect([await from('delivery'), await from('invoice')]).toEqual([40, null])
  await f.verb('invoices', invoice.id, 'approve')
  expect(await from('invoice')).toBe(40)
  await f.verb('invoices', invoice.id, 'unapprove')
  await f.verb('quotes', quote.id, 'lose', { reason: '价格高' })
  expect([await from('invoice'), await from('quote')]).toEqual([null, null])
  const { verifyLedgers } = await import('@/src/questions/control/verifyLedgers')
  const { inTransaction } = await import('@/src/db/transaction')
  const { createLocalReq } = await import('payload')
  const req = await createLocalReq({}, app.payload)
  expect(await inTransaction(req, () => verifyLedgers(req))).toEqual([])
})

test('P-25: latest cost 80 plus 25 % is 100; an unknown cost gives no price and says what to fill in', async () => {
  await f.settings('pricing-settings', { methods: ['latestCostPlus'] })
  const category = await f.master('item-categories', { code: 'MK', name: '加成', markupRate: 25 })
  const item = await f.item({ category: category.id, listPrice: null })
  const customer = await f.customer()
  const unknown = await f.tryOrder(customer.id, [{ item: item.id, qty: 1 }])
  expect([unknown.status, codesOf(unknown)]).toEqual([400, ['PRICE_UNKNOWN']])
  expect(JSON.stringify(findingOf(unknown, 'PRICE_UNKNOWN'))).toContain('入库成本')
  await f.receive({ item: item.id, qty: 5, cost: 60 })
  await f.receive({ item: item.id, qty: 5, cost: 80 })
  const order = await f.order(customer.id, [{ item: item.id, qty: 1 }])
  expect(order.lines[0].price).toBe(100)
  // the clerk may not know the cost: the trace tells him the price only
  expect(JSON.stringify(order.lines[0].trace)).not.toMatch(/80|25/)
  expect(JSON.stringify((await f.read('orders', order.id)).lines[0].trace)).toContain('"cost":"80"')
})

test('P-26: a typed price stays when the quantity crosses a break, the line tells the policy price, re-price takes it', async () => {
  const item = await f.item()
  const customer = await f.customer()
  done(await policy({ item: item.id, price: 90 }))
  const row = done(await policy({ item: item.id, price: 85, minQty: 20 }))
  const order = await f.order(customer.id, [{ item: item.id, qty: 10, price: 88 }])
  const body = { lines: [{ ...order.lines[0], qty: 20 }] }
  const checked = done(await f.api.post('/orders/check', { token: f.clerk.token, body: { ...order, ...body } }))
  expect(checked.lines[0].trace).toContainEqual({ rule: 'policyNow', method: 'policy', policy: row.id, version: 1, price: '85' })
  const saved = done(await f.api.patch(`/orders/${order.id}?depth=0`, { token: f.clerk.token, body }))
  expect([saved.lines[0].price, saved.lines[0].priceSource, saved.lines[0].trace[0]]).toEqual([
    88,
    'manual',
    { rule: 'manual', user: f.clerk.email, price: '88' },
  ])
  const repriced = await f.verb('orders', order.id, 'reprice', { lines: [order.lines[0].id] }, f.clerk)
  expect([repriced.lines[0].price, repriced.lines[0].priceSource, repriced.grossTotal]).toEqual([85, 'auto', 1700])
  await f.verb('orders', order.id, 'submit')
  await f.verb('orders', order.id, 'approve')
  expect((await f.call('orders', order.id, 'reprice')).status).toBe(409)
})

test('P-27: the trace stays readable after the row is edited and deleted', async () => {
  const item = await f.item()
  const row = done(await policy({ item: item.id, price: 77 }))
  const order = await f.order((await f.customer()).id, [{ item: item.id, qty: 1 }])
  done(await f.api.patch(`/price-policies/${row.id}`, { token: f.boss.token, body: { price: 66 } }))
  done(await f.api.delete(`/price-policies/${row.id}`, { token: f.boss.token }))
  const [first, last] = [(await f.read('orders', order.id)).lines[0].trace[0], (await f.read('orders', order.id)).lines[0].trace.at(-1)]
  expect(first).toMatchObject({ rule: 'anyItem', policy: row.id, version: 1, price: '77' })
  expect(last).toMatchObject({ rule: 'final', method: 'policy', price: '77' })
})

test('a policy row may be edited directly; the audit log keeps who changed what', async () => {
  const row = done(await policy({ item: (await f.item()).id, price: 52 }))
  done(await f.api.patch(`/price-policies/${row.id}`, { token: f.boss.token, body: { price: 53 } }))
  const { docs } = done(
    await f.api.get(`/audit-log?where[slug][equals]=price-policies&where[documentId][equals]=${row.id}&sort=-id&depth=0`, {
      token: f.boss.token,
    }),
  )
  expect(docs.map(({ verb }) => verb)).toEqual(['update', 'create'])
  expect([docs[0].userName, docs[0].changes]).toEqual([f.boss.email, expect.arrayContaining([{ path: 'price', before: 52, after: 53 }])])
  expect((await f.api.patch(`/price-policies/${row.id}`, { token: f.clerk.token, body: { price: 1 } })).status).toBe(403)
})

test('P-29: a header discount is spread by largest remainder before tax', async () => {
  const items = [await f.item({ taxRate: 13 }), await f.item({ taxRate: 13 }), await f.item({ taxRate: 13 })]
  const order = await f.order(
    (await f.customer()).id,
    items.map(({ id }, n) => ({ item: id, qty: 1, price: [333.33, 333.33, 333.34][n] as number })),
    f.clerk,
    { headerDiscount: 100 },
  )
  const cents = (of: 'gross' | 'net' | 'tax'): number => order.lines.reduce((sum: number, line) => sum + Math.round(line[of] * 100), 0)
  expect([order.grossTotal, cents('gross'), cents('net') + cents('tax')]).toEqual([900, 90000, 90000])
})

test('discounts: the maximum of the role and of the category; what a manager gave stays', async () => {
  await f.settings('pricing-settings', { maxDiscounts: [{ role: 'sales', maxDiscountRate: 10 }] })
  const strict = await f.master('item-categories', { code: 'D5', name: '少折', maxDiscountRate: 5 })
  const [item, limited] = [await f.item(), await f.item({ category: strict.id })]
  const customer = await f.customer()
  const refused = await f.tryOrder(customer.id, [{ item: item.id, qty: 1, discountRate: 10.01 }])
  expect([refused.status, codesOf(refused), findingOf(refused, 'DISCOUNT_EXCEEDED')?.facts]).toMatchObject([
    400,
    ['DISCOUNT_EXCEEDED'],
    { discountRate: 10.01, maximum: 10 },
  ])
  expect(codesOf(await f.tryOrder(customer.id, [{ item: limited.id, qty: 1, discountRate: 6 }], f.boss))).toEqual(['DISCOUNT_EXCEEDED'])
  const given = await f.order(customer.id, [{ item: item.id, qty: 1, discountRate: 20 }], f.boss)
  done(await f.api.patch(`/orders/${given.id}`, { token: f.clerk.token, body: { remark: 'as agreed' } }))
})

test('the quoted price stands above a later policy', async () => {
  const item = await f.item()
  const customer = await f.customer()
  const quote = done(
    await f.api.post('/quotes?depth=0', {
      token: f.clerk.token,
      body: { customer: customer.id, lines: [{ item: item.id, qty: 2, price: 93 }] },
    }),
  )
  await f.verb('quotes', quote.id, 'submit')
  await f.verb('quotes', quote.id, 'approve')
  done(await policy({ item: item.id, customer: customer.id, price: 60 }))
  const order = await f.create('quotes', quote.id, 'create-order')
  expect(order.lines[0]).toMatchObject({ price: 93, trace: [{ rule: 'quotedLine' }] })
})

test('nobody works out cost or minimum by filter, sort or depth', async () => {
  const item = await f.item({ minPrice: 43.21, markupRate: 17.5, minMarginRate: 12.5 })
  await f.receive({ item: item.id, qty: 1, cost: 31.37 })
  const customer = await f.customer()
  const order = await f.order(customer.id, [{ item: item.id, qty: 1 }])
  const ask = (path: string): Promise<{ status: number; body: unknown }> => f.api.get(path, { token: f.clerk.token })
  for (const path of [
    '/items?where[minPrice][greater_than]=1',
    '/items?sort=-minPrice',
    '/items?sort=markupRate',
    '/items?where[or][0][minMarginRate][exists]=true',
    '/orders?sort=lines.minPrice',
    '/orders?where[lines.item.minPrice][greater_than]=1',
    '/orders?where[lines.trace][like]=31',
    '/stock-receipts?sort=lines.cost',
    '/item-categories?sort=minMarginRate',
  ])
    expect({ path, refused: [400, 403].includes((await ask(path)).status) }).toEqual({ path, refused: true })
  for (const path of [
    `/items/${item.id}?depth=3`,
    `/orders/${order.id}?depth=3`,
    '/items?select[minPrice]=true&limit=1000',
    '/price-policies?depth=3',
  ])
    // instants are left out: a second of 12.5 would look like the margin
    expect(JSON.stringify((await ask(path)).body).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '')).not.toMatch(/43\.21|31\.37|17\.5|12\.5/)
})
