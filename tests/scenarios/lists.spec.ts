import { afterAll, beforeAll, expect, test } from '@jest/globals'
import ExcelJS from 'exceljs'
import { createLocalReq } from 'payload'

import { placeName, workGroups } from '@/src/domain/people/workplaces'
import { writeAddress, emptyQuestion, type ListQuestion } from '@/src/domain/lists/address'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory, type Person } from '../support/story'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory
let blue: Told<'customers'>
let red: Told<'customers'>
let rivet: Told<'items'>
let buckle: Told<'items'>
let made: [Told<'orders'>, Told<'orders'>, Told<'orders'>, Told<'orders'>]

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  rivet = await f.item({ code: 'GZK-2000-QS', name: '工字扣', availabilityMode: 'off' })
  buckle = await f.item({ code: 'MD-77', name: '铆钉', availabilityMode: 'off' })
  blue = await f.customer({ name: '广州蓝鲸牛仔', shortName: '蓝鲸' })
  red = await f.customer({ name: '东莞鑫达辅料', shortName: '鑫达', salesperson: f.boss.id })
  made = [
  await f.approvedOrder(blue.id, [{ item: rivet.id, qty: 5, schedule: [{ date: '2026-01-05', qty: 5 }] }], { externalNo: 'PO-88123/A' }),
  await f.order(blue.id, [{ item: buckle.id, qty: 2, price: 10.5 }]),
  await f.order(red.id, [{ item: rivet.id, qty: 1 }, { item: buckle.id, qty: 1, price: 7 }], f.boss),
  await f.order(red.id, [{ item: buckle.id, qty: 3 }], f.boss, { currency: 'USD', exchangeRate: 7 }),
  ]
  await f.verb('orders', made[3].id, 'cancel', { reason: '录错' })
}) // prettier-ignore
afterAll(() => app.close())

const asked = (question: Partial<ListQuestion>, more = ''): string => `?${writeAddress({ ...emptyQuestion, ...question })}${more}`
const list = async (question: Partial<ListQuestion> = {}, by: Person = f.boss, slug = 'orders', more = '') =>
  done(await f.api.get(`/lists/${slug}${asked(question, more)}`, { token: by.token }))
const found = async (question: Partial<ListQuestion>, by: Person = f.boss): Promise<number[]> =>
  (await list(question, by)).rows.map(({ id }) => made.findIndex((order) => order.id === id)).sort()
const totals = async (question: Partial<ListQuestion>, by: Person = f.boss, columns = '') =>
  done(await f.api.get(`/lists/orders/totals${asked(question, columns)}`, { token: by.token }))

test('an order is found by its number from any part on, its customer, the customer’s own number, its items, and all of them together', async () => {
  const { no } = made[1]
  const tail = no.slice(-4)
  for (const search of [no, no.toLowerCase(), no.replaceAll('-', ''), no.split('-')[1], String(Number(tail))])
    expect([search, await found({ search })]).toEqual([search, expect.arrayContaining([1])])
  expect(await found({ search: no })).toEqual([1])
  for (const search of ['蓝鲸', '广州蓝鲸', 'lanjing', 'gzlj', blue.code])
    expect([search, await found({ search })]).toEqual([search, [0, 1]])
  for (const search of ['PO-88123', '88123', 'po88123a', '88123/a']) expect([search, await found({ search })]).toEqual([search, [0]])
  for (const search of ['GZK-2000', '工字扣', 'gongzikou']) expect([search, await found({ search })]).toEqual([search, [0, 2]])
  expect(await found({ search: '鑫达 铆钉' })).toEqual([2, 3])
  expect(await found({ search: '鑫达 工字扣' })).toEqual([2])
  for (const search of ['没有这个', "'; drop table orders; --", '\\ : & | ! ( ) *', '"', '%'])
    expect([search, await found({ search })]).toEqual([search, []])
})

