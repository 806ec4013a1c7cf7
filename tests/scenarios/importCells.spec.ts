import { afterAll, beforeAll, expect, test } from '@jest/globals'
import ExcelJS from 'exceljs'

import { startApp, type TestApp } from '../support/app'
import { findingOf, type Factory, openFactory } from '../support/story'

/** Cells of a spreadsheet are read as the person sees them, or asked about; never otherwise, and never in silence. */

let app: TestApp
let f: Factory
let customer: { id: number; code: string }
let item: { id: number; code: string }

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  customer = await f.customer()
  item = await f.item({ availabilityMode: 'off', taxRate: 13 })
})
afterAll(() => app.close())

const upload = async (content: string | Buffer, told: Record<string, string> = {}) => {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), 'orders')
  for (const [name, value] of Object.entries(told)) form.append(name, value)
  return app.api.post('/import/orders', { token: f.boss.token, body: form, language: 'en' })
}
const lastLine = async () =>
  (await app.api.get(`/orders?where[customer][equals]=${customer.id}&depth=0&sort=-id&limit=1`, { token: f.boss.token })).body.docs[0]
    .lines[0]
const count = async () =>
  (await app.api.get(`/orders/count?where[customer][equals]=${customer.id}`, { token: f.boss.token })).body.totalDocs

test('a cell that shows 13% is 13 percent, 1.1 × 3 is 3.3', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('订单')
  sheet.addRow(['客户', '品号', '数量', '单价', '税率'])
  sheet.addRow([customer.code, item.code, 2, 1.1 * 3, 0.13]).getCell(5).numFmt = '0%'
  expect((await upload(Buffer.from(await book.xlsx.writeBuffer()))).body).toMatchObject({ created: 1, errors: [] })
  expect(await lastLine()).toMatchObject({ price: 3.3, taxRate: 13, qty: 2 })
})

test('1,5 and 9,95 are not 15 and 995: commas are read as such, or asked about beside points', async () => {
  const row = (qty: string, price: string) => `customer;item;qty;price\n${customer.code};${item.code};${qty};${price}\n`
  expect((await upload(row('1,5', '9,95'))).body).toMatchObject({ created: 1 })
  expect(await lastLine()).toMatchObject({ qty: 1.5, price: 9.95 })
  const before = await count()
  const unclear = (await upload(row('1,5', '9.95'))).body
  expect(unclear).toMatchObject({
    created: 0,
    questions: [{ ask: 'decimal' }],
    errors: [{ row: 1, column: 'qty' }],
  })
  expect(unclear.errors[0].message).toContain('decimal=comma')
  expect(await count()).toBe(before)
  expect((await upload(row('1,234', '2'), { decimal: 'comma' })).body).toMatchObject({ created: 1 })
  expect(await lastLine()).toMatchObject({ qty: 1.234 })
  expect(findingOf(await upload(row('1', '2'), { decimal: 'dot' }), 'INVALID_INPUT')).toMatchObject({ path: 'decimal' })
})

test('a rate of 0.13 is asked about once for its column', async () => {
  const rows = `customer,item,qty,taxRate\n${customer.code},${item.code},1,0.13\n`
  expect((await upload(rows)).body.errors).toMatchObject([
    { row: 1, column: 'taxRate', found: '0.13', message: expect.stringContaining('13 %') },
  ])
  expect((await upload(rows, { rates: 'share' })).body).toMatchObject({ created: 1 })
  expect(await lastLine()).toMatchObject({ taxRate: 13 })
})

test('#N/A is no empty price, and what is hidden is not taken without a word', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('订单')
  sheet.addRow(['客户', '品号', '数量', '单价'])
  sheet.addRow([customer.code, item.code, 2, { error: '#N/A' }])
  sheet.addRow([customer.code, item.code, 3, 1]).hidden = true
  const bytes = Buffer.from(await book.xlsx.writeBuffer())
  const before = await count()
  expect((await upload(bytes)).body).toMatchObject({
    created: 0,
    errors: [
      { row: 2, column: '单价', message: expect.stringContaining('#N/A') },
      { row: 3, message: expect.stringContaining('hidden=skip') },
    ],
  })
  expect(await count()).toBe(before)
})

test('rows of one order that disagree about the order are refused by row and column', async () => {
  const order = (date: string) =>
    `orderNo,customer,date,item,qty\nX-${date.length},${customer.code},2026-11-01,${item.code},1\nX-${date.length},${customer.code},${date},${item.code},2\n`
  const before = await count()
  expect((await upload(order('2026-12-24'))).body).toMatchObject({
    created: 0,
    errors: [{ row: 3, column: 'date', message: expect.stringContaining('2026-11-01') }],
  })
  expect(await count()).toBe(before)
  expect((await upload(order('2026/11/1'))).body).toMatchObject({ created: 1 })
})

test('what is asked about rates shows the cell that may be read in two ways; of a discount nobody is exempt', async () => {
  const file = (...discounts: string[]) =>
    ['customer,item,qty,price,discountRate', ...discounts.map((said) => [customer.code, item.code, 1, 2, said].join(','))].join('\n')
  expect((await upload(file('8折', '0.2', '20%'))).body.questions).toEqual([expect.objectContaining({ ask: 'rates', sample: '0.2' })])
  expect((await upload(file('免税'))).body).toMatchObject({ created: 0, errors: [{ row: 2, column: 'discountRate', found: '免税' }] })
  expect((await upload(file('85折'))).body).toMatchObject({ created: 1, errors: [] })
  expect(await lastLine()).toMatchObject({ discountRate: 15 })
})
