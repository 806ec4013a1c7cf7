// More than 300 lines: every kind of record is asked about of one house, in which all roles work.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'
import type { CollectionSlug, PayloadRequest } from 'payload'

import { areFiles, readsKind, rightsOf } from '@/src/access/kinds'
import { mayUseSheet } from '@/src/access/sheets'
import { holdsRole } from '@/src/domain/people/person'
import { reports } from '@/reports'
import { mayOpen } from '@/reports/kit/defineReport'
import { rulesOf } from '@/src/engine/define'
import { definitions } from '@/src/imports/definitions'
import { printsOf } from '@/src/pdf/prints'

import { startApp, type TestApp } from '../support/app'
import { type GraphqlSchema, readSchema } from '../support/graphqlSchema'
import type { Person } from '../support/story'
import { closedFields, holds, relationsIn } from '../support/closedFields'
import { answerTo, walkImports } from '../support/importWalk'
import { documents, giveFiles, readTable, sampled, slugs, type Table } from '../support/tableOfRights'
import { openTwoDepartments, type TwoDepartments } from '../support/twoDepartments'
import { graphqlWays, restWays, together } from '../support/waysOfAsking'

/*
 * Every collection × operation × person, on rows of his own department and of another, against the table of rights. What the table
 * says is asked of the database as a condition, past all doors; every door must say the same.
 */

let app: TestApp
let house: TwoDepartments
let table: Table
let granted: Table['granted']
let idsWhere: Table['idsWhere']
let persons: Table['persons']
let everyRow: Table['everyRow']

const everyFile = new Map<string, string[]>()
let graphqlKinds: Array<[string, string]> = []
let schema: GraphqlSchema
/** Kinds of documents that sell: their numbers stand in reports. */
const numbered = ['quotes', 'orders', 'deliveries', 'returns', 'invoices', 'receipts', 'samples']

