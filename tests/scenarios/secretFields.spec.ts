import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq, type FlattenedField } from 'payload'

import { exportTables } from '@/src/db/backup/exportTables'
import { postgresOf } from '@/src/db/postgres'
import { roles } from '@/src/domain/people/person'

import type { GraphqlAnswer } from '../support/answers'
import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory, type Person } from '../support/story'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory
let item: Told<'items'>

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  await f.settings('availability-settings', { mode: 'off' })
  item = await f.item({ minPrice: 43.21, markupRate: 17.55, minMarginRate: 21.65 })
})
afterAll(() => app.close())

const ask = async (query: string, by: Person = f.clerk) => (await f.api.graphql(query, { token: by.token })).body
const codes = ({ errors }: Partial<GraphqlAnswer>): string[] =>
  (errors ?? []).flatMap((error) => error.extensions?.data?.errors ?? []).map(({ code }) => code)

test('GraphQL answers what it knows and refuses what it does not', async () => {
  expect(await ask(`{ Item(id: ${item.id}) { code } }`)).toEqual({ data: { Item: { code: item.code } } })
  expect((await ask('{ Items { docs { nothing } } }')).errors[0].message).toContain('Cannot query field "nothing"')
})

test('M-11 in GraphQL: filters, sorts and counts on what is hidden are refused, also through relations', async () => {
  for (const query of [
    '{ Items(where: { minPrice: { greater_than: 43 } }) { totalDocs } }',
    '{ Items(where: { OR: [{ markupRate: { equals: 17.55 } }] }) { totalDocs } }',
    '{ Items(sort: "-minMarginRate") { docs { id } } }',
    '{ countItems(where: { minPrice: { greater_than: 43 } }) { totalDocs } }',
    '{ Orders(where: { lines__minPrice: { greater_than: 43 } }) { totalDocs } }',
    '{ Orders(sort: "lines.item.minPrice") { docs { id } } }',
  ])
    expect({ query, codes: codes(await ask(query)) }).toEqual({ query, codes: ['INVALID_INPUT'] })
  const asBoss = await ask('{ Items(where: { minPrice: { equals: 43.21 } }, sort: "-minPrice") { totalDocs } }', f.boss)
  expect(asBoss).toEqual({ data: { Items: { totalDocs: 1 } } })
})

type Leaf = { slug: string; path: string; field: FlattenedField }

const leavesOf = (slug: string, fields: readonly FlattenedField[], prefix = ''): Leaf[] =>
  fields.flatMap((field): Leaf[] => [
    { slug, path: `${prefix}${field.name}`, field },
    ...('flattenedFields' in field && Array.isArray(field.flattenedFields)
      ? leavesOf(slug, field.flattenedFields, `${prefix}${field.name}.`)
      : []),
  ])

test('every field of cost, margin or minimum in every collection is closed to the reader, the filter and the sort', async () => {
  const secretName =
    /^(minPrice|minSource|minMarginRate|markupRate|cost|unitCost|averageCost|latestCost|costValue|issueValue|receivedValue|costShares)$/
  const leaves = Object.values(app.payload.collections).flatMap(({ config }) => leavesOf(config.slug, config.flattenedFields))
  const { docs } = await app.payload.find({ collection: 'users', where: { id: { equals: f.clerk.id } }, overrideAccess: true })
  const req = await createLocalReq({ user: { ...docs[0]!, collection: 'users' } }, app.payload)
  const closed: Leaf[] = []
  for (const leaf of leaves) {
    const read = 'access' in leaf.field ? leaf.field.access?.read : undefined
    const hidden = read !== undefined && (await read({ req })) !== true
    const where = `${leaf.slug}.${leaf.path}`
    if (secretName.test(leaf.field.name)) expect({ where, hidden }).toEqual({ where, hidden: true })
    if (hidden || (leaf.field.type === 'json' && leaf.field.name !== 'related')) closed.push(leaf)
  }
  expect(closed.length).toBeGreaterThan(40)
  for (const { slug, path } of closed.filter(({ slug: of }) => !of.startsWith('payload-')))
    for (const asked of [`where[${path}][exists]=true`, `where[or][0][and][0][${path}][like]=3`, `sort=${path}`, `sort=-${path}`]) {
      const { status } = await f.api.get(`/${slug}?${asked}`, { token: f.clerk.token })
      expect({ slug, asked, refused: [400, 403].includes(status) }).toEqual({ slug, asked, refused: true })
    }
})

