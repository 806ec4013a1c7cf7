import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import { createLocalReq } from 'payload'
import pg from 'pg'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory, type Person } from '../support/story'

let app: TestApp
let f: Factory
let books: pg.Client
const question = 'by=customer&from=1980-01-01&to=1980-12-31'

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  books = new pg.Client({ connectionString: app.database.url })
  await books.connect()
  const customer = await f.customer()
  const item = await f.item()
  await books.query(
    `with heads as (insert into invoices (date, status, kind, customer_id, currency, exchange_rate, tax_mode, net_total, tax_total, gross_total)
       values ('1980-01-01', 'approved', 'invoice', ${Number(customer.id)}, 'CNY', 1, 'exclusive', 50000, 0, 50000) returning id)
     insert into invoices_lines (_order, _parent_id, id, item_id, qty, stock_qty, net, tax, gross, base_net, base_tax, base_gross)
     select k, id, md5(id || '-' || k), ${Number(item.id)}, 1, 1, 10, 0, 10, 10, 0, 10 from heads, generate_series(1, 5000) k`,
  )
})
afterAll(async () => {
  await books?.end()
  await app?.close()
})

const prepare = (by: Person, asked = question, report = 'tax-invoices') =>
  app.api.post(`/reports/${report}/prepare?${asked}`, { token: by.token })
/** Runs what waits in the queue, as a server would. */
const work = async (): Promise<void> => {
  const { runDueJobs } = await import('../support/runDueJobs') // reads the environment when it is loaded
  await runDueJobs({ payload: app.payload })
}
const state = async (id: number, by: Person) => done(await app.api.get(`/prepared-files/${id}?depth=0`, { token: by.token }))

test('a long report is written in the background, told of, downloaded whole by its owner only, and forgotten when it has expired', async () => {
  const asked = 'from=1980-01-01&to=1980-12-31'
  const first = await prepare(f.boss, asked)
  expect([first.status, first.body.doc.status]).toEqual([202, 'queued'])
  const { id } = first.body.doc
  expect(done(await prepare(f.boss, asked)).id).toBe(id) // asked twice is asked once
  expect((await app.api.get(`/prepared-files/${id}/file`, { token: f.boss.token })).status).toBe(404)

  await work()
  const file = await state(id, f.boss)
  expect(file).toMatchObject({ status: 'done', rows: 5000, rowsDone: 5000 })
  const answer = await app.api.get(`/prepared-files/${id}/file`, { token: f.boss.token })
  const bytes = await answer.raw.arrayBuffer()
  expect([bytes.byteLength, answer.raw.headers.get('content-length')]).toEqual([file.bytes, String(file.bytes)])
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes)
  expect(book.worksheets[1]?.rowCount).toBeGreaterThan(5000)

  const { docs } = done(await app.api.get('/notifications?where[kind][equals]=preparedFile', { token: f.boss.token }))
  expect(docs).toMatchObject([{ related: { slug: 'prepared-files', id } }])
  const other = await f.person(['generalManager'])
  for (const path of [`/prepared-files/${id}`, `/prepared-files/${id}/file`])
    expect((await app.api.get(path, { token: other.token })).status).toBe(404)
  expect((await app.api.post(`/prepared-files/${id}/cancel`, { token: other.token })).status).toBe(404)

  await books.query(`update prepared_files set expires_at = now() - interval '1 minute' where id = ${Number(id)}`)
  expect((await app.api.get(`/prepared-files/${id}/file`, { token: f.boss.token })).status).toBe(404)
  const { tasks } = await import('@/src/server/jobs/tasks')
  await tasks['tidyUp']?.({ payload: app.payload, input: {}, attempt: 1, last: false })
  expect((await app.api.get(`/prepared-files/${id}`, { token: f.boss.token })).status).toBe(404)
})

