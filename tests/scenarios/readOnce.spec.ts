import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq, type PayloadRequest } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { customerFacts } from '@/src/ledger/facts/customers'
import { itemFacts, itemFactsUnderLock } from '@/src/ledger/facts/items'
import { lockStock } from '@/src/ledger/locks'
import { settingsOf } from '@/src/engine/settings'

import { startApp, type TestApp } from '../support/app'
import { type Factory, openFactory } from '../support/story'

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
})
afterAll(() => app.close())

const inRequest = async <Result>(work: (req: PayloadRequest) => Promise<Result>): Promise<Result> => {
  const req = await createLocalReq({}, app.payload)
  return inTransaction(req, () => work(req))
}

/** Somebody else's change, committed while the transaction under test is open. */
const elsewhere = (statement: string, id: number) =>
  (app.payload.db as unknown as { pool: { query: (text: string, values: unknown[]) => Promise<unknown> } }).pool.query(statement, [id])

test('a transaction reads a customer once, sees its own change of it, and the next transaction begins with nothing', async () => {
  const { id } = await f.customer({ name: 'before' })
  const seen = await inRequest(async (req) => {
    const first = (await customerFacts(req, id))?.name
    await elsewhere(`update customers set name = 'elsewhere' where id = $1`, id)
    const again = (await customerFacts(req, id))?.name
    await req.payload.update({ collection: 'customers', id, data: { name: 'own' }, depth: 0, overrideAccess: true, req })
    return [first, again, (await customerFacts(req, id))?.name]
  })
  expect(seen).toEqual(['before', 'before', 'own'])
  expect(await inRequest(async (req) => (await customerFacts(req, id))?.name)).toBe('own')
})

test('a transaction reads an item once, but what goods are valued by is read under the lock they move under', async () => {
  const { id } = await f.item({ name: 'before' })
  const seen = await inRequest(async (req) => {
    const first = (await itemFacts(req, [id])).get(id)
    await lockStock({ req, keys: [{ item: id, warehouse: null, batchNo: '' }] })
    await elsewhere(`insert into item_costs (item_id, qty, value, average, latest) values ($1, 1, 5, 5, 5)`, id)
    const again = (await itemFacts(req, [id, id])).get(id)
    const valued = (await itemFactsUnderLock(req, [id])).get(id)
    return [first, again, valued].map((facts) => facts?.latestCost)
  })
  expect(seen.map((cost) => (cost === null ? null : Number(cost)))).toEqual([null, null, 5])
})

test('settings kept from an earlier request are not used after a change, and nobody can change them for the next', async () => {
  const mode = () => inRequest(async (req) => (await settingsOf(req)).availability.mode)
  await f.settings('availability-settings', { mode: 'control' })
  expect([await mode(), await mode()]).toEqual(['control', 'control'])
  const changing = inRequest(async (req) => Object.assign((await settingsOf(req)).availability, { mode: 'off' }))
  await expect(changing).rejects.toThrow(TypeError)
  expect(await mode()).toBe('control')
  await f.settings('availability-settings', { mode: 'check' })
  expect(await mode()).toBe('check')
})