/** A value of the field's own kind that nobody has entered yet. */
const someValue = (field: FlattenedField): unknown => {
  if (field.type === 'number') return 7
  if (field.type === 'checkbox') return true
  if (field.type === 'select') {
    const option = field.options.at(-1)
    const value = typeof option === 'object' ? option.value : option
    return field.hasMany ? [value] : value
  }
  if (field.type === 'relationship' && typeof field.relationTo === 'string') return field.hasMany ? [1] : 1
  return field.type === 'text' || field.type === 'textarea' ? 'xx' : undefined
}

test('every field × role: what somebody may not write is refused by name, in masters and documents, never dropped in silence', async () => {
  const given = new Set<string>()
  for (const role of roles) {
    const person = await f.person([role])
    const { docs } = await app.payload.find({ collection: 'users', where: { id: { equals: person.id } }, overrideAccess: true })
    const req = await createLocalReq({ user: { ...docs[0]!, collection: 'users' } }, app.payload)
    for (const { config } of Object.values(app.payload.collections)) {
      if (config.slug.startsWith('payload-') || config.upload || config.slug === 'users') continue
      for (const { slug, path, field } of leavesOf(config.slug, config.flattenedFields)) {
        const access = 'access' in field ? field.access?.create : undefined
        const readOnly = field.admin && 'readOnly' in field.admin && field.admin.readOnly
        const value = someValue(field)
        if (!access || readOnly || value === undefined || ('flattenedFields' in field && field.flattenedFields)) continue
        if (await access({ req, data: {}, siblingData: {} })) continue
        const inGroup = path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value)
        const answer = await f.api.post(`/${slug}`, { token: person.token, body: inGroup as Record<string, unknown> })
        const told = answer.status === 403 && codesOf(answer).length === 0 ? 'may not create' : codesOf(answer)[0]
        expect([slug, path, role, told]).toEqual([
          slug,
          path,
          role,
          told === 'may not create' || told === 'FORBIDDEN' ? told : 'NOT_YOUR_FIELD',
        ])
        if (told === 'NOT_YOUR_FIELD') given.add(`${slug}.${path}`)
      }
    }
  }
  expect([...given]).toEqual(expect.arrayContaining(['customers.billTo', 'customers.taxCategory', 'orders.sampleWaiver']))
  // an edit that leaves it as it is passes; one that changes it is refused
  const customer = await f.customer({ status: 'active' })
  const order = await f.order(customer.id, [{ item: item.id, qty: 1, price: 50 }])
  const edit = (body: Record<string, unknown>) => f.api.patch(`/orders/${order.id}`, { token: f.clerk.token, body })
  expect((await edit({ sampleWaiver: null, remark: 'x' })).status).toBe(200)
  const refused = await edit({ sampleWaiver: '特批' })
  expect([refused.status, codesOf(refused)]).toEqual([403, ['NOT_YOUR_FIELD']])
  const asked = await ask(`mutation { updateOrder(id: ${order.id}, data: { sampleWaiver: "x" }) { id } }`)
  expect(codes(asked)).toEqual(['NOT_YOUR_FIELD'])
})

test('every field that is neither read nor written: guessing it right is answered as guessing it wrong, and nothing is nothing', async () => {
  const customer = await f.customer({ salesperson: f.clerk.id, credit: { control: true, limit: 1234 } })
  const { docs } = await app.payload.find({ collection: 'users', where: { id: { equals: f.clerk.id } }, overrideAccess: true })
  const req = await createLocalReq({ user: { ...docs[0]!, collection: 'users' } }, app.payload)
  const valueAt = (record: unknown, path: string): unknown =>
    path.split('.').reduce<unknown>((at, name) => (at !== null && typeof at === 'object' ? Reflect.get(at, name) : undefined), record)
  const rows = { customers: customer.id, orders: (await f.order(customer.id, [{ item: item.id, qty: 1, price: 50 }], f.clerk)).id } as const
  const guessed: string[] = []
  for (const [kind, id] of Object.entries(rows) as Array<[keyof typeof rows, number]>) {
    const stored = await app.payload.findByID({ collection: kind, id, depth: 0, overrideAccess: true })
    for (const { path, field } of leavesOf(kind, app.payload.collections[kind].config.flattenedFields)) {
      const { read, update } = ('access' in field && field.access) || {}
      const readOnly = field.admin && 'readOnly' in field.admin && field.admin.readOnly
      const wrong = someValue(field)
      if (!read || !update || readOnly || wrong === undefined || path.startsWith('lines')) continue
      if ((await read({ req, id, data: stored })) || (await update({ req, id, data: stored }))) continue
      const right = valueAt(stored, path)
      const send = async (value: unknown) => {
        const body = path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as Record<string, unknown>
        const answer = await f.api.patch(`/${kind}/${id}?depth=0`, { token: f.clerk.token, body })
        return [answer.status, codesOf(answer)]
      }
      expect([path, await send(right || wrong)]).toEqual([path, [403, ['NOT_YOUR_FIELD']]])
      expect([path, await send(wrong)]).toEqual([path, [403, ['NOT_YOUR_FIELD']]])
      expect([path, (await send(null))[0]]).toEqual([path, 200])
      expect([path, valueAt(await app.payload.findByID({ collection: kind, id, depth: 0, overrideAccess: true }), path)]).toEqual([
        path,
        right,
      ])
      guessed.push(`${kind}.${path}`)
    }
  }
  expect(guessed).toContain('customers.credit.limit')
})

