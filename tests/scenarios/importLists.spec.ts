import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createLocalReq, initTransaction, killTransaction, type PayloadRequest } from 'payload'

import { addedTitles, type InvoiceTitle } from '@/src/domain/customers/invoiceTitles'
import { enterDocument } from '@/src/engine/documents/enterDocument'
import { titlesOfCustomers } from '@/src/imports/masters/invoiceTitles'
import type { KeptList } from '@/src/imports/masters/keptList'
import { ListSaves } from '@/src/imports/masters/listSaves'
import { ListWrites } from '@/src/imports/masters/listWrites'
import { unitsOfItems } from '@/src/imports/masters/units'
import { query, sql } from '@/src/ledger/query'

import { startApp, type TestApp } from '../support/app'
import { done, type Factory, openFactory, type Person } from '../support/story'

/* Lists of many records saved at once leave behind what the save of each leaves behind, to the last word, and refuse what it refuses. */

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
})
afterAll(() => app.close())

type Rows = ReadonlyArray<Record<string, unknown>>
type Wanted = ReadonlyMap<number, (known: Rows) => Rows>

const requestOf = async (person: Person | null): Promise<PayloadRequest> => {
  if (person === null) return createLocalReq({}, app.payload)
  const user = await app.payload.findByID({ collection: 'users', id: person.id, depth: 0, overrideAccess: true })
  return createLocalReq({ user: { ...user, collection: 'users' } }, app.payload)
}

const together = async (req: PayloadRequest, kept: KeptList, wanted: Wanted): Promise<number> => {
  const saves = new ListSaves(req, kept)
  const records = await saves.opened([...wanted.keys()])
  const judged = await saves.judged(
    records.map((former) => ({ row: 1, former, rows: wanted.get(former.id)?.((former[kept.list] ?? []) as Rows) ?? [] })),
  )
  for (const write of await new ListWrites(req, kept).prepared(judged)) await write()
  return judged.filter(({ record }) => record !== null).length
}

const oneByOne = async (req: PayloadRequest, kept: KeptList, wanted: Wanted): Promise<number> => {
  for (const id of [...wanted.keys()].sort((a, b) => a - b)) {
    const known = await req.payload.db.findOne<Record<string, unknown> & { id: number }>({
      collection: kept.slug,
      where: { id: { equals: id } },
      req,
    })
    const rows = wanted.get(id)?.((known?.[kept.list] ?? []) as Rows)
    await enterDocument({ req, slug: kept.slug, id, data: { [kept.list]: rows }, overrideAccess: !req.user })
  }
  return 0
}

const tables: Readonly<Record<KeptList['slug'], readonly string[]>> = {
  items: ['items_units', 'items_features', 'items_customer_codes', 'items_rels'],
  customers: ['customers_invoice_titles', 'customers_contacts', 'customers_addresses'],
}

/** Everything a save may have touched; rows that are new bear ids of their own, and moments are this transaction's. */
async function leftBehind(req: PayloadRequest, kept: KeptList, former: ReadonlySet<string>, after: number) {
  const { slug } = kept
  const all = (table: string, order: string) => query<Record<string, unknown>>(req, sql`select * from ${sql.raw(table)} order by ${sql.raw(order)}`) // prettier-ignore
  const found = {
    records: (await all(slug, 'id')).map(({ updated_at: _at, ...record }) => record),
    lists: await Promise.all(
      tables[slug].map((table) => all(table, table.endsWith('_rels') ? 'parent_id, "order"' : '_parent_id, _order')),
    ),
    words: await query(req, sql`select record_id, code, words::text from lookup_words where kind = ${slug} order by 1`),
    keys: await all('customer_keys', 'customer_id, kind, key, path'),
    log: await query(
      req,
      sql`select user_id, user_name, slug, document_id, no, verb, version, changes, reason, client from audit_log where id > ${after}::int order by id`,
    ),
  }
  return JSON.parse(JSON.stringify(found), (key, value: unknown) =>
    key === 'id' && typeof value === 'string' && !former.has(value) ? 'new' : value,
  ) as typeof found
}

const said = (error: unknown) => ({ refused: (error as Error).message, data: (error as { data?: unknown }).data })

