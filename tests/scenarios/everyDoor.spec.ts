import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import JSZip from 'jszip'
import { z } from 'zod'

import { startApp, type TestApp } from '../support/app'
import { type Door, doorsOf } from '../support/doors'
import { plainFields, readSchema, valueOf } from '../support/graphqlSchema'
import { done, openFactory, type Factory } from '../support/story'

/**
 * No input answers 500 at any door. The doors are those of the finished configuration: a new endpoint is asked as well. Each request puts
 * odd ids into the path, odd words into the address, and odd bodies of odd kinds behind it.
 */

let app: TestApp
let factory: Factory

let doors: Door[]
let graphqlNames: string[]

beforeAll(async () => {
  app = await startApp({ environment: { LOG_LEVEL: 'silent', LOGIN_RATE_LIMIT: '0' } })
  factory = await openFactory(app)
  const customer = await factory.customer()
  const item = await factory.item()
  await factory.receive({ item: item.id, qty: 100 })
  await factory.approvedOrder(customer.id, [{ item: item.id, qty: 1 }])
  doors = doorsOf(app.payload)
  type Named = { fields: Array<{ name: string }> }
  const { body } = await app.api.graphql('{ __schema { queryType { fields { name } } mutationType { fields { name } } } }', {
    token: factory.boss.token,
  })
  const { queryType, mutationType } = body.data['__schema'] as Partial<Record<string, unknown>> as { queryType: Named; mutationType: Named }
  graphqlNames = [...queryType.fields, ...mutationType.fields].map(({ name }) => name)
})
afterAll(() => app.close())

const oddTexts = ['1', '2', '0', '-1', '1.5', '12abc', '99999999999', '1e400', 'NaN', 'null', 'true', 'abc', '', '0000-01-01', '2026-02-31', '2026-11-29', 'a\0b', "a'b", '%', '\\', '[1]', '{"a":1}', '草稿', '🙂', '__proto__', 'constructor', '../..', 'x'.repeat(3000)] // prettier-ignore
const text = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...oddTexts) }, { weight: 1, arbitrary: fc.string({ maxLength: 12 }) })
/** A segment of a path must not be empty, or it is another path. */
const segment = fc.oneof({ weight: 2, arbitrary: fc.constantFrom('1', '2') }, { weight: 3, arbitrary: text.map((given) => given || 'x') })

const asked = [
  'where', 'where[id][equals]', 'where[id][in]', 'where[and]', 'where[or][0]', 'where[no][like]', 'where[customer][near]', 'limit', 'page', 'depth', 'sort', 'sort[0]',
  'select', 'select[id]', 'populate', 'populate[users]', 'joins', 'locale', 'fallback-locale', 'draft', 'trash', 'pagination', 'data', 'id', 'ids', 'q', 'customer', 'item', 'warehouse', 'batchNo',
  'date', 'from', 'to', 'currency', 'format', 'language', 'name', 'revision', 'salesperson', 'category', 'engineer', 'by', 'dryRun', 'token', 'field', 'overrideLock', 'autosave', 'duplicateFromID',
] // prettier-ignore
const address = fc.array(fc.tuple(fc.constantFrom(...asked), text), { maxLength: 3 })

const value: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.constantFrom<unknown>(null, true, 0, 1, -1, 1.5, 1e15, 1e300, 2 ** 31, [], [1], [null], [[]], [{}], {}, { id: 'x' }, { id: 1 }, { relationTo: 'x', value: 1 }), // prettier-ignore
  fc.object({ maxDepth: 2, maxKeys: 3 }),
)
const given = [
  'id', 'ids', 'lines', 'customer', 'date', 'reason', 'email', 'password', 'token', 'version', 'dryRun', 'status', 'remark', 'text', 'decision', 'department', 'opinion', 'allocations', 'kind', 'qty',
  'name', 'code', 'to', 'message', 'texts', 'customers', 'currency', 'value', 'data', 'where', 'limit', 'docs', 'toLocale', '_payload', 'units', 'contacts', 'credit', 'filename', 'mimeType', 'url',
] // prettier-ignore
const record = fc.array(fc.tuple(fc.constantFrom(...given), value), { maxLength: 4 }).map((entries) => Object.fromEntries(entries))
const deep = '['.repeat(5000)
const body = fc.oneof(
  { weight: 5, arbitrary: record.map((written) => JSON.stringify(written)) },
  { weight: 2, arbitrary: value.map((written) => JSON.stringify(written) ?? '') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('', '{', deep, `${deep}${']'.repeat(5000)}`, 'a=1&b=2', '\0', '--x\r\n', '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\na,b\r\n--x--\r\n', '--x\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{"a":\r\n--x--\r\n', '--x\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n[1]\r\n--x--\r\n', '{"__proto__":{"id":1}}', '{"a":1,"a":2}', 'null', '"x"'), // prettier-ignore
  },
)
const kinds = ['application/json', 'application/json', 'application/json', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'multipart/form-data; boundary=x', 'application/json; charset=x', 'nonsense'] // prettier-ignore

