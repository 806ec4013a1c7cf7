import { readFileSync } from 'node:fs'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'

import { startApp, type TestApp } from '../support/app'
import { done, type Factory, openFactory } from '../support/story'

/*
 * How often a write asks the database: written down so that it can only fall, and the same for any number of lines. Times differ by machine
 * and mean nothing here.
 */
type Asked = Record<'save' | 'edit' | 'submit' | 'approve', number>
const asked = (JSON.parse(readFileSync('src/server/commands/check/figures.json', 'utf8')) as { statements: Asked }).statements

let app: TestApp
let f: Factory

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  // a session is looked at twice a minute, by two statements that are no save's: here no time goes by
  const stopped = running()
  performance.now = () => stopped
})
afterAll(async () => {
  performance.now = running
  await app.close()
})

const running = performance.now.bind(performance)

type Query = (this: pg.ClientBase, ...args: unknown[]) => unknown

/** The most values any statement carried: rows go as one value, whatever their number. */
let mostValues = 0

/** Statements sent while the work ran, transaction and session included. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const sent = pg.Client.prototype as unknown as { query: Query }
  const { query } = sent
  let statements = 0
  sent.query = function counting(...args) {
    statements += 1
    const values: unknown = Array.isArray(args[1]) ? args[1] : (args[0] as { values?: unknown }).values
    if (Array.isArray(values)) mostValues = Math.max(mostValues, values.length)
    return query.apply(this, args)
  }
  try {
    await work()
  } finally {
    sent.query = query
  }
  return statements
}

async function countsOf(lines: number): Promise<Asked> {
  const customer = await f.customer({ credit: { control: true, limit: 1e9 } })
  const items: Array<{ id: number }> = []
  for (let n = 0; n < lines; n += 1) items.push(await f.item())
  for (const { id } of items) await f.receive({ item: id, qty: 1000 })
  const body = { customer: customer.id, lines: items.map(({ id }) => ({ item: id, qty: 1, warehouse: f.warehouse.id })) }
  const token = f.boss.token
  const enter = async (): Promise<{ id: number; lines: unknown[] }> => done(await app.api.post('/orders?depth=0', { token, body }))
  const press = async (id: number, verb: string): Promise<unknown> =>
    done(await app.api.post(`/orders/${String(id)}/${verb}`, { token, body: {} }))
  await enter() // settings are read once by a process, not by every save
  let order = { id: 0, lines: [] as unknown[] }
  return {
    save: await statementsOf(async () => (order = await enter())),
    edit: await statementsOf(async () => done(await app.api.patch(`/orders/${String(order.id)}`, { token, body: { lines: order.lines } }))),
    submit: await statementsOf(() => press(order.id, 'submit')),
    approve: await statementsOf(() => press(order.id, 'approve')),
  }
}

test('an order of 10 and one of 50 lines ask the database as often as is written down', async () => {
  const [ten, fifty] = [await countsOf(10), await countsOf(50)]
  expect(fifty).toEqual(ten)
  expect(ten).toEqual(asked)
  expect(mostValues).toBeLessThan(130) // the head of an order; never its lines
})
