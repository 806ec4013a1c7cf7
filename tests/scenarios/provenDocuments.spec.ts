import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq, type PayloadRequest } from 'payload'

import { inSnapshot, inTransaction } from '@/src/db/transaction'
import { addUpSums } from '@/src/ledger/sums/addUp'
import { env } from '@/src/env/env'
import { keepSeals } from '@/src/ledger/documentSeals'
import { groupBy } from '@/src/domain/kernel/groupBy'
import { query, sql } from '@/src/ledger/query'
import { verifyChanges, verifyLedgers } from '@/src/questions/control/verifyLedgers'
import type { Difference } from '@/src/ledger/verifyBalances'

import { startApp, type TestApp } from '../support/app'
import { done, type Factory, openFactory } from '../support/story'

/*
 * The proof of a night looks only at documents that are not as they were when they were proven. It must find whatever the proof of everything
 * finds: so every table that documents and books are made of is altered in turn, behind everybody's back, and both are asked.
 */
let app: TestApp
let f: Factory
beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
})
afterAll(() => app.close())

const proving = { version: 'this', at: '2026-11-30T02:30:00Z' }

/** Works on the books and takes everything back. */
async function onTrial<T>(work: (req: PayloadRequest) => Promise<T>): Promise<T> {
  const req = await createLocalReq({}, app.payload)
  return inSnapshot(req, () => work(req))
}

/** Writes down what documents add up to, as the job of every minute does. */
async function addUp(): Promise<void> {
  const req = await createLocalReq({}, app.payload)
  await inTransaction(req, () => addUpSums(req, { timeZone: env.TZ_BUSINESS }))
}

/** One night: how many documents there are, how many were looked at, what was found. */
async function night(at = proving.at): Promise<{ documents: number; looked: number; found: Difference[] }> {
  const { documents, looked, differences, seals } = await onTrial((req) => verifyChanges(req, { ...proving, at }))
  const req = await createLocalReq({}, app.payload)
  await inTransaction(req, () => keepSeals(req, seals))
  return { documents, looked, found: differences }
}

/** What a table refuses by itself would have to be switched off as well by whoever alters it. */
const withoutChecks = (table: string): string => `do $$ declare guard record; begin
  for guard in select conname from pg_constraint where contype = 'c' and conrelid = '${table}'::regclass loop
    execute format('alter table ${table} drop constraint %I', guard.conname);
  end loop; end $$`

/** A document of every kind that books anything, each settled with another. */
async function wholeStory(): Promise<{ order: number; delivery: number }> {
  const item = await f.item({ taxRate: 13, listPrice: 100 })
  await f.receive({ item: item.id, qty: 100, cost: 5 })
  const customer = await f.customer({ credit: { control: true, limit: 100000 } })
  const quote = done(
    await app.api.post('/quotes?depth=0', { token: f.clerk.token, body: { customer: customer.id, lines: [{ item: item.id, qty: 4 }] } }),
  )
  for (const verb of ['submit', 'approve', 'send', 'confirm']) await f.verb('quotes', quote.id, verb)
  const order = await f.create('quotes', quote.id, 'create-order')
  for (const verb of ['submit', 'approve']) await f.verb('orders', order.id, verb)
  const delivery = await f.create('orders', order.id, 'create-delivery')
  await f.verb('deliveries', delivery.id, 'approve')
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
  await f.verb('invoices', invoice.id, 'approve')
  const receipt = done(
    await app.api.post('/receipts?depth=0', {
      token: f.boss.token,
      body: { customer: customer.id, amount: 50, allocations: [{ invoice: invoice.id, amount: 30 }] },
    }),
  )
  await f.verb('receipts', receipt.id, 'approve')
  await f.approvedOrder(customer.id, [{ item: item.id, qty: 3, warehouse: f.warehouse.id }])
  return { order: order.id, delivery: delivery.id }
}

