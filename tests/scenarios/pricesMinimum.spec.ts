import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, findingOf, openFactory } from '../support/story'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  await f.settings('availability-settings', { mode: 'off' })
})
afterAll(() => app.close())
beforeEach(() =>
  f.settings('pricing-settings', {
    methods: ['policy', 'list'],
    minimumPriceMode: 'forbid',
    minimumPriceMoment: 'save',
    costBasis: 'average',
  }),
)

const requestsOf = async (order: number) =>
  done(await f.api.get(`/price-releases?where[documentId][equals]=${order}&sort=id&depth=0`, { token: f.boss.token })).docs

test('M-01, M-04: strictly below is a breach, equal passes; a box is held against its pieces; empty or 0 is not checked', async () => {
  const item = await f.item({ minPrice: 10, units: [{ unit: 'BOX', factor: 12 }] })
  const free = await f.item({ minPrice: 0 })
  const customer = await f.customer()
  expect(codesOf(await f.tryOrder(customer.id, [{ item: item.id, qty: 1, price: 9.99 }]))).toEqual(['BELOW_MINIMUM_PRICE'])
  expect(codesOf(await f.tryOrder(customer.id, [{ item: item.id, qty: 1, unit: 'BOX', price: 119.99 }]))).toEqual(['BELOW_MINIMUM_PRICE'])
  await f.order(customer.id, [
    { item: item.id, qty: 1, price: 10 },
    { item: item.id, qty: 1, unit: 'BOX', price: 120 },
    { item: free.id, qty: 1, price: 0.01 },
  ])
})

test('M-02: the minimum stands against the price without tax, also when the price includes it', async () => {
  await f.settings('pricing-settings', { costBasis: 'latest' })
  const customer = await f.customer()
  const bought = async (cost: number, item: Record<string, unknown>): Promise<number> => {
    const { id } = await f.item(item)
    await f.receive({ item: id, qty: 1, cost: cost / 2 })
    await f.receive({ item: id, qty: 1, cost })
    return id
  }
  const at = (item: number, price: number, more: Record<string, unknown> = {}) =>
    f.tryOrder(customer.id, [{ item, qty: 1, price }], f.boss, more)
  const atCost = await bought(300, { taxRate: 14, minMarginRate: 0 })
  const below = await at(atCost, 300)
  expect([below.status, codesOf(below)]).toEqual([400, ['BELOW_MINIMUM_PRICE']])
  expect(findingOf(below, 'BELOW_MINIMUM_PRICE')?.facts).toMatchObject({ netPrice: 263.157895, minimum: 300 })
  expect(done(await at(atCost, 400)).lines[0].netPrice).toBe(350.88)
  // the same 300 without tax inside is just enough
  done(await at(atCost, 300, { taxMode: 'exclusive' }))
  const withMargin = await bought(100, { taxRate: 13, minMarginRate: 10 })
  expect(codesOf(await at(withMargin, 124.29))).toEqual(['BELOW_MINIMUM_PRICE'])
  expect(done(await at(withMargin, 124.3)).lines[0].netPrice).toBe(110)
})

test('M-06: free lines, returns and credit notes are not held against the minimum', async () => {
  const item = await f.item()
  const customer = await f.customer()
  await f.receive({ item: item.id, qty: 10 })
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 5, price: 70 }])
  const delivery = await f.create('orders', order.id, 'create-delivery')
  await f.verb('deliveries', delivery.id, 'approve')
  if ((await f.read('deliveries', delivery.id)).status !== 'issued') await f.verb('deliveries', delivery.id, 'issue')
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
  await f.verb('invoices', invoice.id, 'approve')

  done(await f.api.patch(`/items/${item.id}`, { token: f.admin.token, body: { minPrice: 90 } }))
  expect(codesOf(await f.tryOrder(customer.id, [{ item: item.id, qty: 1, price: 70 }]))).toEqual(['BELOW_MINIMUM_PRICE'])
  const given = await f.order(customer.id, [{ item: item.id, qty: 3, free: true }])
  expect([given.grossTotal, given.checks]).toEqual([0, []])
  const back = await f.create('deliveries', delivery.id, 'create-return', {
    kind: 'refund',
    lines: [{ deliveryLine: delivery.lines[0].id, qty: 2, price: 60 }],
  })
  await f.verb('returns', back.id, 'approve')
  const note = await f.create('invoices', invoice.id, 'create-credit-note', { lines: [{ invoiceLine: invoice.lines[0].id, qty: 1 }] })
  await f.verb('invoices', note.id, 'approve')
  expect([back.lines[0].price, Math.abs(note.grossTotal)]).toEqual([60, 70])
})

