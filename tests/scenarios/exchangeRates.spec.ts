import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, findingOf, openFactory, type Person } from '../support/story'

/* 汇率: dated rates fill every document; the base currency is always 1; another rate needs the right to prices and is told. */

let app: TestApp
let f: Factory
let plain: Person
let keeper: Person

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  plain = await f.person(['sales'])
  keeper = await f.person(['finance'])
  await f.settings('order-settings', { directDeliveries: true })
  await f.settings('pricing-settings', { methods: ['policy', 'list'] })
  for (const [date, rate] of [
    ['2026-01-01', 7],
    ['2026-03-01', 7.2],
  ] as const)
    done(await app.api.post('/exchange-rates', { token: keeper.token, body: { currency: 'USD', date, rate } }))
})
afterAll(async () => app?.close())

const ways = ['orders', 'quotes', 'deliveries'] as const
const write = (slug: string, by: Person, body: Record<string, unknown>) => app.api.post(`/${slug}?depth=0`, { token: by.token, body })

async function sale(more: Record<string, unknown> = {}) {
  const customer = await f.customer({ salesperson: plain.id, ...more })
  const item = await f.item({ availabilityMode: 'off', listPrice: 720 })
  return { customer, item, body: { customer: customer.id, lines: [{ item: item.id, qty: 1, warehouse: f.warehouse.id }] } }
}

test.each(ways)('%s: filled from the newest rate on or before the date, and nothing but 1 in base currency', async (slug) => {
  const { body } = await sale()
  const of = async (more: Record<string, unknown>) => {
    const doc = done(await write(slug, plain, { ...body, ...more }))
    return [doc.exchangeRate, doc.rateTyped, doc.lines[0].price, doc.lines[0].baseGross]
  }
  expect(await of({ currency: 'USD', date: '2026-02-28' })).toEqual([7, false, 102.857143, 720.02])
  expect(await of({ currency: 'USD', date: '2026-03-01' })).toEqual([7.2, false, 100, 720])
  expect(await of({})).toEqual([1, false, 720, 720])
  expect(codesOf(await write(slug, plain, { ...body, currency: 'USD', date: '2025-12-31' }))).toEqual(['EXCHANGE_RATE_UNKNOWN'])
  expect(codesOf(await write(slug, plain, { ...body, currency: 'JPY' }))).toEqual(['EXCHANGE_RATE_UNKNOWN'])
  for (const exchangeRate of [0.1, 2, 100])
    for (const by of [plain, f.boss]) {
      const refused = await write(slug, by, { ...body, exchangeRate })
      expect(findingOf(refused, 'INVALID_INPUT')).toMatchObject({ path: 'exchangeRate', facts: { accepted: '1' } })
    }
})

test.each(ways)('%s: another rate needs the right to prices and stands in trace and checks', async (slug) => {
  const { body } = await sale()
  const foreign = { ...body, currency: 'USD', date: '2026-03-05' }
  for (const exchangeRate of [1, 100, 0.01]) {
    const refused = await write(slug, plain, { ...foreign, exchangeRate })
    expect(findingOf(refused, 'PRICE_LOCKED')).toMatchObject({ path: 'exchangeRate', facts: { value: exchangeRate, due: 7.2 } })
    const checked = done(await app.api.post(`/${slug}/check`, { token: plain.token, body: { ...foreign, exchangeRate } }))
    expect(checked.findings.map(({ code }: { code: string }) => code)).toContain('PRICE_LOCKED')
  }
  const typed = done(await write(slug, f.boss, { ...foreign, salesperson: plain.id, exchangeRate: 7.5 }))
  expect(typed).toMatchObject({ exchangeRate: 7.5, rateTyped: true })
  expect(typed.checks).toContainEqual(expect.objectContaining({ code: 'EXCHANGE_RATE_TYPED', severity: 'warning' }))
  expect((typed.lines[0]['trace'] as unknown[]).at(-1)).toEqual({ rule: 'exchangeRate', rate: 7.5, listed: 7.2, user: f.boss.email })
  // somebody else saves it: who typed it stays known
  const saved = done(await app.api.patch(`/${slug}/${typed.id}?depth=0`, { token: plain.token, body: { remark: 'x' } }))
  expect([saved.exchangeRate, saved.rateTyped]).toEqual([7.5, true])
  expect(saved.lines[0].trace.at(-1)).toHaveProperty('user', f.boss.email)
})

test('a rate fixed on a document does not move with the list; another date or currency takes the list anew', async () => {
  const { body } = await sale()
  const order = done(await write('orders', plain, { ...body, currency: 'USD', date: '2026-03-05' }))
  const row = done(await app.api.post('/exchange-rates', { token: keeper.token, body: { currency: 'USD', date: '2026-03-04', rate: 9 } }))
  const patch = async (data: Record<string, unknown>) =>
    done(await app.api.patch(`/orders/${order.id}?depth=0`, { token: plain.token, body: data })).exchangeRate
  expect(await patch({ remark: 'x' })).toBe(7.2)
  expect(await patch({ date: '2026-02-01' })).toBe(7)
  expect(await patch({ currency: 'CNY' })).toBe(1)
  done(await app.api.delete(`/exchange-rates/${row.id}`, { token: keeper.token }))
})

