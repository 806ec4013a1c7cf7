import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { CollectionSlug, FlattenedField } from 'payload'
import { z } from 'zod'

import { reports } from '@/reports'
import { namesOfRecords } from '@/src/access/namedRecords'
import { rights } from '@/src/access/rights'
import { lookupKinds } from '@/src/domain/lookup/kinds'
import { allRules } from '@/src/engine/define'
import { lineFields } from '@/src/engine/lineFields'

import type { Refused, Written } from '../support/answers'
import { type ApiAnswer, startApp, type TestApp } from '../support/app'
import { doorsOf } from '../support/doors'
import { openTwoDepartments, type TwoDepartments } from '../support/twoDepartments'

/* What one may not read one may not name: every relation of every collection, in the header and in the lines. */

let app: TestApp
let house: TwoDepartments
const nowhere = 2_000_000_000

beforeAll(async () => {
  app = await startApp()
  house = await openTwoDepartments(app)
})
afterAll(() => app.close())

type Relation = { slug: string; path: string; target: string; many: boolean; mixed: boolean }

/** The relations that somebody may enter when he makes a record. */
function relationsOf(slug: string, fields: readonly FlattenedField[], prefix = ''): Relation[] {
  return fields.flatMap((field): Relation[] => {
    const path = `${prefix}${field.name}`
    if (field.type === 'relationship' || field.type === 'upload') {
      // a field that names its own access is the house's or somebody's in particular: what is dropped names nobody
      if ('access' in field && field.access?.create) return []
      const targets = Array.isArray(field.relationTo) ? field.relationTo : [field.relationTo]
      return targets.map((target) => ({
        slug,
        path,
        target,
        many: field.hasMany === true,
        mixed: Array.isArray(field.relationTo),
      }))
    }
    if (field.type !== 'array' && field.type !== 'group') return []
    return relationsOf(slug, field.flattenedFields, `${path}.${field.type === 'array' ? '0.' : ''}`)
  })
}

/** `{lines: [{item: 7}]}` for `lines.0.item` and 7. */
function nested(path: readonly string[], value: unknown): unknown {
  const [head, ...rest] = path
  if (head === undefined) return value
  return head === '0' ? [nested(rest, value)] : { [head]: nested(rest, value) }
}

const pathsOf = ({ body }: ApiAnswer): string[] =>
  ((body as Partial<Refused>)?.errors?.[0].data?.errors ?? (body as Partial<Written<unknown>>)?.findings ?? [])
    .filter(({ code }) => code === 'INVALID_INPUT')
    .map(({ path }) => path ?? '')

/** The answer without the id that was asked about. */
const worded = (answer: ApiAnswer, id: number): string => `${answer.status} ${JSON.stringify(answer.body)}`.replaceAll(String(id), 'ID')

/** A record of each kind that the first clerk does not read. */
async function foreignRecords(): Promise<Map<string, number>> {
  const foreign = new Map<string, number>([['customers', house.customers[1]]])
  for (const slug of ['orders', 'quotes', 'invoices', 'deliveries', 'samples', 'price-adjustments'] as const) {
    const { docs } = await app.payload.find({
      collection: slug,
      where: { salesperson: { equals: house.clerks[1].id } },
      limit: 1,
      depth: 0,
      overrideAccess: true,
    })
    if (docs[0]) foreign.set(slug, docs[0].id)
  }
  return foreign
}

test('no relation of any collection takes a record one does not read, and the answer is that of none', async () => {
  const relations = Object.keys(rights).flatMap((slug) =>
    relationsOf(slug, app.payload.collections[slug as CollectionSlug].config.flattenedFields),
  )
  const foreign = await foreignRecords()
  const clerk = house.clerks[0]
  const tried = new Set<string>()
  for (const { slug, path, target, many, mixed } of relations) {
    const id = foreign.get(target)
    const row = rights[slug]
    if (id === undefined || !row || !row.create.includes('sales')) continue
    const value = (given: number): unknown => {
      const one = mixed ? { relationTo: target, value: given } : given
      return many ? [one] : one
    }
    const ask = (given: number) =>
      app.api.post(`/${slug}`, { token: clerk.token, body: { ...(nested(path.split('.'), value(given)) as object), dryRun: true } })
    const [unseen, unknown] = [await ask(id), await ask(nowhere)]
    expect({ slug, path, refused: pathsOf(unseen).some((at) => at.startsWith(path)) }).toEqual({ slug, path, refused: true })
    expect({ slug, path, answer: worded(unseen, id) }).toEqual({ slug, path, answer: worded(unknown, nowhere) })
    tried.add(`${slug}.${path}`)
  }
  expect([...tried].sort()).toEqual(
    expect.arrayContaining(['orders.customer', 'orders.lines.0.quote', 'quotes.customer', 'samples.customer']),
  )
  expect(tried.size).toBeGreaterThan(6)
})