test('the header discount counts, the highest of fixed and margin applies, the cost basis is a setting', async () => {
  const item = await f.item({ minPrice: 50, minMarginRate: 20 })
  await f.receive({ item: item.id, qty: 10, cost: 60 })
  await f.receive({ item: item.id, qty: 10, cost: 80 })
  const customer = await f.customer()
  const atAverage = await f.tryOrder(customer.id, [{ item: item.id, qty: 1, price: 83.99 }], f.boss)
  expect(findingOf(atAverage, 'BELOW_MINIMUM_PRICE')?.facts).toMatchObject({ minimum: 84, minimumSource: 'costPlusMargin' })
  const discounted = await f.tryOrder(customer.id, [{ item: item.id, qty: 1, price: 85 }], f.boss, { headerDiscount: 1.01 })
  expect(findingOf(discounted, 'BELOW_MINIMUM_PRICE')?.facts).toMatchObject({ netPrice: 83.99 })
  await f.settings('pricing-settings', { costBasis: 'latest' })
  const atLatest = await f.tryOrder(customer.id, [{ item: item.id, qty: 1, price: 95.99 }], f.boss)
  expect(findingOf(atLatest, 'BELOW_MINIMUM_PRICE')?.facts).toMatchObject({ minimum: 96 })
})

test('M-08: at approve the draft is saved and the approval refused', async () => {
  await f.settings('pricing-settings', { minimumPriceMoment: 'approve' })
  const item = await f.item({ minPrice: 50 })
  const order = await f.order((await f.customer()).id, [{ item: item.id, qty: 1, price: 40 }])
  await f.verb('orders', order.id, 'submit')
  expect(codesOf(await f.call('orders', order.id, 'approve'))).toEqual(['BELOW_MINIMUM_PRICE'])
})

test('M-08 release: saved with a mark, not approvable, released by a named person with a reason, bound to the price', async () => {
  await f.settings('pricing-settings', { minimumPriceMode: 'release' })
  const releaser = await f.person(['finance'], { sellBelowMinimum: true })
  const plain = await f.person(['sales'], { dataScope: 'all', editPrice: true })
  const item = await f.item({ minPrice: 50 })
  const saved = await f.tryOrder((await f.customer()).id, [{ item: item.id, qty: 1, price: 40 }])
  const order = done(saved)
  expect([saved.status, saved.body.warnings.map(({ code }: { code: string }) => code)]).toEqual([
    201,
    ['BELOW_MINIMUM_PRICE', 'RELEASE_REQUIRED'],
  ])
  expect(JSON.stringify(saved.body)).not.toMatch(/\b50\b/)
  await f.verb('orders', order.id, 'submit')
  const refused = await f.call('orders', order.id, 'approve')
  expect([refused.status, codesOf(refused)]).toEqual([400, ['BELOW_MINIMUM_PRICE', 'RELEASE_REQUIRED']])
  expect(findingOf(refused, 'RELEASE_REQUIRED')?.facts['releasers']).toContain(releaser.email)

  const [request] = await requestsOf(order.id)
  expect([request.status, request.documentNo, request.lines[0].price]).toEqual(['open', order.no, 40])
  const told = done(await f.api.get('/notifications?limit=50&depth=0', { token: releaser.token })).docs
  expect(told.map(({ related }) => related)).toContainEqual({ slug: 'price-releases', id: request.id })
  const { next } = done(await f.api.get(`/price-releases/${request.id}/verbs`, { token: f.clerk.token }))
  expect(next).toMatchObject({ verb: { zh: '放行' }, who: { zh: expect.stringContaining(releaser.email) }, isMine: false })
  expect(next?.who.zh).not.toContain(plain.email)
  expect(codesOf(await f.call('price-releases', request.id, 'release', { reason: 'clearance' }, plain))).toEqual(['NO_RELEASE_RIGHT'])
  expect(codesOf(await f.call('price-releases', request.id, 'release', {}, releaser))).toEqual(['INVALID_INPUT'])
  await f.verb('price-releases', request.id, 'release', { reason: 'clearance' }, releaser)
  await f.verb('orders', order.id, 'approve')
  const asClerk = done(await f.api.get(`/price-releases/${request.id}?depth=2`, { token: f.clerk.token }))
  expect([asClerk.decision, JSON.stringify(asClerk).includes('"minPrice"')]).toEqual(['clearance', false])
})

