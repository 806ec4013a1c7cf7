// More than 300 lines: every kind of record is asked about of one house, in which all roles work.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'
import type { CollectionSlug, PayloadRequest, Where } from 'payload'

import { rowsFor, writesOf } from '@/src/access/accessOf'
import { areFiles, readsKind, rightsOf } from '@/src/access/kinds'
import { rights } from '@/src/access/rights'
import { documentKindOf } from '@/src/domain/kinds'
import { holdsRole, type Person as Rightful } from '@/src/domain/people/person'
import { reports } from '@/reports'
import { mayOpen } from '@/reports/kit/defineReport'
import { isDocument } from '@/src/engine/define'
import { definitions } from '@/src/imports/definitions'

import { startApp, type TestApp } from '../support/app'
import type { Person } from '../support/story'
import { closedFields, holds } from '../support/closedFields'
import { answerTo, walkImports } from '../support/importWalk'
import { openTwoDepartments, type TwoDepartments } from '../support/twoDepartments'

/*
 * Every collection × operation × person, on rows of his own department and of another, against the table of rights. What the table
 * says is asked of the database as a condition, past all doors; every door must say the same.
 */

let app: TestApp
let house: TwoDepartments
const persons = new Map<string, Rightful>()
const everyRow = new Map<string, number[]>()

const everyFile = new Map<string, string[]>()
let graphqlKinds: Array<[string, string]> = []
/** Kinds of documents that sell: their numbers stand in reports. */
const numbered = ['quotes', 'orders', 'deliveries', 'returns', 'invoices', 'receipts', 'samples']

/** A drawing of each department's sample: uploaded by its clerk, and named by it. */
async function giveFiles(): Promise<void> {
  for (const [index, clerk] of house.clerks.entries()) {
    const form = new FormData()
    form.set('file', new Blob(['ISO-10303-21;\nHEADER;\nENDSEC;\nDATA;\nENDSEC;\nEND-ISO-10303-21;\n']), `part-${String(index)}.step`)
    form.set('_payload', JSON.stringify({}))
    const drawing = await app.api.post('/drawings', { token: clerk.token, body: form })
    expect(drawing.status).toBe(201)
    const [sample] = await idsWhere('samples', { salesperson: { equals: clerk.id } })
    const attached = await app.api.patch(`/samples/${String(sample)}`, { token: clerk.token, body: { drawings: [drawing.body.doc.id] } })
    expect(attached.status).toBe(200)
  }
}

/** All but files, which follow their documents, and the log that grows while we look. */
const slugs = Object.keys(rights).filter((slug) => {
  const row = rightsOf(slug)
  return row !== null && !areFiles(row) && slug !== 'audit-log'
})

beforeAll(async () => {
  // what is refused is asked for thousands of times
  app = await startApp({ environment: { LOG_LEVEL: 'silent' } })
  house = await openTwoDepartments(app)
  for (const [name, { id }] of Object.entries(house.people))
    persons.set(name, (await app.payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: true })) as Rightful)
  await giveFiles()
  for (const slug of slugs) everyRow.set(slug, await idsWhere(slug, {}))
  for (const kind of ['drawings', 'pictures'] as const) {
    const { docs } = await app.payload.find({ collection: kind, pagination: false, depth: 0, overrideAccess: true })
    everyFile.set(
      kind,
      docs.map(({ filename }) => String(filename)),
    )
  }
  // the platform names the field of a list after its kind
  const { body } = await app.api.graphql('{ __schema { queryType { fields { name } } } }', { token: house.f.boss.token })
  const fields = ((body.data['__schema'] as { queryType?: unknown })?.queryType as { fields: { name: string }[] }).fields.map(
    (field) => field.name,
  )
  const plain = (slug: string): string => slug.replaceAll('-', '')
  graphqlKinds = slugs.flatMap((slug): Array<[string, string]> => {
    // what has the same word for one and for many has its list under the longer name
    const names = [`${plain(slug)}es`, `${plain(slug)}s`, plain(slug)]
    const own = names.map((name) => fields.find((field) => field.toLowerCase() === name)).find((field) => field !== undefined)
    return own ? [[slug, own]] : []
  })
})
afterAll(() => app.close())

