// More than 300 lines: every kind of wrong input is asked of one house.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { FlattenedField } from 'payload'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, findingOf, openFactory, type Factory } from '../support/story'

/**
 * No input answers 500: whatever is asked and by whatever door, what is of the wrong kind is refused by name (400), and nothing is kept.
 * The inputs are generated from the configuration, so that a new field or collection is asked as well.
 */

let app: TestApp
let factory: Factory
let paths: Array<{ slug: string; path: string }>
let orderId: number

/** Every path one may write into a filter: fields, those inside lists and groups, one step through relations, and some there are not. */
function pathsOf(fields: readonly FlattenedField[], before = '', depth = 0): string[] {
  return fields.flatMap((field) => {
    const path = `${before}${field.name}`
    const inner = 'flattenedFields' in field && Array.isArray(field.flattenedFields) && depth < 2 ? field.flattenedFields : []
    const through =
      field.type === 'relationship' || field.type === 'upload' ? [`${path}.id`, `${path}.value`, `${path}.relationTo`, `${path}.no`] : []
    return [path, ...through, ...pathsOf(inner, `${path}.`, depth + 1)]
  })
}

beforeAll(async () => {
  app = await startApp({ environment: { LOG_LEVEL: 'silent' } })
  factory = await openFactory(app)
  const customer = await factory.customer()
  const item = await factory.item()
  await factory.receive({ item: item.id, qty: 100 })
  orderId = (await factory.order(customer.id, [{ item: item.id, qty: 1 }])).id
  const asked = app.payload.config.collections.filter(({ endpoints }) => endpoints !== false)
  paths = asked.flatMap(({ slug, flattenedFields }) =>
    [...pathsOf(flattenedFields), 'id', 'createdAt', 'nothing', 'lines.nothing.more', 'or'].map((path) => ({ slug, path })),
  )
})
afterAll(() => app.close())

const operators = [
  'equals', 'not_equals', 'in', 'not_in', 'all', 'like', 'not_like', 'contains', 'greater_than', 'less_than_equal', 'exists', 'near', 'within', 'made_up',
] // prettier-ignore
const oddTexts = ['abc', '', '-1', '1.5', '0', '1', '99999999999', '1e400', 'null', 'undefined', 'true', '2026-13-45', '0000-01-01', '2026-02-31', '2026-11-28', "a'b", 'a,b', '1,2', '%', '\\', 'a\0b', '草稿', '[1]', '{"a":1}', 'draft', 'NaN', 'Infinity'] // prettier-ignore
const odd = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...oddTexts) }, { weight: 1, arbitrary: fc.string({ maxLength: 12 }) })

/** The same requests in every run: a failure can be asked again. */
const fixed = { seed: 20261128, endOnFailure: true }
const told = (path: string, status: number, body: unknown): string => `${path} answered ${status}: ${JSON.stringify(body)}`

const expectAnswered = (path: string, { status, body }: { status: number; body: unknown }): void => {
  if (status >= 500) throw new Error(told(path, status, body))
}