test('what is cancelled is not written; who lost the report gets none; nobody writes the record himself', async () => {
  const gone = done(await prepare(f.boss, 'from=1981-01-01'))
  expect(done(await app.api.post(`/prepared-files/${gone.id}/cancel`, { token: f.boss.token })).status).toBe('cancelled')
  const former = await f.person(['finance'])
  const lost = done(await prepare(former, 'from=1982-01-01'))
  await books.query(
    `delete from users_roles where parent_id = ${Number(former.id)}; insert into users_roles ("order", parent_id, value) values (1, ${Number(former.id)}, 'warehouse')`,
  )
  await work()
  expect((await state(gone.id, f.boss)).status).toBe('cancelled')
  expect(await app.payload.findByID({ collection: 'prepared-files', id: lost.id, overrideAccess: true })).toMatchObject({
    status: 'failed',
    reason: expect.stringMatching(/无权/),
  })
  expect((await app.api.post('/prepared-files', { token: f.boss.token, body: { name: 'x', report: 'tax-invoices' } })).status).toBe(403)
  expect((await app.api.patch(`/prepared-files/${gone.id}`, { token: f.boss.token, body: { status: 'done' } })).status).toBe(403)
})

test('a question its report does not understand is refused at once; more than three at a time are refused; closed reports are not there', async () => {
  const wrong = await prepare(f.boss, 'form=1980-01-01')
  expect([wrong.status, codesOf(wrong)]).toEqual([400, ['INVALID_INPUT']])
  for (const year of ['1983', '1984', '1985']) done(await prepare(f.boss, `from=${year}-01-01`))
  expect((await prepare(f.boss, 'from=1986-01-01')).status).toBe(400)
  const keeper = await f.person(['warehouse'])
  expect((await prepare(keeper)).status).toBe(404)
})

test('the whole company goes out in one archive: to the general manager only, on record, every table and file, no secret', async () => {
  for (const role of ['admin', 'finance', 'auditor', 'sales'] as const) {
    const refused = await app.api.post('/export', { token: (await f.person([role])).token })
    expect([refused.status, codesOf(refused)]).toEqual([403, ['FORBIDDEN']])
  }
  const boss = await f.person(['generalManager'])
  const picture = path.join(app.dataDir, 'media/pictures')
  await mkdir(picture, { recursive: true })
  await writeFile(path.join(picture, '样板 1.png'), 'a picture')
  const doc = done(await app.api.post('/export', { token: boss.token }))
  await work()
  expect(await state(doc.id, boss)).toMatchObject({ status: 'done', report: 'company' })
  const answer = await app.api.get(`/prepared-files/${doc.id}/file`, { token: boss.token })
  expect(answer.raw.headers.get('content-disposition')).toMatch(/company_\d{8}\.zip/)
  const archive = await JSZip.loadAsync(await answer.raw.arrayBuffer())
  const { rows } = await books.query<{ count: string }>('select count(*) from invoices_lines')
  const lines = (await archive.file('invoices_lines.csv')?.async('string'))?.trimEnd().split('\n') ?? []
  expect(lines).toHaveLength(Number(rows[0]?.count) + 1)
  expect(await archive.file('files/pictures/样板 1.png')?.async('string')).toBe('a picture')
  expect((await archive.file('users.csv')?.async('string'))?.split('\n', 1)[0]).not.toMatch(/hash|salt|token/)
  expect(await archive.file('README.txt')?.async('string')).toContain('npm run import -- export')
  const { docs } = done(await app.api.get('/audit-log?where[slug][equals]=company&where[verb][equals]=export', { token: f.boss.token }))
  expect(docs).toHaveLength(1)
  await books.query(`update users_roles set value = 'finance' where parent_id = ${Number(boss.id)}`)
  expect((await app.api.get(`/prepared-files/${doc.id}/file`, { token: boss.token })).status).toBe(404)
})

