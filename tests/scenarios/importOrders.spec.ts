import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { startApp, type TestApp } from '../support/app'
import { type Factory, openFactory } from '../support/story'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
})
afterAll(() => app.close())

const upload = async (content: string | Uint8Array, dryRun = false, more: Record<string, string> = {}) => {
  const form = new FormData()
  form.append('file', new Blob([content as never]), 'orders.csv')
  if (dryRun) form.append('dryRun', 'true')
  for (const [name, value] of Object.entries(more)) form.append(name, value)
  return (await app.api.post('/import/orders', { token: f.boss.token, body: form })).body
}
const ordersOf = async (customer: number) =>
  (await app.api.get(`/orders?where[customer][equals]=${customer}&depth=0&sort=id`, { token: f.boss.token })).body.docs

test('rows of one customer order become one order; one wrong row keeps the whole file out, and everything wrong is told at once', async () => {
  const customer = await f.customer()
  const item = await f.item({ availabilityMode: 'off' })
  const gone = await f.customer({ status: 'disabled' })
  const lines = [
    '客户订单号,客户,日期,品号,数量,单价,交期,备注',
    `PO-1,${customer.code},2026-11-01,${item.code},"1,000",0.5,2026-12-01,"带引号 ""A"", 逗号"`,
    `PO-1,${customer.name},2026-11-01,${item.code},2,3,,`,
    `PO-2,${customer.code},2026-11-01,${item.code},二,3,,`,
    `PO-3,${customer.code},2026-11-01,没有,2,3,2026-13-01,`,
    `PO-4,${customer.code},2026-11-01,${item.code},-2,3,,`,
    `PO-5,${gone.code},2026-11-01,${item.code},2,3,,`,
    '',
  ].join('\r\n')
  const places = (told: { errors: Array<{ row: number; column: string }> }) => told.errors.map(({ row, column }) => [row, column])
  const wrong = [
    [4, 'qty'],
    [5, 'item'],
    [5, 'deliveryDate'],
    [6, 'qty'],
    [7, expect.anything()],
  ]
  for (const dryRun of [true, false]) {
    const told = await upload(lines, dryRun)
    expect([told.rows, told.created, told.updated, places(told), await ordersOf(customer.id)]).toEqual([6, 0, 0, wrong, []])
  }
  // the whole of it, an order without its wrong line would be another one, with the reasons beside the wrong rows
  const form = new FormData()
  form.append('file', new Blob([lines]), 'orders.csv')
  const answer = await app.api.post('/import/orders/errors', { token: f.boss.token, body: form })
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await answer.raw.arrayBuffer())
  const rows = book.worksheets[0]?.getSheetValues() ?? []
  const said = (no: string) => rows.flatMap((row) => (Array.isArray(row) && row[1] === no ? [Boolean(row[9])] : []))
  expect(['PO-1', 'PO-2', 'PO-3', 'PO-4', 'PO-5'].map(said)).toEqual([[false, false], [true], [true], [true], [true]])
  const own = lines.split('\r\n').slice(0, 3)
  const other = `PO-6,${customer.code},2026-11-02,${item.code},7,3,,`
  // an order that a rule refuses while the file is written takes those before it along
  const refused = await upload([...own, lines.split('\r\n')[6], other].join('\n'))
  expect([refused.created, places(refused), await ordersOf(customer.id)]).toEqual([0, [[4, expect.anything()]], []])
  expect(await upload([...own, other].join('\n'))).toMatchObject({ rows: 3, created: 2, errors: [] })
  const [order, second, ...others] = await ordersOf(customer.id)
  expect([others.length, second.externalNo, order.grossTotal, order.lines.length]).toEqual([0, 'PO-6', 506, 2])
  expect([order.lines[0].remark, order.lines[0].schedule[0].date]).toEqual(['带引号 "A", 逗号', '2026-12-01'])
  expect(await upload([...own, other].join('\n'))).toMatchObject({ created: 0, updated: 0, unchanged: 2, errors: [] })
  // what the file leaves empty stays as it is, a quantity takes its only day along
  expect(
    await upload(`客户订单号,客户,品号,数量\nPO-1,${customer.code},${item.code},900\nPO-1,${customer.code},${item.code},2\n`),
  ).toMatchObject({
    updated: 1,
    errors: [],
  })
  const [changed] = await ordersOf(customer.id)
  expect(
    changed.lines.map(({ qty, price, remark }: { qty: number; price: number; remark: string | null }) => [qty, price, remark ?? '']),
  ).toEqual([
    [900, 0.5, '带引号 "A", 逗号'],
    [2, 3, ''],
  ])
  expect(changed.lines[0].schedule).toMatchObject([{ date: '2026-12-01', qty: 900 }])
  // lines that are not in the file are asked for with their number, never taken away in silence
  const fewer = await upload(own.slice(0, 2).join('\n'))
  expect([fewer.updated, fewer.errors[0].row, fewer.errors[0].message]).toEqual([0, 2, expect.stringContaining('删除 1 行')])
  expect(await upload(own.slice(0, 2).join('\n'), false, { removeLines: 'yes' })).toMatchObject({ updated: 1, errors: [] })
})

test('encodings and separators: UTF-16 with tabs, semicolons; a column that is missing is named', async () => {
  const customer = await f.customer()
  const item = await f.item({ availabilityMode: 'off' })
  const tabs = `客户\t品号\t数量\n${customer.code}\t${item.code}\t5\n`
  expect(await upload(new Uint8Array([0xff, 0xfe, ...Buffer.from(tabs, 'utf16le')]))).toMatchObject({ rows: 1, created: 1 })
  expect(await upload(`\uFEFFcustomer;item;qty\n${customer.code};${item.code};6`)).toMatchObject({ rows: 1, created: 1 })
  const gbk = Buffer.concat([
    Buffer.from([0xbf, 0xcd, 0xbb, 0xa7]),
    Buffer.from(',item,qty\n'),
    Buffer.from(`${customer.code},${item.code},7`),
  ])
  expect(await upload(new Uint8Array(gbk))).toMatchObject({ rows: 1, created: 1 })
  expect((await upload('customer,item\nA,B')).errors).toMatchObject([{ row: 1, column: 'qty' }])
})
