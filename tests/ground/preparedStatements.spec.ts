import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { PayloadRequest } from 'payload'
import pg from 'pg'

import { nameStatements } from '@/src/db/preparedStatements'
import { withRetry } from '@/src/db/transaction'

import { createTestDatabase } from '../support/database'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let pool: pg.Pool

beforeAll(async () => {
  database = await createTestDatabase()
  pool = new pg.Pool({ connectionString: database.url, max: 1 })
  pool.on('connect', nameStatements)
  await pool.query('create table weights (id int primary key, weight int)')
  await pool.query('insert into weights values (1, 5)')
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

const weight = async (): Promise<unknown> => {
  const { rows } = await pool.query<{ weight: unknown }>({ text: 'select weight from weights where id = $1', values: [1] })
  return rows[0]?.weight
}
const changeSchema = (type: string): Promise<unknown> =>
  pool.query(`alter table weights alter column weight type ${type} using weight::${type}`)
const prepared = async (): Promise<unknown> =>
  (await pool.query<{ name: string }>(`select name from pg_prepared_statements where statement like 'select weight%'`)).rows.length

test('a statement is planned once per connection, from its second time on', async () => {
  expect([await weight(), await prepared()]).toEqual([5, 0])
  expect([await weight(), await weight(), await prepared()]).toEqual([5, 5, 1])
})

test('a schema that changes under a running node costs a bare read one answer, and no other statement anything', async () => {
  await changeSchema('text')
  await expect(weight()).rejects.toThrow('cached plan must not change result type')
  expect([await weight(), await weight(), await weight()]).toEqual(['5', '5', '5'])
})

test('a write is run again and nobody notices', async () => {
  await changeSchema('numeric(10, 2)')
  const req = { context: {} } as unknown as PayloadRequest
  expect(await withRetry({ req, work: weight })).toBe('5.00')
}, 30_000)