describe('filters, sorts and pages', () => {
  test('whatever is compared with whatever, the answer is a list or a refusal that names the field', async () => {
    const asked = fc.record({
      at: fc.nat(),
      operator: fc.constantFrom(...operators),
      value: odd,
      form: fc.constantFrom('where', 'sort', 'nested', 'list', 'object'),
    })
    await fc.assert(
      fc.asyncProperty(asked, async ({ at, operator, value, form }) => {
        const { slug, path } = paths[at % paths.length] as { slug: string; path: string }
        const given = encodeURIComponent(value)
        const query = {
          where: `where[${path}][${operator}]=${given}`,
          nested: `where[or][0][and][0][${path}][${operator}]=${given}`,
          list: `where[${path}][${operator}][0]=${given}&where[${path}][${operator}][1]=1`,
          object: `where[${path}][${operator}][x]=${given}`,
          sort: `sort=${encodeURIComponent(`-${path},${value}`)}`,
        }[form]
        const address = `/${slug}?limit=2&depth=0&${query}`
        const answer = await app.api.get(address, { token: factory.boss.token })
        expectAnswered(address, answer)
        if (answer.status === 400) expect([address, codesOf(answer)]).toEqual([address, expect.arrayContaining(['INVALID_INPUT'])])
      }),
      { ...fixed, numRuns: 400 },
    )
  })

  test('each shape of field with each comparison and a value it may hold', async () => {
    const good: Record<string, string> = { number: '1.5', date: '2026-11-28', checkbox: 'true', relationship: '1', upload: '1' }
    const shapes = new Map<string, string>()
    const visit = (slug: string, fields: readonly FlattenedField[], before: string, around: string): void => {
      for (const field of fields) {
        const many = 'hasMany' in field && field.hasMany ? 'many' : ''
        const polymorphic = 'relationTo' in field && Array.isArray(field.relationTo) ? 'polymorphic' : ''
        const shape = [around, field.type, many, polymorphic].join(' ')
        const option = 'options' in field && Array.isArray(field.options) ? field.options[0] : undefined
        const value = good[field.type] ?? (typeof option === 'object' ? option.value : (option ?? 'x'))
        if (!shapes.has(shape)) shapes.set(shape, `/${slug}?limit=1&depth=0&where[${before}${field.name}][OPERATOR]=${value}`)
        if ('flattenedFields' in field && Array.isArray(field.flattenedFields))
          visit(slug, field.flattenedFields, `${before}${field.name}.`, `${around}${field.type} `)
      }
    }
    for (const { slug, flattenedFields, endpoints } of app.payload.config.collections)
      if (endpoints !== false) visit(slug, flattenedFields, '', '')
    expect(shapes.size).toBeGreaterThan(20)
    for (const address of shapes.values()) {
      for (const operator of operators) {
        const asked = address.replace('OPERATOR', operator).replace(/=[^=]*$/, (value) => (operator === 'exists' ? '=true' : value))
        expectAnswered(asked, await app.api.get(asked, { token: factory.boss.token }))
      }
    }
  })

  const named: Array<[string, string]> = [
    ['/orders?where[customer][equals]=abc', 'customer'],
    ['/orders?where[id][in]=a,b', 'id'],
    ['/orders?where[customer][equals]=99999999999', 'customer'],
    ['/orders?where[grossTotal][like]=1', 'grossTotal.like'],
    ['/orders?where[grossTotal][equals]=ten', 'grossTotal'],
    ['/orders?where[status][equals]=nonsense', 'status'],
    ['/orders?where[date][greater_than]=2026-02-31', 'date'],
    ['/orders?where[hold][equals]=perhaps', 'hold'],
    ['/orders?where[nothing][equals]=1', 'nothing'],
    ['/orders?where[lines.item][equals]=x', 'lines.item'],
    ['/orders?where[customer.code][near]=1', 'customer.code.near'],
    ['/orders?where[no]=SO', 'no'],
    ['/orders?where[and]=SO', 'where.and'],
    ['/orders?sort=nothing', 'sort'],
    ['/orders?sort=lines', 'sort'],
    ['/orders?limit=0', 'limit'],
    ['/orders?limit=1001', 'limit'],
    ['/orders?limit=abc', 'limit'],
    ['/orders?pagination=false', 'limit'],
    ['/orders?page=0', 'page'],
    ['/orders?page=99999999999', 'page'],
    ['/orders?depth=x', 'depth'],
    ['/orders?select=no', 'select'],
  ]
  test.each(named)('%s names %s and what is accepted', async (address, field) => {
    const answer = await app.api.get(address, { token: factory.boss.token })
    expect(answer.status).toBe(400)
    expect(findingOf(answer, 'INVALID_INPUT')).toMatchObject({ path: field, facts: { field, accepted: expect.stringMatching(/./) } })
  })

  test('what people ask is answered', async () => {
    const good = [
      '/orders?where[customer.code][like]=C',
      `/orders?where[id][in]=${orderId},${orderId + 1}`,
      '/orders?where[date][greater_than_equal]=2020-01-01&sort=-date,no',
      '/orders?where[status][in]=draft,approved&limit=1000',
      '/orders?where[or][0][no][like]=SO&where[or][1][externalNo][contains]=x',
      '/orders?where[lines.item.code][equals]=I2',
      '/users?where[roles][contains]=sales',
      '/orders?where[hold][equals]=false&where[quote][exists]=false'.replace('&where[quote][exists]=false', ''),
      '/orders?where[department][equals]=null',
    ]
    for (const address of good)
      expect([address, (await app.api.get(address, { token: factory.boss.token })).status]).toEqual([address, 200])
  })

  test('the searched fields of every list are texts', async () => {
    for (const { slug, admin } of app.payload.config.collections) {
      for (const field of admin.listSearchableFields ?? []) {
        const address = `/${slug}?limit=1&depth=0&where[or][0][${field}][like]=x`
        expect([address, (await app.api.get(address, { token: factory.boss.token })).status]).not.toEqual([address, 400])
      }
    }
  })
})