test('a view is its maker’s: others read it when it is shared, and never change it', async () => {
  const [mine, other] = [await f.person(['sales']), await f.person(['sales'])]
  const keep = async (more: object) =>
    done(
      await app.api.post('/report-views?depth=0', {
        token: mine.token,
        body: { name: '我的月报', report: 'sales-analysis', question: 'by=month&_sort=-amount', ...more },
      }),
    )
  const [own, shared] = [await keep({}), await keep({ name: '共享', roles: ['sales'] })]
  expect([own.owner, own.shared, shared.shared]).toEqual([mine.id, false, true])
  const read = async (by: Person): Promise<string[]> =>
    done(await app.api.get('/report-views?depth=0', { token: by.token }))
      .docs.map(({ name }) => name)
      .sort()
  expect([await read(mine), await read(other)]).toEqual([['共享', '我的月报'], ['共享']])
  expect((await app.api.patch(`/report-views/${shared.id}`, { token: other.token, body: { question: '' } })).status).toBeGreaterThan(399)
  expect(await read(await f.person(['finance']))).toEqual([]) // shared with a role is shared with nobody else
})

test('it is written in the order and with the columns of the screen', async () => {
  for (const [year, net] of [
    [1990, 70],
    [1991, 90],
    [1992, 80],
  ] as const)
    // prettier-ignore
    await books.query(
      `with heads as (insert into invoices (date, status, kind, customer_id, currency, exchange_rate, tax_mode, net_total, tax_total, gross_total)
         select '${year}-05-01', 'approved', 'invoice', customer_id, 'CNY', 1, 'exclusive', ${net}, 0, ${net} from invoices where date = '1980-01-01' limit 1 returning id)
       insert into invoices_lines (_order, _parent_id, id, item_id, qty, stock_qty, net, tax, gross, base_net, base_tax, base_gross)
       select 1, h.id, md5('of ' || h.id), l.item_id, 1, 1, ${net}, 0, ${net}, ${net}, 0, ${net} from heads h, (select item_id from invoices_lines limit 1) l`,
    )
  const asked = 'by=year&from=1990-01-01&to=1992-12-31&sort=-amount&hide=tax,gross'
  const { id } = (await prepare(f.boss, asked, 'sales-analysis')).body.doc
  expect(done(await prepare(f.boss, asked, 'sales-analysis')).id).toBe(id)
  expect((await prepare(f.boss, 'by=year&sort=nothing', 'sales-analysis')).status).toBe(400)
  await work()
  expect(await state(id, f.boss)).toMatchObject({ status: 'done', rows: 3 })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await (await app.api.get(`/prepared-files/${id}/file`, { token: f.boss.token })).raw.arrayBuffer())
  const [, sheet] = book.worksheets
  const rows = (sheet?.getSheetValues() ?? []) as unknown[][]
  const head = rows.find((row) => row?.includes('金额（无税）')) ?? []
  expect(['金额（无税）', '税额', '价税合计'].map((title) => sheet?.getColumn(head.indexOf(title)).hidden)).toEqual([false, true, true])
  expect(rows.flatMap((row) => (/^199\d$/.test(String(row?.[1])) ? [String(row[1])] : []))).toEqual(['1991', '1992', '1990'])
})