const request = fc.record({
  at: fc.nat(),
  segments: fc.array(segment, { minLength: 4, maxLength: 4 }),
  query: address,
  body,
  kind: fc.constantFrom(...kinds),
  who: fc.constantFrom('boss', 'boss', 'admin', 'clerk', 'nobody'),
})

const tokenOf = (who: string): { token: string } | Record<string, never> =>
  who === 'nobody' ? {} : { token: who === 'boss' ? factory.boss.token : who === 'admin' ? factory.admin.token : factory.clerk.token }

/** The same requests in every run: a failure can be asked again. */
const fixed = { seed: 20261129, endOnFailure: true }

test('whatever is sent to whichever door, it is answered or refused, never an error of ours', async () => {
  const failures = new Map<string, string>()
  await fc.assert(
    fc.asyncProperty(request, async ({ at, segments, query, body, kind, who }) => {
      const { method, path } = doors[at % doors.length] as Door
      let next = 0
      const target = path.replace(/:\w+(\([^)]*\))?\??/g, () => encodeURIComponent(segments[next++ % segments.length] as string))
      const search = query.map(([name, written]) => `${encodeURIComponent(name)}=${encodeURIComponent(written)}`).join('&')
      const sent = method === 'get' ? {} : { raw: body, headers: { 'Content-Type': kind } }
      const answer = await app.api[method](`${target}${search ? `?${search}` : ''}`, { ...tokenOf(who), ...sent })
      if (answer.status >= 500 && !failures.has(`${method} ${path}`))
        failures.set(
          `${method} ${path}`,
          `${who} ${method} ${target}?${search} ${kind} ${body.slice(0, 300)}: ${answer.status} ${JSON.stringify(answer.body)}`,
        )
    }),
    { ...fixed, numRuns: Number(process.env.FUZZ_RUNS ?? 1200) },
  )
  expect([...failures.values()]).toEqual([])
})

test('a name of the language itself is the name of nothing here: asked as kind, record, report, verb and everything else that is named in an address', async () => {
  const failures: string[] = []
  for (const [at, { method, path }] of doors.filter((door) => /:(?!id\b)\w+/.test(door.path)).entries())
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const target = path.replace(/:id(\([^)]*\))?/g, '1').replace(/:\w+(\([^)]*\))?\??/g, name)
      const given = method === 'get' ? {} : { body: { ids: [1], reason: 'x' } }
      const { status } = await app.api[method](target, { ...tokenOf(at % 2 === 0 ? 'boss' : 'admin'), ...given })
      // batches and what a screen remembers may be called anything
      const isFree = /^\/(batches|payload-preferences)\//.test(target)
      if (status >= 500 || (status === 200 && !isFree)) failures.push(`${method} ${target}: ${String(status)}`)
    }
  expect(failures).toEqual([])
})

