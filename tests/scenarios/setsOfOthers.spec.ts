import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'
import pg from 'pg'

import { inTransaction } from '@/src/db/transaction'
import { definitionOf } from '@/src/imports/definitions'
import { writeTemplate } from '@/src/imports/engine/writeTemplate'
import { openTable } from '@/src/imports/reading/openTable'
import { inMemory } from '@/src/imports/reading/source'
import { verifyLedgers } from '@/src/questions/control/verifyLedgers'

import { startApp, type TestApp } from '../support/app'
import { type SetOfOthers, setsOfOthers } from '../support/setsOfOthers'
import { done, type Factory, openFactory } from '../support/story'

let app: TestApp
let f: Factory
let books: pg.Pool

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  books = new pg.Pool({ connectionString: app.database.url })
})
afterAll(async () => {
  await books.end()
  await app.close()
})

type Files = { file: string | Uint8Array | Buffer; heads?: string | undefined }

const formOf = ({ file, heads }: Files, more: Readonly<Record<string, string>>): FormData => {
  const body = new FormData()
  body.append('file', new Blob([typeof file === 'string' ? file : new Uint8Array(file)]), 'file.csv')
  if (heads !== undefined) body.append('heads', new Blob([heads]), 'heads.csv')
  for (const [name, value] of Object.entries(more)) body.append(name, value)
  return body
}
const send = async (kind: string, files: Files, more: Readonly<Record<string, string>> = {}) =>
  done(await app.api.post(`/import/${kind}`, { token: f.admin.token, body: formOf(files, more) }))

const filesOf = ({ lines, heads }: SetOfOthers): Files => ({ file: lines, heads })

/** What stands in the books of these customers, by everything that is told of a set. */
async function sums({ customers }: SetOfOthers) {
  const by = async (what: string): Promise<Record<string, string>> => {
    const { rows } = await books.query<{ key: string; net: string }>(
      `select ${what} as key, sum(case when i.kind::text = 'creditNote' then -l.net else l.net end)::numeric(18,2)::text as net
       from invoices i join invoices_lines l on l._parent_id = i.id join customers c on c.id = i.customer_id join items p on p.id = l.item_id
       where i.opening and i.status::text = 'approved' and c.code = any($1) group by 1`,
      [customers],
    )
    return Object.fromEntries(rows.map(({ key, net }) => [key, net]))
  }
  const { rows } = await books.query<{ gross: string }>(
    `select sum(case when kind::text = 'creditNote' then -gross_total else gross_total end)::numeric(18,2)::text as gross
     from invoices where opening and status::text = 'approved' and customer_id in (select id from customers where code = any($1))`,
    [customers],
  )
  return {
    customers: await by('c.code'),
    items: await by('p.code'),
    months: await by(`to_char(i.date::date, 'YYYY-MM')`),
    gross: rows[0]?.gross,
  }
}

test.each(setsOfOthers)('$set', async (set) => {
  const { customers, items, answers, asked, seen = {} } = set
  await send('customers', { file: ['code,name', ...customers.map((code) => `${code},Party`)].join('\n') })
  await send('items', {
    file: ['code,name,taxRate', ...items.map((code) => `${code},Goods ${code},${code.startsWith('KD') ? '13%' : '0%'}`)].join('\n'),
  })
  // as in the wizard: what its sender says a heading stands for is looked at again, and the whole of it is sent
  const said: Record<string, string> = answers['mapping'] ? { mapping: answers['mapping'] } : {}
  const looked = done(await app.api.post('/import/sales-history/inspect', { token: f.admin.token, body: formOf(filesOf(set), said) }))
  expect(looked.questions.map((question) => question['ask'])).toEqual(asked)
  expect(looked['mapping']).toMatchObject(seen)
  const more = { taxMode: 'exclusive', ...answers, ...(answers['mapping'] ? { mapping: JSON.stringify(looked['mapping']) } : {}) }
  const report = await send('sales-history', filesOf(set), more)
  expect(report.errors).toEqual([])
  expect(await send('sales-history', filesOf(set), more)).toMatchObject({ created: 0, errors: [] })
  expect(await sums(set)).toEqual(set.sums)
})

