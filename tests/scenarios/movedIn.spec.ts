import { afterAll, beforeAll, expect, test } from '@jest/globals'
import ExcelJS from 'exceljs'
import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { verifyLedgers } from '@/src/questions/control/verifyLedgers'

import { startApp, type TestApp } from '../support/app'
import { type Filled, type House, movingHouses } from '../support/movingHouses'
import { done } from '../support/story'

let app: TestApp
let token = ''

beforeAll(async () => {
  app = await startApp()
  // empty books: nobody and nothing but whoever moves the company in
  const password = 'Rivet-2026-ok'
  const data = { email: 'owner@move.example', password, name: '林总', roles: ['admin', 'generalManager', 'finance', 'warehouse'] }
  await app.payload.create({ collection: 'users', data: { ...data, dataScope: 'all', seeCost: true } as never, overrideAccess: true })
  token = await app.api.login(data.email, password)
})
afterAll(() => app.close())

/** The template as it is downloaded, filled in under its headings as a person would. */
async function filled({ kind, language, rows }: Filled): Promise<Buffer> {
  const answer = await app.api.get(`/import/${kind}/template?language=${language}`, { token })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await answer.raw.arrayBuffer())
  const [sheet] = book.worksheets
  if (!sheet) throw new Error('no sheet')
  const places = new Map<string, number>()
  sheet.getRow(1).eachCell((cell, place) => places.set(String(cell.value), place))
  rows.forEach((row, index) => {
    for (const [heading, value] of Object.entries(row)) {
      const place = places.get(heading)
      if (place === undefined) throw new Error(`${kind} has no column ${heading}`)
      if (value !== '') sheet.getCell(index + 2, place).value = value
    }
  })
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** As the wizard does it: looked at, tried, taken in as it was shown. */
async function takeIn(file: Filled): Promise<void> {
  const { kind, rows } = file
  const bytes = new Blob([new Uint8Array(await filled(file))])
  const form = (more: Readonly<Record<string, string>> = {}): FormData => {
    const body = new FormData()
    body.append('file', bytes, 'file.xlsx')
    for (const [name, value] of Object.entries(more)) body.append(name, value)
    return body
  }
  const looked = done(await app.api.post(`/import/${kind}/inspect`, { token, body: form() }))
  expect([kind, looked.questions, looked['rows']]).toEqual([kind, [], rows.length])
  const said = { mapping: JSON.stringify(looked['mapping']) }
  const tried = done(await app.api.post(`/import/${kind}?dryRun=true`, { token, body: form(said) }))
  expect([kind, tried.errors]).toEqual([kind, []])
  const taken = done(await app.api.post(`/import/${kind}`, { token, body: form(said) }))
  expect([kind, taken.errors, taken.created]).toEqual([kind, [], tried.created])
  if (kind !== 'sales-history') return
  expect(done(await app.api.post(`/import/${kind}`, { token, body: form(said) }))).toMatchObject({ created: 0, updated: 0 })
}

type Told = Record<string, unknown>

const rowsOf = async (question: string): Promise<Told[]> =>
  (done(await app.api.send<{ rows: Told[] }>('GET', `/reports/${question}limit=1000`, { token })) as { rows: Told[] }).rows

/** A column of a report by another one, in cents, of rows that concern one house. */
function centsBy(rows: readonly Told[], key: string, column: string): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const row of rows) {
    const cents = Math.round(Number(row[column]) * 100)
    if (cents !== 0) sums[String(row[key])] = (sums[String(row[key])] ?? 0) + cents
  }
  return sums
}
const own = (rows: readonly Told[], key: string, { prefix }: House): Told[] => rows.filter((row) => String(row[key]).startsWith(prefix))
const some = (sums: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(sums).filter(([, cents]) => cents !== 0))

test.each(movingHouses)('$name moves in by the templates, and its reports are what it was', async (house) => {
  for (const file of house.files) await takeIn(file)
  const { sold, owed, open, stock } = house
  const customers = own(await rowsOf('sales-analysis?by=customer&'), 'customerCode', house)
  expect(centsBy(customers, 'customerCode', 'amount')).toEqual(some(sold.customer))
  expect(centsBy(own(await rowsOf('sales-analysis?by=item&'), 'itemCode', house), 'itemCode', 'amount')).toEqual(some(sold.item))
  const ids = customers.map((row) => String(row['customerId'])).join(',')
  for (const by of ['month', 'region', 'itemCategory', 'salesperson'] as const) {
    const told = centsBy(await rowsOf(`sales-analysis?by=${by}&customer=${ids}&`), by, 'amount')
    if (Object.keys(sold[by]).length > 0) expect([by, told]).toEqual([by, some(sold[by])])
  }
  const ageing = own(await rowsOf('receivables-ageing?asOf=2026-06-30&'), 'customerCode', house)
  expect(centsBy(ageing, 'customerCode', 'total')).toEqual(some(owed))
  // what is still to be delivered, in the currency of each order
  const book = own(await rowsOf('unshipped-lines?by=customer&'), 'customerCode', house)
  expect(centsBy(book, 'customerCode', 'amount')).toEqual(some(open))
  expect(centsBy(own(await rowsOf('stock-value?by=item&'), 'itemCode', house), 'itemCode', 'value')).toEqual(some(stock))
})

test('all of it is proven', async () => {
  const req = await createLocalReq({}, app.payload)
  expect(await inTransaction(req, () => verifyLedgers(req))).toEqual([])
})