test('a released price stands for a higher one and is void for a lower one; nobody releases his own document', async () => {
  await f.settings('pricing-settings', { minimumPriceMode: 'release' })
  const item = await f.item({ minPrice: 50 })
  const customer = await f.customer()
  const order = await f.order(customer.id, [{ item: item.id, qty: 1, price: 40 }])
  const price = (to: number) =>
    f.api.patch(`/orders/${order.id}?depth=0`, {
      token: f.clerk.token,
      body: { lines: [{ ...order.lines[0], price: to, priceSource: 'manual' }] },
    })
  const [first] = await requestsOf(order.id)
  await f.verb('price-releases', first.id, 'release', { reason: 'ok' })
  const warningsAt = async (to: number): Promise<string[]> => {
    const answer = await price(to)
    done(answer)
    return answer.body.warnings.map(({ code }: { code: string }) => code)
  }
  expect(await warningsAt(41)).toEqual(['BELOW_MINIMUM_PRICE'])
  expect(await warningsAt(39)).toEqual(['BELOW_MINIMUM_PRICE', 'RELEASE_REQUIRED'])
  expect(await warningsAt(38)).toEqual(['BELOW_MINIMUM_PRICE', 'RELEASE_REQUIRED'])
  expect((await requestsOf(order.id)).map(({ status }) => status)).toEqual(['released', 'void', 'open'])
  const boss = await f.person(['generalManager', 'sales'], { editPrice: true })
  const own = await f.order(customer.id, [{ item: item.id, qty: 1, price: 40 }], boss)
  const [asked] = await requestsOf(own.id)
  expect(codesOf(await f.call('price-releases', asked.id, 'release', { reason: 'mine' }, boss))).toEqual(['FOUR_EYES'])
})

test('asked for by hand when the check is at approval; without a breach there is nothing to release', async () => {
  await f.settings('pricing-settings', { minimumPriceMode: 'release', minimumPriceMoment: 'approve' })
  const item = await f.item({ minPrice: 50 })
  const customer = await f.customer()
  const order = await f.order(customer.id, [{ item: item.id, qty: 1, price: 40 }])
  await f.verb('orders', order.id, 'submit')
  expect(codesOf(await f.call('orders', order.id, 'approve'))).toContain('RELEASE_REQUIRED')
  const ask = (id: number) =>
    f.api.post('/price-releases?depth=0', {
      token: f.clerk.token,
      body: { document: { relationTo: 'orders', value: id }, reason: 'old stock' },
    })
  const request = done(await ask(order.id))
  await f.verb('price-releases', request.id, 'release', { reason: 'agreed' })
  await f.verb('orders', order.id, 'approve')
  const fine = await f.order(customer.id, [{ item: item.id, qty: 1, price: 60 }])
  expect(codesOf(await ask(fine.id))).toEqual(['NOTHING_OPEN'])
})

test('the refused document asks by itself: one request in the words of whoever asks, told to who may release, anew when its prices are others', async () => {
  await f.settings('pricing-settings', { minimumPriceMode: 'release', minimumPriceMoment: 'approve' })
  const releaser = await f.person(['finance'], { sellBelowMinimum: true })
  const item = await f.item({ minPrice: 50 })
  const order = await f.order((await f.customer()).id, [{ item: item.id, qty: 1, price: 40 }])
  await f.verb('orders', order.id, 'submit')
  const refused = await f.call('orders', order.id, 'approve')
  expect(findingOf(refused, 'RELEASE_REQUIRED')).toMatchObject({ cure: { action: 'requestRelease' }, facts: { rule: 'minimumPrice' } })
  const ask = (remark: string) => f.call('orders', order.id, 'ask-price-release', { remark }, f.clerk)
  const first = (await ask('清库存')).body.created
  expect((await ask('客户已下三年订单')).body.created).toEqual(first)
  const [request] = await requestsOf(order.id)
  expect([first.id, request.reason, request.lines[0].price]).toEqual([request.id, '客户已下三年订单', 40])
  const told = done(await f.api.get('/notifications?limit=50&depth=0', { token: releaser.token })).docs
  const about = told.map(({ related }) => related as { slug: string; id: number })
  expect(about.filter(({ slug, id }) => slug === 'price-releases' && id === request.id)).toHaveLength(1)
  const lines = [{ ...order.lines[0], price: 39, priceSource: 'manual' }]
  done(await f.api.patch(`/orders/${order.id}?depth=0`, { token: f.clerk.token, body: { lines } }))
  await ask('再降一元')
  expect((await requestsOf(order.id)).map(({ status, lines: [line] }) => [status, line?.price])).toEqual([
    ['void', 40],
    ['open', 39],
  ])
  const fine = await f.order((await f.customer()).id, [{ item: item.id, qty: 1, price: 60 }])
  expect(codesOf(await f.call('orders', fine.id, 'ask-price-release', {}, f.clerk))).toEqual(['NOTHING_OPEN'])
})