const snake = (name: string): string => name.replaceAll('.', '_').replaceAll('-', '_').replace(/([a-z])([A-Z])/g, '$1_$2').replace(/([A-Z])([A-Z][a-z])/g, '$1_$2').toLowerCase() // prettier-ignore

test('what nobody reads does not leave with the tables either: passwords, keys, factors, sessions, addresses and secrets of robots', async () => {
  const pool = postgresOf(app.payload).pool
  const one = await f.person(['sales', 'admin'])
  const token = one.token
  const currentPassword = 'Rivet-2026-ok'
  const { key } = done(await f.api.post('/users/api-keys', { token, body: { name: 'ERP', days: 3, currentPassword } }))
  const factor = done(await f.api.post('/users/second-factor/begin', { token, body: { currentPassword } }))
  await f.api.post('/users/forgot-password', { body: { email: one.email } })
  const webhook = { name: 'Robot', kind: 'webhook', newAddress: 'https://8.8.8.8/robot?key=kept-inside-typed', newSecret: 'kept-inside-signing', events: ['orders.submit'] } // prettier-ignore
  done(await f.api.post('/webhooks', { token: f.admin.token, body: webhook }))

  // whatever nobody may read, whoever he is, and what the platform hides of accounts, holds a mark
  const { docs } = await app.payload.find({ collection: 'users', where: { id: { equals: one.id } }, overrideAccess: true })
  const everything = {
    ...docs[0]!,
    roles: [...roles],
    seeCost: true,
    seeMinimumPrice: true,
    seeCreditLimit: true,
    collection: 'users' as const,
  }
  const req = await createLocalReq({ user: everything }, app.payload)
  const marked: string[] = []
  for (const { config } of Object.values(app.payload.collections))
    for (const { slug, path, field } of leavesOf(config.slug, config.flattenedFields)) {
      const read = 'access' in field ? field.access?.read : undefined
      const isClosed =
        (read && (await read({ req, id: one.id, doc: everything })) !== true) || (config.auth && 'hidden' in field && field.hidden)
      if (!isClosed || ('virtual' in field && field.virtual)) continue
      const [table, column] = [snake(slug), snake(path)]
      const { rows } = await pool.query<{ type: string }>('select data_type as type from information_schema.columns where table_name = $1 and column_name = $2', [table, column]) // prettier-ignore
      if (rows[0]?.type !== 'character varying') continue
      await pool.query(`update "${table}" set "${column}" = 'kept-inside-' || id`)
      marked.push(`${slug}.${path}`)
    }
  expect(marked).toEqual(expect.arrayContaining(['users.apiKey', 'users.hash', 'users.salt', 'users.resetPasswordToken', 'webhooks.address', 'webhooks.secret'])) // prettier-ignore

  const kept = await pool.query<{ value: string }>(
    'select hash as value from account_keys union all select secret from account_factors union all select id from users_sessions union all select token_hash from account_links',
  )
  expect(kept.rows.length).toBeGreaterThan(3)
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gendan-secrets-'))
  try {
    await exportTables({ connectionString: app.database.url, folder })
    for (const name of await readdir(folder)) {
      const text = await readFile(path.join(folder, name), 'utf8')
      for (const value of ['kept-inside', String(key), String(factor['secret']), ...kept.rows.map((row) => row.value)])
        expect([name, value, text.includes(value)]).toEqual([name, value, false])
    }
    // the subscriber itself is there, switched off until its address is typed anew
    expect(await readFile(path.join(folder, 'webhooks.csv'), 'utf8')).toMatch(/Robot,webhook,"",/)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
