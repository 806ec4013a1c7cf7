// More than 300 lines: the cases of price adjustments share one factory.

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'

import { type ApiAnswer, startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, findingOf, openFactory, type Person } from '../support/story'

let app: TestApp
let f: Factory
let manager: Person
let adjustPrices: import('@/src/server/jobs/task').JobTask

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  await f.settings('availability-settings', { mode: 'off' })
  await f.settings('pricing-settings', { methods: ['policy', 'list'], minimumPriceMode: 'off' })
  manager = await f.person(['salesManager'], { dataScope: 'all' })
  ;({ adjustPrices } = await import('@/src/server/jobs/tasks/adjustPrices'))
})
afterAll(() => app.close())
beforeEach(() => f.settings('pricing-settings', { adjustmentThreshold: 10 }))

const policy = async (row: Record<string, unknown>) =>
  done(await f.api.post('/price-policies', { token: f.boss.token, body: { currency: 'CNY', ...row } }))
const draft = (lines: Array<Record<string, unknown>>, more: Record<string, unknown> = {}, by: Person = f.clerk) =>
  f.api.post('/price-adjustments?depth=0', {
    token: by.token,
    body: { effectiveFrom: '2026-04-01', reason: '原材料上涨', lines, ...more },
  })
const adjusted = async (lines: Array<Record<string, unknown>>, more: Record<string, unknown> = {}) => {
  const doc = done(await draft(lines, more))
  await f.verb('price-adjustments', doc.id, 'submit', {}, f.clerk)
  return f.verb('price-adjustments', doc.id, 'approve')
}
const priceOf = async (customer: number, item: number, date: string, qty = 1): Promise<number | null> =>
  done(
    await f.api.post('/pricing/resolve', {
      token: f.boss.token,
      body: { customer, date, currency: 'CNY', taxMode: 'inclusive', lines: [{ item, qty }] },
    }),
  ).lines[0].price
const rowsOf = async (id: number) =>
  done(await f.api.get(`/price-policies?where[adjustment][equals]=${id}&depth=0&sort=id&limit=50`, { token: f.boss.token })).docs
const later = '2099-01-01'

test('P-30: an order dated 03-31 keeps the old price, 04-01 takes the new one, whenever either is entered', async () => {
  const [item, customer] = [await f.item(), await f.customer()]
  await policy({ item: item.id, price: 90, validFrom: '2026-01-01' })
  const early = await f.order(customer.id, [{ item: item.id, qty: 1 }], f.clerk, { date: '2026-04-02' })
  const quote = done(
    await f.api.post('/quotes?depth=0', {
      token: f.clerk.token,
      body: { customer: customer.id, date: '2026-03-20', validUntil: '2099-12-31', lines: [{ item: item.id, qty: 1 }] },
    }),
  )
  const doc = await adjusted([{ item: item.id, newPrice: 96 }])
  expect([doc.status, doc.lines[0].oldPrice, doc.lines[0].newPrice, doc.lines[0].changeRate, doc.largestChange]).toEqual([
    'effective',
    90,
    96,
    6.6667,
    6.6667,
  ])
  const before = await f.order(customer.id, [{ item: item.id, qty: 1 }], f.clerk, { date: '2026-03-31' })
  const after = await f.order(customer.id, [{ item: item.id, qty: 1 }], f.clerk, { date: '2026-04-01' })
  expect([before.lines[0].price, after.lines[0].price]).toEqual([90, 96])
  expect([(await f.read('orders', early.id)).lines[0].price, (await f.read('quotes', quote.id)).lines[0].price]).toEqual([90, 90])
  const [row] = await rowsOf(doc.id)
  expect([row.price, row.validFrom, row.validTo, row.version]).toEqual([96, '2026-04-01', null, 1])
  expect(after.lines[0].trace[0]).toMatchObject({ policy: row.id, validFrom: '2026-04-01' })
})

