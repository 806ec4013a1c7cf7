import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'
import { type CollectionConfig, type CollectionSlug, createLocalReq, type PayloadRequest } from 'payload'

import { businessDateField } from '@/collections/fields'
import { postgresOf } from '@/src/db/postgres'
import { inTransaction, sqlStateOf, txOf, withRetry } from '@/src/db/transaction'

import { startSmallHouse, type SmallHouse } from '../support/smallHouse'

/*
 * Each trap is a way in which Payload's own adapter answers "saved" and has saved nothing, hangs, or dies. Ours either saves or
 * says so, and goes on working.
 */
type Moment = (req: PayloadRequest) => Promise<unknown>
let onSave: Moment = () => Promise.resolve()

const Parts: CollectionConfig = {
  slug: 'parts',
  lockDocuments: false,
  fields: [
    { name: 'name', type: 'text', required: true },
    { name: 'qty', type: 'number', custom: { scale: 4 } },
    businessDateField('day', { zh: '日期', en: 'Day' }),
    {
      name: 'lines',
      type: 'array',
      fields: [{ name: 'price', type: 'number', custom: { scale: 2 } }, businessDateField('due', { zh: '到期', en: 'Due' })],
    },
  ],
  hooks: { afterChange: [async ({ req }) => void (await onSave(req))] },
}

/** A collection of this test alone, which the generated types do not know. */
const PARTS = 'parts' as CollectionSlug
/** Fields of a kind that the generated types do not know. */
const data = (fields: object) => fields as never

let house: SmallHouse

beforeAll(async () => {
  house = await startSmallHouse({
    collections: [Parts],
    max: 4,
    statements: [
      'create table promises (id serial primary key, part int)',
      'alter table promises add constraint promises_part foreign key (part) references parts(id) deferrable initially deferred',
      'create table counters (id int primary key, n int not null)',
      'insert into counters values (1, 0), (2, 0)',
    ],
  })
})
afterAll(() => house.close())
beforeEach(() => {
  onSave = () => Promise.resolve()
})

const create = (name: string, req?: PayloadRequest) =>
  house.payload.create({ collection: PARTS, data: data({ name }), depth: 0, overrideAccess: true, ...(req ? { req } : {}) })
const stored = async (name: string): Promise<number> =>
  (await house.pool.query('select count(*)::int as n from parts where name = $1', [name])).rows[0].n as number

test('a nested error that a hook swallows is not answered as success', async () => {
  onSave = (req) => req.payload.findByID({ collection: PARTS, id: 999_999, depth: 0, overrideAccess: true, req }).catch(() => null)
  await expect(create('swallowed')).rejects.toThrow('rolled back by a nested operation')
  expect(await stored('swallowed')).toBe(0)
})

test('nothing is written outside a transaction after a swallowed error', async () => {
  onSave = async (req) => {
    await req.payload.findByID({ collection: PARTS, id: 999_999, depth: 0, overrideAccess: true, req }).catch(() => null)
    const tx = await txOf(req)
    await tx.execute(sql`update counters set n = n + 100 where id = 2`)
  }
  await expect(create('stray')).rejects.toThrow('no open transaction')
  expect((await house.pool.query('select n from counters where id = 2')).rows[0].n).toBe(0)
})

test('a COMMIT that a deferred constraint refuses is an error, not a lost document', async () => {
  onSave = async (req) => (await txOf(req)).execute(sql`insert into promises (part) values (424242)`)
  const refused = await create('broken promise').catch((error: unknown) => error)
  expect(sqlStateOf(refused)).toBe('23503')
  expect(await stored('broken promise')).toBe(0)
})

test('an SQL error that a hook swallows is not answered as success', async () => {
  onSave = async (req) => (await txOf(req)).execute(sql`select 1/0`).catch(() => null)
  await expect(create('aborted')).rejects.toBeDefined()
  expect(await stored('aborted')).toBe(0)
})