test('a workbook that is broken inside is told as one that cannot be read: whatever of it was cut, altered or put in', async () => {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('S').addRows([
    ['code', 'name'],
    ['BROKEN-1', 'Rivet'],
    ['BROKEN-2', 'Nut & bolt'],
  ])
  const whole = await JSZip.loadAsync(await book.xlsx.writeBuffer())
  const parts = Object.keys(whole.files).filter((name) => /\.(xml|rels)$/.test(name))
  const spoilt: ReadonlyArray<(text: string) => string> = [
    (text) => text.slice(0, text.length / 2),
    () => '',
    (text) => text.replace(/ r="[A-Z]+\d+"/g, ''),
    (text) => text.replaceAll('<c r="', '<c r="ZZZZZ'),
    (text) => text.replace(/<v>/g, '<v>&nothing;'),
    (text) => text.replace(/\d+/g, '99999999999999999999'),
    (text) => text.replace(/"[^"]*"/g, '"__proto__"'),
    (text) => `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>${text}`,
    (text) => text.replaceAll('<', '<x:'),
  ]
  const failures: string[] = []
  for (const name of parts)
    for (const [at, spoil] of spoilt.entries()) {
      const zip = await JSZip.loadAsync(await whole.generateAsync({ type: 'nodebuffer' }))
      zip.file(name, spoil(await whole.file(name)!.async('text')))
      const door = at % 2 === 0 ? '/import/items?dryRun=true' : '/import/items/inspect'
      const file = new FormData()
      file.set('file', new Blob([new Uint8Array(await zip.generateAsync({ type: 'nodebuffer' }))]), 'broken.xlsx')
      const answer = await app.api.post(door, { token: factory.admin.token, body: file })
      if (answer.status >= 500) failures.push(`${name} ${String(at)} ${door}: ${JSON.stringify(answer.body)}`)
    }
  expect(failures).toEqual([])
})

test('the people who asked are still who they were', async () => {
  for (const { token } of [factory.boss, factory.admin, factory.clerk])
    expect((await app.api.get('/users/me', { token })).body.user).toMatchObject({ id: expect.any(Number) })
})

test('GraphQL: whatever is written, it is answered or refused', async () => {
  const literal = fc.oneof(
    text.map((written) => JSON.stringify(written)),
    fc.constantFrom('1', '0', '-1', '1.5', '1e400', '99999999999', 'null', 'true', 'draft', '[]', '[1]', '{}', '{id: {equals: 1}}', '{id: {equals: "x"}}', '{OR: [{id: {in: [1]}}]}', '$x'), // prettier-ignore
  )
  const question = fc.record({
    at: fc.nat(),
    parameters: fc.array(fc.tuple(fc.constantFrom('id', 'where', 'limit', 'page', 'sort', 'data', 'email', 'password', 'token', 'draft', 'locale'), literal), { maxLength: 3 }), // prettier-ignore
    fields: fc.constantFrom('{ id }', '{ docs { id } }', '{ totalDocs }', '', '{ __typename }'),
    written: fc.constantFrom('query', 'query', 'query', 'list', 'variables', 'nothing'),
    who: fc.constantFrom('boss', 'admin', 'nobody'),
  })
  const failures: string[] = []
  await fc.assert(
    fc.asyncProperty(question, async ({ at, parameters, fields, written, who }) => {
      const name = graphqlNames[at % graphqlNames.length] as string
      const isMutation = /^[a-z]/.test(name) && !/^(count|version|doc|me|init|access|allMedia)/.test(name)
      const inner = parameters.length === 0 ? '' : `(${parameters.map(([key, literal]) => `${key}: ${literal}`).join(', ')})`
      const query = `${isMutation ? 'mutation ' : ''}{ ${name}${inner} ${fields} }`
      const raw = { query: JSON.stringify({ query }), list: JSON.stringify([{ query }]), variables: JSON.stringify({ query, variables: { x: 'a\0' } }), nothing: '{"query":null}' }[written] // prettier-ignore
      const answer = await app.api.graphql('', { ...tokenOf(who), raw })
      if (answer.status >= 500 || /Something went wrong|Failed query|invalid input syntax|Internal/.test(JSON.stringify(answer.body ?? '')))
        failures.push(`${raw}: ${answer.status} ${JSON.stringify(answer.body)}`)
    }),
    { ...fixed, numRuns: 400 },
  )
  expect(failures).toEqual([])
})