test('no question, report or look-up tells a record one does not read from one there is not, wherever it is named in the address or the body', async () => {
  const clerk = house.clerks[0]
  const token = clerk.token
  const foreign = await foreignRecords()
  const [customer = 0] = [foreign.get('customers')]
  const named = await app.payload.findByID({ collection: 'customers', id: customer, depth: 0, overrideAccess: true })
  const paths = doorsOf(app.payload).flatMap(({ method, path }) => {
    const [own = ''] = path.split('/').slice(1)
    if (method !== 'get' || Object.hasOwn(rights, own) || /globals|payload-|public|openapi|docs|system|access$|og$/.test(path)) return []
    if (path === '/reports/:name') return reports.map(({ name }) => `/reports/${name}`)
    return path.includes(':') ? [] : [path]
  })
  expect(paths.length).toBeGreaterThan(reports.length + 10)
  const differs: unknown[] = []
  const compare = (what: string, [unseen, none]: [string, string]) => {
    if (unseen !== none) differs.push({ what, unseen: unseen.slice(0, 400), none: none.slice(0, 400) })
  }
  /** As large as a report takes one. */
  const none = 900_000_000
  /** An answer without the moment, what was asked about, and its code. */
  const plain = (answer: ApiAnswer, id: number): string =>
    `${answer.status} ${JSON.stringify(answer.body)}`
      .replace(/\d{4}-\d\d-\d\d([T ][\d:.%A]+Z?)?/g, '')
      .replaceAll(new RegExp(`\\b(${String(id)}|${String(none)}|${named.code}|NO-SUCH)\\b`, 'g'), 'ID')
  const told = async (address: string, id: number): Promise<string> => plain(await app.api.get(address, { token }), id)
  const asked = [...foreign].map(([slug, id]): [string, number] => [slug.replace(/ies$/, 'y').replace(/s$/, ''), id])
  for (const path of paths)
    for (const [name, id] of asked) {
      const address = (of: number) => `${path}?item=${String(house.item)}&${name}=${String(of)}`
      compare(`${path} ${name}`, [await told(address(id), id), await told(address(none), id)])
    }
  for (const [kind, id] of [...foreign].filter(([slug]) => Object.hasOwn(lookupKinds, slug)))
    for (const [body, other] of [
      [{ ids: [id] }, { ids: [none] }],
      [{ texts: [named.code] }, { texts: ['NO-SUCH'] }],
    ])
      compare(`lookup ${kind}`, [
        plain(await app.api.post(`/lookup/${kind}`, { token, body }), id),
        plain(await app.api.post(`/lookup/${kind}`, { token, body: other }), id),
      ])
  expect(differs).toEqual([])
})

test('a customer named like a colleague’s is not warned of; one named like one’s own is, by a save and by a file', async () => {
  const [mine] = house.clerks
  const nameOf = async (id: number): Promise<string> => (await app.payload.findByID({ collection: 'customers', id, depth: 0 })).name
  const names = await Promise.all(house.customers.map(nameOf))
  const told: unknown[] = []
  for (const [at, name] of names.entries()) {
    const saved = await app.api.post('/customers?depth=0', { token: mine.token, body: { code: `SAME-${at}`, name, currency: 'CNY' } })
    expect(saved.status).toBe(201)
    const forget = (code: string) => app.payload.delete({ collection: 'customers', where: { code: { equals: code } } })
    await forget(`SAME-${at}`)
    const form = new FormData()
    form.append('file', new Blob([`code,name\nFILE-${at},${name}\n`]), 'customers.csv')
    expect((await app.api.post('/import/customers', { token: mine.token, body: form })).body).toMatchObject({ created: 1 })
    const { docs } = await app.payload.find({ collection: 'customers', where: { code: { equals: `FILE-${at}` } }, depth: 0 })
    told.push([JSON.stringify(saved.body.doc.checks).includes('DUPLICATE'), JSON.stringify(docs[0]?.checks).includes('DUPLICATE')])
    await forget(`FILE-${at}`)
  }
  expect(told).toEqual([
    [true, true],
    [false, false],
  ])
})

test('a check, an edit, and GraphQL name no colleague’s customer either; what stood there may stay', async () => {
  const [own, other] = house.customers
  const [mine] = house.clerks
  const check = await app.api.post('/orders/check', { token: mine.token, body: { customer: other, lines: [{ item: house.item, qty: 1 }] } })
  expect([pathsOf(check), check.body.lines]).toEqual([['customer'], []])
  const order = await house.f.order(own, [{ item: house.item, qty: 1 }], mine)
  const edit = await app.api.patch(`/orders/${order.id}`, { token: mine.token, body: { customer: other } })
  expect([edit.status, pathsOf(edit)]).toEqual([400, ['customer']])
  const query = `mutation { createOrder(data: { date: "2026-03-10", status: draft, kind: standard, customer: ${other},
    lines: [{ item: ${house.item}, qty: 1 }] }) { id } }`
  const asked = await app.api.graphql(query, { token: mine.token })
  expect(JSON.stringify(asked.body)).toContain('INVALID_INPUT')
  await app.payload.update({
    collection: 'customers',
    id: own,
    data: { salesperson: house.clerks[1].id, department: null },
    depth: 0,
    overrideAccess: true,
  })
  const kept = await app.api.patch(`/orders/${order.id}`, { token: mine.token, body: { customer: own, remark: '加急' } })
  expect(pathsOf(kept)).not.toContain('customer')
})

test('every id in the body of a verb is known by the name of what it names', () => {
  const integers = (schema: unknown, path = ''): string[] => {
    if (schema === null || typeof schema !== 'object') return []
    const { type, properties, items, anyOf } = schema as { type?: string; properties?: object; items?: unknown; anyOf?: unknown[] }
    return [
      ...(type === 'integer' ? [path] : []),
      ...Object.entries(properties ?? {}).flatMap(([name, inner]) => integers(inner, name)),
      ...integers(items, path),
      ...(anyOf ?? []).flatMap((inner) => integers(inner, path)),
    ]
  }
  const named = allRules().flatMap(({ slug, verbs }) =>
    Object.values(verbs).flatMap(({ name, body }) =>
      body ? integers(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' })).map((field) => ({ slug, name, field })) : [],
    ),
  )
  expect(named.length).toBeGreaterThan(5)
  const names = namesOfRecords(Object.values(app.payload.collections).map(({ config }) => config))
  expect(named.filter(({ field }) => !names.has(field))).toEqual([])
  expect([...lineFields().keys()].sort()).toEqual(['deliveryLine', 'invoiceLine', 'orderLine', 'quoteLine', 'returnLine'])
})
