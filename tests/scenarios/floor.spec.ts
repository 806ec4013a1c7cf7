import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'

import { saveByHand } from '@/src/server/commands/bench/orderFloor'
import { openOrderHouse } from '@/src/server/commands/bench/orderHouse'

import { startApp, type TestApp } from '../support/app'
import { openFactory } from '../support/story'

/*
 * What a save costs is told as a ratio to a transaction written by hand (`npm run bench -- orders`). The ratio says something only while
 * that transaction writes the same rows.
 */
let app: TestApp
let client: pg.Client

beforeAll(async () => {
  app = await startApp()
  client = new pg.Client({ connectionString: app.database.url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await app.close()
})

const tables = ['orders', 'orders_lines', 'progress_entries', 'line_progress', 'credit_entries', 'stock_entries', 'audit_log'] as const
const balances = {
  stock_balances: 'sum(on_hand), sum(reserved), sum(available), sum(value)',
  stock_totals: 'sum(on_hand), sum(reserved)',
  credit_balances: 'sum(orders), sum(deliveries), sum(receivable)',
}
type Row = Record<string, unknown>

/** What names one row among others, or tells when it was written: another one with each save. */
const ownOfRow = new Set([
  ...['id', '_parent_id', 'no', 'line_id', 'document_id', 'source_id', 'source_line', 'cause_id', 'row'],
  ...['at', 'created_at', 'updated_at', 'seal', 'user_name'],
])

/** How far the figures of each balance were moved. */
async function moved(work: () => Promise<unknown>): Promise<number[][]> {
  const sums = async (): Promise<number[][]> => {
    const all: number[][] = []
    for (const [table, figures] of Object.entries(balances)) {
      const { rows } = await client.query<string[]>({ text: `select ${figures} from ${table}`, rowMode: 'array' })
      all.push((rows[0] ?? []).map(Number))
    }
    return all
  }
  const before = await sums()
  await work()
  return (await sums()).map((figures, table) => figures.map((figure, at) => figure - (before[table]?.[at] ?? 0)))
}

const withoutOwn = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(withoutOwn)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([name, told]) => [name, ownOfRow.has(name) ? told !== null : withoutOwn(told)]))
      : value

/** Rows of each table that the work wrote, the named fields told as there or not there; those of one table in an order of their own. */
async function written(work: () => Promise<unknown>): Promise<Record<string, string[]>> {
  const stored = async (table: string): Promise<string[]> =>
    (await client.query<{ row: string }>(`select ctid::text || to_jsonb(t)::text as row from ${table} t`)).rows.map(({ row }) => row)
  const before = new Map<string, Set<string>>()
  for (const table of tables) before.set(table, new Set(await stored(table)))
  await work()
  const rows: Record<string, string[]> = {}
  for (const table of tables) {
    const added = (await stored(table))
      .filter((row) => !before.get(table)?.has(row))
      .map((row) => JSON.parse(row.slice(row.indexOf('{'))) as Row)
    for (const row of added)
      if (Array.isArray(row['changes']))
        row['changes'] = (row['changes'] as Row[]).map((change) => (change['path'] === 'no' ? { ...change, after: 'its own' } : change))
    rows[table] = added.map((row) => JSON.stringify(withoutOwn(row))).sort()
  }
  return rows
}

test('the transaction written by hand writes the rows of a save, field by field', async () => {
  const { boss } = await openFactory(app)
  const post = async (path: string, body: unknown): Promise<Row> => {
    const answer = await app.api.send<Row>('POST', `/${path}`, { token: boss.token, body })
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body))
    return (answer.body['doc'] ?? answer.body['result'] ?? answer.body) as Row
  }
  const order = await openOrderHouse({ client, post, person: boss.id }, 3)
  const lines = order.items.map((item) => ({ item, qty: 1, warehouse: order.warehouse }))
  const byHand = () => saveByHand({ client, order })
  const save = () => post('orders?depth=0', { customer: order.customer, lines })
  // balances are there, and nothing waits beside them, before anything is compared
  for (const write of [save, save, byHand]) await write()
  const saved = await written(save)
  expect(saved['orders']).toHaveLength(1)
  expect(saved['orders_lines']).toHaveLength(3)
  expect(await written(byHand)).toEqual(saved)
  const movedBySave = await moved(save)
  expect(movedBySave.flat().filter((figure) => figure !== 0)).toEqual([3, -3, 6, 600])
  expect(await moved(byHand)).toEqual(movedBySave)
})