test('GraphQL: every name there is, asked with what it must be given, with all it takes, and for records there are not', async () => {
  const schema = await readSchema(app, factory.boss.token)
  const asked = [
    ...schema.queries.map((field) => ({ kind: 'query', field })),
    ...schema.mutations.map((field) => ({ kind: 'mutation', field })),
  ]
  const failures: string[] = []
  for (const [at, { kind, field }] of asked.entries()) {
    // logging out would end the others' questions
    if (/^logout/.test(field.name)) continue
    const needed = field.args.filter(({ type }) => type.kind === 'NON_NULL')
    const all = field.args.filter(({ name }) => name !== 'locale' && name !== 'fallbackLocale')
    for (const given of needed.length === all.length ? [needed] : [needed, all]) {
      const literals = given.map(({ name, type }) => `${name}: ${name === 'id' ? '2000000000' : valueOf(schema, type)}`)
      const query = `${kind} { ${field.name}${literals.length > 0 ? `(${literals.join(', ')})` : ''} ${plainFields(schema, field.type)} }`
      const answer = await app.api.graphql(query, tokenOf(['boss', 'admin', 'nobody'][at % 3] ?? 'nobody'))
      const text = JSON.stringify(answer.body ?? '')
      if (answer.status >= 500 || /Something went wrong|Failed query|invalid input syntax|Internal|"statusCode":5/.test(text))
        failures.push(`${query}: ${text.slice(0, 300)}`)
    }
  }
  expect(asked.length).toBeGreaterThan(300)
  expect(failures).toEqual([])
})

test('GraphQL: what one may do with settings is told of each of them, to everybody', async () => {
  const names = graphqlNames.filter((name) => /^docAccess(\w+Setting|Company)$/.test(name))
  expect(names).toHaveLength(app.payload.config.globals.length)
  for (const name of names)
    for (const who of ['boss', 'clerk', 'nobody'])
      expect((await app.api.graphql(`{ ${name} { __typename } }`, tokenOf(who))).body).toEqual({
        data: { [name]: { __typename: expect.any(String) } },
      })
})

describe('the description of the API', () => {
  type Described = { paths: Record<string, Record<string, unknown>>; components: { schemas: Record<string, { properties?: object }> } }
  let described: Described

  test('is for people of the house, as JSON and as a page', async () => {
    expect((await app.api.get('/openapi.json')).status).toBe(401)
    described = done(await app.api.send<Described>('GET', '/openapi.json', { token: factory.clerk.token }))
    const page = await app.api.get('/docs', { token: factory.clerk.token })
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(await page.raw.text()).toContain('/orders/{id}/approve')
  })

  test('names every door there is, every verb among them', () => {
    const written = (path: string): string => path.replace(/\(\\d\+\)/g, '').replace(/:(\w+)\??/g, '{$1}').replace(/\/$/, '') // prettier-ignore
    const missing = doors.filter(({ method, path }) => !path.endsWith(':verb') && !described.paths[written(path)]?.[method])
    expect(missing).toEqual([])
    for (const verb of ['submit', 'approve', 'review', 'short-close', 'create-delivery'])
      expect([verb, described.paths[`/orders/{id}/${verb}`]?.post]).toEqual([
        verb,
        expect.objectContaining({ requestBody: expect.anything() }),
      ])
  })

  test('says what is really answered', async () => {
    const text = JSON.stringify(described.components.schemas).replaceAll('#/components/schemas/', '#/$defs/')
    const $defs = JSON.parse(text) as NonNullable<Exclude<Parameters<typeof z.fromJSONSchema>[0], boolean>['$defs']>
    const page = (slug: string) => ({ $defs, type: 'object' as const, required: ['docs'], properties: { docs: { type: 'array' as const, items: { $ref: `#/$defs/${slug}` } } } }) // prettier-ignore
    const asked = app.payload.config.collections.filter(({ endpoints }) => endpoints !== false)
    let answered = 0
    for (const { slug } of asked) {
      const answer = await app.api.get(`/${slug}?limit=5&depth=1`, { token: factory.boss.token })
      if (answer.status !== 200 || answer.body.docs.length === 0) continue
      answered += 1
      const { error } = z.fromJSONSchema(page(slug)).safeParse(answer.body)
      expect([slug, error?.issues.slice(0, 3)]).toEqual([slug, undefined])
      const unnamed = Object.keys(answer.body.docs[0]).filter((name) => !(name in ($defs[slug]?.properties ?? {})))
      expect([slug, unnamed.filter((name) => name !== 'collection')]).toEqual([slug, []])
    }
    expect(answered).toBeGreaterThan(10)
  })
})