test('a change of an approved order below the minimum is asked for where it is refused, let pass by another than who wants it, and applied', async () => {
  await f.settings('pricing-settings', { minimumPriceMode: 'release', minimumPriceMoment: 'approve' })
  const releaser = await f.person(['finance'], { sellBelowMinimum: true })
  const item = await f.item({ minPrice: 50, availabilityMode: 'off' })
  const order = await f.order((await f.customer()).id, [
    { item: item.id, qty: 1, price: 60 },
    { item: item.id, qty: 1, price: 55 },
  ])
  for (const verb of ['submit', 'approve']) await f.verb('orders', order.id, verb)
  const ask = (id: number, by = f.clerk) => f.call('order-changes', id, 'ask-price-release', { remark: '清库存' }, by)
  const change = await f.create('orders', order.id, 'create-change', { reason: '降价', lines: [{ line: order.lines[0].id, price: 40 }] })
  await f.verb('order-changes', change.id, 'submit')
  const refused = await f.call('order-changes', change.id, 'approve')
  expect(findingOf(refused, 'RELEASE_REQUIRED')).toMatchObject({ cure: { action: 'requestRelease' }, facts: { rule: 'minimumPrice' } })
  const { created } = (await ask(change.id)).body
  // once, whoever asks again
  expect((await ask(change.id)).body.created).toEqual(created)
  const [request] = await requestsOf(order.id)
  expect([request.id, request.documentNo, request.reason, request.lines.map(({ price }) => price)]).toEqual([
    created.id,
    order.no,
    '清库存',
    [40],
  ])
  done(await f.call('price-releases', created.id, 'release', { reason: '同意' }, releaser))
  await f.verb('order-changes', change.id, 'approve')
  expect((await f.read('orders', order.id)).lines.map(({ price }) => price)).toEqual([40, 55])

  // whoever wants the price does not let it pass, though the order is another's
  const eager = await f.person(['sales'], { sellBelowMinimum: true, editPrice: true, dataScope: 'all' })
  const own = await f.create(
    'orders',
    order.id,
    'create-change',
    { reason: '再降', lines: [{ line: order.lines[1].id, price: 30 }] },
    eager,
  )
  await f.verb('order-changes', own.id, 'submit')
  const second = (await ask(own.id)).body.created
  expect(codesOf(await f.call('price-releases', second.id, 'release', { reason: '自己' }, eager))).toContain('FOUR_EYES')
  await f.verb('order-changes', own.id, 'cancel', { reason: '不降了' })
  expect(codesOf(await f.call('orders', order.id, 'ask-price-release', {}, f.clerk))).toEqual(['NOTHING_OPEN'])
})

test('M-10: who may sell below the minimum passes, with an audit entry', async () => {
  const trusted = await f.person(['sales'], { sellBelowMinimum: true, editPrice: true, dataScope: 'all' })
  const item = await f.item({ minPrice: 50 })
  const order = await f.order((await f.customer()).id, [{ item: item.id, qty: 1, price: 40 }], trusted)
  const { docs } = done(
    await f.api.get(`/audit-log?where[no][equals]=${order.no}&where[verb][equals]=sellBelowMinimum&depth=0`, { token: f.boss.token }),
  )
  expect(docs).toMatchObject([{ userName: trusted.email, changes: [{ path: 'lines.0.price', after: 40 }] }])
})
