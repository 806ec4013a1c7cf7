import { expect } from '@jest/globals'
import type { CollectionSlug, Where } from 'payload'

import { rowsFor, writesOf } from '@/src/access/accessOf'
import { areFiles, readsKind, rightsOf } from '@/src/access/kinds'
import { rights } from '@/src/access/rights'
import { holdsRole, type Person as Rightful } from '@/src/domain/people/person'
import { isDocument } from '@/src/engine/define'

import type { TestApp } from './app'
import type { TwoDepartments } from './twoDepartments'

/*
 * What the table of rights gives each person of a house with two departments: asked of the database as a condition, past all doors, so that
 * every door can be compared with it.
 */

/** All but files, which follow their documents, and the log that grows while we look. */
export const slugs = Object.keys(rights).filter((slug) => {
  const row = rightsOf(slug)
  return row !== null && !areFiles(row) && slug !== 'audit-log'
})

export const documents = slugs.filter((slug) => isDocument(slug))

export type Table = {
  persons: ReadonlyMap<string, Rightful>
  everyRow: ReadonlyMap<string, number[]>
  idsWhere: (slug: string, where: Where) => Promise<number[]>
  /** The rows a person reads, and those he writes by an operation; `write`: whose steps he may take, as far as rows go. */
  granted: (name: string, slug: string, operation: 'read' | 'write' | 'update' | 'remove') => Promise<number[]>
}

export async function readTable(app: TestApp, house: TwoDepartments): Promise<Table> {
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

  const persons = new Map<string, Rightful>()
  for (const [name, { id }] of Object.entries(house.people))
    persons.set(name, (await app.payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: true })) as Rightful)
  const everyRow = new Map<string, number[]>()
  for (const slug of slugs) everyRow.set(slug, await idsWhere(slug, {}))

  const asked = new Map<string, Promise<number[]>>()

  /** Asked of the database once. */
  const granted = (name: string, slug: string, operation: 'read' | 'write' | 'update' | 'remove'): Promise<number[]> => {
    const key = `${name}/${slug}/${operation}`
    const known = asked.get(key) ?? grantedNow(name, slug, operation)
    asked.set(key, known)
    return known
  }

  const grantedNow = async (name: string, slug: string, operation: 'read' | 'write' | 'update' | 'remove'): Promise<number[]> => {
    const person = persons.get(name) ?? null
    const row = rightsOf(slug)
    if (!row || areFiles(row) || !readsKind(person, slug)) return []
    if ((operation === 'update' || operation === 'remove') && !holdsRole(person, ...row[operation])) return []
    const condition = operation === 'read' ? rowsFor(person, row.rows) : writesOf(person, row)
    if (condition === false) return []
    return condition === true ? (everyRow.get(slug) ?? []) : idsWhere(slug, condition)
  }

  return { persons, everyRow, idsWhere, granted }
}

/** A drawing of each department's sample: uploaded by its clerk, and named by it. */
export async function giveFiles(app: TestApp, house: TwoDepartments): Promise<void> {
  for (const [index, clerk] of house.clerks.entries()) {
    const form = new FormData()
    form.set('file', new Blob(['ISO-10303-21;\nHEADER;\nENDSEC;\nDATA;\nENDSEC;\nEND-ISO-10303-21;\n']), `part-${String(index)}.step`)
    form.set('_payload', JSON.stringify({}))
    const drawing = await app.api.post('/drawings', { token: clerk.token, body: form })
    expect(drawing.status).toBe(201)
    const { docs } = await app.payload.find({
      collection: 'samples',
      where: { salesperson: { equals: clerk.id } },
      limit: 1,
      depth: 0,
      sort: 'id',
      overrideAccess: true,
    })
    const [sample] = docs.map(({ id }) => id)
    const attached = await app.api.patch(`/samples/${String(sample)}`, { token: clerk.token, body: { drawings: [drawing.body.doc.id] } })
    expect(attached.status).toBe(200)
  }
}

/** Rows to try one by one: the first and the last, of the one department and of the other. */
export const sampled = (ids: readonly number[]): number[] =>
  [...new Set([ids[0], ids.at(-1)])].filter((id): id is number => id !== undefined)