test('a connection terminated in the middle of a save: an error, no half document, and the next save works', async () => {
  onSave = async (req) => {
    const { rows } = await (await txOf(req)).execute(sql`select pg_backend_pid() as pid`)
    await house.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    await new Promise((resolve) => setTimeout(resolve, 50)) // idle in its transaction while the connection dies
  }
  await expect(create('cut off')).rejects.toBeDefined()
  expect(await stored('cut off')).toBe(0)
  onSave = () => Promise.resolve()
  await create('after the cut')
  expect(await stored('after the cut')).toBe(1)
})

test('idle connections that the server ends do not end the process', async () => {
  await Promise.all(['a', 'b', 'c'].map((name) => create(`warm ${name}`)))
  await house.pool.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name = 'gendan'", [
    house.databaseName,
  ])
  await new Promise((resolve) => setTimeout(resolve, 100))
  await create('after the restart')
  expect(await stored('after the restart')).toBe(1)
})

test('forty clients on a pool of four: all are served, none hangs', async () => {
  onSave = async (req) => {
    await req.payload.find({ collection: PARTS, limit: 1, depth: 0, overrideAccess: true, req })
    await (await txOf(req)).execute(sql`update counters set n = n + 1 where id = 1`)
  }
  await Promise.all(Array.from({ length: 40 }, (_, index) => create(`crowd ${index}`)))
  expect((await house.pool.query("select count(*)::int as n from parts where name like 'crowd %'")).rows[0].n).toBe(40)
  expect((await house.pool.query('select n from counters where id = 1')).rows[0].n).toBe(40)
})

test('two operations that lock each other: the victim is run again, both are saved', async () => {
  const bothHoldOne = barrier(2)
  const swap = async (first: number, second: number) => {
    const req = await createLocalReq({}, house.payload)
    let tries = 0
    await withRetry({
      req,
      work: () =>
        inTransaction(req, async () => {
          tries += 1
          const tx = await txOf(req)
          await tx.execute(sql`update counters set n = n + 1000 where id = ${first}`)
          if (tries === 1) await bothHoldOne()
          await tx.execute(sql`update counters set n = n + 1000 where id = ${second}`)
        }),
    })
    return tries
  }
  const tries = await Promise.all([swap(1, 2), swap(2, 1)])
  expect(tries.sort()).toEqual([1, 2])
  expect((await house.pool.query('select sum(n)::int - 40 as n from counters')).rows[0].n).toBe(4000)
})

test('retrying starts with the context the operation had, and gives up after the third time', async () => {
  const req = await createLocalReq({ context: { given: 'kept' } }, house.payload)
  const seen: unknown[] = []
  const victim = Object.assign(new Error('deadlock detected'), { code: '40P01' })
  await expect(
    withRetry({
      req,
      work: () => {
        seen.push({ ...req.context })
        req.context.leftover = true
        return Promise.reject(new Error('wrapped', { cause: victim }))
      },
    }),
  ).rejects.toThrow('wrapped')
  expect(seen).toEqual([{ given: 'kept' }, { given: 'kept' }, { given: 'kept' }])
})

test('an error of the business is not retried', async () => {
  const req = await createLocalReq({}, house.payload)
  let tries = 0
  await expect(withRetry({ req, work: () => Promise.reject(new Error(`refused ${(tries += 1)}`)) })).rejects.toThrow('refused 1')
})

test('figures have the scale of their field and business dates are dates, in rows too', async () => {
  const lines = [{ price: 1.005, due: '2026-12-31' }]
  const { id } = await house.payload.create({
    collection: PARTS,
    data: data({ name: 'exact', qty: 0.12345, day: '2026-02-28', lines }),
    depth: 0,
    overrideAccess: true,
  })
  const found = await house.payload.find({
    collection: PARTS,
    where: { and: [{ day: { greater_than_equal: '2026-02-28' } }, { day: { less_than: '2026-03-01' } }, { qty: { equals: 0.1235 } }] },
    depth: 0,
    overrideAccess: true,
  })
  expect(found.docs).toMatchObject([{ id, qty: 0.1235, day: '2026-02-28', lines: [{ price: 1.01, due: '2026-12-31' }] }])
  const { rows } = await house.pool.query(
    `select column_name, data_type, numeric_precision, numeric_scale from information_schema.columns
     where (table_name, column_name) in (('parts','qty'),('parts','day'),('parts_lines','price'),('parts_lines','due')) order by 1`,
  )
  expect(rows.map(({ column_name, data_type, numeric_scale }) => [column_name, data_type, numeric_scale])).toEqual([
    ['day', 'date', null],
    ['due', 'date', null],
    ['price', 'numeric', 2],
    ['qty', 'numeric', 4],
  ])
})

