// More than 300 lines: what is added up beside the books is asked of the same made-up house as the books themselves.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq, type PayloadRequest } from 'payload'
import pg from 'pg'

import { reports } from '@/reports'
import type { ParamValues } from '@/reports/kit/params'
import { openAsOf } from '@/reports/kit/openReceivables'
import { runReport } from '@/reports/kit/runReport'
import type { SourceRow } from '@/reports/kit/statement'
import { inTransaction } from '@/src/db/transaction'
import { tellAsOf } from '@/src/engine/clock'
import { enterDocument } from '@/src/engine/documents/enterDocument'
import { env } from '@/src/env/env'
import { query, sql } from '@/src/ledger/query'
import { addUpSums } from '@/src/ledger/sums/addUp'
import { verifySums } from '@/src/ledger/sums/verifySums'
import { generateBooks } from '@/src/server/commands/bench/books/generateBooks'
import { remindReviews } from '@/src/usecases/orders/remindReviews'
import { verifyLedgers } from '@/src/questions/control/verifyLedgers'

import { createTestDatabase } from '../support/database'
import { defaultsOf, questionsOf } from '../support/reportQuestions'
import { reading, seesAll } from '../support/reportReader'
import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory } from '../support/story'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
})
afterAll(() => app.close())

const inBooks = async <T>(work: (req: PayloadRequest) => Promise<T>): Promise<T> => {
  const req = await createLocalReq({}, app.payload)
  return inTransaction(req, () => work(req))
}

test('a quote becomes an order, a delivery, an invoice and money, to the cent; the books agree with the documents', async () => {
  const item = await f.item({ taxRate: 13, listPrice: 9.99 })
  await f.receive({ item: item.id, qty: 100, cost: 5 })
  const customer = await f.customer()
  const quote = done(
    await app.api.post('/quotes?depth=0', {
      token: f.clerk.token,
      body: {
        customer: customer.id,
        lines: [
          { item: item.id, qty: 7 },
          { item: item.id, qty: 5, discountRate: 5 },
        ],
      },
    }),
  )
  expect(codesOf(await f.call('quotes', quote.id, 'create-order'))).toEqual(['ILLEGAL_STEP'])
  for (const verb of ['submit', 'approve', 'send', 'confirm']) await f.verb('quotes', quote.id, verb)
  const part = await f.create('quotes', quote.id, 'create-order', { lines: [{ quoteLine: quote.lines[0].id, qty: 7 }] })
  expect([
    part.lines[0].price,
    part.lines[0].gross,
    part.lines[0].net,
    (part.lines[0].trace[0] as { rule: string }).rule,
    (await f.read('quotes', quote.id)).status,
  ]).toEqual([9.99, 69.93, 61.88, 'quotedLine', 'partlyOrdered'])
  const rest = await f.create('quotes', quote.id, 'create-order')
  expect([rest.lines.length, rest.lines[0].qty, (await f.read('quotes', quote.id)).status]).toEqual([1, 5, 'ordered'])
  expect(codesOf(await f.call('quotes', quote.id, 'create-order'))).toEqual(['ILLEGAL_STEP'])
  // Q-17: the totals are the same on every paper
  expect(part.grossTotal + rest.grossTotal).toBeCloseTo(quote.grossTotal, 10)
  let billed = 0
  for (const order of [part, rest]) {
    await f.verb('orders', order.id, 'submit')
    await f.verb('orders', order.id, 'approve')
    const delivery = await f.create('orders', order.id, 'create-delivery')
    await f.verb('deliveries', delivery.id, 'approve')
    const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
    await f.verb('invoices', invoice.id, 'approve')
    billed += (await f.read('invoices', invoice.id)).grossTotal
    expect((await f.read('orders', order.id)).status).toBe('closed')
  }
  expect(billed).toBeCloseTo(quote.grossTotal, 10)
  expect((await f.credit(customer.id)).buckets).toEqual({ orders: 0, deliveries: 0, unauditedInvoices: 0, receivable: quote.grossTotal })
  const receipt = done(await app.api.post('/receipts', { token: f.boss.token, body: { customer: customer.id, amount: quote.grossTotal } }))
  await f.verb('receipts', receipt.id, 'approve')
  await f.verb('receipts', receipt.id, 'allocate')
  expect([(await f.credit(customer.id)).exposure, (await f.read('orders', part.id)).paymentStatus]).toEqual([0, 'full'])
  expect(await inBooks((req) => verifyLedgers(req))).toEqual([])
})