test('the old price is what would hold for whom the line names: customer, category, item or list price', async () => {
  const k = await f.master('customer-categories', { code: 'KA', name: '牛仔厂' })
  const goods = await f.master('item-categories', { code: 'ICA', name: '工字扣' })
  const item = await f.item({ category: goods.id, units: [{ unit: 'BOX', factor: 12 }] })
  const plain = await f.item()
  const [c1, c2] = [await f.customer({ category: k.id }), await f.customer({ category: k.id })]
  await policy({ itemCategory: goods.id, discountRate: 20 })
  await policy({ item: item.id, customerCategory: k.id, price: 75, minQty: 100 })
  await policy({ item: item.id, customer: c2.id, price: 70 })
  const doc = done(
    await draft([
      { customer: c1.id, item: item.id, newPrice: 84 },
      { customer: c1.id, item: item.id, minQty: 100, newPrice: 78 },
      { customer: c2.id, item: item.id, newPrice: 77 },
      { item: item.id, unit: 'BOX', newPrice: 900 },
      { customerCategory: k.id, itemCategory: goods.id, newPrice: 60 },
      { item: plain.id, newPrice: 105, unit: 'PCS' },
      { item: plain.id, currency: 'USD', newPrice: 15 },
    ]),
  )
  expect(doc.lines.map(({ oldPrice, changeRate }) => [oldPrice, changeRate])).toEqual([
    [80, 5],
    [75, 4],
    [70, 10],
    [960, -6.25],
    [null, null],
    [100, 5],
    [null, null],
  ])
  expect([doc.lines[5].unit, doc.largestChange]).toEqual([null, 10])
})

test('above the threshold the general manager approves; the refusal names percent, threshold and who', async () => {
  const item = await f.item()
  const doc = done(
    await draft([
      { item: item.id, newPrice: 110 },
      { item: item.id, minQty: 10, newPrice: 88.99 },
    ]),
  )
  await f.verb('price-adjustments', doc.id, 'submit', {}, f.clerk)
  const waitsFor = async () => done(await f.api.get(`/price-adjustments/${doc.id}/verbs`, { token: f.clerk.token })).next?.who.zh
  expect(await waitsFor()).toBe('总经理')
  const refused = await f.call('price-adjustments', doc.id, 'approve', {}, manager)
  expect([refused.status, codesOf(refused)]).toEqual([403, ['FORBIDDEN']])
  const finding = findingOf(refused, 'FORBIDDEN')
  expect(finding?.facts).toMatchObject({ percent: -11.01, threshold: 10, line: 2, roles: ['generalManager'] })
  expect(finding?.message).toMatch(/-11\.01.*10.*总经理/)
  const asked = await f.api.get('/notifications?where[kind][equals]=adjustmentSubmitted&depth=0', { token: manager.token })
  expect(asked.body.docs.filter(({ related }) => Object(related).id === doc.id)).toEqual([])
  await f.settings('pricing-settings', { adjustmentThreshold: 12 })
  expect(await waitsFor()).toBe('业务经理、总经理')
  expect((await f.verb('price-adjustments', doc.id, 'approve', {}, manager)).status).toBe('effective')
  const equal = done(await draft([{ item: item.id, newPrice: 123.2, effectiveFrom: '2026-05-01' }], { effectiveFrom: '2026-05-01' }))
  expect(equal.lines[0].changeRate).toBe(12)
  await f.verb('price-adjustments', equal.id, 'submit', {}, f.clerk)
  expect((await f.verb('price-adjustments', equal.id, 'approve', {}, manager)).status).toBe('effective')
})