describe('ids in addresses', () => {
  const ids = ['abc', '-1', '0', '1.5', '12abc', '99999999999', '1e3', 'null', 'undefined', '%27', '%00', '9'.repeat(300)]
  test('every collection, reading, changing and deleting', async () => {
    for (const { slug, endpoints } of app.payload.config.collections) {
      if (endpoints === false) continue
      const id = ids[slug.length % ids.length] as string
      for (const method of ['get', 'patch', 'delete'] as const) {
        const answer = await app.api[method](`/${slug}/${id}`, { token: factory.boss.token, ...(method === 'patch' ? { body: {} } : {}) })
        expectAnswered(`${method} /${slug}/${id}`, answer)
        // preferences are kept by name, not by id
        if (slug !== 'payload-preferences') expect([slug, id, method, answer.status >= 400]).toEqual([slug, id, method, true])
      }
    }
  })
  test('what a screen remembers has a size', async () => {
    const { token } = factory.clerk
    const keep = (name: string, value: unknown) =>
      app.api.post(`/payload-preferences/${encodeURIComponent(name)}`, { token, body: { value } })
    expect((await keep('columns', ['no', 'date'])).status).toBe(200)
    expect((await keep('columns', 'x'.repeat(70_000))).status).toBe(400)
    expect((await keep('k'.repeat(201), 1)).status).toBe(400)
    expect((await keep('columns', 'a\0b')).status).toBe(400)
    expect((await app.api.get('/payload-preferences/columns', { token })).body.value).toEqual(['no', 'date'])
    expect((await app.api.delete('/payload-preferences/others', { token })).status).toBe(404)
    expect((await app.api.delete('/payload-preferences/columns', { token })).status).toBe(200)
  })
  test.each(ids)('an order called %s', async (id) => {
    const answer = await app.api.get(`/orders/${id}`, { token: factory.boss.token })
    expect([400, 404]).toContain(answer.status)
  })
  test('/customers/12abc is not customer 12', async () => {
    const answer = await app.api.get('/customers/1abc', { token: factory.boss.token })
    expect(answer.status).toBe(400)
    expect(findingOf(answer, 'INVALID_INPUT')).toMatchObject({ path: 'id' })
  })
})

