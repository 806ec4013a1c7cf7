import { spawn } from 'node:child_process'
import path from 'node:path'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'

import { migrations } from '@/src/db/migrations'

import { createTestDatabase, type TestDatabase } from '../support/database'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase({ empty: true })
})
afterAll(() => database.drop())

const migrate = () =>
  new Promise<{ code: number | null; said: string }>((resolve) => {
    const root = path.resolve(import.meta.dirname, '../..')
    const child = spawn(process.execPath, ['--conditions=production', '--import', 'tsx', 'src/server/commands/migrate.ts'], {
      cwd: root,
      env: {
        ...process.env,
        DATABASE_URL: database.url,
        PAYLOAD_SECRET: 'for the tests only',
        LOG_LEVEL: 'info',
        NODE_OPTIONS: '',
      } as NodeJS.ProcessEnv,
    })
    let said = ''
    child.stdout.on('data', (chunk) => (said += String(chunk)))
    child.stderr.on('data', (chunk) => (said += String(chunk)))
    child.on('exit', (code) => resolve({ code, said }))
  })

test('two servers that start at once on an empty database both succeed, and each migration has run once', async () => {
  const both = await Promise.all([migrate(), migrate()])
  expect(both.map(({ code, said }) => (code === 0 ? 0 : said))).toEqual([0, 0])
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>('select name from payload_migrations order by id')
  const queue = await client.query("select to_regclass('graphile_worker._private_jobs') is not null as there")
  await client.end()
  expect(rows.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name))
  expect(queue.rows[0].there).toBe(true)
})
