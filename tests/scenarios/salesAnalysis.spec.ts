import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import ExcelJS from 'exceljs'
import pg from 'pg'

import { idOf } from '@/src/domain/kernel/idOf'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, findingOf, openFactory, type Person } from '../support/story'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory
let books: pg.Client
let other: Person
let here: Told<'customers'>
let there: Told<'customers'>
let rivet: Told<'items'>
let button: Told<'items'>

type Line = { item: Told<'items'>; net: number; qty: number; cost: number | null }
type Sale = { date: string; customer: Told<'customers'>; lines: Line[]; kind?: 'invoice' | 'creditNote'; status?: 'approved' | 'draft' }

/** Invoices as the books hold them, with 13 % tax. */
async function sold({ date, customer, lines, kind = 'invoice', status = 'approved' }: Sale): Promise<void> {
  const net = lines.reduce((sum, line) => sum + line.net, 0)
  const { rows } = await books.query(
    `insert into invoices (date, status, kind, customer_id, salesperson_id, currency, exchange_rate, net_total, tax_total, gross_total)
     values ($1, $2, $3, $4, $5, 'CNY', 1, $6::numeric, round($6::numeric * 0.13, 2), round($6::numeric * 1.13, 2)) returning id`,
    [date, status, kind, customer.id, idOf(customer.salesperson), net],
  )
  for (const [order, line] of lines.entries()) {
    await books.query(
      `insert into invoices_lines (_order, _parent_id, id, item_id, qty, stock_qty, base_net, base_tax, base_gross, cost_value)
       values ($1, $2, md5(random()::text), $3, $4, $4, $5::numeric, round($5::numeric * 0.13, 2), round($5::numeric * 1.13, 2), $6)`,
      [order + 1, rows[0].id, line.item.id, line.qty, line.net, line.cost],
    )
  }
}

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  books = new pg.Client({ connectionString: app.database.url })
  await books.connect()
  other = await f.person(['sales'])
  here = await f.customer({ name: '=华强服饰' })
  there = await f.customer({ salesperson: other.id })
  rivet = await f.item()
  button = await f.item()
  await sold({ date: '2026-01-15', customer: here, lines: [{ item: rivet, net: 1000, qty: 10, cost: 700 }] })
  await sold({
    date: '2026-02-10',
    customer: there,
    lines: [
      { item: rivet, net: 1500, qty: 15, cost: 900 },
      { item: button, net: 1000, qty: 20, cost: null },
    ],
  })
  await sold({ date: '2026-02-20', customer: here, kind: 'creditNote', lines: [{ item: rivet, net: 300, qty: 3, cost: 210 }] })
  await sold({ date: '2026-02-21', customer: here, status: 'draft', lines: [{ item: rivet, net: 900, qty: 9, cost: 1 }] })
  await sold({ date: '2025-02-28', customer: there, lines: [{ item: button, net: 2000, qty: 40, cost: 1000 }] })
})
afterAll(async () => {
  await books?.end()
  await app?.close()
})

const ask = async (query: string, by: Person = f.boss) => done(await f.api.get(`/reports/sales-analysis?${query}`, { token: by.token }))
const year = 'from=2026-01-01&to=2026-12-31'

describe('C-08', () => {
  test('January 1,000.00, February 2,200.00, total 3,200.00: drafts do not count, credit notes are negative, the headers agree', async () => {
    const answer = await ask(`by=month&${year}`)
    expect(answer.rows.map((row) => [row.month, row.amount, row.invoices])).toEqual([
      ['2026-01', 1000, 1],
      ['2026-02', 2200, 2],
    ])
    expect(answer.totals).toMatchObject({ amount: 3200, tax: 416, gross: 3616, quantity: 42, invoices: 3 })
    expect(answer.controlTotal).toMatchObject({ expected: 3200, actual: 3200, ok: true })
  })

  test('a salesperson limited to his own sees only his, in the totals too, and no cost', async () => {
    const answer = await ask(`by=customer&${year}`, other)
    expect(answer.rows.map((row) => [row.customerId, row.amount])).toEqual([[there.id, 2500]])
    expect([answer.totals.amount, answer.controlTotal.expected]).toEqual([2500, 2500])
    expect(JSON.stringify(answer)).not.toMatch(/profit|"cost"|margin/)
  })
})

