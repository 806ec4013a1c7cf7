import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { CollectionSlug, FlattenedField, PayloadRequest, Where } from 'payload'

import { rowsFor, writesOf } from '@/src/access/accessOf'
import { areFiles, readsKind, rightsOf } from '@/src/access/kinds'
import { rights } from '@/src/access/rights'
import { holdsRole, type Person as Rightful } from '@/src/domain/people/person'
import { isDocument } from '@/src/engine/define'

import { startApp, type TestApp } from '../support/app'
import type { Person } from '../support/story'
import { openTwoDepartments, type TwoDepartments } from '../support/twoDepartments'

/*
 * Every collection × operation × person, on rows of his own department and of another, against the table of rights. What the table
 * says is asked of the database as a condition, past all doors; every door must say the same.
 */

let app: TestApp
let house: TwoDepartments
const persons = new Map<string, Rightful>()
const everyRow = new Map<string, number[]>()

/** All but files, which follow their documents, and the log that grows while we look. */
const slugs = Object.keys(rights).filter((slug) => {
  const row = rightsOf(slug)
  return row !== null && !areFiles(row) && slug !== 'audit-log'
})

beforeAll(async () => {
  app = await startApp()
  house = await openTwoDepartments(app)
  for (const [name, { id }] of Object.entries(house.people))
    persons.set(name, (await app.payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: true })) as Rightful)
  for (const slug of slugs) everyRow.set(slug, await idsWhere(slug, {}))
}, 300_000)
afterAll(() => app.close())

const idsWhere = async (slug: string, where: Where): Promise<number[]> => {
  const { docs } = await app.payload.find({
    collection: slug as CollectionSlug,
    where,
    pagination: false,
    depth: 0,
    sort: 'id',
    overrideAccess: true,
  })
  return docs.map(({ id }) => Number(id))
}

/** What the table gives a person: the rows he reads, and those he writes by an operation. */
const granted = async (name: string, slug: string, operation: 'read' | 'update' | 'remove'): Promise<number[]> => {
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

test('the house holds rows of both departments in most collections', () => {
  expect(slugs.filter((slug) => (everyRow.get(slug) ?? []).length >= 2).length).toBeGreaterThan(18)
})

describe.each(names)('%s', (name) => {
  test('reads in lists, counts, and one by one what the table gives him', async () => {
    for (const slug of slugs) {
      const expected = await granted(name, slug, 'read')
      const list = await app.api.get(`/${slug}?limit=500&depth=0&sort=id`, tokenOf(name))
      const listed = list.status === 200 ? (list.body.docs as { id: number }[]).map(({ id }) => id) : []
      expect({ slug, listed }).toEqual({ slug, listed: expected })
      const count = await app.api.get(`/${slug}/count`, tokenOf(name))
      expect({ slug, counted: count.status === 200 ? count.body.totalDocs : 0 }).toEqual({ slug, counted: expected.length })
      for (const id of sampled(everyRow.get(slug) ?? [])) {
        const one = await app.api.get(`/${slug}/${id}?depth=0`, tokenOf(name))
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
          ['trace', (await app.api.get(`/trace/${slug}/${id}`, tokenOf(name))).status],
          ['print', (await app.api.get(`/${slug}/${id}/print`, tokenOf(name))).status],
          ['check', (await app.api.post(`/${slug}/check`, { ...tokenOf(name), body: { id } })).status],
        ]
        for (const [door, status] of doors)
          expect({ slug, id, door, refused: [401, 403, 404].includes(status) }).toEqual({ slug, id, door, refused: true })
        const bulk = await app.api.post(`/${slug}/bulk/cancel`, { ...tokenOf(name), body: { ids: [id], reason: 'x', dryRun: true } })
        expect({ slug, id, done: (bulk.body?.results ?? []).some(({ ok }: { ok: boolean }) => ok) }).toEqual({ slug, id, done: false })
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
})

/** Rows to try one by one: the first and the last, of the one department and of the other. */
const sampled = (ids: readonly number[]): number[] => [...new Set([ids[0], ids.at(-1)])].filter((id): id is number => id !== undefined)

async function closedFields(req: PayloadRequest, fields: readonly FlattenedField[], prefix = ''): Promise<string[]> {
  const closed: string[] = []
  for (const field of fields) {
    const read = 'access' in field ? field.access?.read : undefined
    const path = `${prefix}${field.name}`
    // what depends on whose record it is is asked of the record, not of the collection
    if (read && req.user && (await read({ req, doc: { id: -1 }, id: -1 } as never)) !== true) closed.push(path)
    else if ('flattenedFields' in field && Array.isArray(field.flattenedFields))
      closed.push(...(await closedFields(req, field.flattenedFields, `${path}.`)))
  }
  return closed
}

const holds = (value: unknown, [name, ...rest]: readonly string[]): boolean => {
  if (Array.isArray(value)) return value.some((row: unknown) => holds(row, [name ?? '', ...rest]))
  if (value === null || typeof value !== 'object' || name === undefined) return false
  const inner = (value as Record<string, unknown>)[name]
  // the platform leaves an empty list where it took one out
  return rest.length === 0 ? inner !== undefined && !(Array.isArray(inner) && inner.length === 0) : holds(inner, rest)
}
