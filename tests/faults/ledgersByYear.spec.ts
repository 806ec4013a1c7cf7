import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'
import pg from 'pg'

import { backupDatabase } from '@/src/db/backup/backupDatabase'
import { restoreDatabase } from '@/src/db/backup/restoreDatabase'
import { inSnapshot } from '@/src/db/transaction'
import { verifyLedgers } from '@/src/questions/control/verifyLedgers'

import { startApp, type TestApp } from '../support/app'
import { createTestDatabase } from '../support/database'
import { type Factory, openFactory } from '../support/story'

/** `deploy/ledgers-by-year.sql`: what was booked stays, what is booked goes on, and no year is rewritten. */
let app: TestApp
let f: Factory
let owner: pg.Client
const folder = mkdtempSync(path.join(os.tmpdir(), 'gendan-years-'))

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  owner = new pg.Client({ connectionString: app.database.url })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await app.close()
  rmSync(folder, { recursive: true })
})

const books = ['stock_entries', 'credit_entries', 'progress_entries', 'receivable_entries'] as const

/** An order that is delivered, billed and paid. */
async function wholeStory(): Promise<void> {
  const item = await f.item()
  await f.receive({ item: item.id, qty: 10 })
  const customer = await f.customer({ credit: { control: true, limit: 100_000 } })
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 4 }])
  const delivery = await f.create('orders', order.id, 'create-delivery')
  await f.verb('deliveries', delivery.id, 'approve')
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
  await f.verb('invoices', invoice.id, 'approve')
}

const proven = async (): Promise<unknown[]> => {
  const req = await createLocalReq({}, app.payload)
  return inSnapshot(req, () => verifyLedgers(req))
}

/** What describes a table beside its columns, without the names of its parts. */
async function described(): Promise<Record<string, number[]>> {
  const { rows } = await owner.query<{ book: string; parts: number[] }>(
    `select c.relname as book, array[(select count(*) from pg_index i where i.indrelid = c.oid), (select count(*) from pg_constraint k where k.conrelid = c.oid and k.contype in ('c', 'f', 'p')),
       (select count(*) from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal)]::int[] as parts from pg_class c where c.relname = any($1)`,
    [books],
  )
  return Object.fromEntries(rows.map(({ book, parts }) => [book, parts]))
}

const entries = async (client: pg.Client = owner): Promise<unknown[]> => {
  const all: unknown[] = []
  for (const book of books) all.push(...(await client.query(`select to_jsonb(e) as entry from ${book} e order by id`)).rows)
  return all
}

test('books by year hold what they held, take what comes, agree with the documents, and are not rewritten', async () => {
  await wholeStory()
  const [before, kept] = [await described(), await entries()]
  const script = readFileSync('deploy/ledgers-by-year.sql', 'utf8')
  await owner.query(`begin; ${script}; commit`)
  expect(await described()).toEqual(before)
  expect(await entries()).toEqual(kept)
  const { rows } = await owner.query<{ kind: string }>(`select distinct relkind::text as kind from pg_class where relname = any($1)`, [
    books,
  ])
  expect(rows).toEqual([{ kind: 'p' }])

  await wholeStory()
  expect(await proven()).toEqual([])
  const year = new Date().getUTCFullYear()
  for (const book of books) {
    for (const table of [book, `${book}_${String(year)}`]) {
      await expect(owner.query(`update ${table} set source_version = 9`)).rejects.toThrow('append-only')
      await expect(owner.query(`delete from ${table}`)).rejects.toThrow('append-only')
      await expect(owner.query(`truncate ${table}`)).rejects.toThrow('append-only')
    }
  }
  // a backup holds them as one, and goes back into books that are not kept by year
  const target = await createTestDatabase({ empty: true })
  const file = path.join(folder, 'books.gendan')
  await backupDatabase({ connectionString: app.database.url, uploads: null, file, at: '2026-11-30T00:00:00Z' })
  await restoreDatabase({ connectionString: target.url, uploads: null, file, logLevel: 'silent' })
  const restored = new pg.Client({ connectionString: target.url })
  await restored.connect()
  expect(await entries(restored)).toEqual(await entries())
  await restored.end()
  await target.drop()
  // run again it changes nothing
  await owner.query(`begin; ${script}; commit`)
  expect(await proven()).toEqual([])
})
