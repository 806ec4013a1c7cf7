// More than 300 lines: all reports are asked of the same books, which take their time to fill.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import pg from 'pg'
import { reports } from '@/reports'
import { tiles } from '@/reports/kit/tiles'
import { roles as allRoles } from '@/src/domain/people/person'

import { startApp, type TestApp } from '../support/app'
import { ordered, sold, type Step } from '../support/bookRows'
import { clickThrough } from '../support/clickThrough'
import { defaultsOf, questionsOf } from '../support/reportQuestions'
import { codesOf, done, type Factory, type Person } from '../support/story'
import { openTwoDepartments, type TwoDepartments } from '../support/twoDepartments'

let app: TestApp
let house: TwoDepartments
let f: Factory
let books: pg.Client

const ask = async (name: string, query = '', by: Person = f.boss) =>
  done(await app.api.get(`/reports/${name}?${query}`, { token: by.token }))

beforeAll(async () => {
  app = await startApp()
  house = await openTwoDepartments(app)
  f = house.f
  books = new pg.Client({ connectionString: app.database.url })
  await books.connect()
})
afterAll(async () => {
  await books?.end()
  await app?.close()
})

const year = new Date().toISOString().slice(0, 4)
const figuresAlike = (a: number, b: number): boolean => Math.abs(a - b) < 0.005

describe('every report, as every role', () => {
  test('answers every question it offers, and its total is what the books say for that person', async () => {
    const wrong: string[] = []
    for (const [who, person] of Object.entries(house.people)) {
      const listed = await app.api.get('/reports', { token: person.token })
      const open = new Set<string>((listed.body.reports ?? []).map(({ name }) => name))
      const askAs = async (report: (typeof reports)[number], query: string): Promise<void> => {
        const answer = await app.api.get(`/reports/${report.name}?${query}`, { token: person.token })
        if (!open.has(report.name)) {
          if (answer.status !== 404 && answer.status !== 401) wrong.push(`${who} ${report.name}: ${answer.status}`)
          return
        }
        if (answer.status === 400 && codesOf(answer).join() === 'INVALID_INPUT') return // not together with what stands there, or not for him
        if (answer.status !== 200) wrong.push(`${who} ${report.name}?${query}: ${answer.status} ${JSON.stringify(answer.body)}`)
        else if (!answer.body.controlTotal.ok) wrong.push(`${who} ${report.name}?${query}: ${JSON.stringify(answer.body.controlTotal)}`)
      }
      for (const report of reports)
        await Promise.all((open.has(report.name) ? questionsOf(report) : ['']).map((query) => askAs(report, query)))
    }
    expect(wrong).toEqual([])
    expect(Object.keys(house.people).length).toBeGreaterThan(allRoles.length)
  })

  /** The same figure, added up from the person's own lists. */
  test.each([
    ['sales-analysis', 'invoices', 'amount', 'netTotal', { status: { equals: 'approved' } }],
    ['order-execution', 'orders', 'gross', 'grossTotal', { status: { not_equals: 'cancelled' } }],
    ['order-intake', 'orders', 'net', 'netTotal', { status: { in: ['approved', 'closed'] } }],
    ['salesperson-performance', 'invoices', 'invoiced', 'netTotal', { status: { equals: 'approved' } }],
    ['discounts-given', 'invoices', 'whole', 'grossTotal', { status: { equals: 'approved' } }],
  ] as const)('%s is the sum of the %s that the person sees in his list', async (name, slug, column, field, where) => {
    for (const [who, person] of Object.entries(house.people)) {
      const answer = await app.api.get(`/reports/${name}`, { token: person.token })
      if (answer.status !== 200) continue
      const query = new URLSearchParams({ limit: '1000', depth: '0' })
      for (const [status, value] of Object.entries(where.status))
        [value].flat().forEach((one, at) => query.append(`where[status][${status}]${Array.isArray(value) ? `[${at}]` : ''}`, one))
      const { docs } = done(await app.api.get(`/${slug}?${query}`, { token: person.token }))
      const listed = docs.reduce((sum: number, doc) => sum + (doc.kind === 'creditNote' ? -1 : 1) * (doc[field] ?? 0), 0)
      const told = answer.body.totals[column]
      expect([who, told === undefined || figuresAlike(told, listed)]).toEqual([who, true])
    }
  })

  test.each(['generalManager', 'sales, department'])(
    '%s: a click opens what adds up to the row, and at last documents that open',
    async (who) => {
      const { token } = house.people[who] as Person
      const { wrong, drilled } = await clickThrough({ api: app.api, token, seesAll: who === 'generalManager' })
      expect(wrong).toEqual([])
      expect(drilled.size).toBeGreaterThan(10)
    },
  )

  test('the last bar of a trend is the figure of the home page, for everybody: one is told by what moved, the other by what is open', async () => {
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const compared = new Set<string>()
    for (const [who, { token }] of Object.entries(house.people)) {
      for (const { name, report, asks, figure, trend } of tiles.filter((tile) => ['book', 'receivables', 'exposure'].includes(tile.name))) {
        const [now, course] = await Promise.all([
          app.api.get(`/reports/${report}?${asks(today)}&limit=1`, { token }),
          app.api.get(`/reports/${trend.report}?${trend.asks(today)}`, { token }),
        ])
        const told = now.status === 200 && course.status === 200 ? figure(now.body, today) : null
        if (!told) continue
        compared.add(name)
        expect([who, name, trend.values(course.body, today).at(-1)]).toEqual([who, name, told.value])
      }
    }
    expect([...compared]).toEqual(['book', 'receivables', 'exposure'])
  })

  test('a person without the right to cost is told none: no column, no total, no choice that tells it', async () => {
    for (const who of ['sales, own', 'salesManager', 'pmc']) {
      const person = house.people[who] as Person
      const { reports: open } = done(await app.api.get('/reports', { token: person.token }))
      for (const { name, params } of open) {
        const answer = await ask(name, '', person)
        const costly = reports
          .find((report) => report.name === name)!
          .columns(defaultsOf(name, `${year}-06-30`) as never)
          .flatMap(({ key, cost }) => (cost ? [key] : []))
        for (const key of costly) {
          expect([name, key in answer.totals, answer.columns.some((column) => column.key === key)]).toEqual([name, false, false])
        }
        expect(JSON.stringify(params)).not.toContain('margin')
      }
    }
    const refused = await app.api.get('/reports/price-volume-mix?of=margin', { token: (house.people['sales, own'] as Person).token })
    expect([refused.status, codesOf(refused)]).toEqual([400, ['INVALID_INPUT']])
  })
})