const idsWhere = async (slug: string, where: Where): Promise<number[]> => {
  const { docs } = await app.payload.find({
    collection: slug as CollectionSlug,
    where,
    select: {},
    pagination: false,
    depth: 0,
    sort: 'id',
    overrideAccess: true,
  })
  return docs.map(({ id }) => Number(id))
}

const asked = new Map<string, Promise<number[]>>()

/** What the table gives a person: the rows he reads, and those he writes by an operation; asked of the database once. */
const granted = (name: string, slug: string, operation: 'read' | 'update' | 'remove'): Promise<number[]> => {
  const key = `${name}/${slug}/${operation}`
  const known = asked.get(key) ?? grantedNow(name, slug, operation)
  asked.set(key, known)
  return known
}

const grantedNow = async (name: string, slug: string, operation: 'read' | 'update' | 'remove'): Promise<number[]> => {
  const person = persons.get(name) ?? null
  const row = rightsOf(slug)
  if (!row || areFiles(row) || !readsKind(person, slug)) return []
  if (operation !== 'read' && !holdsRole(person, ...row[operation])) return []
  const condition = operation === 'read' ? rowsFor(person, row.rows) : writesOf(person, row)
  if (condition === false) return []
  return condition === true ? (everyRow.get(slug) ?? []) : idsWhere(slug, condition)
}

const tokenOf = (name: string): { token: string } => ({ token: (house.people[name] as Person).token })
const names = [
  'sales, own',
  'sales, department',
  'sales, all',
  'salesManager',
  'pmc',
  'rd',
  'engineering',
  'warehouse',
  'warehouse, one',
  'finance',
  'generalManager',
  'auditor',
  'admin',
  'nobody',
]

/** A third of the kinds, another one for each person: every kind is asked for by four or five of them, at a third of the cost. */
const shareOf = (name: string): string[] => slugs.filter((_, at) => (at + names.indexOf(name)) % 3 === 0)

test('the house holds rows of both departments in most collections, and GraphQL has all of them', () => {
  expect(slugs.filter((slug) => !graphqlKinds.some(([known]) => known === slug))).toEqual([])
  expect(slugs.filter((slug) => (everyRow.get(slug) ?? []).length >= 2).length).toBeGreaterThan(18)
})

