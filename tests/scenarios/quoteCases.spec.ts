import { afterAll, beforeAll, expect, test } from '@jest/globals'

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

async function approved(body: object) {
  const quote = done(await app.api.post('/quotes?depth=0', { token: f.clerk.token, body }))
  for (const verb of ['submit', 'approve']) await f.verb('quotes', quote.id, verb)
  return f.read('quotes', quote.id)
}

test('Q-03: past its validity a quote is not ordered; with the setting it is', async () => {
  const customer = await f.customer()
  const item = await f.item()
  const quote = await approved({ customer: customer.id, date: '2026-01-01', validUntil: '2026-01-31', lines: [{ item: item.id, qty: 2 }] })
  expect(codesOf(await f.call('quotes', quote.id, 'create-order'))).toEqual(['QUOTE_EXPIRED'])
  await f.settings('order-settings', { reviewRequired: false, fourEyes: false, orderExpiredQuotes: true })
  expect((await f.create('quotes', quote.id, 'create-order')).grossTotal).toBe(200)
  await f.settings('order-settings', { reviewRequired: false, fourEyes: false, orderExpiredQuotes: false })
})

test('Q-06: the first order takes line A only; the quote is partly ordered, tells what is open, and the next order proposes B', async () => {
  const customer = await f.customer()
  const [a, b] = [await f.item(), await f.item()]
  const quote = await approved({
    customer: customer.id,
    lines: [
      { item: a.id, qty: 5 },
      { item: b.id, qty: 5 },
    ],
  })
  await f.create('quotes', quote.id, 'create-order', { lines: [{ quoteLine: quote.lines[0].id, qty: 5 }] })
  const partly = await f.read('quotes', quote.id)
  expect([partly.status, partly.lines.map(({ orderedQty, openQty }) => [orderedQty, openQty])]).toEqual(['partlyOrdered', [[5, 0], [0, 5]]]) // prettier-ignore
  const csv = await app.api.get(`/lists/quotes/export?columns=no,openQty&format=csv&search=${quote.no}`, { token: f.clerk.token })
  expect(await csv.raw.text()).toContain(`${quote.no},5`)
  const next = await f.create('quotes', quote.id, 'create-order')
  expect([next.lines.map(({ item, qty }) => [item, qty]), (await f.read('quotes', quote.id)).status]).toEqual([[[b.id, 5]], 'ordered'])
})

test('Q-11: 10 in stock at 100, quoted 1 at 300: cost 100 and profit 200, for whoever may see cost and nobody else', async () => {
  const customer = await f.customer()
  const item = await f.item()
  await f.receive({ item: item.id, qty: 10, cost: 100 })
  const quote = await approved({ customer: customer.id, lines: [{ item: item.id, qty: 1, price: 300 }] })
  const told = await app.api.get(`/quote-margin/${quote.id}`, { token: f.boss.token })
  expect(told.body.lines).toEqual([{ line: quote.lines[0].id, cost: 100, profit: 200, rate: 66.6667 }])
  expect((await app.api.get(`/quote-margin/${quote.id}`, { token: f.clerk.token })).status).toBe(403)
  // the same while it is typed, before anything is saved
  const typed = { customer: customer.id, lines: [{ item: item.id, qty: 2, price: 150 }] }
  const checked = await Promise.all([f.boss, f.clerk].map(({ token }) => app.api.post('/quotes/check', { token, body: typed })))
  expect(checked.map(({ body }) => body.margins?.map(({ cost, profit, rate }) => [cost, profit, rate]))).toEqual([[[100, 100, 33.3333]], undefined]) // prettier-ignore
})

test('lost with a kind and a reason, which the conversion report counts and adds up by kind', async () => {
  const customer = await f.customer()
  const item = await f.item()
  const [dear, late, won] = [1, 2, 3].map((qty) => ({ customer: customer.id, lines: [{ item: item.id, qty }] }))
  const losing: Array<[{ id: number }, object]> = [[await approved(dear!), { reason: '贵 5%', lostFor: 'price' }], [await approved(late!), { reason: '来不及' }]] // prettier-ignore
  for (const [quote, body] of losing) await f.verb('quotes', quote.id, 'lose', body as Record<string, unknown>)
  await f.create('quotes', (await approved(won!)).id, 'create-order')
  expect(await f.read('quotes', losing[0]![0].id)).toMatchObject({ status: 'lost', lostFor: 'price', lostReason: '贵 5%' })
  const open = await approved(dear!)
  for (const body of [{}, { reason: ' ' }, { reason: null }]) {
    const missing = findingOf(await f.call('quotes', open.id, 'lose', body), 'INVALID_INPUT')
    expect([missing?.path, missing?.message]).toEqual(['reason', '未填写原因。请填写原因。'])
  }
  const figure = findingOf(await f.call('quotes', open.id, 'lose', { reason: 7 }), 'INVALID_INPUT')
  expect(figure?.message).toBe('原因 不被接受。可接受：文字。')
  const wrong = await f.call('quotes', open.id, 'lose', { reason: 'x', lostFor: 'weather' })
  expect([wrong.status, codesOf(wrong)]).toEqual([400, ['INVALID_INPUT']])
  const { rows } = done(
    await app.api.get(`/reports/quote-conversion?by=lostFor&customer=${customer.id}`, { token: f.boss.token, language: 'zh' }),
  )
  expect(rows.map(({ name, lost, lostAmount }) => [name, lost, lostAmount])).toEqual(expect.arrayContaining([['价格', 1, 100], ['（未指定）', 1, 200]])) // prettier-ignore
})