describe('price, volume and mix', () => {
  const sale = fc.record({
    late: fc.boolean(),
    customer: fc.nat(2),
    item: fc.nat(3),
    qty: fc.integer({ min: 1, max: 5000 }),
    cents: fc.integer({ min: 0, max: 9_999_999 }),
    cost: fc.option(fc.integer({ min: 0, max: 9_999_999 }), { freq: 8 }),
    creditNote: fc.boolean(),
  })

  test('property: the parts add up to the difference to the cent, row by row and together, for any sales and credit notes', async () => {
    const customers = await Promise.all([0, 1, 2].map(async () => Number((await f.customer()).id)))
    const items = await Promise.all([0, 1, 2, 3].map(async () => Number((await f.item()).id)))
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(sale, { minLength: 1, maxLength: 30 }), async (sales) => {
        const decade = 1900 + (run += 2)
        await sold(
          books,
          sales.map(({ late, customer, item, qty, cents, cost, creditNote }) => ({
            day: `${decade + (late ? 1 : 0)}-03-15`,
            customer: customers[customer]!,
            item: items[item]!,
            qty,
            net: cents / 100,
            cost: cost === null ? null : cost / 100,
            creditNote: creditNote && late,
          })),
        )
        for (const query of ['of=margin', 'of=amount&by=customer', 'of=margin&by=item']) {
          const { rows, totals, controlTotal } = await ask('price-volume-mix', `${query}&from=${decade + 1}-01-01&to=${decade + 1}-12-31`)
          expect(controlTotal).toMatchObject({ ok: true })
          for (const row of [...rows, totals]) {
            const cents = (key: string): number => Math.round(Number(row[key] ?? 0) * 100)
            const parts = ['price', 'cost', 'volume', 'mix', 'won', 'gone', 'other'].map(cents)
            expect(parts.reduce((sum, part) => sum + part, 0)).toBe(cents('difference'))
            expect(cents('before') + cents('difference')).toBe(cents('after'))
          }
        }
      }),
      { numRuns: 12, seed: 17 },
    )
  })

  test('10 at 10.00 and cost 6.00, then 12 at 11.00 and cost 7.00: price 12, cost −12, volume 8; margin 40 → 48', async () => {
    const [customer, item] = [Number((await f.customer()).id), Number((await f.item()).id)]
    await sold(books, [
      { day: '1990-02-01', customer, item, qty: 10, net: 100, cost: 60 },
      { day: '1991-02-01', customer, item, qty: 12, net: 132, cost: 84 },
    ])
    const { rows } = await ask('price-volume-mix', `from=1991-01-01&to=1991-12-31&customer=${customer}`)
    expect(rows[0]).toMatchObject({ before: 40, price: 12, cost: -12, volume: 8, mix: 0, won: 0, gone: 0, after: 48, difference: 8 })
  })

  test('without the right to cost it explains the sales, and says so', async () => {
    const answer = await ask('price-volume-mix', '', house.clerks[0])
    expect(answer.params[0]).toMatchObject({ name: 'of', value: '销售额' })
    expect(answer.columns.some(({ key }) => key === 'cost')).toBe(false)
  })
})