test('what documents add up to is told as they tell it themselves, before it is written down and after; and it is proven', async () => {
  const summed = [
    ...[
      'order-intake',
      'order-book',
      'delivery-performance',
      'sales-analysis',
      'salesperson-performance',
      'order-execution',
      'price-deviation',
    ],
    ...['price-volume-mix', 'returns-rate', 'discounts-given', 'tax-invoices'],
  ]
  const everything = async () => {
    const told: unknown[] = []
    for (const { token } of [f.boss, f.clerk, await f.person(['sales']), await f.person(['pmc'])])
      for (const report of reports.filter(({ name }) => summed.includes(name)))
        for (const query of questionsOf(report)) {
          const { status, body } = await app.api.get(`/reports/${report.name}?${query}`, { token })
          told.push([report.name, query, status, status === 200 ? body : null])
        }
    return told
  }
  const addUp = () => inBooks((req) => addUpSums(req, { timeZone: env.TZ_BUSINESS }))
  const differing = async () => (await inBooks(verifySums)).map(({ book }) => book)
  const asked = await everything()
  expect(await addUp()).toBeGreaterThan(0)
  expect(await addUp()).toBe(0)
  expect([await everything(), await differing()]).toEqual([asked, []])
  // what was tampered with is found, and a document that is written is due again: it is asked itself
  const tampered = 'update order_sums set net = net + 1, open = open + 1 where order_id = (select max(order_id) from order_sums)'
  await inBooks((req) => query(req, sql.raw(tampered)))
  expect(await differing()).toEqual(['order_sums'])
  await inBooks((req) => query(req, sql`update orders set updated_at = now() where id = (select max(order_id) from order_sums)`))
  expect([await everything(), await differing()]).toEqual([asked, []])
  // where the house moves to another time zone, days are added up anew
  expect(await inBooks((req) => addUpSums(req, { timeZone: 'America/New_York' }))).toBeGreaterThan(1)
  expect([await differing(), await addUp()]).toEqual([[], expect.any(Number)])
})

test('the books say of a step when it was by the clock of the house, whatever that of the database says', async () => {
  const item = await f.item()
  await f.receive({ item: item.id, qty: 10, cost: 5 })
  const customer = await f.customer()
  const told = '2026-11-02T01:00:00.000Z'
  const moments = await inBooks(async (req) => {
    tellAsOf(req, told)
    const data = { customer: customer.id, date: '2026-11-02', lines: [{ item: item.id, qty: 2, price: 5 }] }
    const order = await enterDocument({ req, slug: 'orders', id: null, data, overrideAccess: true })
    return query<{ book: string; at: Date }>(
      req,
      sql`select 'progress' as book, at from progress_entries where cause_id = ${order.id} and cause_slug = 'orders'
          union select 'credit', at from credit_entries where cause_id = ${order.id} and cause_slug = 'orders' order by 1`,
    )
  })
  expect(moments.map(({ book, at }) => [book, new Date(at).toISOString()])).toEqual([
    ['credit', told],
    ['progress', told],
  ])
})

test('what is in the books cannot be changed or deleted, not even by SQL', async () => {
  for (const table of ['stock_entries', 'credit_entries', 'receivable_entries', 'progress_entries', 'audit_log']) {
    await expect(
      inBooks((req) => query(req, sql`${sql.raw(`update ${table} set id = id where id = (select min(id) from ${table})`)}`)),
    ).rejects.toThrow()
    await expect(
      inBooks((req) => query(req, sql`${sql.raw(`delete from ${table} where id = (select min(id) from ${table})`)}`)),
    ).rejects.toThrow()
  }
})

