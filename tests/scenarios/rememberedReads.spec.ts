import { sql } from '@payloadcms/db-postgres/drizzle'
import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { CollectionSlug, SelectType, Where } from 'payload'

import { postgresOf } from '@/src/db/postgres'

import { startApp, type TestApp } from '../support/app'

/*
 * What a read selects is written once (`src/db/rememberedReads.ts`). Here every collection is read in every way Payload reads, and each text
 * is held against the one drizzle writes of itself.
 */
type Read = { toSQL: () => { sql: string; params: unknown[] } }
type Builder = Record<'findMany' | 'findFirst', (config?: object) => Read>

let app: TestApp
/** Texts as they were sent, beside drizzle's own. */
const sent: Array<{ ours: ReturnType<Read['toSQL']>; drizzles: ReturnType<Read['toSQL']> }> = []

beforeAll(async () => {
  app = await startApp()
  const adapter = postgresOf(app.payload)
  const plain = drizzle({ client: adapter.pool, schema: adapter.schema }).query as Record<string, Builder>
  for (const [table, builder] of Object.entries(adapter.drizzle.query as Record<string, Builder>))
    for (const name of ['findMany', 'findFirst'] as const) {
      const remembered = builder[name].bind(builder)
      builder[name] = (config) => {
        const read = remembered(config)
        sent.push({ ours: read.toSQL(), drizzles: (plain[table] as Builder)[name](config).toSQL() })
        return read
      }
    }
})
afterAll(() => app.close())

type Asked = { where: Where; select?: SelectType; sort?: string; limit: number; page?: number }
const questions: readonly Asked[] = [
  { where: {}, limit: 10, page: 2, sort: '-id' },
  { where: { id: { equals: 7 } }, limit: 0, select: { id: true } },
  { where: { id: { in: [1, 2, 3] } }, limit: 3, select: { id: false }, sort: 'id' },
  { where: { and: [{ id: { greater_than: 1 } }, { or: [{ id: { exists: true } }, { id: { not_equals: 4 } }] }] }, limit: 5 },
]

test('every collection, by every kind of condition, order, page and choice of fields: the text is drizzle’s own', async () => {
  const { payload } = app
  const slugs = Object.keys(payload.collections) as CollectionSlug[]
  for (const collection of slugs)
    for (const asked of questions) {
      await payload.db.find({ collection, ...asked })
      await payload.db.findOne({ collection, ...asked })
    }
  expect(sent.length).toBeGreaterThanOrEqual(slugs.length * questions.length * 2)
  for (const { ours, drizzles } of sent) expect(ours).toMatchObject({ sql: drizzles.sql, params: drizzles.params })
})

test('a read that selects what a condition works out is written by drizzle, each time anew', () => {
  const { orders } = postgresOf(app.payload).drizzle.query as unknown as { orders: Builder }
  const { id } = postgresOf(app.payload).tables['orders'] as unknown as { id: Parameters<typeof sql>[1] }
  for (const times of [2, 3]) {
    const asked = orders.findMany({ columns: { id: true }, extras: { more: sql`${id} * ${times}`.as('more') }, limit: 1 }).toSQL()
    expect([asked.sql, asked.params[0]]).toEqual([expect.stringContaining('"more"'), times])
  }
})

test('what is selected is the shape’s, what is asked for is the read’s: one after the other finds its own', async () => {
  const { payload } = app
  const made = []
  for (const code of ['A', 'B']) made.push(await payload.create({ collection: 'item-categories', data: { code, name: `类${code}` } }))
  for (const { id, code } of made) {
    const { docs } = await payload.find({ collection: 'item-categories', where: { id: { equals: id } } })
    expect(docs.map((doc) => doc.code)).toEqual([code])
    const [narrow] = (await payload.find({ collection: 'item-categories', where: { code: { equals: code } }, select: { name: true } })).docs
    expect(narrow).toEqual({ id, name: `类${code}` })
  }
})
