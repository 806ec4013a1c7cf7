import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq, type Field } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { isLookupKind } from '@/src/domain/lookup/kinds'
import { rememberPortion } from '@/src/engine/lookup/rememberWords'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory } from '../support/story'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
})
afterAll(() => app.close())

const find = async (kind: string, q: string, { token = f.boss.token, more = '' } = {}) =>
  done(await app.api.get(`/lookup/${kind}?q=${encodeURIComponent(q)}${more}`, { token })).rows
const codes = async (q: string, more = ''): Promise<string[]> => (await find('items', q, { more })).map(({ code }) => code)

test('an exact code comes first, whatever else begins like it; by name, specification, sounds and initials', async () => {
  for (const code of ['GZK-2000-JS', 'GZK-2000-QS', 'GZK-2000-QSX', 'GZK-2000'])
    await f.item({ code, name: code.endsWith('JS') ? '工字扣 20 固定' : '工字扣 20 摇头', specification: '头厚4.4 青古铜' })
  expect((await find('items', 'gzk-2000-qs'))[0]).toMatchObject({ code: 'GZK-2000-QS', exact: true, unit: 'PCS', available: 0 })
  expect((await find('items', 'ＧＺＫ－２０００'))[0]).toMatchObject({ code: 'GZK-2000', exact: true })
  expect((await find('items', 'GZK-2000-Q')).map(({ exact }) => exact)).toEqual([false, false])
  expect(await codes('gzk2000qsx')).toEqual(['GZK-2000-QSX'])
  for (const typed of ['工字扣', 'gzk 摇头', 'gongzikou', 'qinggutong', 'qgt', '青古铜 20', '头厚4.4']) {
    const found = await codes(typed)
    expect([typed, found.length >= 3 && found.every((code) => code.startsWith('GZK-2000'))]).toEqual([typed, true])
  }
  expect(await codes('摇头 固定')).toEqual([])
  expect(await codes("'; drop table items; --")).toEqual([])
  expect(await codes('\\ : & | ! ( ) *')).toEqual([])
})

test("the customer's own code is exact for that customer only; a renamed record is found by its new name, a retired one not at all", async () => {
  const [one, other] = [await f.customer(), await f.customer()]
  const item = await f.item({ code: 'MD-77', name: '铆钉', customerCodes: [{ customer: one.id, code: 'LJ 0815' }] })
  expect((await find('items', 'lj 0815', { more: `&customer=${one.id}` }))[0]).toMatchObject({ id: item.id, exact: true })
  expect((await find('items', 'lj 0815', { more: `&customer=${other.id}` }))[0]).toMatchObject({ id: item.id, exact: false })
  done(await app.api.patch(`/items/${item.id}`, { token: f.boss.token, body: { name: '空心铆钉' } }))
  expect(await codes('kxmd')).toEqual(['MD-77'])
  done(await app.api.patch(`/items/${item.id}`, { token: f.boss.token, body: { active: false } }))
  expect(await codes('kxmd')).toEqual([])
})

test('a clerk finds his own customers, the manager those of his department, and nobody is told a name he may not read', async () => {
  const clerk = await f.person(['sales'])
  const hers = await f.customer({ name: '长沙云杉服饰', salesperson: clerk.id })
  const foreign = await f.customer({ name: '长沙云帆箱包' })
  expect((await find('customers', 'cs', { token: clerk.token })).map(({ id }) => id)).toEqual([hers.id])
  expect((await find('customers', foreign.code, { token: clerk.token })).map(({ id }) => id)).toEqual([])
  expect((await find('customers', '长沙')).map(({ id }) => id).sort()).toEqual([hers.id, foreign.id].sort())
  const named = done(await app.api.post('/lookup/customers', { token: clerk.token, body: { ids: [hers.id, foreign.id] } }))
  expect(named.rows.map(({ name }) => name)).toEqual(['长沙云杉服饰'])
  done(await app.api.patch(`/customers/${foreign.id}`, { token: f.boss.token, body: { salesperson: clerk.id } }))
  expect(await find('customers', 'cs', { token: clerk.token })).toHaveLength(2)
})