test('the conversion by value: a break counts as it was ordered, a cancelled order not at all', async () => {
  const customer = await f.customer()
  const item = await f.item()
  const lines = [{ item: item.id, qty: 100, price: 10, breaks: [{ qty: 500, price: 8 }] }]
  const [part, larger] = [await approved({ customer: customer.id, lines }), await approved({ customer: customer.id, lines })]
  const converted = async (): Promise<unknown> => {
    const { rows } = done(await app.api.get(`/reports/quote-conversion?by=customer&customer=${customer.id}`, { token: f.boss.token }))
    return rows.map((row) => [row['amount'], row['ordered'], row['amountRate']])
  }
  await f.create('quotes', part.id, 'create-order', { lines: [{ quoteLine: part.lines[0].id, qty: 40 }] })
  expect(await converted()).toEqual([[2000, 400, 20]])
  const taken = await f.create('quotes', larger.id, 'create-order', { lines: [{ quoteLine: larger.lines[0].id, qty: 500, break: 500 }] })
  expect([taken.grossTotal, await converted()]).toEqual([4000, [[2000, 4400, 220]]])
  await f.verb('orders', taken.id, 'cancel', { reason: '重复' })
  expect(await converted()).toEqual([[2000, 400, 20]])
})

test('Q-15: whoever may type no price revises his quote at the prices it was offered at', async () => {
  const seller = await f.person(['sales'])
  const customer = await f.customer({ salesperson: seller.id })
  const item = await f.item()
  const body = { customer: customer.id, lines: [{ item: item.id, qty: 3, price: 80 }] }
  const quote = done(await app.api.post('/quotes?depth=0', { token: f.boss.token, body }))
  for (const verb of ['submit', 'approve'] as const) await f.verb('quotes', quote.id, verb)
  const revision = await f.create('quotes', quote.id, 'revise', {}, seller)
  expect([revision.lines.map(({ price }) => price), revision.status]).toEqual([[80], 'draft'])
  const lines = [{ ...revision.lines[0], price: 70, priceSource: 'manual' }]
  expect(codesOf(await app.api.patch(`/quotes/${revision.id}`, { token: seller.token, body: { lines } }))).toEqual(['PRICE_LOCKED'])
})

test('the price of a break is typed by who may type prices; anybody sends back what was there, and gets the price of the day', async () => {
  const plain = await f.person(['sales'])
  const customer = await f.customer({ salesperson: plain.id })
  const item = await f.item({ listPrice: 10 })
  const send = (breaks: Array<{ qty: number; price?: number }>, by = plain) =>
    app.api.post('/quotes?depth=0', { token: by.token, body: { customer: customer.id, lines: [{ item: item.id, qty: 10, breaks }] } })
  const refused = await send([{ qty: 100, price: 7 }, { qty: 500, price: 10 }]) // prettier-ignore
  expect(codesOf(refused)).toEqual(['PRICE_LOCKED'])
  expect(findingOf(refused, 'PRICE_LOCKED')).toMatchObject({ path: 'lines.0.breaks', facts: { price: 7, policyPrice: 10, breakQty: 100 } })
  const open = done(await send([{ qty: 100 }]))
  expect(open.lines[0].breaks).toMatchObject([{ qty: 100, price: 10 }])
  const offered = done(await send([{ qty: 100, price: 7 }], f.boss))
  const patch = (line: object) =>
    app.api.patch(`/quotes/${offered.id}?depth=0`, { token: plain.token, body: { lines: [{ ...offered.lines[0], ...line }] } })
  expect(done(await patch({ qty: 20 })).lines[0].breaks).toMatchObject([{ qty: 100, price: 7 }])
  expect(codesOf(await patch({ breaks: [{ qty: 100, price: 6.9 }] }))).toEqual(['PRICE_LOCKED'])
  const copy = await f.create('quotes', offered.id, 'copy', {}, plain)
  expect(copy.lines[0].breaks).toMatchObject([{ qty: 100, price: 10 }])
})

test('Q-15: two revisions line by line: what changed, came and went, old beside new; to nobody who may not see the quote', async () => {
  const customer = await f.customer()
  const [a, b, c] = [await f.item(), await f.item(), await f.item()]
  const old = await approved({
    customer: customer.id,
    lines: [
      { item: a.id, qty: 10, price: 9 },
      { item: b.id, qty: 1 },
    ],
  })
  await f.verb('quotes', old.id, 'send')
  const made = await f.create('quotes', old.id, 'revise')
  const lines = [{ ...made.lines[0], qty: 20, price: 8, priceSource: 'manual' }, { item: c.id, qty: 3 }] // prettier-ignore
  done(await app.api.patch(`/quotes/${made.id}`, { token: f.clerk.token, body: { lines } }))
  const told = done(await app.api.get(`/revisions/quotes/${made.id}`, { token: f.clerk.token }))
  expect(told.revisions.map(({ no }: { no: string }) => no)).toEqual([old.no, `${old.no}-1`])
  expect(told.compared.lines.map(({ item, kind }) => [item, kind])).toEqual([[a.id, 'changed'], [c.id, 'added'], [b.id, 'removed']]) // prettier-ignore
  expect(told.compared.head.map(({ field }: { field: string }) => field)).toEqual(['grossTotal'])
  expect(told.compared.lines[0].changes).toEqual([
    { field: 'qty', before: '10', after: '20' },
    { field: 'price', before: '9', after: '8' },
    { field: 'gross', before: '90', after: '160' },
  ])
  const stranger = await f.person(['sales'])
  expect((await app.api.get(`/revisions/quotes/${made.id}`, { token: stranger.token })).status).toBe(404)
  expect((await app.api.get(`/revisions/quotes/${made.id}?from=999999`, { token: f.clerk.token })).status).toBe(400)
})
