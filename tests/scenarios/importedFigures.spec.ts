import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { query, sql } from '@/src/ledger/query'
import { verifyLedgers } from '@/src/questions/control/verifyLedgers'

import { startApp, type TestApp } from '../support/app'
import { done, type Factory, openFactory } from '../support/story'

let app: TestApp
let f: Factory

const send = async (kind: string, rows: readonly string[]): Promise<void> => {
  const body = new FormData()
  body.append('file', new Blob([rows.join('\n')]), 'file.csv')
  const report = done(await app.api.post(`/import/${kind}`, { token: f.boss.token, body }))
  expect([kind, report.errors, report.created > 0]).toEqual([kind, [], true])
}

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  const [{ code }, { code: item }, { code: dear }] = [await f.customer({ taxMode: 'inclusive' }), await f.item(), await f.item()]
  await send('exchange-rates', ['currency,date,rate', 'USD,2024-01-01,7'])
  const head = 'no,customer,date,item,qty,price,taxRate,discountRate,freight,freightTaxRate,currency'
  await send('sales-history', [
    `${head},cost`,
    `H-1,${code},2024-03-01,${item},10,11.3,13,5,109,9%,USD,6`,
    `H-1,${code},2024-03-01,${dear},2,20,13,,,,USD,9`,
  ])
  await send('opening-orders', [`${head},deliveredQty,invoicedQty`, `O-1,${code},2026-10-01,${item},10,11.3,13,5,109,9%,USD,4,3`])
  await send('opening-quotes', [head, `Q-1,${code},2026-10-01,${item},10,11.3,13,5,109,9%,USD`])
  await send('opening-receivables', [
    'no,customer,date,amount,openAmount,currency',
    `R-1,${code},2026-09-01,500,200,USD`,
    `A-1,${code},2026-09-01,-300,,`,
  ])
  await send('opening-stock', ['warehouse,item,qty,cost', `${f.warehouse.code},${item},100,6`])
}, 120_000)
afterAll(() => app.close())

class Undone extends Error {}

/** Documents that are named once a figure was raised behind the books' back; it is put back. */
async function namedAfter(raise: ReturnType<typeof sql.raw> | null): Promise<string[]> {
  const req = await createLocalReq({}, app.payload)
  let keys: string[] = []
  await inTransaction(req, async () => {
    if (raise) await query(req, raise)
    keys = (await verifyLedgers(req)).map(({ key }) => key)
    throw new Undone()
  }).catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error
  })
  return keys
}

/** Counters of their own: how often a document was revised or reviewed tells no figure. */
const counters = new Set(['revision', 'review_version'])

const tables: ReadonlyArray<{ table: string; no: string; key: string }> = [
  { table: 'invoices', no: 'H-1', key: 'invoices/H-1' },
  { table: 'invoices_lines', no: 'H-1', key: 'invoices/H-1' },
  { table: 'invoices', no: 'R-1', key: 'invoices/R-1' },
  { table: 'receipts', no: 'A-1', key: 'receipts/A-1' },
  { table: 'orders', no: 'O-1', key: 'orders/O-1' },
  { table: 'orders_lines', no: 'O-1', key: 'orders/O-1' },
  { table: 'quotes', no: 'Q-1', key: 'quotes/Q-1' },
  { table: 'quotes_lines', no: 'Q-1', key: 'quotes/Q-1' },
  { table: 'stock_receipts_lines', no: `OPEN-`, key: 'stock-receipts/OPEN-' },
]

test('every figure of every kind of document that came in is proven: raised one at a time by SQL, its document is named', async () => {
  expect(await namedAfter(null)).toEqual([])
  const req = await createLocalReq({}, app.payload)
  const unnoticed: string[] = []
  let raised = 0
  for (const { table, no, key } of tables) {
    const parent = table.replace(/_lines$/, '')
    const own = `select id from ${parent} where no like '${no}%'`
    const where = table === parent ? `id in (${own})` : `_parent_id in (${own})`
    const columns = await inTransaction(req, () =>
      query<{ name: string }>(
        req,
        sql`select column_name as name from information_schema.columns where table_name = ${table} and data_type = 'numeric' order by 1`,
      ),
    )
    for (const { name } of columns) {
      const [given] = await inTransaction(req, () =>
        query<{ any: boolean }>(req, sql.raw(`select bool_or(${name} <> 0) as any from ${table} where ${where}`)),
      )
      if (!given?.any || counters.has(name)) continue
      raised += 1
      const named = await namedAfter(sql.raw(`update ${table} set ${name} = ${name} + 1000 where ${where}`))
      if (!named.some((found) => found.startsWith(key))) unnoticed.push(`${no} ${table}.${name}`)
    }
  }
  expect(unnoticed).toEqual([])
  expect(raised).toBeGreaterThan(70)
}, 240_000)