test('a balance that was tampered with is found', async () => {
  const item = await f.item()
  await f.receive({ item: item.id, qty: 5 })
  const differences = await inBooks(async (req) => {
    await query(req, sql`update stock_balances set on_hand = on_hand + 1, available = available + 1 where item_id = ${item.id}`)
    const found = await verifyLedgers(req)
    await query(req, sql`update stock_balances set on_hand = on_hand - 1, available = available - 1 where item_id = ${item.id}`)
    return found
  })
  expect(differences.map(({ book }) => book)).toEqual(['stock_balances', 'stock_totals', 'stock_totals'])
})

test('the database itself refuses to promise what is not there', async () => {
  const item = await f.item()
  await f.receive({ item: item.id, qty: 5 })
  await expect(
    inBooks((req) => query(req, sql`update stock_totals set reserved = 6 where item_id = ${item.id} and warehouse_id = 0`)),
  ).rejects.toThrow()
  await expect(inBooks((req) => query(req, sql`update stock_balances set on_hand = -1 where item_id = ${item.id}`))).rejects.toThrow()
})

test('R-10: a review past its deadline is reminded once and never taken for a yes', async () => {
  await f.settings('order-settings', { reviewRequired: true })
  const pmc = await f.person(['pmc'])
  const order = await f.order((await f.customer()).id, [{ item: (await f.item({ availabilityMode: 'off' })).id, qty: 1 }])
  await f.verb('orders', order.id, 'submit')
  const later = '2099-01-01T00:00:00.000Z'
  expect(await inBooks((req) => remindReviews({ req, now: later }))).toBe(2)
  expect(await inBooks((req) => remindReviews({ req, now: later }))).toBe(0)
  const { body } = await app.api.get('/notifications?sort=id', { token: pmc.token })
  expect(body.docs.map(({ kind }: { kind: string }) => kind)).toEqual(['reviewAsked', 'reviewOverdue'])
  expect((await f.read('orders', order.id)).status).toBe('inReview')
})

/** Books of their own in `url`, made up of so many order lines. */
async function madeUp<T>(
  { url, seed, lines }: { url: string; seed: number; lines: number },
  look: (books: pg.Client) => Promise<T>,
): Promise<T> {
  const books = new pg.Client({ connectionString: url })
  await books.connect()
  try {
    await generateBooks(books, { lines, seed, last: '2026-06-30' })
    return await look(books)
  } finally {
    await books.end()
  }
}

/** Questions that are answered from what documents add up to. */
const addedUp: ReadonlyArray<[string, Record<string, unknown>]> = [
  ...['month', 'customer', 'salesperson', 'document'].map((by): [string, Record<string, unknown>] => ['order-intake', { by }]),
  ...['month', 'order'].map((by): [string, Record<string, unknown>] => ['order-book', { by }]),
  ...['month', 'customer', 'salesperson', 'delivery'].map((by): [string, Record<string, unknown>] => ['delivery-performance', { by }]),
  ['sales-analysis', { by: 'month', yearBefore: true }],
  ['sales-analysis', { by: 'customerCategory', then: 'quarter' }],
  ['sales-analysis', { by: 'customer', abc: true }],
  ['sales-analysis', { by: 'item' }],
  ['sales-analysis', { by: 'customer', then: 'item', top: 2 }],
  ['sales-analysis', { by: 'itemCategory', then: 'year', yearBefore: true }],
  ...['item', 'customer', 'document'].flatMap((by): [string, Record<string, unknown>][] => [
    ['returns-rate', { by }],
    ['discounts-given', { by }],
  ]),
  ...['customerItem', 'item'].map((by): [string, Record<string, unknown>] => ['price-volume-mix', { by }]),
  ['price-deviation', { show: 'all' }],
  ...['order-execution', 'tax-invoices', 'salesperson-performance'].map((name): [string, Record<string, unknown>] => [name, {}]),
]