test('what was proven is not looked at again until somebody touches it, its books, or what it settles', async () => {
  const { order, delivery } = await wholeStory()
  await addUp()
  const first = await night()
  expect(first).toEqual({ documents: first.documents, looked: first.documents, found: [] })
  expect(first.documents).toBeGreaterThan(6)
  expect(await night()).toEqual({ documents: first.documents, looked: 0, found: [] })
  // an order that nobody has touched, and one that grew a delivery: the order's progress is looked at with the delivery
  const again = await f.create('deliveries', delivery, 'create-return', { kind: 'refund' })
  expect((await night()).looked).toBeGreaterThanOrEqual(1)
  expect([again.id > 0, order > 0]).toEqual([true, true])
  // no seal outlasts its month, nor another version
  expect((await night('2026-12-01T02:30:00Z')).looked).toBe(first.documents + 1)
  const other = await onTrial((req) => verifyChanges(req, { version: 'next', at: '2026-12-01T02:30:00Z' }))
  expect(other.looked).toBe(first.documents + 1)
})

test('entries of a document that is not there are found', async () => {
  const found = await onTrial(async (req) => {
    const tampered = [sql`set local session_replication_role = replica`, sql`delete from receipts`, sql`delete from receipts_allocations`]
    for (const statement of tampered) await query(req, statement)
    return [await verifyLedgers(req), (await verifyChanges(req, proving)).differences]
  })
  expect(found[0]).toContainEqual(
    expect.objectContaining({ book: 'documents', key: expect.stringMatching(/^receipts\/\d+$/), expected: 'a document' }),
  )
  expect(found[1]).toEqual(expect.arrayContaining(found[0] ?? []))
})

test('whichever table is altered, the proof of a night finds what the proof of everything finds', async () => {
  await addUp()
  expect((await night()).found).toEqual([])
  const columns = await onTrial((req) =>
    query<{ table: string; column: string; type: string; name: string }>(
      req,
      sql`select table_name as "table", column_name as "column", data_type as type, udt_name as name from information_schema.columns
        where table_schema = 'public' and (data_type in ('numeric', 'boolean', 'date') or column_name in ('status', 'customer_id', 'bill_to_id', 'salesperson_id', 'department_id', 'item_id', 'warehouse_id'))
          and (table_name in ('stock_entries', 'credit_entries', 'progress_entries', 'receivable_entries', 'line_progress', 'receivable_balances', 'payment_terms', 'order_sums', 'order_moves', 'order_supplies', 'order_line_sums', 'order_stages', 'invoice_sums', 'invoice_line_sums', 'invoice_bills', 'delivery_sums', 'delivery_line_sums')
            or table_name ~ '^(orders|deliveries|invoices|receipts|returns|quotes|stock_receipts)(_|$)') order by 1, 2`,
    ),
  )
  expect(columns.length).toBeGreaterThan(150)
  const another = ({ column, type, name }: { column: string; type: string; name: string }): string =>
    ({
      numeric: `coalesce(${column}, 0) + 1`,
      boolean: `not coalesce(${column}, false)`,
      date: `coalesce(${column}, date '2026-01-01') + 1`,
      'USER-DEFINED': `'cancelled'::${name}`,
      text: `'cancelled'`,
    })[type] ?? `coalesce(${column}, 0) + 1`
  let named = 0
  // a row that is written is another row, whatever was altered in it: figures by themselves, and what decides whether they count
  for (const [table, all] of groupBy(columns, ({ table }) => table)) {
    for (const altered of [all.filter(({ type }) => type === 'numeric'), all.filter(({ type }) => type !== 'numeric')]) {
      if (altered.length === 0) continue
      const [found, nightly] = await onTrial(async (req) => {
        for (const guard of ['set local session_replication_role = replica', withoutChecks(table)]) await query(req, sql.raw(guard))
        const set = altered.map((one) => `"${one.column}" = ${another(one)}`).join(', ')
        await query(req, sql.raw(`update "${table}" set ${set}`))
        return [await verifyLedgers(req), (await verifyChanges(req, proving)).differences]
      })
      expect([table, nightly]).toEqual([table, found])
      named += found?.length ?? 0
    }
  }
  expect(named).toBeGreaterThan(100)
})