test('successors take the order’s rate, a copy and an order from a quote that of their own day', async () => {
  const { body } = await sale()
  const order = done(
    await write('orders', f.boss, { ...body, salesperson: plain.id, currency: 'USD', date: '2026-02-10', exchangeRate: 6.5 }),
  )
  for (const verb of ['submit', 'approve']) await f.verb('orders', order.id, verb)
  const delivery = await f.create('orders', order.id, 'create-delivery')
  await f.verb('deliveries', delivery.id, 'approve')
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
  expect([delivery, invoice].map(({ exchangeRate, rateTyped }) => [exchangeRate, rateTyped])).toEqual([
    [6.5, true],
    [6.5, true],
  ])
  expect((await f.create('orders', order.id, 'copy', {}, plain)).exchangeRate).toBe(7.2)
  const quote = done(
    await write('quotes', f.boss, {
      ...body,
      salesperson: plain.id,
      currency: 'USD',
      date: '2026-02-10',
      exchangeRate: 6.5,
      validUntil: '2027-12-31',
    }),
  )
  for (const verb of ['submit', 'approve']) await f.verb('quotes', quote.id, verb)
  expect((await f.create('quotes', quote.id, 'create-order', {}, plain)).exchangeRate).toBe(7.2)
})

test('credit counts in base currency at the listed rate: a typed 0.1 does not pass', async () => {
  const { body } = await sale({ credit: { control: true, limit: 700 } })
  await f.settings('credit-settings', { action: 'forbid' })
  const foreign = { ...body, currency: 'USD', date: '2026-03-05' }
  expect(codesOf(await write('orders', plain, foreign))).toEqual(['CREDIT_LIMIT_EXCEEDED'])
  expect(codesOf(await write('orders', plain, { ...foreign, exchangeRate: 0.1 }))).toContain('PRICE_LOCKED')
  await f.settings('credit-settings', { action: 'release' })
})

test('the list holds one rate per currency and day, none of the base currency, and is finance’s', async () => {
  const post = (by: Person, body: Record<string, unknown>) => app.api.post('/exchange-rates', { token: by.token, body })
  expect((await post(plain, { currency: 'EUR', date: '2026-01-01', rate: 8 })).status).toBe(403)
  expect(codesOf(await post(keeper, { currency: 'USD', date: '2026-03-01', rate: 8 }))).toEqual(['DUPLICATE'])
  expect(codesOf(await post(keeper, { currency: 'cny', date: '2026-03-01', rate: 8 }))).toEqual(['INVALID_INPUT'])
  expect((await post(keeper, { currency: 'EUR', date: '2026-03-01', rate: 0 })).status).toBe(400)
})

test('a price is asked for in another currency at the rate of the day', async () => {
  const { customer, item } = await sale()
  const ask = (more: Record<string, unknown>) =>
    app.api.post('/pricing/resolve', {
      token: plain.token,
      body: { customer: customer.id, date: '2026-03-05', lines: [{ item: item.id, qty: 1 }], ...more },
    })
  expect(done(await ask({ currency: 'USD' })).lines[0].price).toBe(100)
  expect(codesOf(await ask({ currency: 'JPY' }))).toEqual(['EXCHANGE_RATE_UNKNOWN'])
})

test('the list comes from a file: new rates are entered, a day that has one is changed, what is wrong is told by row and then nothing comes in', async () => {
  const upload = (content: string) => {
    const form = new FormData()
    form.append('file', new Blob([content]), 'rates.csv')
    return app.api.post('/import/exchange-rates', { token: keeper.token, body: form })
  }
  const first = done(await upload('币种,日期,汇率\nGBP,2026-02-01,9.1\ngbp,2026-03-01,9.3\nCNY,2026-03-01,1\nGBP,2026-04-01,\n'))
  expect(first).toMatchObject({ created: 0, updated: 0 })
  expect(first.errors.map(({ row, column }: { row: number; column: string }) => [row, column])).toEqual([
    [4, 'currency'],
    [5, 'rate'],
  ])
  expect(done(await upload('币种,日期,汇率\nGBP,2026-02-01,9.1\ngbp,2026-03-01,9.3\n'))).toMatchObject({
    created: 2,
    updated: 0,
    errors: [],
  })
  expect(done(await upload('currency,date,rate\nGBP,2026-03-01,9.4\n'))).toMatchObject({ created: 0, updated: 1 })
  const { body } = await sale()
  expect(done(await write('orders', plain, { ...body, currency: 'GBP', date: '2026-03-02' })).exchangeRate).toBe(9.4)
})