test('a head without lines is told; a total that is not what its lines come to keeps the file out', async () => {
  const chinook = setsOfOthers[1]
  if (!chinook) throw new Error('no set')
  const { alone } = { alone: null, ...(await send('sales-history', filesOf(chinook))) }
  expect(alone).toEqual({ count: 1, first: ['903'] })
  const [whole] = setsOfOthers
  const wrong = String(whole?.lines)
    .replaceAll('3.96', '4.96')
    .replaceAll(/^(\d),/gm, '7$1,')
  expect((await send('sales-history', { file: wrong })).errors).toMatchObject([{ row: 4, column: 'documentTotal' }])
})

test('two files that cannot be put together are told', async () => {
  const twice = 'no,item,qty\nX1,a,1\nX1,b,1\n'
  const answer = await app.api.post('/import/sales-history', {
    token: f.admin.token,
    body: formOf({ file: twice, heads: 'no,customer\nX1,a\nX1,b\n' }, {}),
  })
  expect([answer.status, JSON.stringify(answer.body)]).toEqual([400, expect.stringContaining('X1')])
  const nothing = await app.api.post('/import/sales-history', {
    token: f.admin.token,
    body: formOf({ file: twice, heads: 'colour,size\nred,1\n' }, {}),
  })
  expect(nothing.status).toBe(400)
})

test('what may be written in several ways is asked, and read as it is answered', async () => {
  const chinese = 'no,customer,date,item,qty,price,remark\nBIG-1,B5,2020-01-02,B5I,1,2,'
  await send('customers', { file: 'code,name\nB5,Party' })
  await send('items', { file: 'code,name,taxRate\nB5I,Goods,0%' })
  // 鈕釦工廠股份有限公司 in Big5
  const big5 = Buffer.concat([Buffer.from(chinese), Buffer.from('b673b3a7a475bc74aad1a5f7a6b3adada4bda571', 'hex')])
  const before = await send('sales-history', { file: big5 })
  expect([before.created, before.questions.map(({ ask }) => ask)]).toEqual([0, ['encoding']])
  expect(await send('sales-history', { file: big5 }, { encoding: 'big5' })).toMatchObject({ created: 1, errors: [] })
  const { rows } = await books.query(`select l.remark from invoices_lines l join invoices i on i.id = l._parent_id where i.no = 'BIG-1'`)
  expect(String(rows[0].remark)).toContain('股份有限公司')
})

test('the template of the history, filled in with the lines of a set, comes to the same', async () => {
  const set = setsOfOthers[0]
  if (!set || typeof set.lines !== 'string') throw new Error('no set')
  const definition = definitionOf('sales-history')
  if (!definition) throw new Error('no definition')
  const req = await createLocalReq({}, app.payload)
  const columns = definition.columns(req)
  for (const language of ['zh', 'en'] as const) {
    const { default: ExcelJS } = await import('exceljs')
    const book = new ExcelJS.Workbook()
    const template = await writeTemplate({ definition, columns, language })
    await book.xlsx.load(new Uint8Array(template).buffer)
    const [sheet] = book.worksheets
    const table = await openTable({ source: inMemory(Buffer.from(set.lines)), columns, headColumns: definition.headColumns })
    let at = 2
    for await (const rows of table.rows())
      for (const { cells } of rows) {
        columns.forEach(({ name }, place) => {
          if (sheet && cells[name])
            sheet.getCell(at, place + 1).value =
              name === 'no' ? `${language}-${cells[name]}` : name === 'qty' || name === 'price' ? Number(cells[name]) : cells[name]
        })
        at += 1
      }
    const filled = Buffer.from(await book.xlsx.writeBuffer())
    expect(await send('sales-history', { file: filled })).toMatchObject({ created: 3, errors: [] })
  }
  const thrice = (told: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(told).map(([key, net]) => [key, (3 * Number(net)).toFixed(2)]))
  expect((await sums(set)).customers).toEqual(thrice(set.sums.customers))
})

test('all of it is proven like any other document', async () => {
  const req = await createLocalReq({}, app.payload)
  expect(await inTransaction(req, () => verifyLedgers(req))).toEqual([])
})