describe('levels and measures', () => {
  test('two levels, the largest first; profit of the costed lines only', async () => {
    const answer = await ask(`by=customer&then=item&${year}`)
    expect(answer.rows.map((row) => [row.customerCode, row.itemCode, row.amount, row.cost, row.profit, row.margin, row.uncosted])).toEqual([
      [there.code, rivet.code, 1500, 900, 600, 40, 0],
      [there.code, button.code, 1000, null, null, null, 1000],
      [here.code, rivet.code, 700, 490, 210, 30, 0],
    ])
    expect(answer.totals).toMatchObject({ amount: 3200, cost: 1390, profit: 810, uncosted: 1000, lines: 4 })
  })

  test.each(['customer', 'item', 'region'])(
    'of two levels by %s, the largest stand with their own and all others in one row: as all of them say',
    async (by) => {
      for (const then of ['customer', 'item', 'invoice', 'month', 'itemCategory'].filter((level) => level !== by))
        for (const asked of [year, `${year}&yearBefore=true`, `${year}&item=${rivet.id}`, '']) {
          const [all, top] = [await ask(`by=${by}&then=${then}&${asked}`), await ask(`by=${by}&then=${then}&top=1&${asked}`)]
          const isFirst = (row: (typeof all.rows)[number]): boolean => row[by] === all.rows[0]?.[by]
          const rest = all.rows.filter((row) => !isFirst(row))
          const sum = (key: string): number => rest.reduce((whole, row) => whole + Number(row[key]), 0)
          expect(top.rows.slice(0, top.rows.length - (rest.length > 0 ? 1 : 0))).toEqual(all.rows.filter(isFirst))
          if (rest.length > 0)
            expect(top.rows.at(-1)).toMatchObject({
              amount: sum('amount'),
              tax: sum('tax'),
              gross: sum('gross'),
              quantity: sum('quantity'),
            })
          expect([top.totals, top.controlTotal]).toEqual([all.totals, all.controlTotal])
        }
    },
  )

  test('the year before stands beside, also where there is nothing this year', async () => {
    const answer = await ask(`by=item&${year}&yearBefore=true`)
    expect(answer.rows.map((row) => [row.itemCode, row.amount, row.amountBefore, row.change])).toEqual([
      [rivet.code, 2200, 0, null],
      [button.code, 1000, 2000, -50],
    ])
    const months = await ask('by=month&from=2026-02-01&to=2026-02-28&yearBefore=true')
    expect(months.rows.map((row) => [row.month, row.amount, row.amountBefore, row.change])).toEqual([['2026-02', 2200, 2000, 10]])
    expect(months.controlTotal).toMatchObject({ expected: 2200, ok: true })
  })

  test('an item filter still ties to the headers, less their other lines', async () => {
    const answer = await ask(`by=month&${year}&item=${button.id}`)
    expect(answer.params.at(-1).value).toBe(`${button.code} ${button.name}`)
    expect([answer.totals.amount, answer.controlTotal]).toMatchObject([1000, { expected: 1000, actual: 1000, ok: true }])
  })

  test('a header that its lines do not add up to is found', async () => {
    await books.query(`update invoices set net_total = net_total + 0.01 where date = '2026-01-15'`)
    expect((await ask(`by=year&${year}`)).controlTotal).toMatchObject({ expected: 3200.01, actual: 3200, ok: false })
    await books.query(`update invoices set net_total = net_total - 0.01 where date = '2026-01-15'`)
  })

  test.each(['customerCategory', 'itemCategory', 'salesperson', 'department', 'quarter', 'year'])(
    'by %s the total is the same',
    async (by) => {
      expect((await ask(`by=${by}&${year}`)).totals.amount).toBe(3200)
      expect((await ask(`by=${by}&then=${by === 'item' ? 'month' : 'item'}&${year}&yearBefore=1`)).totals.amount).toBe(3200)
    },
  )
})