/** Does it, says what it left behind or how it was refused, and keeps nothing. */
async function tried(person: Person | null, kept: KeptList, wanted: Wanted, save: typeof together) {
  const req = await requestOf(person)
  await initTransaction(req)
  try {
    const lists = await Promise.all(tables[kept.slug].map((table) => query<{ id: unknown }>(req, sql`select id from ${sql.raw(table)}`)))
    const former = new Set(lists.flat().map(({ id }) => String(id)))
    const [last] = await query<{ id: number }>(req, sql`select coalesce(max(id), 0)::int as id from audit_log`)
    // a save finds words and keys again of whoever had lost them
    await query(req, sql`delete from lookup_words where record_id % 3 = 0`)
    await query(req, sql`delete from customer_keys where customer_id % 4 = 0`)
    const begun = new Date().toISOString()
    const plain = await save(req, kept, wanted).catch((error: unknown) => said(error))
    if (typeof plain === 'object') return { left: plain, plain: 0 }
    const written = await query<{ id: number }>(
      req,
      sql`select id from ${sql.raw(kept.slug)} where updated_at >= ${begun}::timestamptz order by 1`,
    )
    return { left: { ...(await leftBehind(req, kept, former, last?.id ?? 0)), written }, plain }
  } finally {
    await killTransaction(req)
  }
}

/** How many were saved at once, of all tries; each try comes to the same both ways. */
async function held(person: Person | null, kept: KeptList, tries: readonly Wanted[]) {
  const seen = { together: 0, refused: 0 }
  for (const wanted of tries) {
    const [one, other] = [await tried(person, kept, wanted, together), await tried(person, kept, wanted, oneByOne)]
    expect(one.left).toEqual(other.left)
    seen.together += one.plain
    if ('refused' in one.left) seen.refused += 1
  }
  return seen
}

/** For some of these records what becomes of their list. */
const triesOf = <Row extends object>(
  { ids, seed, count }: { ids: readonly number[]; seed: number; count: number },
  row: fc.Arbitrary<Row>,
  after: (known: Rows, given: readonly Row[]) => Rows,
): Wanted[] =>
  fc
    .sample(fc.array(fc.tuple(fc.constantFrom(...ids), fc.array(row, { minLength: 1, maxLength: 3 })), { minLength: 1, maxLength: 8 }), {
      seed,
      numRuns: count,
    })
    .map((entries) => new Map(entries.map(([id, given]) => [id, (known: Rows) => after(known, given)])))

/** Texts a field of so many signs does not take; what no database keeps is asked of people. */
const unkept = (person: Person | null, most: number): string[] => ['x'.repeat(most + 1), ...(person ? ['a\u0000b'] : [])]

test('units of items', async () => {
  const own = [
    {},
    { units: [{ unit: 'BOX', factor: 100 }] },
    {
      units: [
        { unit: 'BOX', factor: 12.5 },
        { unit: 'BAG', factor: 2 },
      ],
    },
    { unit: 'M', features: [{ key: '色', value: '银' }], specification: '17mm' },
    { kind: 'sample', minPrice: 3, active: false },
  ]
  const items = []
  for (const data of own) items.push(await f.item(data))
  const sold = await f.item({ units: [{ unit: 'BOX', factor: 10 }] })
  await f.receive({ item: sold.id, qty: 100 })
  await f.order((await f.customer()).id, [{ item: sold.id, qty: 1, unit: 'BOX', price: 1000 }])
  const ids = [...items, sold].map(({ id }) => id)
  const after = (known: Rows, given: Rows): Rows => [
    ...known.map((row) => ({ ...row, ...given.find(({ unit }) => unit === row['unit']) })),
    ...given.filter(({ unit }, at) => ![...known, ...given.slice(0, at)].some((row) => row['unit'] === unit)),
  ]
  const good = fc.record({ unit: fc.constantFrom('BOX', 'BAG', 'CTN', ' DOZ '), factor: fc.constantFrom(0.000001, 2, 10, 12.5, 1000) })
  const any = (person: Person | null) =>
    fc.record({ unit: fc.constantFrom('BOX', 'PCS', 'M', 'DOZ', '', ...unkept(person, 20)), factor: fc.constantFrom(0, -1, 10, 5) })
  for (const person of [null, f.admin]) {
    const seen = await held(person, unitsOfItems, [
      ...triesOf({ ids: ids.slice(0, -1), seed: 15, count: 12 }, good, after),
      ...triesOf({ ids, seed: 16, count: 8 }, fc.oneof({ weight: 4, arbitrary: good }, any(person)), after),
    ])
    expect(seen.refused).toBeGreaterThan(0)
    expect(seen.together).toBeGreaterThan(20)
  }
  const [sample, stranger] = [
    new Map([
      [
        sold.id,
        () => [
          { unit: 'BOX', factor: 10 },
          { unit: 'BAG', factor: 5 },
        ],
      ],
    ]),
    await f.person(['sales']),
  ]
  expect(await held(null, unitsOfItems, [sample])).toEqual({ together: 1, refused: 0 })
  expect((await held(stranger, unitsOfItems, [sample])).refused).toBe(1)
})