test('four eyes, the order of steps, and a reason where one is due', async () => {
  const item = await f.item()
  await f.settings('order-settings', { fourEyes: true })
  const own = done(await draft([{ item: item.id, newPrice: 101 }], {}, manager))
  const jump = await f.call('price-adjustments', own.id, 'approve')
  expect([jump.status, codesOf(jump)]).toEqual([409, ['ILLEGAL_STEP']])
  await f.verb('price-adjustments', own.id, 'submit', {}, manager)
  expect(codesOf(await f.call('price-adjustments', own.id, 'approve', {}, manager))).toEqual(['FOUR_EYES'])
  expect(codesOf(await f.call('price-adjustments', own.id, 'approve', {}, f.clerk))).toEqual([])
  expect(codesOf(await f.call('price-adjustments', own.id, 'reject'))).toEqual(['INVALID_INPUT'])
  const rejected = await f.verb('price-adjustments', own.id, 'reject', { reason: '下月再调' })
  expect([rejected.status, rejected.decision]).toEqual(['draft', '下月再调'])
  const clerks = done(await draft([{ item: item.id, newPrice: 101 }]))
  await f.verb('price-adjustments', clerks.id, 'submit', {}, f.clerk)
  expect(codesOf(await f.call('price-adjustments', clerks.id, 'approve', {}, f.clerk))).toEqual(['FORBIDDEN'])
  expect((await f.verb('price-adjustments', clerks.id, 'approve', {}, manager)).status).toBe('effective')
  const edited = await f.api.patch(`/price-adjustments/${clerks.id}`, { token: f.clerk.token, body: { reason: 'x' } })
  expect(codesOf(edited)).toEqual(['ILLEGAL_STEP'])
  await f.settings('order-settings', { fourEyes: false })
})