test('a made-up house is sound: its books are proven and every report agrees with them', async () => {
  const answers = await madeUp({ url: app.database.url, seed: 7, lines: 400 }, async (books) => {
    expect(await inBooks(verifyLedgers)).toEqual([])
    const reader = {
      ...reading([], {}),
      rows: async ({ text, values }: { text: string; values: readonly unknown[] }) =>
        (await books.query<SourceRow>(text, [...values])).rows,
    }
    const asked = { viewer: seesAll, reader, language: 'en', today: '2026-06-30' } as const
    const told = []
    for (const report of reports)
      told.push(await runReport({ report, params: defaultsOf(report.name, asked.today) as ParamValues, ...asked, limit: 1 }))
    // what is open is told by balances; on any day, past or to come, it is what the entries up to it add up to
    const { rows: apart } = await books.query(
      `select d.day, apart.* from generate_series(date '2022-07-01', date '2026-12-31', interval '97 days') d(day) cross join lateral (
         select slug, id, customer_id as customer, w.amount as wanted, t.amount as told
         from (select e.document_slug as slug, e.document_id as id, e.customer_id, case e.document_slug when 'receipts' then -sum(e.amount) else sum(e.amount) end as amount
             from receivable_entries e where e.business_date <= d.day::date group by 1, 2, 3 having sum(e.amount) <> 0) w
           full join (${openAsOf({ asOf: 'd.day::date', customers: 'select id from customers' })}) t using (slug, id, customer_id)
         where w.amount is distinct from t.amount) apart`,
    )
    expect(apart).toEqual([])
    // what is kept of documents says what the documents say when they are asked themselves
    const everything = async () => {
      const answers = []
      for (const [name, params] of addedUp) {
        const report = reports.find((one) => one.name === name)!
        answers.push([
          name,
          params,
          (await runReport({ report, params: { ...defaultsOf(name, asked.today), ...params } as ParamValues, ...asked })).rows,
        ])
      }
      return answers
    }
    const kept = await everything()
    await books.query(
      `insert into sums_due (slug, document_id) select 'orders', id from orders union all select 'invoices', id from invoices union all select 'deliveries', id from deliveries`,
    )
    expect(await everything()).toEqual(kept)
    // the order book leaves out what was over before its first day; no month is told otherwise for it
    const orderBook = reports.find(({ name }) => name === 'order-book')!
    const monthsFrom = async (from: string): Promise<Array<Record<string, unknown>>> => {
      const params = { ...defaultsOf(orderBook.name, asked.today), from } as ParamValues
      return (await runReport({ report: orderBook, params, ...asked })).rows
    }
    const whole = await monthsFrom('2022-01-01')
    for (const from of ['2023-03-01', '2024-10-01', '2026-05-01'])
      expect(await monthsFrom(from)).toEqual(whole.filter(({ month }) => String(month) >= from.slice(0, 7)))
    return told
  })
  expect(answers.filter(({ controlTotal }) => !controlTotal.ok)).toEqual([])
  // no samples, no twins, no grades
  const silent = answers.flatMap(({ name, rowCount }) => (rowCount === 0 ? [name] : []))
  expect(
    silent.filter((name) => !['sample-tracking', 'customer-duplicates', 'customer-rating', 'unbilled-deliveries'].includes(name)),
  ).toEqual([])
})

test('the same seed makes the same house up again, another seed another one', async () => {
  const made = async (seed: number): Promise<string> => {
    const { url, drop } = await createTestDatabase()
    const mark = await madeUp({ url, seed, lines: 60 }, async (books) => {
      const { rows } = await books.query<{ mark: string }>(
        `select md5(string_agg(concat_ws('|', o.no, o.date, o.customer_id, o.delivery_status, l.*, p.*), ',' order by o.id, l._order)) as mark from orders o
         join (select _order, _parent_id, id, item_id, qty, net, tax from orders_lines) l on l._parent_id = o.id left join line_progress p on p.line_id = l.id`,
      )
      return rows[0]!.mark
    })
    await drop()
    return mark
  }
  const [once, again, other] = [await made(1), await made(1), await made(2)]
  expect([again === once, other === once]).toEqual([true, false])
})
