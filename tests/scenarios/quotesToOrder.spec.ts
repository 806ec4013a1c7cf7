import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { expireQuotes } from '@/src/usecases/quotes/expireQuotes'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory } from '../support/story'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
})
afterAll(() => app.close())

/** A confirmed quote over 10 pieces of a new item at 90. */
async function quote(customer: number, more: Record<string, unknown> = {}) {
  const item = await f.item({ availabilityMode: 'off' })
  const made = done(
    await app.api.post('/quotes?depth=0', {
      token: f.clerk.token,
      body: { customer, ...more, lines: [{ item: item.id, qty: 10, price: 90 }] },
    }),
  )
  for (const verb of ['submit', 'approve']) await f.verb('quotes', made.id, verb)
  return f.read('quotes', made.id)
}

test('lines of several quotes of one customer become one order at the quoted prices; another customer stays out', async () => {
  const customer = await f.customer()
  const [first, second] = [await quote(customer.id), await quote(customer.id)]
  const stranger = await quote((await f.customer()).id)
  const mixed = await f.call('quotes', first.id, 'create-order', { lines: [{ quoteLine: stranger.lines[0].id, qty: 1 }] })
  expect([mixed.status, codesOf(mixed)]).toEqual([400, ['INVALID_INPUT']])
  const order = await f.create('quotes', first.id, 'create-order', {
    lines: [
      { quoteLine: first.lines[0].id, qty: 10 },
      { quoteLine: second.lines[0].id, qty: 4 },
    ],
  })
  expect([order.grossTotal, order.lines.map(({ quote: from }: { quote: number }) => from)]).toEqual([1260, [first.id, second.id]])
  expect([(await f.read('quotes', first.id)).status, (await f.read('quotes', second.id)).status]).toEqual(['ordered', 'partlyOrdered'])
})

test('a quote is copied; one past its validity expires by the clock and is not ordered', async () => {
  const customer = await f.customer()
  const old = await quote(customer.id, { date: '2026-01-01', validUntil: '2026-01-31' })
  const copy = await f.create('quotes', old.id, 'copy')
  expect([copy.status, copy.grossTotal, copy.customer]).toEqual(['draft', 900, customer.id])
  const req = await createLocalReq({}, app.payload)
  expect(await inTransaction(req, () => expireQuotes({ req, today: '2026-02-01' }))).toBe(1)
  expect((await f.read('quotes', old.id)).status).toBe('expired')
  expect(codesOf(await f.call('quotes', old.id, 'create-order'))).toEqual(['QUOTE_EXPIRED'])
})

test('Q-15: a revision is a draft of its own; the old quote stays current until it is sent, then it is superseded and not ordered', async () => {
  const old = await quote((await f.customer()).id)
  await f.verb('quotes', old.id, 'send')
  const revision = await f.create('quotes', old.id, 'revise')
  expect([revision.no, revision.status, revision.current, revision.grossTotal]).toEqual([`${old.no}-1`, 'draft', false, 900])
  const twice = await f.call('quotes', old.id, 'revise')
  expect([twice.status, codesOf(twice)]).toEqual([409, ['DUPLICATE']])
  done(
    await app.api.patch(`/quotes/${revision.id}`, {
      token: f.clerk.token,
      body: { lines: [{ ...revision.lines[0], price: 85, priceSource: 'manual' }] },
    }),
  )
  for (const verb of ['submit', 'approve']) await f.verb('quotes', revision.id, verb)
  expect([(await f.read('quotes', old.id)).current, (await f.read('quotes', old.id)).status]).toEqual([true, 'sent'])
  expect(codesOf(await f.call('quotes', revision.id, 'create-order'))).toEqual(['ILLEGAL_STEP'])
  await f.verb('quotes', revision.id, 'send')
  const superseded = await f.read('quotes', old.id)
  expect([superseded.status, superseded.current, (await f.read('quotes', revision.id)).current]).toEqual(['superseded', false, true])
  const refused = await f.call('quotes', old.id, 'create-order')
  expect([refused.status, codesOf(refused)]).toEqual([400, ['QUOTE_SUPERSEDED']])
  const direct = await f.tryOrder(old.customer, [{ item: old.lines[0].item, qty: 1, quoteLine: old.lines[0].id }])
  expect(codesOf(direct)).toEqual(['QUOTE_SUPERSEDED'])
  expect((await f.create('quotes', revision.id, 'create-order')).grossTotal).toBe(850)
})

test('Q-15: a cancelled revision leaves the old quote as it was; an ordered quote is not revised', async () => {
  const old = await quote((await f.customer()).id)
  const revision = await f.create('quotes', old.id, 'revise')
  await f.verb('quotes', revision.id, 'cancel', { reason: '不改了' })
  const again = await f.create('quotes', old.id, 'revise')
  expect(again.no).toBe(`${old.no}-2`)
  await f.create('quotes', old.id, 'create-order', { lines: [{ quoteLine: old.lines[0].id, qty: 4 }] })
  for (const verb of ['submit', 'approve']) await f.verb('quotes', again.id, verb)
  expect(codesOf(await f.call('quotes', again.id, 'send'))).toEqual(['DOWNSTREAM_EXISTS'])
})
