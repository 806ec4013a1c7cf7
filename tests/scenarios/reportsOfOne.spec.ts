import { afterAll, beforeAll, expect, test } from '@jest/globals'
import ExcelJS from 'exceljs'
import pg from 'pg'

import { reports } from '@/reports'

import { startApp, type TestApp } from '../support/app'
import { done, type Factory, openFactory } from '../support/story'

let app: TestApp
let f: Factory
const day = '2026-03-16'
const name = '=HYPERLINK("x"), 王"小"明 <b>& O\'Neil'

/** A house in which everything has happened once: a sample, a quote, an order, a delivery, an invoice, a return, a rating; all with a name that is one everywhere. */
beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  const item = Number((await f.item({ name, taxRate: 13 })).id)
  await f.receive({ item, qty: 100, cost: 60 })
  const customer = Number((await f.customer({ name, credit: { control: true, limit: 100_000 } })).id)
  const post = async (slug: string, body: object): Promise<{ id: number }> =>
    done(await app.api.post(`/${slug}?depth=0`, { token: f.clerk.token, body }))
  const line = { item, qty: 10, price: 90 }
  await post('samples', { customer, name, date: day })
  const quote = await post('quotes', { customer, date: day, validUntil: '2099-01-01', lines: [line] })
  for (const verb of ['submit', 'approve', 'send']) await f.verb('quotes', quote.id, verb)
  await f.settings('order-settings', { reviewRequired: true })
  const order = await f.order(customer, [line], f.clerk, { date: day })
  await f.verb('orders', order.id, 'submit')
  await f.verb('orders', order.id, 'review', { department: 'sales', opinion: 'agree' })
  await f.verb('orders', order.id, 'review', { department: 'pmc', opinion: 'agree' }, await f.person(['pmc']))
  await f.verb('orders', order.id, 'approve')
  const delivery = await f.create('orders', order.id, 'create-delivery', { date: day, lines: [{ orderLine: order.lines[0].id, qty: 5 }] })
  await f.verb('deliveries', delivery.id, 'approve')
  const [sent] = delivery.lines
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice', { date: day, lines: [{ deliveryLine: sent.id, qty: 3 }] })
  await f.verb('invoices', invoice.id, 'approve')
  const back = await f.create('deliveries', delivery.id, 'create-return', { kind: 'refund', lines: [{ deliveryLine: sent.id, qty: 1 }] })
  for (const verb of ['approve', 'receive']) await f.verb('returns', back.id, verb)
  const books = new pg.Client({ connectionString: app.database.url })
  await books.connect()
  await books.query(
    `insert into credit_grades (no, date, status, customer_id, net_sales, points, grade) values ('G-1', $1, 'proposed', $2, 238.94, 61, 'A')`,
    [day, customer],
  )
  await books.end()
})
afterAll(() => app.close())

/** What each says of the one it has. */
const said: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'sales-analysis': { amount: 238.94, tax: 31.06, gross: 270, quantity: 3, cost: 180, profit: 58.94, margin: 24.67 },
  'price-volume-mix': { before: 0, won: 58.94, price: 0, volume: 0, mix: 0, gone: 0, difference: 58.94 },
  'salesperson-performance': { orders: 796.46, shipped: 398.23, invoiced: 238.94, collected: 0, profit: 58.94 },
  'quote-conversion': { quotes: 1, won: 0, waiting: 1, amount: 900, ordered: 0 },
  'order-intake': { orders: 1, lines: 1, quantity: 10, net: 796.46, gross: 900 },
  'order-book': { opening: 0, new: 900, shipped: -450, closing: 450 },
  'discounts-given': { list: 300, amount: 270, given: 30, rate: 10 },
  'unshipped-lines': { open: 5, amount: 450 },
  'order-execution': { gross: 900, delivered: 450, percent: 50, invoiced: 270 },
  'review-times': { asked: 2, answered: 2, objections: 0 },
  'price-deviation': { policyNet: 884.96, net: 796.46, difference: -88.5, deviation: -10 },
  'stock-availability': { onHand: 96, frozen: 1, reserved: 5, expectedIn: 1, available: 90, value: 5760 },
  'stock-value': { qty: 96, unitCost: 60, value: 5760 },
  'returns-rate': { shipped: 5, returned: 1, rate: 20, refunded: 79.65, replaced: 0 },
  'unbilled-deliveries': { open: 1, amount: 90 },
  'credit-balance': { orders: 450, deliveries: 90, receivable: 270, exposure: 810, free: 99_190 },
  'receivables-ageing': { d5: 270, total: 270 },
  'receivables-moves': { opening: 0, invoiced: 270, closing: 270 },
  'dunning-list': { amount: 270 },
  'customer-statement': { debit: 270, credit: 0, balance: 270 },
  'tax-invoices': { qty: 3, net: 238.94, tax: 31.06, gross: 270 },
  'cash-forecast': { receivable: 270, deliveries: 90, orders: 450, total: 810 },
  'customer-rating': { netSales: 238.94, ratings: 1 },
}
/** Told of the day on which it is asked. */
const undated = ['cash-forecast', 'review-times', 'returns-rate']

test.each(reports.map((report) => [report.name, report] as const))('%s of one', async (of, report) => {
  const dated = 'from' in report.params && 'to' in report.params && !undated.includes(of)
  const asked = dated ? 'from=2026-03-01&to=2026-03-31' : ''
  const { rows, rowCount, totals, controlTotal } = done(await app.api.get(`/reports/${of}?${asked}`, { token: f.boss.token }))
  const many = of === 'customer-duplicates' ? 0 : 1 // one is like nobody
  expect([rowCount, rows.length, controlTotal.ok]).toEqual([many, many, true])
  if (many > 0) expect(rows[0]).toMatchObject({ ...totals, ...said[of] }) // what is added up of one is itself
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await (await app.api.get(`/reports/${of}?${asked}&format=xlsx`, { token: f.boss.token })).raw.arrayBuffer())
  const cells: unknown[] = []
  book.worksheets[1]?.eachRow((row) => row.eachCell(({ text }) => cells.push(text)))
  const named = Object.values(rows[0] ?? {}).filter((value) => String(value).includes(name))
  expect(cells.filter((value) => String(value).includes(name))).toEqual(named)
})

test('a parameter that is refused is called what the form calls it', async () => {
  for (const { name, params } of reports)
    for (const [asked, { kind, label }] of Object.entries(params).filter(([, { hidden }]) => !hidden)) {
      if (kind === 'text') continue // takes anything
      const refused = await app.api.get(`/reports/${name}?${asked}=made-up`, { token: f.boss.token })
      const told = refused.body.errors?.[0]?.data?.errors?.find(({ path }) => path === asked)
      const isCalled = [label.zh, `“${label.en}”`].some((called) => told?.message?.startsWith(called))
      expect([name, asked, isCalled || told]).toEqual([name, asked, true])
    }
})