test('what a prepared file or a kept view asks is told in words, in the list of them and on their pages', async () => {
  const customer = await f.customer()
  const report = done(await prepare(f.boss, `by=customer&customer=${Number(customer.id)}&sort=-amount&hide=tax`, 'sales-analysis'))
  const orders = `search=abc&quick=open&status=draft&where[and][0][customer][in]=${Number(customer.id)}&where[and][1][date][greater_than_equal]=2026-01-01&columns=no,customer&sort=-date`
  const list = done(await app.api.post(`/lists/orders/prepare?${orders}`, { token: f.boss.token }))
  const { keptQuestion } = await import('@/src/questions/control/keptQuestion')
  const user = await app.payload.findByID({ collection: 'users', id: f.boss.id, depth: 0, overrideAccess: true })
  const told = async (file: { report: string; question?: string | null }, language: 'zh' | 'en'): Promise<string[]> => {
    const req = await createLocalReq({ user }, app.payload)
    req.i18n = { ...req.i18n, language }
    return (await keptQuestion(req, { report: file.report, question: file.question ?? '' })).map(({ label, value }) => `${label}: ${value}`)
  }
  const { code, name } = await app.payload.findByID({ collection: 'customers', id: customer.id, depth: 0, overrideAccess: true })
  expect(await told(report, 'en')).toEqual(
    expect.arrayContaining(['By: Customer', `Customer: ${code} ${name}`, 'Order: Amount (net), descending', 'Without columns: Tax']),
  )
  expect(await told(list, 'en')).toEqual([
    'Search: abc',
    'Quick filters: Open',
    'Status: Draft',
    `Customer: ${name}`,
    'Date: from 2026-01-01',
    'Order: Date, descending',
    'Columns: No., Customer',
  ])
  expect(await told(list, 'zh')).toEqual([
    '搜索: abc',
    '快速筛选: 未完成',
    '状态: 草稿',
    `客户: ${name}`,
    '单据日期: 从 2026-01-01',
    '排序: 单据日期, 降序',
    '列: 单号、客户',
  ])
  const seen = done(await app.api.get('/lists/prepared-files?columns=report', { token: f.boss.token }))
  expect(JSON.stringify(seen.rows.slice(0, 2).map(({ cells }) => cells))).toMatch(/列表：销售订单.*销售分析/)
  // whoever may not open it is told nothing of it
  const keeper = await app.payload.findByID({ collection: 'users', id: (await f.person(['warehouse'])).id, depth: 0, overrideAccess: true })
  const req = await createLocalReq({ user: keeper }, app.payload)
  expect(await keptQuestion(req, { report: report.report, question: report.question ?? '' })).toEqual([])
})

test('the log, and any list, is written as CSV in the background, however long, in its columns and order; by who reads it, and as he reads it', async () => {
  await books.query(
    `insert into audit_log (at, slug, document_id, no, verb, changes, client)
     select '2019-01-01'::timestamptz + k * interval '1 second', 'orders', k::text, 'LONG-' || k, 'approve', '[]', '10.0.0.1' from generate_series(1, 3000) k`,
  )
  const asked = `where[no][contains]=LONG-&columns=at,no,verb&sort=no`
  const list = (by: Person, slug = 'audit-log') => app.api.post(`/lists/${slug}/prepare?${asked}`, { token: by.token })
  expect([(await list(f.clerk)).status, (await list(f.clerk, 'nothing')).status]).toEqual([404, 404])
  const { id } = done(await list(f.admin))
  await work()
  expect(await state(id, f.admin)).toMatchObject({ status: 'done', rows: 3000, rowsDone: 3000 })
  const answer = await app.api.get(`/prepared-files/${id}/file`, { token: f.admin.token })
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const lines = (await answer.raw.text()).trimEnd().split('\r\n')
  expect([lines.length, lines[1], lines[2]?.includes('LONG-10,')]).toEqual([3001, expect.stringMatching(/^2019-01-01 .*,LONG-1,\S/), true])
  // what leaves the house is on record
  const { docs } = done(
    await app.api.get('/audit-log?where[verb][equals]=export&where[slug][equals]=audit-log&depth=0', { token: f.admin.token }),
  )
  expect(docs).toHaveLength(1)
  // a kind of record he may not read any more is not written for him
  const late = done(await list(f.admin))
  await app.payload.update({ collection: 'users', id: f.admin.id, data: { roles: ['sales'] }, overrideAccess: true, depth: 0 })
  await work()
  const { rows } = await books.query<{ status: string }>('select status::text from prepared_files where id = $1', [Number(late.id)])
  expect(rows[0]?.status).toBe('failed')
})