describe.each(names)('%s', (name) => {
  test('reads in lists, counts, and one by one what the table gives him', async () => {
    for (const slug of slugs) {
      const expected = await granted(name, slug, 'read')
      const list = await app.api.get(`/${slug}?limit=500&depth=0&sort=id&select[id]=true`, tokenOf(name))
      const listed = list.status === 200 ? (list.body.docs as { id: number }[]).map(({ id }) => id) : []
      expect({ slug, listed }).toEqual({ slug, listed: expected })
      const count = await app.api.get(`/${slug}/count`, tokenOf(name))
      expect({ slug, counted: count.status === 200 ? count.body.totalDocs : 0 }).toEqual({ slug, counted: expected.length })
      for (const id of sampled(everyRow.get(slug) ?? [])) {
        const one = await app.api.get(`/${slug}/${id}?depth=0&select[id]=true`, tokenOf(name))
        expect({ slug, id, read: one.status === 200 }).toEqual({ slug, id, read: expected.includes(id) })
      }
    }
  })

  test('edits and deletes, also by a condition, what the table gives him and nothing else', async () => {
    for (const slug of slugs) {
      const editable = await granted(name, slug, 'update')
      const removable = await granted(name, slug, 'remove')
      // that one may edit what is one's own is what every other story is about
      for (const id of sampled(everyRow.get(slug) ?? []).filter((one) => !editable.includes(one))) {
        const edit = await app.api.patch(`/${slug}/${id}?depth=0`, { ...tokenOf(name), body: { dryRun: true } })
        expect({ slug, id, edited: ![401, 403, 404].includes(edit.status) }).toEqual({ slug, id, edited: false })
      }
      for (const id of sampled(everyRow.get(slug) ?? []).slice(-1)) {
        if (removable.includes(id)) continue
        const one = await app.api.delete(`/${slug}/${id}`, tokenOf(name))
        const many = await app.api.delete(`/${slug}?where[id][equals]=${id}`, tokenOf(name))
        const gone = many.status === 200 ? (many.body.docs as unknown[]).length : 0
        expect({ slug, id, refused: [401, 403, 404].includes(one.status), gone }).toEqual({ slug, id, refused: true, gone: 0 })
      }
      expect({ slug, rows: await idsWhere(slug, {}) }).toEqual({ slug, rows: everyRow.get(slug) })
    }
  })

  test('enters nothing that the table does not give him', async () => {
    for (const slug of slugs) {
      const row = rightsOf(slug)
      if (!row || areFiles(row) || holdsRole(persons.get(name) ?? null, ...row.create)) continue
      const { status } = await app.api.post(`/${slug}`, { ...tokenOf(name), body: { dryRun: true } })
      expect({ slug, refused: [401, 403, 404].includes(status) }).toEqual({ slug, refused: true })
    }
  })

  test('does not find documents he does not read by their verbs, flow, sheets, or checks', async () => {
    for (const slug of slugs.filter((one) => isDocument(one))) {
      const expected = await granted(name, slug, 'read')
      for (const id of sampled(everyRow.get(slug) ?? []).filter((one) => !expected.includes(one))) {
        const doors: [string, number][] = [
          ['verbs', (await app.api.get(`/${slug}/${id}/verbs`, tokenOf(name))).status],
          ['verb', (await app.api.post(`/${slug}/${id}/cancel`, { ...tokenOf(name), body: { reason: 'x', dryRun: true } })).status],
          ['trace', (await app.api.get(`/document-flow/${slug}/${id}`, tokenOf(name))).status],
          ['print', (await app.api.get(`/${slug}/${id}/print`, tokenOf(name))).status],
          ['check', (await app.api.post(`/${slug}/check`, { ...tokenOf(name), body: { id } })).status],
        ]
        for (const [door, status] of doors)
          expect({ slug, id, door, refused: [401, 403, 404].includes(status) }).toEqual({ slug, id, door, refused: true })
        const bulk = await app.api.send<{ results?: { ok: boolean }[] }>('POST', `/${slug}/bulk/cancel`, {
          ...tokenOf(name),
          body: { ids: [id], reason: 'x', dryRun: true },
        })
        expect({ slug, id, done: (bulk.body?.results ?? []).some(({ ok }) => ok) }).toEqual({ slug, id, done: false })
      }
    }
  })

  test('takes no step, alone or among others, and mails nothing, of a document he does not read', async () => {
    for (const slug of shareOf(name).filter((one) => isDocument(one))) {
      const expected = await granted(name, slug, 'read')
      const id = (everyRow.get(slug) ?? []).find((one) => !expected.includes(one))
      const kind = documentKindOf(slug)
      if (id === undefined || !kind) continue
      const verbs = [...new Set(Object.values(kind.steps).flatMap((row) => Object.keys(row ?? {})))]
      for (const verb of [...verbs, 'mail']) {
        const { status } = await app.api.post(`/${slug}/${id}/${verb}`, { ...tokenOf(name), body: { dryRun: true, to: 'spy@rival.example', reason: 'x' } }) // prettier-ignore
        expect({ slug, verb, refused: [401, 403, 404].includes(status) }).toEqual({ slug, verb, refused: true })
      }
      for (const verb of verbs) {
        const asked = { ...tokenOf(name), body: { ids: [id], reason: 'x', dryRun: true } }
        const { body } = await app.api.send<{ results?: { ok: boolean }[] } | undefined>('POST', `/${slug}/bulk/${verb}`, asked)
        expect({ slug, verb, done: (body?.results ?? []).some(({ ok }) => ok) }).toEqual({ slug, verb, done: false })
      }
      for (const format of ['pdf', 'xlsx']) {
        const { status } = await app.api.get(`/${slug}/${id}/print?format=${format}&language=en`, tokenOf(name))
        expect({ slug, format, refused: [401, 403, 404].includes(status) }).toEqual({ slug, format, refused: true })
      }
    }
  })

  test('is not told, and cannot ask about, the figures that are closed to him', async () => {
    const req = { user: { ...persons.get(name), collection: 'users' }, payload: app.payload } as unknown as PayloadRequest
    for (const slug of slugs.filter((one) => readsKind(persons.get(name) ?? null, one))) {
      const closed = await closedFields(req, app.payload.collections[slug as CollectionSlug].config.flattenedFields)
      // a kind he reads, of which his scope leaves him no row, has no list
      const { body } = await app.api.get(`/${slug}?limit=50&depth=0`, tokenOf(name))
      const others = ((body.docs ?? []) as { id: number }[]).filter(({ id }) => slug !== 'users' || id !== persons.get(name)?.id)
      for (const [index, path] of closed.entries()) {
        expect({ slug, path, told: others.some((doc) => holds(doc, path.split('.'))) }).toEqual({
          slug,
          path,
          told: false,
        })
        const asked = index % 2 === 0 ? `sort=-${path}` : `where[${path}][exists]=true`
        const { status } = await app.api.get(`/${slug}?${asked}`, tokenOf(name))
        expect({ slug, asked, refused: [400, 403].includes(status) }).toEqual({ slug, asked, refused: true })
      }
    }
  })

  test('is given the same rows by GraphQL and by the list as a file, and the same answer for what he may not see as for what there is not', async () => {
    for (let at = 0; at < graphqlKinds.length; at += 8) {
      const asked = graphqlKinds.slice(at, at + 8)
      const query = `{ ${asked.map(([, field]) => `${field}(limit: 500, sort: "id") { docs { id } }`).join(' ')} }`
      const { body } = await app.api.graphql(query, tokenOf(name))
      expect(body.data).toBeTruthy()
      for (const [slug, field] of asked) {
        const given = ((body.data?.[field]?.docs ?? []) as { id: number }[]).map(({ id }) => id)
        expect({ slug, given }).toEqual({ slug, given: await granted(name, slug, 'read') })
      }
    }
    for (const slug of shareOf(name)) {
      const expected = await granted(name, slug, 'read')
      const file = await app.api.get(`/lists/${slug}/export?format=csv`, tokenOf(name))
      const rows = file.status === 200 ? (await file.raw.text()).trimEnd().split('\r\n').length - 1 : 0
      expect({ slug, rows }).toEqual({ slug, rows: expected.length })
      const [unseen] = (everyRow.get(slug) ?? []).filter((id) => !expected.includes(id))
      if (unseen === undefined) continue
      const told = async (id: number) => {
        const one = await app.api.get(`/${slug}/${id}?depth=0`, tokenOf(name))
        const glance = await app.api.get(`/lists/${slug}/${id}`, tokenOf(name))
        const history = await app.api.get(`/history/${slug}/${id}`, tokenOf(name))
        const notes = await app.api.get(`/notes/${slug}/${id}`, tokenOf(name))
        return [one, glance, history, notes].map(({ status, body }) => [status, body])
      }
      expect({ slug, told: await told(unseen) }).toEqual({ slug, told: await told(2_000_000_000) })
    }
  })

  test('finds by searching, joins and filters through relations only what the table gives him', async () => {
    const customers = await granted(name, 'customers', 'read')
    for (const id of everyRow.get('customers') ?? []) {
      const { code } = (await app.payload.findByID({ collection: 'customers', id, depth: 0, overrideAccess: true })) as { code: string }
      const { body } = await app.api.get(`/lookup?q=${code}`, tokenOf(name))
      const found = ((body.rows ?? []) as { slug: string; id: number }[]).filter((row) => row.slug === 'customers').map((row) => row.id)
      expect({ code, found: found.includes(id) }).toEqual({ code, found: customers.includes(id) })
    }
    for (const slug of numbered) {
      const expected = await granted(name, slug, 'read')
      for (const id of sampled(everyRow.get(slug) ?? [])) {
        const { no } = (await app.payload.findByID({ collection: slug as 'orders', id, depth: 0, overrideAccess: true })) as { no: string }
        const { body } = await app.api.get(`/lookup?q=${no}`, tokenOf(name))
        const found = ((body.rows ?? []) as { slug: string; id: number }[]).some((row) => row.slug === slug && row.id === id)
        if (found) expect({ no, readable: expected.includes(id) }).toEqual({ no, readable: true })
        // depth: what a relation leads to is filled in for whoever reads it, and for nobody else
        const deep = await app.api.get(`/${slug}/${id}?depth=2`, tokenOf(name))
        const { customer } = (deep.body ?? {}) as { customer?: { id: number } | number }
        if (deep.status === 200 && customer && typeof customer === 'object')
          expect({ no, seen: customers.includes(customer.id) }).toEqual({ no, seen: true })
      }
    }
  })

  test('opens the reports of his roles, and finds in none a document or customer he does not read', async () => {
    const person = persons.get(name) ?? null
    const unseen = await unseenNames(name)
    for (const report of reports) {
      const answer = await app.api.get(`/reports/${report.name}?format=csv`, tokenOf(name))
      const opens = mayOpen(report, person?.roles ?? [])
      expect({ report: report.name, opened: ![401, 403, 404].includes(answer.status) }).toEqual({ report: report.name, opened: opens })
      const text = answer.status === 200 ? await answer.raw.text() : ''
      expect({ report: report.name, told: unseen.filter((secret) => text.includes(secret)) }).toEqual({ report: report.name, told: [] })
    }
  })

  test('brings in the kinds of files whose records he enters, and reads the files of what he reads', async () => {
    const person = persons.get(name) ?? null
    for (const definition of definitions) {
      const file = new FormData()
      file.set('file', new Blob(['nothing\n']), 'x.csv')
      const { status } = await app.api.post(`/import/${definition.kind}?dryRun=true`, { ...tokenOf(name), body: file })
      const may = holdsRole(person, ...definition.roles)
      expect({ kind: definition.kind, taken: ![401, 403, 404].includes(status) }).toEqual({ kind: definition.kind, taken: may })
    }
    for (const kind of ['drawings', 'pictures'] as const) {
      const { body, status } = await app.api.get(`/${kind}?limit=100&depth=0`, tokenOf(name))
      const read = status === 200 ? (body.docs as { id: number; filename: string }[]).map(({ filename }) => filename) : []
      for (const filename of everyFile.get(kind) ?? []) {
        const got = await app.api.get(`/${kind}/file/${encodeURIComponent(filename)}`, tokenOf(name))
        expect({ kind, filename, got: got.status === 200 }).toEqual({ kind, filename, got: read.includes(filename) })
      }
    }
  })
})