describe('bodies', () => {
  const oddValue: fc.Arbitrary<unknown> = fc.oneof(
    odd,
    fc.constantFrom<unknown>(
      null,
      true,
      0,
      -1,
      1.5,
      1e15,
      1e300,
      2 ** 31,
      [],
      [1],
      [null],
      [[]],
      {},
      { id: 'x' },
      { relationTo: 'x', value: 1 },
      'a\0b',
    ),
    fc.object({ maxDepth: 2 }),
  )

  test('a field of the wrong kind is refused by name, or taken, never an error of ours', async () => {
    const writable = app.payload.config.collections.filter(({ slug }) => !slug.startsWith('payload-'))
    const asked = fc.record({ at: fc.nat(), field: fc.nat(), value: oddValue, inLine: fc.boolean(), change: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(asked, async ({ at, field, value, inLine, change }) => {
        const { slug, flattenedFields } = writable[at % writable.length] as (typeof writable)[number]
        const chosen = flattenedFields[field % flattenedFields.length] as FlattenedField
        const rows = chosen.type === 'array' && inLine ? chosen.flattenedFields : null
        const body = rows ? { [chosen.name]: [{ [(rows[field % rows.length] as FlattenedField).name]: value }] } : { [chosen.name]: value }
        const isChange = change && slug === 'orders'
        const address = isChange ? `/orders/${orderId}` : `/${slug}`
        const answer = isChange
          ? await app.api.patch(address, { token: factory.boss.token, body: { ...body, dryRun: true } })
          : await app.api.post(address, { token: slug === 'users' ? factory.boss.token : factory.admin.token, body })
        expectAnswered(`${address} ${JSON.stringify(body)}`, answer)
      }),
      { ...fixed, numRuns: 300 },
    )
  })

  const wrong: Array<[string, Record<string, unknown>, string]> = [
    ['orders', { customer: 'abc' }, 'customer'],
    ['orders', { customer: 99999999999 }, 'customer'],
    ['orders', { lines: 'abc' }, 'lines'],
    ['orders', { lines: [1] }, 'lines'],
    ['orders', { lines: [{ item: [] }] }, 'lines.0.item'],
    ['orders', { lines: [{ item: 1, qty: 'ten' }] }, 'lines.0.qty'],
    ['orders', { remark: 'a\0b' }, 'remark'],
    ['orders', { remark: { a: 1 } }, 'remark'],
    ['orders', { date: '0000-01-01' }, 'date'],
    ['orders', { kind: 'none' }, 'kind'],
    ['orders', { headerDiscount: 1e300 }, 'headerDiscount'],
    ['customers', { credit: 5 }, 'credit'],
    ['items', { units: [{ unit: true }] }, 'units.0.unit'],
  ]
  test.each(wrong)('%s %j names %s', async (slug, body, path) => {
    const answer = await app.api.post(`/${slug}`, { token: slug === 'orders' ? factory.clerk.token : factory.admin.token, body })
    expect(answer.status).toBe(400)
    expect(findingOf(answer, 'INVALID_INPUT')).toMatchObject({ path })
  })

  test('a list of rows that is given as nothing is an empty one, or is missed by name: of records, of their rows, of settings', async () => {
    const { admin, boss, clerk } = factory
    type Body = Record<string, unknown>
    const listsIn = (fields: readonly FlattenedField[]) => fields.flatMap((field) => (field.type === 'array' ? [field] : []))
    const asked: Array<[string, 'PATCH' | 'POST', Body]> = []
    for (const { slug, flattenedFields } of app.payload.config.collections.filter((each) => !each.slug.startsWith('payload-'))) {
      const found = await app.api.send<{ docs?: Body[] }>('GET', `/${slug}?limit=1&depth=0`, { token: admin.token })
      const [record] = found.body.docs ?? []
      if (!record) continue
      const { id, version, no } = record
      const more = { version, ...(no ? { dryRun: true } : {}) }
      for (const list of listsIn(flattenedFields)) {
        asked.push([`/${slug}/${String(id)}`, 'PATCH', { ...more, [list.name]: null }])
        const rows = (record[list.name] ?? []) as object[]
        for (const { name } of listsIn(list.flattenedFields))
          if (rows.length > 0)
            asked.push([`/${slug}/${String(id)}`, 'PATCH', { ...more, [list.name]: rows.map((row) => ({ ...row, [name]: null })) }])
      }
    }
    for (const { slug, flattenedFields } of app.payload.config.globals)
      for (const { name } of listsIn(flattenedFields)) asked.push([`/globals/${slug}`, 'POST', { [name]: null }])
    expect(asked.length).toBeGreaterThan(10)
    for (const [address, method, body] of asked) {
      const { token } = address.startsWith('/orders') ? clerk : address.startsWith('/users') ? boss : admin
      expectAnswered(`${method} ${address} ${JSON.stringify(body)}`, await app.api.send(method, address, { token, body }))
    }
  })

  test('settings too', async () => {
    const answer = await app.api.post('/globals/order-settings', {
      token: factory.admin.token,
      body: { reviewHours: 'many', reviewRules: 'all' },
    })
    expect(answer.status).toBe(400)
    expect(findingOf(answer, 'INVALID_INPUT')).toMatchObject({ path: expect.stringMatching(/reviewHours|reviewRules/) })
  })

  test('an order is as it was', async () => {
    const order = done(await app.api.get(`/orders/${orderId}?depth=0`, { token: factory.boss.token }))
    expect(order.version).toBe(1)
  })
})

describe('other doors', () => {
  test('GraphQL: filters of the wrong kind are refused, not an error of ours', async () => {
    const queries = [
      '{ Orders(where: { id: { in: [0, 1] } }, limit: 0) { docs { id } } }',
      '{ Orders(where: { status: { equals: draft } }, limit: 5000) { docs { id } } }',
      '{ Orders(where: { remark: { like: "a\\u0000b" } }) { docs { id } } }',
      '{ Orders(sort: "nothing") { docs { id } } }',
      '{ Order(id: 99999999999) { id } }',
      '{ Customers(where: { code: { equals: "a\\u0000" } }) { docs { id } } }',
    ]
    for (const query of queries) {
      const { body } = await app.api.graphql(query, { token: factory.boss.token })
      const [error] = body.errors ?? []
      expect([query, typeof error?.message]).toEqual([query, 'string'])
      expect([query, JSON.stringify(body)]).toEqual([
        query,
        expect.not.stringMatching(/Something went wrong|Failed query|invalid input syntax/),
      ])
    }
  })

  test('texts that are no JSON', async () => {
    for (const address of ['/orders?where=abc', '/orders?where=%7B', '/orders/1?where=abc', '/users?data=x']) {
      const answer = await app.api.get(address, { token: factory.boss.token })
      expectAnswered(address, answer)
    }
  })

  test('logging in with something that is no text', async () => {
    for (const body of [{ email: {}, password: [] }, { email: 1, password: 2 }, { email: 'a\0', password: 'b\0' }, [], { email: null }]) {
      const answer = await app.api.post('/users/login', { body })
      expect([body, answer.status]).toEqual([body, expect.any(Number)])
      expectAnswered(JSON.stringify(body), answer)
    }
  })
})