test('titles of customers', async () => {
  const terms = await f.master('customer-categories', { code: 'KT', name: '随类别', defaults: { creditLimit: 5000, creditDays: 30 } })
  const title = (name: string, more: object = {}) => ({ title: name, ...more })
  const own = [
    { name: '甲公司', contacts: [{ name: '王', phone: '13800138000' }] },
    { name: '乙公司', invoiceTitle: '乙公司', taxNo: '91440101MA5CXXXX1X' },
    { name: '丙公司', invoiceTitles: [title('丙公司', { main: true, taxNo: 'T-1' }), title('甲公司')] },
    { name: '丁公司', category: terms.id, addresses: [{ address: '长安镇 1 号', phone: '13800138000' }] },
    { name: '戊公司', taxNo: 'T-1', invoicePhone: '13800138000' },
  ]
  const customers = []
  for (const data of own) customers.push(await f.customer(data))
  customers.push(await f.customer({ name: '己公司', billTo: customers[0]?.id }))
  const stranger = await f.person(['sales'])
  const foreign = await f.customer({ name: '庚公司', salesperson: stranger.id })
  await app.payload.update({ collection: 'customers', id: foreign.id, data: { inherits: null }, overrideAccess: true })
  const ids = [...customers, foreign].map(({ id }) => id)
  const shape = {
    title: fc.constantFrom('甲公司', '乙公司', '丙公司', '新抬头', '另一抬头'),
    taxNo: fc.constantFrom('T-1', '91440101MA5CXXXX1X', 'T-2'),
    bank: fc.constantFrom('工商银行', ' 建行 '),
    main: fc.boolean(),
  }
  const good = fc.record(shape, { requiredKeys: ['title'] })
  const any = (person: Person | null) => fc.record({ ...shape, taxNo: fc.constantFrom(...unkept(person, 50)) }, { requiredKeys: ['title'] })
  const added = (known: Rows, given: readonly InvoiceTitle[]): Rows =>
    addedTitles(known as InvoiceTitle[], given.map((row, at) => ({ ...row, main: at === 0 && row.main === true }))).rows as Rows // prettier-ignore
  const raw = (known: Rows, given: Rows): Rows => [...known, ...given]
  for (const person of [null, f.boss]) {
    const seen = await held(person, titlesOfCustomers, [
      ...triesOf({ ids, seed: 17, count: 12 }, good, added),
      ...triesOf({ ids, seed: 18, count: 8 }, fc.oneof({ weight: 3, arbitrary: good }, any(person)), raw),
    ])
    expect(seen.refused).toBeGreaterThan(0)
    expect(seen.together).toBeGreaterThan(30)
  }
  // a clerk changes his own customers only
  const one = new Map([[foreign.id, (known: Rows) => [...known, { title: '新' }]]])
  expect((await held(f.clerk, titlesOfCustomers, [one])).refused).toBe(1)
  expect(await held(stranger, titlesOfCustomers, [one])).toMatchObject({ refused: 0 })
})

test('a row nothing can be made of is told with its number, in the words of the save, and nothing comes in', async () => {
  const [first, second] = [await f.item({}), await f.item({})]
  const form = (content: string): FormData => {
    const data = new FormData()
    data.append('file', new Blob([content]), 'units.csv')
    return data
  }
  const send = async (content: string, kind = 'units') =>
    done(await app.api.post(`/import/${kind}`, { token: f.admin.token, body: form(content) }))
  const refused = await send(`物料,单位,换算率\n${first.code},BOX,10\n${second.code},PCS,10\n`)
  expect([refused.created, refused.errors.map(({ row, message }) => [row, message])]).toEqual([0, [[3, 'PCS 是库存单位，不必换算']]])
  expect((await f.read('items', first.id)).units).toEqual([])
  const file = `物料,单位,换算率\n${first.code},BOX,10\n${second.code},BOX,10\n${second.code},CTN,0.5\n`
  expect(await send(file)).toMatchObject({ created: 3, updated: 0, unchanged: 0, errors: [] })
  expect(await send(file)).toMatchObject({ created: 0, updated: 0, unchanged: 3, errors: [] })
  // several portions, looked up, judged and written side by side on one connection
  const codes = Array.from({ length: 1600 }, (_, index) => `UL${String(index)}`)
  expect(await send(['品号,品名', ...codes.map((code) => `${code},扣`)].join('\n'), 'items')).toMatchObject({ created: 1600, errors: [] })
  const many = ['物料,单位,换算率', ...codes.map((code, index) => `${code},BOX,${String(index + 1)}`)].join('\n')
  expect(await send(many)).toMatchObject({ created: 1600, errors: [] })
  expect(await send(many)).toMatchObject({ created: 0, updated: 0, unchanged: 1600 })
})