describe('a file tells nothing about records its sender does not read, and brings nothing in for them', () => {
  const answered = (name: string) => (path: string, body: FormData) => app.api.post(path, { ...tokenOf(name), body })

  test.each(names.filter((name) => name !== 'nobody'))('%s', async (name) => {
    const person = persons.get(name) ?? null
    const req = await createLocalReq({ user: { ...person, collection: 'users' } as never }, app.payload)
    const unseenOf = async (slug: string) => {
      const read = await granted(name, slug, 'read')
      const id = (everyRow.get(slug) ?? []).find((one) => !read.includes(one))
      if (id === undefined) return null
      return app.payload.findByID({ collection: slug as CollectionSlug, id, depth: 0, overrideAccess: true })
    }
    const asked = await walkImports({ req, definitions: definitions.filter(({ roles }) => holdsRole(person, ...roles)), unseenOf, ask: answered(name) }) // prettier-ignore
    for (const { what, unseen, none } of asked) expect({ what, told: unseen }).toEqual({ what, told: none })
    if (name === 'sales, own') expect(asked.map(({ what }) => what)).toEqual(expect.arrayContaining(['orders.customer', 'customers code']))
    for (const slug of ['customers', 'items', 'users', 'price-policies']) expect(await idsWhere(slug, {})).toEqual(everyRow.get(slug))
  })

  test('who keeps one warehouse opens no stock of another', async () => {
    const told = async (warehouse: string) =>
      answerTo(answered('warehouse, one'), 'opening-stock', { warehouse, item: 'x', qty: '1', cost: '1' }, warehouse)
    expect([/指定的仓库/.test(await told(String(house.f.warehouse.code))), /指定的仓库/.test(await told('W2'))]).toEqual([false, true])
  })
})

/** Numbers of documents and codes of customers this person does not read, as they would stand in an answer. */
async function unseenNames(name: string): Promise<string[]> {
  const found: string[] = []
  for (const slug of ['customers', ...numbered]) {
    const expected = await granted(name, slug, 'read')
    const hidden = (everyRow.get(slug) ?? []).filter((id) => !expected.includes(id))
    if (hidden.length === 0) continue
    const { docs } = await app.payload.find({
      collection: slug as 'orders',
      where: { id: { in: hidden } },
      pagination: false,
      depth: 0,
      overrideAccess: true,
    })
    found.push(...docs.map((doc) => String(slug === 'customers' ? (doc as { name?: string }).name : doc.no)))
  }
  return found
}

/** Rows to try one by one: the first and the last, of the one department and of the other. */
const sampled = (ids: readonly number[]): number[] => [...new Set([ids[0], ids.at(-1)])].filter((id): id is number => id !== undefined)