test('approved twice at once: one set of rows', async () => {
  const [a, b] = [await f.item(), await f.item()]
  const doc = done(
    await draft([
      { item: a.id, newPrice: 101 },
      { item: b.id, newPrice: 99 },
    ]),
  )
  await f.verb('price-adjustments', doc.id, 'submit', {}, f.clerk)
  const answers = await Promise.all([
    f.call('price-adjustments', doc.id, 'approve'),
    f.call('price-adjustments', doc.id, 'approve', {}, manager),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  expect((await rowsOf(doc.id)).map(({ price }) => price)).toEqual([101, 99])
})

test('two adjustments with the same price line approved at once: one is told the other', async () => {
  const item = await f.item()
  const docs = [done(await draft([{ item: item.id, newPrice: 101 }])), done(await draft([{ item: item.id, newPrice: 102 }]))]
  for (const { id } of docs) await f.verb('price-adjustments', id, 'submit', {}, f.clerk)
  const answers = await Promise.all(docs.map(({ id }) => f.call('price-adjustments', id, 'approve')))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
  const refused = answers.find(({ status }) => status === 400) as ApiAnswer
  const won = answers.findIndex(({ status }) => status === 200)
  const [row] = await rowsOf(docs[won]?.id ?? 0)
  expect(findingOf(refused, 'POLICY_AMBIGUOUS')?.facts).toMatchObject({ policy: row.id, adjustment: docs[won]?.no })
})

test('an equal row is refused naming the other, in the document and among the policies', async () => {
  const item = await f.item()
  const row = await policy({ item: item.id, price: 90, validFrom: '2026-04-01' })
  const refused = await draft([{ item: item.id, newPrice: 91 }])
  expect([refused.status, codesOf(refused), findingOf(refused, 'POLICY_AMBIGUOUS')?.facts['policy']]).toEqual([
    400,
    ['POLICY_AMBIGUOUS'],
    row.id,
  ])
  const twins = await draft([
    { item: item.id, newPrice: 91, minQty: 5 },
    { item: item.id, newPrice: 92, minQty: 5 },
  ])
  expect(findingOf(twins, 'POLICY_AMBIGUOUS')).toMatchObject({ path: 'lines.1.priority', facts: { line: 1, minQty: 5 } })
  done(await draft([{ item: item.id, newPrice: 91, priority: 1 }]))
})

test('bad lines are refused naming line and field', async () => {
  const item = await f.item({ units: [{ unit: 'BOX', factor: 12 }] })
  const disabled = await f.item({ active: false })
  const gone = await f.customer({ status: 'disabled' })
  const somebodyElses = await f.customer({ salesperson: f.boss.id })
  const ofLine = async (line: Record<string, unknown>): Promise<unknown> => {
    const answer = await draft([{ item: item.id, newPrice: 1, ...line }])
    return [answer.status, answer.body.errors?.[0]?.data?.errors?.map(({ path, code }) => `${code} ${path}`)]
  }
  expect(await ofLine({ item: disabled.id })).toEqual([400, ['INVALID_INPUT lines.0.item']])
  expect(await ofLine({ item: 987654 })).toEqual([400, ['INVALID_INPUT lines.0.item']])
  expect(await ofLine({ item: null })).toEqual([400, ['INVALID_INPUT lines.0.item']])
  expect(await ofLine({ itemCategory: f.itemCategory.id })).toEqual([400, ['INVALID_INPUT lines.0.itemCategory']])
  expect(await ofLine({ newPrice: -1 })).toEqual([400, ['INVALID_INPUT lines.0.newPrice']])
  expect(await ofLine({ newPrice: null })).toEqual([400, ['INVALID_INPUT lines.0.newPrice']])
  expect(await ofLine({ minQty: 0 })).toEqual([400, ['INVALID_INPUT lines.0.minQty']])
  expect(await ofLine({ unit: 'TON' })).toEqual([400, ['INVALID_INPUT lines.0.unit']])
  expect(await ofLine({ validTo: '2026-03-31' })).toEqual([400, ['INVALID_PERIOD lines.0.validTo']])
  expect(await ofLine({ customer: gone.id })).toEqual([400, ['CUSTOMER_DISABLED lines.0.customer']])
  expect(await ofLine({ customer: somebodyElses.id })).toEqual([400, ['INVALID_INPUT lines.0.customer']])
  const undated = await draft([{ item: item.id, newPrice: 1 }], { effectiveFrom: '2026-02-30' })
  expect([undated.status, codesOf(undated)]).toEqual([400, ['INVALID_INPUT']])
  expect(codesOf(await draft([]))).toEqual(['INVALID_INPUT'])
})

test('before its day it is cancelled and its prices are gone; from its day on it is not', async () => {
  const [item, customer] = [await f.item(), await f.customer()]
  const doc = await adjusted([{ item: item.id, newPrice: 105 }], { effectiveFrom: later })
  expect([doc.status, await priceOf(customer.id, item.id, '2098-12-31'), await priceOf(customer.id, item.id, later)]).toEqual([
    'approved',
    100,
    105,
  ])
  const cancelled = await f.verb('price-adjustments', doc.id, 'cancel', { reason: '客户反对' })
  expect([cancelled.status, await rowsOf(doc.id), await priceOf(customer.id, item.id, later)]).toEqual(['cancelled', [], 100])
  const running = await adjusted([{ item: item.id, newPrice: 104 }])
  const refused = await f.call('price-adjustments', running.id, 'cancel', { reason: '太晚' })
  expect([refused.status, codesOf(refused)]).toEqual([409, ['ILLEGAL_STEP']])
})

test('the clock marks what is in force and what it replaced, tells it once, and prices never wait for it', async () => {
  const [item, customer] = [await f.item(), await f.customer()]
  const first = await adjusted(
    [
      { item: item.id, newPrice: 101 },
      { item: item.id, minQty: 50, newPrice: 95 },
    ],
    { effectiveFrom: '2026-05-01' },
  )
  const second = await adjusted([{ item: item.id, newPrice: 102 }], { effectiveFrom: later })
  const { pool } = app.payload.db as unknown as { pool: { query: (text: string, values: unknown[]) => Promise<unknown> } }
  // the day comes: what was planned for later is for today
  await pool.query("update price_policies set valid_from = '2026-06-01' where adjustment_id = $1", [second.id])
  await pool.query("update price_adjustments set effective_from = '2026-06-01' where id = $1", [second.id])
  expect(await priceOf(customer.id, item.id, '2026-06-01')).toBe(102)
  const late = await f.call('price-adjustments', second.id, 'cancel', { reason: '太晚' })
  expect(codesOf(late)).toEqual(['ILLEGAL_STEP'])
  const job = { payload: app.payload, input: {}, attempt: 1, last: false }
  for (let round = 1; round <= 2; round += 1) await adjustPrices(job)
  const statuses = async (): Promise<unknown> => [
    (await f.read('price-adjustments', first.id)).status,
    (await f.read('price-adjustments', second.id)).status,
  ]
  expect(await statuses()).toEqual(['effective', 'effective'])
  const told = await f.api.get('/notifications?where[kind][equals]=pricesEffective&limit=100&depth=0', { token: f.clerk.token })
  expect(told.body.docs.filter(({ related }) => Object(related).id === second.id)).toHaveLength(1)
  // the break of 50 is replaced too: nothing of the first counts any more
  await adjusted([{ item: item.id, minQty: 50, newPrice: 96 }], { effectiveFrom: '2026-07-01' })
  await adjustPrices(job)
  expect(await statuses()).toEqual(['superseded', 'effective'])
  expect([await priceOf(customer.id, item.id, '2026-05-02'), await priceOf(customer.id, item.id, '2026-05-02', 60)]).toEqual([101, 95])
})

test('a new price below the minimum is named, not refused; who may not see the minimum is not told it', async () => {
  await f.settings('pricing-settings', { minimumPriceMode: 'forbid' })
  const item = await f.item({ minPrice: 90, taxRate: 13 })
  const customer = await f.customer()
  const lines = [
    { item: item.id, customer: customer.id, newPrice: 101 },
    { item: item.id, newPrice: 95 },
    { item: item.id, minQty: 100, newPrice: 89.99 },
  ]
  const answer = await draft(lines)
  expect(answer.body.warnings.map(({ code, path }) => [code, path])).toEqual([
    ['BELOW_MINIMUM_PRICE', 'lines.0.newPrice'],
    ['BELOW_MINIMUM_PRICE', 'lines.2.newPrice'],
  ])
  expect(JSON.stringify(answer.body.warnings)).not.toMatch(/"minimum"/)
  const { id } = done(answer)
  await f.verb('price-adjustments', id, 'submit', {}, f.clerk)
  const approved = done(await f.api.post(`/price-adjustments/${id}/approve`, { token: f.boss.token, body: { dryRun: true } }))
  expect(approved.status).toBe('effective')
  const told = await f.call('price-adjustments', id, 'approve')
  expect(told.body.warnings[0].facts).toMatchObject({ minimum: 90, netPrice: 89.380531 })
  expect(JSON.stringify(await f.read('price-adjustments', id, f.clerk))).not.toMatch(/"minimum"|不低于 90|至 90 /)
  await f.settings('pricing-settings', { minimumPriceMode: 'off' })
})

test('an adjustment and the prices of a customer are seen by those who see him', async () => {
  const other = await f.person(['sales'])
  const [item, customer] = [await f.item(), await f.customer()]
  const doc = await adjusted([{ item: item.id, customer: customer.id, newPrice: 95 }])
  expect((await f.api.get(`/price-adjustments/${doc.id}`, { token: other.token })).status).toBe(404)
  expect((await f.api.get(`/price-adjustments/${doc.id}`, { token: f.clerk.token })).status).toBe(200)
  const [row] = await rowsOf(doc.id)
  expect((await f.api.get(`/price-policies/${row.id}`, { token: other.token })).status).toBe(404)
  expect((await f.api.get(`/price-policies/${row.id}`, { token: f.clerk.token })).status).toBe(200)
  // what the manager agrees for the clerk's customer is the clerk's to know; what is for all is everybody's once approved
  const managers = done(await draft([{ item: item.id, customer: customer.id, newPrice: 94, priority: 1 }], {}, manager))
  const forAll = done(await draft([{ item: item.id, newPrice: 99 }], {}, manager))
  const seen = async (id: number, by: Person): Promise<number> => (await f.api.get(`/price-adjustments/${id}`, { token: by.token })).status
  expect([await seen(managers.id, f.clerk), await seen(managers.id, other), await seen(forAll.id, other)]).toEqual([200, 404, 404])
  await f.verb('price-adjustments', forAll.id, 'submit', {}, manager)
  await f.verb('price-adjustments', forAll.id, 'approve')
  expect(await seen(forAll.id, other)).toBe(200)
  const taken = await f.api.patch(`/price-adjustments/${forAll.id}`, { token: other.token, body: { reason: 'x' } })
  expect(taken.status).toBeGreaterThanOrEqual(403)
  const warehouse = await f.person(['warehouse'])
  expect((await f.api.post('/price-adjustments', { token: warehouse.token, body: {} })).status).toBe(403)
  expect((await f.api.post('/price-adjustments', { body: {} })).status).toBe(401)
})