/*
 * The contract with the platform: what our adapter takes for granted of the one it builds on. A new version of the platform that keeps it may be
 * taken; one that does not fails here, in words, before it fails anywhere in silence.
 */
test('the platform’s adapter has what ours is built on', async () => {
  const adapter = postgresOf(house.payload)
  const methods = ['connect', 'destroy', 'find', 'findOne', 'findGlobal', 'count', 'create', 'insert', 'updateOne'] as const
  for (const name of [...methods, 'beginTransaction', 'commitTransaction', 'rollbackTransaction'] as const)
    expect({ name, type: typeof adapter[name] }).toEqual({ name, type: 'function' })
  expect(Object.keys(adapter.rawTables['parts_lines']?.columns ?? {})).toEqual(
    expect.arrayContaining(['_order', '_parentID', 'id', 'price', 'due']),
  )
  expect(adapter.rawTables['parts']?.columns['qty']).toMatchObject({ name: 'qty' })
  expect(adapter.tables['parts_lines']).toMatchObject({
    price: { columnType: 'PgNumericNumber' },
    due: { columnType: 'PgDateString' },
    id: { name: 'id' },
  })
  expect(adapter.poolOptions).toMatchObject({ connectionString: expect.stringContaining('postgres://'), lock_timeout: 5000 })
})

test('an operation opens one transaction under its request, known by its id, and closes it itself', async () => {
  let seen: unknown
  onSave = async (req) => {
    const id = String(await req.transactionID)
    seen = Object.keys(postgresOf(house.payload).sessions[id] ?? {}).toSorted()
    const { rows } = await (await txOf(req)).execute(sql`select count(*)::int as n from parts where name = 'contract'`)
    expect(rows).toEqual([{ n: 1 }]) // the write stands in it already
  }
  const req = await createLocalReq({}, house.payload)
  await create('contract', req)
  expect(seen).toEqual(['db', 'reject', 'resolve'])
  expect([req.transactionID, Object.keys(postgresOf(house.payload).sessions)]).toEqual([undefined, []])
})

test('rows of a list keep their ids, their order and, where the write does not name them, themselves', async () => {
  const rows = Array.from({ length: 1200 }, (_, n) => ({ price: n }))
  const { id } = await house.payload.create({
    collection: PARTS,
    data: data({ name: 'rows', lines: rows }),
    depth: 0,
    overrideAccess: true,
  })
  const read = async (): Promise<Array<{ id: string; price: number }>> =>
    (await house.pool.query('select id, price::int as price from parts_lines where _parent_id = $1 order by _order', [id])).rows
  const before = await read()
  expect(before.map(({ price }) => price)).toEqual(rows.map(({ price }) => price))
  const adapter = postgresOf(house.payload)
  await adapter.updateOne({
    collection: PARTS,
    id,
    data: { name: 'rows again', lines: undefined },
    req: await createLocalReq({}, house.payload),
  })
  expect(await read()).toEqual(before)
  await house.payload.update({ collection: PARTS, id, data: data({ lines: before.slice(600) }), depth: 0, overrideAccess: true })
  expect(await read()).toEqual(before.slice(600))
})

function barrier(parties: number): () => Promise<void> {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => (open = resolve))
  let waiting = 0
  return () => {
    waiting += 1
    if (waiting === parties) open()
    return opened
  }
}