test('rows of a spreadsheet mean one record or none: a name that two items share is not guessed', async () => {
  const customer = await f.customer()
  const a = await f.item({ code: 'PA-1', name: '四合扣 15' })
  const b = await f.item({ code: 'PA-2', name: '牛仔扣 17', customerCodes: [{ customer: customer.id, code: 'K-9' }] })
  await f.item({ code: 'PA-3', name: '同名扣' })
  await f.item({ code: 'PA-4', name: '同名扣' })
  const { matches } = done(
    await app.api.post('/lookup/items', {
      token: f.boss.token,
      body: { texts: [' pa-1 ', '牛仔扣 17', 'K-9', '同名扣', '没有'], customer: customer.id },
    }),
  )
  expect(Object.fromEntries(Object.entries(matches).map(([text, { id }]) => [text, id]))).toEqual({
    'pa-1': a.id,
    '牛仔扣 17': b.id,
    'K-9': b.id,
  })
  expect(codesOf(await app.api.post('/lookup/items', { token: f.boss.token, body: { ids: ['x'] } }))).toEqual(['INVALID_INPUT'])
  expect((await app.api.get('/lookup/orders?q=1', { token: f.boss.token })).status).toBe(404)
  expect((await app.api.get('/lookup/items?q=1')).status).toBe(401)
})

test('records that came another way are found after the next round', async () => {
  const item = await f.item({ code: 'RAW-1', name: '进口拉链' })
  const req = await createLocalReq({}, app.payload)
  await inTransaction(req, async () => {
    const { txOf } = await import('@/src/db/transaction')
    await (await txOf(req)).execute(`delete from lookup_words where record_id = ${item.id} and kind = 'items'`)
  })
  expect(await codes('jkll')).toEqual([])
  expect(await inTransaction(req, () => rememberPortion(req, 'items'))).toBe(1)
  expect(await codes('jkll')).toEqual(['RAW-1'])
  expect(await inTransaction(req, () => rememberPortion(req, 'items'))).toBe(0)
})

test('items say what this customer paid last, to whoever reads prices and the customer', async () => {
  const item = await f.item({ code: 'LAST-1', availabilityMode: 'off' })
  const [customer, other] = [await f.customer(), await f.customer()]
  await f.approvedOrder(customer.id, [{ item: item.id, qty: 1, price: 3.25 }], { date: '2026-11-01' })
  await f.approvedOrder(customer.id, [{ item: item.id, qty: 1, price: 3.5 }], { date: '2026-11-20' })
  const told = async (token: string, of: number) => (await find('items', 'LAST-1', { token, more: `&customer=${of}` }))[0]
  expect(await told(f.boss.token, customer.id)).toMatchObject({
    lastPrice: 3.5,
    lastUnit: 'PCS',
    lastCurrency: 'CNY',
    lastDate: '2026-11-20',
  })
  expect(await told(f.boss.token, other.id)).not.toHaveProperty('lastPrice')
  const keeper = await f.person(['warehouse'], { dataScope: 'all' })
  const stranger = await f.person(['sales'], { dataScope: 'own' })
  for (const { token } of [keeper, stranger]) expect(await told(token, customer.id)).not.toHaveProperty('lastPrice')
})

test('whatever a form names can be typed and is told: every relation of a form leads to records that are looked up, or to numbered ones', () => {
  const isNumbered = (slug: string): boolean =>
    app.payload.config.collections.find((each) => each.slug === slug)?.flattenedFields.some(({ name }) => name === 'no') ?? false
  const named = new Set<string>()
  const walk = (fields: readonly Field[]): void => {
    for (const field of fields) {
      if (field.type === 'tabs') field.tabs.forEach(({ fields: inner }) => walk(inner))
      else if ('fields' in field) walk(field.fields)
      if (field.type !== 'relationship' || field.admin?.hidden) continue
      if (String(JSON.stringify(field.admin?.components)).includes('LookupField')) [field.relationTo].flat().forEach((to) => named.add(to))
    }
  }
  for (const { fields, admin } of [...app.payload.config.collections, ...app.payload.config.globals]) if (!admin.hidden) walk(fields)
  expect([...named].filter((slug) => !isLookupKind(slug) && !isNumbered(slug))).toEqual([])
  expect(named.size).toBeGreaterThan(10)
})

test('a template, put away or not, is told where a quote names it, and offered while it is in use', async () => {
  const item = await f.item()
  const body = { name: '首单报价模板', lines: [{ item: item.id, qty: 5 }] }
  const doc = done(await app.api.post('/quote-templates?depth=0', { token: f.boss.token, body }))
  expect((await find('quote-templates', '首单'))[0]).toMatchObject({ id: doc.id, name: '首单报价模板' })
  done(await app.api.patch(`/quote-templates/${doc.id}`, { token: f.boss.token, body: { active: false } }))
  expect(await find('quote-templates', '首单')).toEqual([])
  const { rows } = done(await app.api.post('/lookup/quote-templates', { token: f.boss.token, body: { ids: [doc.id] } }))
  expect(rows.map(({ name }: { name: string }) => name)).toEqual(['首单报价模板'])
})