test('one click: mine, open, overdue, this month; states; and every condition of the platform’s own', async () => {
  expect(await found({ quick: ['mine'] }, f.clerk)).toEqual([0, 1])
  expect(await found({ quick: ['open'] })).toEqual([0, 1, 2])
  expect(await found({ quick: ['overdue'] })).toEqual([0])
  expect(await found({ quick: ['overdue', 'mine'] })).toEqual([])
  expect(await found({ quick: ['thisMonth'], status: ['draft'] })).toEqual([1, 2])
  expect(await found({ quick: ['there is no such filter'], status: ['draft', 'nonsense'] })).toEqual([1, 2])
  const where = { and: [{ grossTotal: { greater_than: '20' } }, { or: [{ customer: { equals: String(blue.id) } }, { 'lines.item': { equals: String(rivet.id) } }] }] }
  expect(await found({ where })).toEqual([0, 1, 2])
  const late = await f.api.get(`/lists/orders${asked({ where: { nonsense: { equals: 'x' } } })}`, { token: f.boss.token })
  expect([late.status, codesOf(late)]).toEqual([400, ['INVALID_INPUT']])
  for (const bad of [{ grossTotal: { like: 'x' } }, { customer: { equals: 'abc' } }, { id: { equals: '99999999999999' } }])
    expect((await f.api.get(`/lists/orders${asked({ where: bad })}`, { token: f.boss.token })).status).toBe(400)
}) // prettier-ignore

test('rows are told by name, in the reader’s language, in the order asked for, one page at a time', async () => {
  const columns = '&columns=no,customer,status,grossTotal,approvedAt,nonsense,checks'
  const [first] = (await list({ sort: 'grossTotal', where: { customer: { equals: String(blue.id) } } }, f.boss, 'orders', columns)).rows
  expect(first).toMatchObject({
    id: made[1].id,
    title: made[1].no,
    state: 'draft',
    cells: { customer: { text: '广州蓝鲸牛仔' }, status: { text: '草稿', value: 'draft' }, grossTotal: { text: '21.00', value: 21 } },
  })
  expect(Object.keys(first.cells).sort()).toEqual(['customer', 'grossTotal', 'no', 'status'])
  const english = await f.api.get(`/lists/orders${asked({ sort: '-grossTotal' }, columns)}`, { token: f.boss.token, language: 'en' })
  expect(done(english).rows[0].cells.status).toEqual({ text: 'Approved', value: 'approved' })
  expect(done(english).rows[0].cells['approvedAt']?.text).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/)
  const byCustomer = (await list({ sort: 'customer' }, f.boss, 'orders', columns)).rows.map(({ cells }) => String(cells['customer']?.text))
  expect(byCustomer).toEqual([...byCustomer].sort((one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)))
  expect(await list({ page: 2 })).toMatchObject({ rows: [], page: 2, more: false })
})

test('totals are those of everything asked for, by currency', async () => {
  expect(await totals({ search: '蓝鲸' }, f.boss, '&columns=grossTotal')).toEqual({
    count: 2,
    estimated: false,
    sums: [{ currency: 'CNY', of: { grossTotal: 521 } }],
  })
  const all = await totals({}, f.boss, '&columns=grossTotal,netTotal&exact=true')
  expect(all.count).toBe(4)
  expect(Object.fromEntries(all.sums.map(({ currency, of }) => [currency, of.grossTotal]))).toEqual({
    CNY: 628,
    USD: made[3].grossTotal,
  })
})

test('whose rows, and which figures, is what the collection says: seen, found, added up, put in order, taken away', async () => {
  const people = [f.clerk, await f.person(['sales']), await f.person(['warehouse']), await f.person(['finance']), await f.person(['auditor'])]
  for (const by of people) {
    const rest = done(await f.api.get('/orders?limit=100&depth=0', { token: by.token })).docs.map(({ id }) => id).sort()
    expect((await list({}, by)).rows.map(({ id }) => id).sort()).toEqual(rest)
    expect((await totals({}, by)).count).toBe(rest.length)
  }
  const [, stranger, keeper] = people as [Person, Person, Person]
  expect(await found({ search: made[0].no }, stranger)).toEqual([])
  expect(await found({ search: made[0].no }, keeper)).toEqual([0])
  const columns = '&columns=no,grossTotal,netTotal'
  expect(Object.keys((await list({ search: made[0].no }, keeper, 'orders', columns)).rows[0].cells)).toEqual(['no'])
  expect((await totals({}, keeper, columns)).sums.flatMap(({ of }) => Object.keys(of))).toEqual([])
  expect((await f.api.get(`/lists/orders${asked({ where: { grossTotal: { greater_than: '1' } } })}`, { token: keeper.token })).status).toBe(400)
  const ordered = async (sort: string): Promise<number[]> => (await list({ sort }, keeper)).rows.map(({ id }) => id)
  expect(await ordered('grossTotal')).toEqual(await ordered('-grossTotal')) // not his to know, so it orders nothing
  expect((await f.api.get('/lists/orders')).status).toBe(401)
  expect((await list({}, keeper, 'invoices')).rows).toEqual([])
  for (const slug of ['payload-preferences', 'nonsense', '__proto__'])
    expect((await f.api.get(`/lists/${slug}`, { token: f.boss.token })).status).toBe(404)
  const csv = await f.api.get(`/lists/orders/export${asked({ search: made[0].no }, `${columns}&format=csv`)}`, { token: keeper.token })
  expect(await csv.raw.text()).not.toContain('500')
}) // prettier-ignore