describe('order book', () => {
  const day = (month: number, date: number): string => `2019-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  const story = fc.record({
    month: fc.integer({ min: 1, max: 6 }),
    first: fc.integer({ min: 1, max: 500 }),
    cents: fc.integer({ min: 1, max: 99_999_999 }),
    steps: fc.array(
      fc.record({
        kind: fc.constantFrom('ordered' as const, 'delivered' as const, 'replaced' as const, 'shortClosed' as const),
        qty: fc.integer({ min: 1, max: 200 }),
        later: fc.integer({ min: 0, max: 5 }),
        date: fc.integer({ min: 2, max: 27 }),
      }),
      { maxLength: 6 },
    ),
  })

  test('property: opening + new + changed − shipped − short-closed = closing, each month opens as the last closed, and the end is what is open', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(story, { minLength: 1, maxLength: 6 }), async (orders) => {
        for (const { month, first, cents, steps } of orders) {
          let [delivered, replaced] = [0, 0]
          const told: Step[] = [{ kind: 'ordered', qty: first, day: day(month, 1), at: `${day(month, 1)}T02:00:00Z` }]
          for (const { kind, qty, later, date } of steps) {
            if (kind === 'replaced' && replaced + qty > delivered) continue
            if (kind === 'delivered') delivered += qty
            if (kind === 'replaced') replaced += qty
            told.push({ kind, qty, day: day(month + later, date), at: `${day(month + later, date)}T02:00:00Z` })
          }
          const qty = told.reduce((sum, step) => sum + (step.kind === 'ordered' ? step.qty : 0), 0)
          await ordered(books, {
            customer: house.customers[0],
            item: house.item,
            date: day(month, 1),
            qty,
            gross: cents / 100,
            steps: told,
          })
        }
        let whole: ReadonlyArray<Record<string, unknown>> | undefined
        for (const query of ['from=2019-01-01&to=2019-12-31', 'from=2019-03-01&to=2019-05-31', 'from=2018-01-01']) {
          const { rows, totals, controlTotal } = await ask('order-book', query)
          expect(controlTotal).toMatchObject({ ok: true })
          const cents = (row: Record<string, unknown> | undefined, key: string): number => Math.round(Number(row?.[key] ?? 0) * 100)
          for (const row of [...rows, totals]) {
            const moved = ['new', 'changed', 'shipped', 'shortClosed', 'cancelled'].reduce((sum, key) => sum + cents(row, key), 0)
            expect(cents(row, 'opening') + moved).toBe(cents(row, 'closing'))
          }
          rows.slice(1).forEach((row, at: number) => expect(cents(row, 'opening')).toBe(cents(rows[at], 'closing')))
          whole ??= rows
          if (query.startsWith('from=2019-03'))
            expect(rows).toEqual(whole?.filter(({ month }) => String(month) >= '2019-03' && String(month) <= '2019-05'))
        }
      }),
      { numRuns: 10, seed: 17 },
    )
  })

  test('by verbs: 10 ordered, 4 shipped, raised to 12, the rest given up', async () => {
    await f.settings('order-settings', { reviewRequired: false, fourEyes: false })
    const customer = Number((await f.customer()).id)
    const only = `customer=${customer}&from=${year}-01-01`
    const order = await f.approvedOrder(customer, [{ item: house.item, qty: 10, price: 50 }])
    const delivery = await f.create('orders', order.id, 'create-delivery', { lines: [{ orderLine: order.lines[0].id, qty: 4 }] })
    await f.verb('deliveries', delivery.id, 'approve')
    expect((await ask('order-book', only)).rows).toMatchObject([{ opening: 0, new: 500, shipped: -200, closing: 300 }])
    const change = await f.create('orders', order.id, 'create-change', { reason: '加量', lines: [{ line: order.lines[0].id, qty: 12 }] })
    await f.verb('order-changes', change.id, 'submit')
    await f.verb('order-changes', change.id, 'approve')
    expect((await ask('order-book', only)).rows).toMatchObject([{ new: 500, changed: 100, shipped: -200, closing: 400 }])
    await f.verb('orders', order.id, 'short-close', { reason: '客户不要了' })
    const { rows, controlTotal } = await ask('order-book', only)
    expect(rows).toMatchObject([{ new: 500, changed: 100, shipped: -200, shortClosed: -400, closing: 0 }])
    expect(controlTotal.ok).toBe(true)
  })
})

describe('quotes, people and targets', () => {
  test('two quotes, one ordered by half: 1 of 2 won, 250 of 1,000', async () => {
    const customer = Number((await f.customer()).id)
    const quote = async () => {
      const made = done(
        await app.api.post('/quotes?depth=0', {
          token: f.clerk.token,
          body: { customer, validUntil: '2099-01-01', lines: [{ item: house.item, qty: 10, price: 50 }] },
        }),
      )
      for (const verb of ['submit', 'approve', 'send']) await f.verb('quotes', made.id, verb)
      return f.read('quotes', made.id)
    }
    const won = await quote()
    await quote()
    await f.verb('quotes', won.id, 'create-order', { lines: [{ quoteLine: won.lines[0].id, qty: 5 }] })
    const { rows } = await ask('quote-conversion', `by=customer&customer=${customer}`)
    expect(rows).toMatchObject([{ quotes: 2, won: 1, lost: 0, waiting: 1, rate: 50, amount: 1000, ordered: 250, amountRate: 25, days: 0 }])
  })

  test('a target holds for its month and once per person; what was reached stands beside it', async () => {
    const manager = house.people['salesManager'] as Person
    const clerk = house.clerks[0]
    const month = new Date().toISOString().slice(0, 10)
    const made = done(
      await app.api.post('/sales-targets?depth=0', { token: manager.token, body: { salesperson: clerk.id, month, invoiced: 400 } }),
    )
    expect(String(made.month).slice(0, 10)).toBe(`${month.slice(0, 7)}-01`)
    const again = await app.api.post('/sales-targets', { token: manager.token, body: { salesperson: clerk.id, month, invoiced: 1 } })
    expect([again.status, codesOf(again)]).toEqual([409, ['DUPLICATE']])
    const own = await app.api.post('/sales-targets', { token: clerk.token, body: { salesperson: clerk.id, month, invoiced: 1 } })
    expect(own.status).toBe(403)
    // sold 4 at 50.00
    const { rows } = await ask('salesperson-performance', `from=${month.slice(0, 7)}-01&salesperson=${clerk.id}`, manager)
    expect(rows).toMatchObject([{ invoiced: 200, invoicedTarget: 400, invoicedMet: 50 }])
    expect(rows[0]).not.toHaveProperty('profitTarget')
    const foreign = await ask('salesperson-performance', '', house.clerks[1])
    expect(foreign.rows.some((row) => Number(row['invoicedTarget']) > 0)).toBe(false)
  })

  test('who no longer buys is lost, who begins is new', async () => {
    const [gone, fresh, item] = [Number((await f.customer()).id), Number((await f.customer()).id), Number((await f.item()).id)]
    await sold(books, [
      { day: '1960-05-01', customer: gone, item, qty: 1, net: 10, cost: 1 },
      { day: '1961-05-01', customer: fresh, item, qty: 1, net: 20, cost: 1 },
    ])
    const { rows } = await ask('customer-changes', `from=1961-01-01&to=1961-12-31&customer=${gone},${fresh}`)
    expect(rows.map(({ kind, before, amount }) => [kind, before, amount])).toEqual([
      ['流失客户', 10, 0],
      ['新客户', 0, 20],
    ])
  })
})

describe('awkward, empty and many', () => {
  const names = ['=1+1', '王"小"明, 一', 'a\tb', "O'Neil; drop table", '<b>&amp;', '😀 很长的名字'.repeat(12), '  空格  ']

  test('names, negative and zero figures go through screen, CSV and Excel as they are', async () => {
    const item = Number((await f.item()).id)
    const customers: number[] = []
    for (const name of names) customers.push(Number((await f.customer({ name })).id))
    await sold(
      books,
      customers.map((customer, at) => ({
        day: '1950-01-15',
        customer,
        item,
        qty: at + 1,
        net: at === 0 ? 0 : at * 10,
        cost: null,
        creditNote: at % 2 === 1,
      })),
    )
    const query = 'by=customer&from=1950-01-01&to=1950-12-31'
    const { rows, totals } = await ask('sales-analysis', query)
    expect(rows.map(({ customer }) => String(customer).trim()).sort()).toEqual(names.map((name) => name.trim()).sort())
    expect(totals.amount).toBe(-10 + 20 - 30 + 40 - 50 + 60)
    const sheet = (await workbook('sales-analysis', query)).worksheets[1] as ExcelJS.Worksheet
    expect(sheet.rowCount).toBeGreaterThan(names.length)
    // a file is as the screen shows it: in its order, without what is hidden there
    const shown = (await workbook('sales-analysis', `${query}&sort=amount&hide=tax`)).worksheets[1] as ExcelJS.Worksheet
    const place = (shown.getRow(5).values as unknown[]).indexOf('金额（无税）')
    expect([shown.getRow(6).getCell(place).value, shown.getRow(7).getCell(place).value]).toEqual([-50, -30])
    expect([shown.getColumn(place).hidden, shown.getColumn(place + 1).hidden]).toEqual([false, true])
    const csv = await (
      await app.api.get(`/reports/sales-analysis?${query}&sort=amount&hide=tax&format=csv`, { token: f.boss.token })
    ).raw.text()
    expect([csv.includes('税额'), csv.split('\r\n')[1]?.includes('-50')]).toEqual([false, true])
    const refused = await app.api.get(`/reports/sales-analysis?${query}&hide=taxx&format=csv`, { token: f.boss.token })
    expect([refused.status, codesOf(refused)]).toEqual([400, ['INVALID_INPUT']])
  })

  test.each(reports.map(({ name }) => name))('%s of nothing has no rows, agrees, and is a workbook that opens', async (name) => {
    const takes = reports.find((report) => report.name === name)!.params
    const item = 'item' in takes ? `item=${Number((await f.item()).id)}` : `salesperson=${f.admin.id}`
    const none = 'customer' in takes ? `customer=${(await f.customer()).id}` : item
    const answer = await ask(name, none)
    expect([answer.rows.length, answer.controlTotal.ok]).toEqual([name === 'credit-balance' ? answer.rows.length : 0, true])
    expect((await workbook(name, none)).worksheets.length).toBeGreaterThan(0)
  })

  test('100,000 rows: the totals are those of the books, the first screen has its portion', async () => {
    const [customer, item] = [Number((await f.customer()).id), Number((await f.item()).id)]
    await books.query(
      `with heads as (insert into invoices (date, status, kind, customer_id, currency, exchange_rate, tax_mode, net_total, tax_total, gross_total)
         select '1940-01-01'::date + n % 300, 'approved', 'invoice', $1, 'CNY', 1, 'exclusive', 1000.10, 0, 1000.10 from generate_series(1, 1000) n returning id)
       insert into invoices_lines (_order, _parent_id, id, item_id, qty, stock_qty, net, tax, gross, base_net, base_tax, base_gross, cost_value)
       select k, id, md5(id || '-' || k), $2, 1, 1, v, 0, v, v, 0, v, 5 from heads, generate_series(1, 100) k, lateral (select case k when 1 then 10.10 else 10 end as v) a`,
      [customer, item],
    )
    await books.query('analyze invoices, invoices_lines')
    const { rows, rowCount, totals, controlTotal } = await ask('tax-invoices', `customer=${customer}&limit=50`)
    expect([rows.length, rowCount, totals.net, controlTotal.ok]).toEqual([50, 100_000, 1_000_100, true])
    const down = await ask('tax-invoices', `customer=${customer}&limit=1000&sort=-net`)
    expect([down.rows[0].net, down.rows[999]?.['net']]).toEqual([10.1, 10.1])
    expect((await ask('sales-analysis', `by=month&customer=${customer}`)).totals).toMatchObject({ amount: 1_000_100, profit: 500_100 })
  })
})

async function workbook(name: string, query: string): Promise<ExcelJS.Workbook> {
  const { raw } = await app.api.get(`/reports/${name}?${query}&format=xlsx`, { token: f.boss.token })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await raw.arrayBuffer())
  return book
}
