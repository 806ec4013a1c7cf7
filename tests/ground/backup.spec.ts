import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'

import { backupDatabase } from '@/src/db/backup/backupDatabase'
import { hasBooks, inspectBackup, restoreDatabase } from '@/src/db/backup/restoreDatabase'

import { createTestDatabase, type TestDatabase } from '../support/database'

let folder: string
let file: string
let source: TestDatabase
let target: TestDatabase

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'gendan-backup-'))
  file = path.join(folder, 'books.gendan')
  source = await createTestDatabase()
  target = await createTestDatabase({ empty: true })
  mkdirSync(path.join(folder, 'media/pictures'), { recursive: true })
  writeFileSync(path.join(folder, 'media/pictures/铆钉.png'), Buffer.from([0, 255, 10, 13, 0]))
  await on(source, async (client) => {
    // a circle: the department has a head, who belongs to the department
    await client.query(`insert into departments (id, code, name) values (7, 'YW', '业务部 "a"\\\t\n;')`)
    await client.query(`insert into users (id, email, name, department_id) values (9, 'chen@example.com', '陈', 7)`)
    await client.query('update departments set head_id = 9 where id = 7')
    await client.query(`select setval('users_id_seq', 41), graphile_worker.add_job('tidyUp', '{}')`)
  })
})
afterAll(async () => {
  await Promise.all([source.drop(), target.drop()])
  rmSync(folder, { recursive: true })
})

async function on<Result>(database: TestDatabase, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
/** Everything but the note that a backup has been made, which the books get when it is done. */
const fingerprint = (database: TestDatabase) =>
  on(database, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker') and tablename not in ('migrations', 'book_proofs') order by 1",
    )
    const sums: Record<string, string> = {}
    for (const { name } of tables)
      sums[name] = (
        await client.query(`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from ${name} t`)
      ).rows[0].sum
    const { rows: rules } = await client.query(
      "select conname, pg_get_constraintdef(oid) as text from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2",
    )
    const { rows: triggers } = await client.query('select tgname, tgenabled from pg_trigger where not tgisinternal order by 1')
    return { sums, rules, triggers }
  })

test('a backup put back into an empty database is the same books, the same rules and the same files', async () => {
  const made = await backupDatabase({
    connectionString: source.url,
    uploads: path.join(folder, 'media'),
    file,
    at: '2026-11-23T08:00:00.000Z',
  })
  expect(made.files).toBe(1)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(await inspectBackup({ file })).toMatchObject({ at: '2026-11-23T08:00:00.000Z', tables: made.tables, rows: made.rows, files: 1 })
  expect(await hasBooks({ connectionString: target.url })).toBe(false)
  await restoreDatabase({ connectionString: target.url, uploads: path.join(folder, 'again'), file, logLevel: 'error' })
  expect(await fingerprint(target)).toEqual(await fingerprint(source))
  expect(readFileSync(path.join(folder, 'again/pictures/铆钉.png'))).toEqual(Buffer.from([0, 255, 10, 13, 0]))
  const next = await on(target, (client) => client.query("select nextval('users_id_seq')::int as id"))
  expect(next.rows).toEqual([{ id: 42 }])
})

test('restoring over other books gives exactly the backup', async () => {
  await on(target, (client) => client.query(`insert into departments (code, name) values ('XX', 'to be given up')`))
  await restoreDatabase({ connectionString: target.url, uploads: null, file, logLevel: 'error' })
  expect((await fingerprint(target)).sums).toEqual((await fingerprint(source)).sums)
})

test('a file that was cut short or is none is refused before anything is emptied', async () => {
  const cut = path.join(folder, 'cut.gendan')
  writeFileSync(cut, readFileSync(file))
  truncateSync(cut, statSync(file).size - 20)
  writeFileSync(path.join(folder, 'letter.txt'), 'Dear customer')
  for (const bad of [cut, path.join(folder, 'letter.txt'), path.join(folder, 'missing')]) {
    await expect(restoreDatabase({ connectionString: target.url, uploads: null, file: bad, logLevel: 'error' })).rejects.toThrow(
      /damaged|not a backup/,
    )
  }
  expect((await fingerprint(target)).sums).toEqual((await fingerprint(source)).sums)
})