test('what is shown goes out whole, in its columns and order, and a text that looks like a formula stays a text', async () => {
  const evil = await f.customer({ name: '=HYPERLINK("http://x","y")', shortName: '@SUM(1)' })
  const order = await f.order(evil.id, [{ item: buckle.id, qty: 1 }])
  const address = (format: string): string =>
    `/lists/orders/export${asked({ where: { customer: { in: `${evil.id},${blue.id}` } }, sort: '-grossTotal' }, `&columns=no,customer,grossTotal&format=${format}`)}`
  const csv = await f.api.get(address('csv'), { token: f.boss.token })
  const lines = (await csv.raw.text()).replace('\uFEFF', '').trim().split('\r\n')
  expect(lines[0]).toBe('单号,客户,价税合计')
  expect(lines).toHaveLength(4)
  expect(lines[1]).toBe(`${made[0].no},广州蓝鲸牛仔,500`)
  expect(lines.find((line: string) => line.startsWith(order.no))).toContain(`"'=HYPERLINK(""http://x"",""y"")"`)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await (await f.api.get(address('xlsx'), { token: f.boss.token })).raw.arrayBuffer())
  const sheet = book.worksheets[0] as ExcelJS.Worksheet
  expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, printTitlesRow: '1:1' })
  expect([sheet.getColumn(2).width, sheet.autoFilter]).toEqual([28, 'A1:C1']) // as wide as =HYPERLINK("http://x","y")
  const rows = sheet.getSheetValues().slice(1) as unknown[][]
  expect(rows.map((row) => row.slice(1))).toEqual(
    expect.arrayContaining([
      ['单号', '客户', '价税合计'],
      [made[0].no, '广州蓝鲸牛仔', 500],
      [order.no, '=HYPERLINK("http://x","y")', 100],
    ]),
  )
  const { docs } = done(await f.api.get('/audit-log?where[verb][equals]=export&depth=0', { token: f.admin.token }))
  expect(docs.filter(({ slug }) => slug === 'orders').length).toBeGreaterThanOrEqual(2)
  expect((await f.api.get(address('pdf'), { token: f.boss.token })).status).toBe(400)
}) // prettier-ignore

test('one record at a glance, as its reader may see it', async () => {
  const seen = done(await f.api.get(`/lists/orders/${made[2].id}`, { token: f.boss.token }))
  expect(seen).toMatchObject({ title: made[2].no, moreLines: 0, lines: [{ item: 'GZK-2000-QS 工字扣', qty: '1', amount: '100.00' }, { item: 'MD-77 铆钉' }] })
  expect(seen.fields).toContainEqual({ name: 'status', label: '状态', text: '草稿', state: 'draft' })
  const keeper = await f.person(['warehouse'])
  const less = done(await f.api.get(`/lists/orders/${made[2].id}`, { token: keeper.token }))
  expect(less.fields.map(({ name }) => name)).not.toContain('grossTotal')
  expect(less.lines[0].amount).toBe('')
  expect((await f.api.get(`/lists/orders/${made[2].id}`, { token: (await f.person(['sales'])).token })).status).toBe(404)
}) // prettier-ignore

