import { spawn } from 'node:child_process'
import path from 'node:path'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'

import { inspectBackup, restoreDatabase } from '@/src/db/backup/restoreDatabase'
import { migrateDatabase } from '@/src/db/migrate'
import { migrations } from '@/src/db/migrations'

import { createTestDatabase, type TestDatabase } from '../support/database'

const root = path.resolve(import.meta.dirname, '../..')
/** The demonstration factory as it stood at the baseline, made by `npm run seed -- demo` and `npm run backup`. Never made again. */
const file = path.join(root, 'tests/fixtures/baseline.gendan')

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase({ empty: true })
})
afterAll(() => database.drop())

const names = async (): Promise<string[]> => {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>('select name from payload_migrations where batch >= 0 order by id')
  await client.end()
  return rows.map(({ name }) => name)
}

const verify = () =>
  new Promise<{ code: number | null; said: string }>((resolve) => {
    const env = { ...process.env, DATABASE_URL: database.url, PAYLOAD_SECRET: 'for the tests only', LOG_LEVEL: 'error', NODE_OPTIONS: '' }
    const args = ['--conditions=production', '--import', 'tsx', 'src/server/commands/ledgerVerify.ts']
    const child = spawn(process.execPath, args, { cwd: root, env: env as NodeJS.ProcessEnv })
    let said = ''
    child.stdout.on('data', (chunk) => (said += String(chunk)))
    child.stderr.on('data', (chunk) => (said += String(chunk)))
    child.on('exit', (code) => resolve({ code, said }))
  })

test('books of the baseline, restored and brought up to date, agree with their documents', async () => {
  expect((await inspectBackup({ file })).migrations).toEqual(['20261128_120000_baseline', '20261128_120100_books'])
  await restoreDatabase({ connectionString: database.url, uploads: null, file, logLevel: 'error' })
  expect(await names()).toEqual(migrations.map(({ name }) => name))
  const { code, said } = await verify()
  expect(said).toMatch(/^[1-9]\d* documents proven, 0 differences/m)
  expect(code).toBe(0)
})

test('books that went the way of before the baseline stand at the baseline without running it', async () => {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(`delete from payload_migrations where name in ('20261128_120000_baseline', '20261128_120100_books')`)
  await client.query(
    `insert into payload_migrations (name, batch, created_at, updated_at) values ('20261124_020150_file_uses', 1, now(), now())`,
  )
  await client.end()
  await migrateDatabase({ connectionString: database.url, logLevel: 'error' })
  expect((await names()).toSorted()).toEqual([...migrations.map(({ name }) => name), '20261124_020150_file_uses'].toSorted())
})