beforeAll(async () => {
  // what is refused is asked for thousands of times
  app = await startApp({ environment: { LOG_LEVEL: 'silent' } })
  house = await openTwoDepartments(app)
  await giveFiles(app, house)
  table = await readTable(app, house)
  ;({ granted, idsWhere, persons, everyRow } = table)
  for (const kind of ['drawings', 'pictures'] as const) {
    const { docs } = await app.payload.find({ collection: kind, pagination: false, depth: 0, overrideAccess: true })
    everyFile.set(
      kind,
      docs.map(({ filename }) => String(filename)),
    )
  }
  // the platform names the field of a list after its kind
  schema = await readSchema(app, house.f.boss.token)
  const fields = schema.queries.map((field) => field.name)
  const plain = (slug: string): string => slug.replaceAll('-', '')
  graphqlKinds = slugs.flatMap((slug): Array<[string, string]> => {
    // what has the same word for one and for many has its list under the longer name
    const names = [`${plain(slug)}es`, `${plain(slug)}s`, plain(slug)]
    const own = names.map((name) => fields.find((field) => field.toLowerCase() === name)).find((field) => field !== undefined)
    return own ? [[slug, own]] : []
  })
})
afterAll(() => app.close())

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
    await together(slugs, async (slug) => {
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
    })
  })

  test('edits and deletes, also by a condition, what the table gives him and nothing else', async () => {
    await together(slugs, async (slug) => {
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
    })
  })

  test('enters nothing that the table does not give him', async () => {
    await together(slugs, async (slug) => {
      const row = rightsOf(slug)
      if (!row || areFiles(row) || holdsRole(persons.get(name) ?? null, ...row.create)) return
      const { status } = await app.api.post(`/${slug}`, { ...tokenOf(name), body: { dryRun: true } })
      expect({ slug, refused: [401, 403, 404].includes(status) }).toEqual({ slug, refused: true })
    })
  })

  test('does not find documents he does not read by their verbs, flow, sheets, or checks', async () => {
    await together(documents, async (slug) => {
      const expected = await granted(name, slug, 'read')
      for (const id of sampled(everyRow.get(slug) ?? []).filter((one) => !expected.includes(one))) {
        const doors: [string, number][] = [
          ['verbs', (await app.api.get(`/${slug}/${id}/verbs`, tokenOf(name))).status],
          ['flow', (await app.api.get(`/trace/${slug}/${id}`, tokenOf(name))).status],
          ['print', (await app.api.get(`/${slug}/${id}/print`, tokenOf(name))).status],
          ['print as Excel', (await app.api.get(`/${slug}/${id}/print?format=xlsx&language=en`, tokenOf(name))).status],
          ['mail', (await app.api.post(`/${slug}/${id}/mail`, { ...tokenOf(name), body: { to: 'spy@rival.example' } })).status],
          ['mails', (await app.api.get(`/${slug}/${id}/mails`, tokenOf(name))).status],
          ['check', (await app.api.post(`/${slug}/check`, { ...tokenOf(name), body: { id } })).status],
        ]
        for (const [door, status] of doors)
          expect({ slug, id, door, refused: [401, 403, 404].includes(status) }).toEqual({ slug, id, door, refused: true })
      }
    })
  })

  test('takes no step, alone or among others, that neither his rows nor his roles give him', async () => {
    const person = persons.get(name) ?? null
    await together(documents, async (slug) => {
      const [read, written] = [await granted(name, slug, 'read'), await granted(name, slug, 'write')]
      const unread = (everyRow.get(slug) ?? []).find((id) => !read.includes(id))
      const onlyRead = read.find((id) => !written.includes(id))
      for (const [verb, { roles }] of Object.entries(rulesOf(slug).verbs)) {
        const mayTake = holdsRole(person, ...roles)
        const foreign = [unread, onlyRead, mayTake ? undefined : read[0]].filter((id): id is number => id !== undefined)
        if (foreign.length === 0) continue
        const body = { reason: 'x', dryRun: true }
        // each row alone with one verb, all of them together with every verb
        const [alone = 0] = foreign.slice(Object.keys(rulesOf(slug).verbs).indexOf(verb) % foreign.length)
        const { status } = await app.api.post(`/${slug}/${alone}/${verb}`, { ...tokenOf(name), body })
        expect({ slug, verb, alone, refused: [401, 403, 404].includes(status) }).toEqual({ slug, verb, alone, refused: true })
        const asked = { ...tokenOf(name), body: { ids: foreign, ...body } }
        const together = await app.api.send<{ results?: { id: number; status: number }[] } | undefined>(
          'POST',
          `/${slug}/bulk/${verb}`,
          asked,
        )
        const passed = (together.body?.results ?? []).filter((one) => ![401, 403, 404].includes(one.status))
        expect({ slug, verb, passed }).toEqual({ slug, verb, passed: [] })
      }
    })
  })

  test('prints and mails of what he reads the sheets of his roles and no other', async () => {
    const person = persons.get(name) ?? null
    await together(documents, async (slug) => {
      const [id] = await granted(name, slug, 'read')
      if (id === undefined) return
      for (const print of printsOf(slug)) {
        const [mayPrint, mayMail] = [mayUseSheet(person, print, 'print'), mayUseSheet(person, print, 'mail')]
        // what may be sent is not sent to just anybody, and the refusal is another one
        const mail = await app.api.post(`/${slug}/${id}/mail`, { ...tokenOf(name), body: { to: 'spy@rival.example', name: print.name } })
        expect({ slug, sheet: print.name, mailed: ![401, 403, 404].includes(mail.status) }).toEqual({
          slug,
          sheet: print.name,
          mailed: mayMail,
        })
        expect(mail.status).not.toBe(200)
        if (mayPrint) continue // every sheet is printed by prints.spec.ts
        const { status } = await app.api.get(`/${slug}/${id}/print?name=${print.name}`, tokenOf(name))
        expect({ slug, sheet: print.name, status }).toEqual({ slug, sheet: print.name, status: 403 })
      }
    })
  })

  test('is not told, and cannot ask about, the figures that are closed to him, in records, their lists of lines and what they lead to', async () => {
    const req = { user: { ...persons.get(name), collection: 'users' }, payload: app.payload } as unknown as PayloadRequest
    const closedOf = async (slug: string) => {
      const known = closedTo.get(slug) ?? (await closedFields(req, app.payload.collections[slug as CollectionSlug].config.flattenedFields))
      closedTo.set(slug, known)
      return known
    }
    const closedTo = new Map<string, string[]>()
    const kinds = slugs.filter((one) => readsKind(persons.get(name) ?? null, one))
    await together(kinds, async (slug) => {
      const closed = await closedOf(slug)
      // a kind he reads, of which his scope leaves him no row, has no list
      const { body } = await app.api.get(`/${slug}?limit=50&depth=0`, tokenOf(name))
      const others = ((body.docs ?? []) as { id: number }[]).filter(({ id }) => slug !== 'users' || id !== persons.get(name)?.id)
      for (const path of closed)
        expect({ slug, path, told: others.some((doc) => holds(doc, path.split('.'))) }).toEqual({ slug, path, told: false })
      // through the relations of the record and of its lines: a figure of each kind they lead to, another one for each relation
      const leading = relationsIn(app.payload.collections[slug as CollectionSlug].config.flattenedFields)
      const beyond: string[] = []
      for (const [index, { path, to }] of leading.entries()) {
        const figures = await closedOf(to)
        if (figures.length > 0 && !closed.includes(path)) beyond.push(`${path}.${figures[index % figures.length] ?? ''}`)
      }
      const paths = [...closed, ...beyond]
      // GraphQL is asked every one of them, REST those beyond a relation for a third of the kinds
      for (const [index, path] of [...closed, ...(shareOf(name).includes(slug) ? beyond : [])].entries()) {
        const asked = restWays[(index + names.indexOf(name)) % restWays.length]?.(path) ?? ''
        const { status } = await app.api.get(`/${slug}${asked}`, tokenOf(name))
        expect({ slug, asked, refused: [400, 403].includes(status) }).toEqual({ slug, asked, refused: true })
      }
      const [, field = ''] = graphqlKinds.find(([kind]) => kind === slug) ?? []
      const ways = graphqlWays({ schema, field, paths })
      for (let at = 0; at < ways.length; at += 14) {
        const asked = ways.slice(at, at + 14)
        const query = `{ ${asked.map((way, index) => `a${index}: ${way}`).join(' ')} }`
        const answer = await app.api.graphql(query, tokenOf(name))
        const told = answer.body.data ? asked.filter((_, index) => answer.body.data?.[`a${index}`] !== null) : [JSON.stringify(answer.body)]
        expect({ slug, told }).toEqual({ slug, told: [] })
      }
    })
  })

  test('is told the same by the house’s own list, whichever way he asks about a closed figure', async () => {
    const req = { user: { ...persons.get(name), collection: 'users' }, payload: app.payload } as unknown as PayloadRequest
    const kinds = shareOf(name).filter((one) => readsKind(persons.get(name) ?? null, one))
    await together(kinds, async (slug) => {
      const closed = await closedFields(req, app.payload.collections[slug as CollectionSlug].config.flattenedFields)
      const told = async (asked: string) => {
        const { status, body } = await app.api.get(`/lists/${slug}?${asked}`, tokenOf(name))
        return status === 200 ? (body.rows as { id: number }[]).map(({ id }) => id) : status
      }
      for (const path of closed.slice(0, 6)) {
        expect({ slug, path, up: await told(`sort=${path}`) }).toEqual({ slug, path, up: await told(`sort=-${path}`) })
        const [there, gone] = [await told(`where[${path}][exists]=true`), await told(`where[${path}][exists]=false`)]
        expect({ slug, path, there }).toEqual({ slug, path, there: gone })
      }
    })
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