test('what waits for a person is counted where he works, and a notice leads to what it is about until he has read it', async () => {
  const waiting = async (by: Person) => done(await f.api.get('/waiting', { token: by.token }))
  await f.settings('order-settings', { reviewRequired: true })
  const reviewer = await f.person(['pmc'])
  const before = await waiting(reviewer)
  const order = await f.order(blue.id, [{ item: rivet.id, qty: 1 }])
  await f.verb('orders', order.id, 'submit', {}, f.clerk)
  await f.settings('order-settings', { reviewRequired: false })
  const after = await waiting(reviewer)
  expect(after.counts['/reviews']).toBe((before.counts['/reviews'] ?? 0) + 1)
  expect((await waiting(f.clerk)).counts).not.toHaveProperty('/reviews')
  const notice = async (user: number) =>
    app.payload.create({
      collection: 'notifications',
      data: { user, kind: 'mention', title: '评审', text: '请评审', related: { slug: 'orders', id: order.id } },
      overrideAccess: true,
    })
  const [mine, other] = [await notice(reviewer.id), await notice(f.clerk.id)]
  // in the list, what it is about is said in words
  const [row] = (await list({}, reviewer, 'notifications', '&columns=title,kind')).rows.filter(({ id }) => id === mine.id)
  expect(row?.cells['kind']).toEqual({ text: '备注中提到您', value: 'mention' })
  const told = await waiting(reviewer)
  expect(told.notices.map(({ id }) => id)).toContain(mine.id)
  expect(told.notices.map(({ id }) => id)).not.toContain(other.id)
  expect(told.notices.find(({ id }) => id === mine.id)).toMatchObject({ title: '评审', href: `/collections/orders/${order.id}`, at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/) })
  done(await f.api.patch(`/notifications/${mine.id}`, { token: reviewer.token, body: { read: true } }))
  const read = await waiting(reviewer)
  expect(read.notices.map(({ id }) => id)).not.toContain(mine.id)
  expect(read.counts.notifications ?? 0).toBe(Number(told.counts['notifications']) - 1)
  expect((await f.api.get('/waiting')).status).toBe(401)
}) // prettier-ignore

test('every list of the house answers, and every column of it can be put in order', async () => {
  // what reads the environment is loaded after it has been set
  const { columnsOf } = await import('@/src/questions/lists/columns')
  const { describeList } = await import('@/src/questions/lists/describeList')
  const { listPage, listTotals } = await import('@/src/questions/lists/list')
  const user = await app.payload.findByID({ collection: 'users', id: f.admin.id, depth: 0, overrideAccess: true })
  const req = await createLocalReq({ user: { ...user, collection: 'users' } }, app.payload)
  for (const slug of Object.keys(app.payload.collections).filter((name) => !name.startsWith('payload-'))) {
    const columns = await columnsOf(req, slug)
    const shown = columns.map(({ name }) => name)
    for (const sort of [null, ...shown.flatMap((name) => [name, `-${name}`])])
      expect([slug, sort, (await listPage(req, { slug, question: { ...emptyQuestion, sort }, shown })).page]).toEqual([slug, sort, 1])
    const question = { ...emptyQuestion, search: '蓝鲸 1' }
    expect([slug, (await listTotals(req, { slug, question, shown }, true)).estimated]).toEqual([slug, false])
    const english = await createLocalReq({ user: { ...user, collection: 'users' } }, app.payload)
    english.i18n = { ...english.i18n, language: 'en' }
    const { views, ...told } = await describeList(english, slug)
    expect([
      slug,
      views,
      JSON.stringify(told)
        .match(/\p{Script=Han}+/gu)
        ?.filter((text) => text !== '中文') ?? [],
    ]).toEqual([slug, [], []])
  }
})

test('many are done what at least one of them can take: verbs, mails and another salesperson by the states of those chosen', async () => {
  const { describeList } = await import('@/src/questions/lists/describeList')
  const user = await app.payload.findByID({ collection: 'users', id: f.boss.id, depth: 0, overrideAccess: true })
  const told = async () => describeList(await createLocalReq({ user: { ...user, collection: 'users' } }, app.payload), 'orders')
  const from = async (verb: string) => (await told()).verbs.find(({ name }) => name === verb)?.from
  expect([await from('submit'), await from('approve'), (await told()).assignedIn]).toEqual([
    ['draft', 'reviewFailed'],
    ['reviewed'],
    ['draft', 'reviewFailed', 'inReview', 'awaitingRuling', 'reviewed'],
  ])
  const { sheets } = done(
    await f.api.send<{ sheets: Array<{ mail: boolean; unsent: string[] }> }>('GET', '/lists/orders/sheets', { token: f.boss.token }),
  )
  expect(sheets).toMatchObject([{ mail: true, unsent: expect.arrayContaining(['draft', 'inReview', 'cancelled']) }])
  expect(sheets[0]?.unsent).not.toContain('approved')
})

/** Kinds of records without a list of their own in the menu: they are met where they are made. */
const withoutPlace = ['report-views', 'prepared-files', 'quote-links', 'document-notes']

test('whatever is kept has its place in the menu, and every place leads somewhere', () => {
  const { collections, globals } = app.payload.config
  const kept = [...collections, ...globals].map(({ slug }) => slug).filter((slug) => !slug.startsWith('payload-'))
  const places = workGroups.flatMap(({ places: of }) => of.filter((place) => !('path' in place)).map(placeName))
  expect([...places, ...withoutPlace].sort()).toEqual(kept.sort())
})
