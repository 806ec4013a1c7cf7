import { afterAll, beforeAll, expect, test } from '@jest/globals'
import ExcelJS from 'exceljs'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory, type Person } from '../support/story'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  await f.settings('availability-settings', { mode: 'off' })
  await f.settings('pricing-settings', { methods: ['policy', 'list'], minimumPriceMode: 'off', gradeDiscounts: { AA: 2 } })
})
afterAll(() => app.close())

const policy = async (row: Record<string, unknown>) =>
  done(await f.api.post('/price-policies', { token: f.boss.token, body: { currency: 'CNY', ...row } }))
const download = async (customer: number, by: Person = f.clerk, more = ''): Promise<{ status: number; book: ExcelJS.Workbook }> => {
  const { status, raw } = await f.api.get(`/price-book?customer=${customer}&date=2026-04-01&language=zh${more}`, { token: by.token })
  const book = new ExcelJS.Workbook()
  if (status === 200) await book.xlsx.load((await raw.arrayBuffer()) as never)
  return { status, book }
}
const sheetOf = (book: ExcelJS.Workbook): ExcelJS.Worksheet => book.worksheets[0] as ExcelJS.Worksheet
const rowsOf = (book: ExcelJS.Workbook, code: string): unknown[][] => {
  const rows: unknown[][] = []
  sheetOf(book).eachRow((row) => {
    if (row.getCell(1).value === code) rows.push([4, 5, 6, 7, 8].map((column) => row.getCell(column).value))
  })
  return rows
}
/** Writes new prices into the ninth column, by item code and break. */
const edit = (book: ExcelJS.Workbook, prices: Array<[code: string, minQty: number | null, price: unknown]>): void => {
  sheetOf(book).eachRow((row) => {
    const found =
      row.getCell(4).value !== 'BOX' &&
      prices.find(([code, minQty]) => row.getCell(1).value === code && (row.getCell(8).value ?? null) === minQty)
    if (found) row.getCell(9).value = found[2] as ExcelJS.CellValue
  })
}
const upload = async (kind: string, content: unknown, fields: Record<string, string> = {}, by: Person = f.clerk) => {
  const form = new FormData()
  form.append('file', new Blob([content as never]), 'book.xlsx')
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return f.api.post(`/import/${kind}`, { token: by.token, body: form })
}
const bytesOf = async (book: ExcelJS.Workbook): Promise<Uint8Array> => new Uint8Array(await book.xlsx.writeBuffer())

test('a price book goes out, is edited and comes back as one draft adjustment; approved, the customer pays what stands in it', async () => {
  const [a, b, c] = [
    await f.item({ specification: '头大 12.5 mm' }),
    await f.item({ units: [{ unit: 'BOX', factor: 12 }] }),
    await f.item(),
  ]
  const customer = await f.customer({ credit: { grade: 'AA' } })
  await policy({ item: a.id, customer: customer.id, price: 80, net: true })
  await policy({ item: a.id, customer: customer.id, price: 75, minQty: 100, net: true })
  await policy({ item: a.id, price: 60, minQty: 50 })
  await policy({ item: b.id, unit: 'BOX', price: 1100 })
  const { status, book } = await download(customer.id)
  expect([status, sheetOf(book).getRow(1).values]).toEqual([
    200,
    [undefined, '品号', '品名', '规格', '单位', '标准价', '现价', '价格来源', '数量下限', '新价', '币种', '客户编码', '生效日'],
  ])
  // the general break of 50 is outranked by his own price: it is no row
  expect(rowsOf(book, a.code)).toEqual([
    ['PCS', 100, 80, '客户价', null],
    ['PCS', 100, 75, '客户价', 100],
  ])
  expect(rowsOf(book, b.code)).toEqual([
    ['PCS', 100, 98, '标准价', null],
    ['BOX', 1200, 1078, '物料价', null],
  ])
  edit(book, [[a.code, null, 82], [a.code, 100, 76.5], [b.code, null, 98], [c.code, null, 99]]) // prettier-ignore
  const tried = done(await upload('price-book', await bytesOf(book), { dryRun: 'true' }))
  expect([tried.created, tried.errors, tried.document]).toEqual([1, [], undefined])
  const told = done(await upload('price-book', await bytesOf(book)))
  expect([told.created, told.updated, told.errors]).toEqual([1, 0, []])
  const doc = await f.read('price-adjustments', told.document.id)
  expect([doc.status, doc.effectiveFrom, doc.bookOf]).toEqual(['draft', '2026-04-01', customer.id])
  expect(doc.lines.map((line) => [line.customer, line.item, line.minQty, line.oldPrice, line.newPrice, line.net])).toEqual([
    [customer.id, a.id, null, 80, 82, true],
    [customer.id, a.id, 100, 75, 76.5, true],
    // what stands already is no change (98 of the second item); a price written into the book is what he pays, without discount
    [customer.id, c.id, null, 100, 99, true],
  ])
  // sent again: the same draft, not a second one
  edit(book, [[c.code, null, 97]])
  const again = done(await upload('price-book', await bytesOf(book)))
  expect([again.created, again.updated, again.document.id]).toEqual([0, 1, doc.id])
  await f.verb('price-adjustments', doc.id, 'submit', {}, f.clerk)
  await f.verb('price-adjustments', doc.id, 'approve')
  const order = await f.order(
    customer.id,
    [
      { item: c.id, qty: 1 },
      { item: a.id, qty: 120 },
    ],
    f.clerk,
    { date: '2026-04-01' },
  )
  expect(order.lines.map(({ price }) => price)).toEqual([97, 76.5])
  expect(rowsOf((await download(customer.id)).book, a.code).map((row) => row[2])).toEqual([82, 76.5])
})