describe('doors', () => {
  test('nobody: 401; no right or no such report: 404; the list shows what one may open', async () => {
    const keeper = await f.person(['warehouse'])
    const of = async (path: string, token?: string): Promise<number> => (await f.api.get(path, { token })).status
    expect(await of('/reports/sales-analysis')).toBe(401)
    expect(await of('/reports')).toBe(401)
    expect(await of('/reports/sales-analysis', keeper.token)).toBe(404)
    expect(await of('/reports/nothing', f.boss.token)).toBe(404)
    const listed = done(await f.api.get('/reports', { token: keeper.token })).reports.map(({ name }) => name)
    expect([listed.includes('sales-analysis'), listed.includes('unshipped-lines')]).toEqual([false, true])
    const [first] = done(await f.api.get('/reports', { token: f.boss.token, language: 'en' })).reports
    expect([first.name, first.title, first.params[0].name]).toEqual(['sales-analysis', 'Sales analysis', 'by'])
  })

  test('a bad parameter is named with what is accepted', async () => {
    const refused = await f.api.get('/reports/sales-analysis?by=colour&format=pdf', { token: f.boss.token })
    expect([refused.status, codesOf(refused)]).toEqual([400, ['INVALID_INPUT', 'INVALID_INPUT']])
    expect(findingOf(refused, 'INVALID_INPUT')).toMatchObject({
      path: 'by',
      facts: { field: 'by', accepted: expect.stringContaining('customer') },
    })
    expect(refused.body.errors[0].data.errors[1]).toMatchObject({ path: 'format', facts: { accepted: 'json, xlsx, csv' } })
  })

  test('the Excel holds the same figures, and the download is in the audit log', async () => {
    const { status, headers, raw } = await f.api.get(`/reports/sales-analysis?by=customer&${year}&format=xlsx`, { token: f.boss.token })
    expect([status, headers.get('content-disposition')]).toEqual([200, expect.stringMatching(/filename="sales-analysis_\d{8}\.xlsx"/)])
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Buffer.from(await raw.arrayBuffer()) as never)
    const sheet = book.worksheets[1] as ExcelJS.Worksheet
    expect(sheet.getCell('B7').value).toBe('=华强服饰')
    expect(sheet.getCell('C8').value).toEqual({ formula: 'SUBTOTAL(109,C6:C7)', result: 3200 })
    const { docs } = done(await f.api.get('/audit-log?where[verb][equals]=export', { token: f.boss.token }))
    expect(docs).toMatchObject([{ slug: 'reports', documentId: 'sales-analysis', user: { id: f.boss.id } }])
  })

  test('what was owed when the books were opened is owed, not sold', async () => {
    const customer = Number((await f.customer()).id)
    await books.query(
      `insert into invoices (date, status, kind, customer_id, currency, exchange_rate, net_total, tax_total, gross_total, opening)
       values ('1955-05-05', 'approved', 'invoice', $1, 'CNY', 1, 100, 0, 100, true)`,
      [customer],
    )
    const asked = `customer=${customer}&from=1955-01-01&to=1955-12-31`
    for (const name of ['sales-analysis', 'tax-invoices', 'customer-changes', 'discounts-given']) {
      const { rows, controlTotal } = done(await f.api.get(`/reports/${name}?${asked}`, { token: f.boss.token }))
      expect([name, rows, controlTotal.ok]).toEqual([name, [], true])
    }
  })

  test('last month is the last month of the day on which it is asked, also in what the report states', async () => {
    const { params } = done(await f.api.get('/reports/sales-analysis?by=customer&from=month-1&to=month-1-end', { token: f.boss.token }))
    const stated = (name: string): string => params.find((param) => param.name === name).value
    const [from, to] = [stated('from'), stated('to')]
    expect([from.slice(8), new Date(Date.parse(to) + 86_400_000).toISOString().slice(8, 10)]).toEqual(['01', '01'])
    expect(to.slice(0, 7)).toBe(from.slice(0, 7))
  })

  test('what is no day, and an order by a column that is not shown, are refused by name with what is accepted', async () => {
    const refusal = async (query: string, by: Person) =>
      findingOf(await f.api.get(`/reports/sales-analysis?${query}`, { token: by.token }), 'INVALID_INPUT')
    expect(await refusal('from=month-1-fin', f.boss)).toMatchObject({ path: 'from' })
    expect(await refusal('sort=-nothing', f.boss)).toMatchObject({ path: 'sort', facts: { value: '-nothing' } })
    expect((await refusal('sort=-profit', other))?.facts['accepted']).not.toContain('profit')
  })

  test('a report cannot write', async () => {
    const { readOnly } = await import('@/src/db/readOnly')
    const writing = readOnly({
      payload: app.payload,
      timeZone: 'Asia/Shanghai',
      work: ({ rows }) => rows({ text: 'delete from invoices', values: [] }),
    })
    await expect(writing).rejects.toThrow('read-only transaction')
  })
})