test('what is wrong in a book is told row by row, and nothing of it is written', async () => {
  const [a, b] = [await f.item(), await f.item()]
  const [customer, foreign] = [await f.customer(), await f.customer({ salesperson: f.boss.id })]
  await policy({ item: b.id, customer: customer.id, price: 90, validFrom: '2026-04-01' })
  const { book } = await download(customer.id)
  const rowOf = (code: string): number => {
    let found = 0
    sheetOf(book).eachRow((row, at) => void (row.getCell(1).value === code ? (found = at) : null))
    return found
  }
  edit(book, [[a.code, null, -5], [b.code, null, '九十']]) // prettier-ignore
  const wrong = done(await upload('price-book', await bytesOf(book)))
  expect([wrong.created, wrong.errors.map(({ row, column }) => [row, column])]).toEqual([
    0,
    [
      [rowOf(a.code), 'newPrice'],
      [rowOf(b.code), 'newPrice'],
    ],
  ])
  edit(book, [[a.code, null, 95], [b.code, null, 91]]) // prettier-ignore
  const twin = done(await upload('price-book', await bytesOf(book)))
  expect([twin.created, twin.errors.map(({ row, column }) => [row, column])]).toEqual([0, [[rowOf(b.code), 'priority']]])
  expect(twin.errors[0].message).toContain('同级')
  const moved = done(await upload('price-book', await bytesOf(book), { effectiveFrom: '2026-05-01' }))
  expect([moved.created, moved.errors]).toEqual([1, []])
  expect((await download(foreign.id)).status).toBe(404)
  const stolen = done(await upload('price-book', `品号,新价,客户编码\n${a.code},1,${foreign.code}\n`))
  expect([stolen.created, stolen.errors.map(({ row, column }) => [row, column])]).toEqual([0, [[2, 'customer']]])
  const named = done(await upload('price-book', `品号,新价\n${a.code},96\n`, { customer: customer.code, effectiveFrom: '2026-06-01' }))
  expect(named.created).toBe(1)
  const warehouse = await f.person(['warehouse'])
  expect((await upload('price-book', await bytesOf(book), {}, warehouse)).status).toBe(403)
  expect((await f.api.get(`/price-book?customer=${customer.id}`)).status).toBe(401)
  expect(codesOf(await f.api.get('/price-book', { token: f.clerk.token }))).toEqual(['INVALID_INPUT'])
})

test('price policies come from a file, all or none; rows for the same are refused naming the other, and what stands already changes nothing', async () => {
  const [item, disabled] = [await f.item(), await f.item({ active: false })]
  const customer = await f.customer()
  const standing = await policy({ item: item.id, price: 90 })
  const csv = [
    '品号,客户,数量下限,价格,折扣率,生效日,失效日,净价,优先级',
    `${item.code},${customer.code},,85,,2026-01-01,,是,`,
    `${item.code},${customer.code},100,80,,2026-01-01,,,`,
    `${item.code},${customer.code},100,79,,2026-01-01,,,`,
    `${item.code},,,91,,,,,`,
    `${disabled.code},,,91,,,,,`,
    `${item.code},,0,91,,,,,`,
    `${item.code},,,91,5,,,,3`,
    `${item.code},,,88,,2026-05-01,2026-04-01,,`,
    `没有,,,88,,,,,`,
  ].join('\n')
  const expected = [
    [4, 'priority'],
    [5, 'priority'],
    [6, 'item'],
    [7, 'priority'],
    [8, 'price'],
    [9, 'validTo'],
    [10, 'item'],
  ]
  const tried = done(await upload('price-policies', csv, { dryRun: 'true' }, f.boss))
  expect([tried.rows, tried.created, tried.errors.map(({ row, column }) => [row, column])]).toEqual([9, 0, expected])
  const told = done(await upload('price-policies', csv, {}, f.boss))
  expect([told.created, told.updated, told.errors.map(({ row, column }) => [row, column])]).toEqual([0, 0, expected])
  expect(told.errors[1].message).toContain(String(standing.id))
  const sound = csv.split('\n').slice(0, 3).join('\n')
  expect(done(await upload('price-policies', sound, {}, f.boss))).toMatchObject({ created: 2, errors: [] })
  expect(done(await upload('price-policies', sound, {}, f.boss))).toMatchObject({ created: 0, updated: 0, unchanged: 2, errors: [] })
  const nowhere = done(await upload('price-policies', `编号,品号,价格\n999999,${item.code},92\n`, {}, f.boss))
  expect(nowhere.errors).toMatchObject([{ row: 2, column: 'id' }])
  const changed = done(await upload('price-policies', `编号,品号,价格\n${standing.id},${item.code},92\n`, {}, f.boss))
  expect([changed.updated, (await f.read('price-policies', standing.id)).price]).toEqual([1, 92])
  expect((await upload('price-policies', csv)).status).toBe(403)
})
