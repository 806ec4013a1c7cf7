import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createLocalReq } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { query, sql } from '@/src/ledger/query'
import { verifyLedgers } from '@/src/questions/control/verifyLedgers'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, openFactory } from '../support/story'

let app: TestApp
let f: Factory
let second: number

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  await f.master('warehouses', { code: 'WR', name: '退货仓', kind: 'return' })
  second = (await f.master('warehouses', { code: 'W2', name: '二仓', kind: 'goods' })).id
})
afterAll(() => app.close())

const free = (more: Record<string, unknown> = {}) => f.item({ availabilityMode: 'off', ...more })
const cents = (value: number): number => Number(value.toFixed(2))
const worth = async (item: number): Promise<number> => {
  const { docs } = done(await app.api.get(`/stock-balances?where[item][equals]=${item}&depth=0`, { token: f.boss.token }))
  return cents(docs.reduce((total: number, row: { value: number }) => Number(total) + Number(row.value), 0))
}
const sell = async (item: number, qty: number, more: Record<string, unknown> = {}) => {
  const customer = await f.customer()
  const order = await f.approvedOrder(customer.id, [{ item, qty, ...more }])
  const delivery = await f.create('orders', order.id, 'create-delivery')
  await f.verb('deliveries', delivery.id, 'approve')
  const invoice = await f.create('deliveries', delivery.id, 'create-invoice')
  await f.verb('invoices', invoice.id, 'approve')
  return { delivery, invoice }
}
const costOf = async ({ id }: { id: number }): Promise<number | null> => (await f.read('invoices', id)).lines[0].costValue
const receipt = async (item: number, qty: number, cost: number | null, warehouse = f.warehouse.id) => {
  const created = done(
    await f.api.post('/stock-receipts', { token: f.boss.token, body: { kind: 'purchase', warehouse, lines: [{ item, qty, cost }] } }),
  )
  await f.verb('stock-receipts', created.id, 'post')
  return f.read('stock-receipts', created.id)
}
type Receipt = Awaited<ReturnType<typeof receipt>>
const correct = async (of: Receipt, cost: number) => {
  const doc = await f.create('stock-receipts', of.id, 'correct-cost', { reason: 'x', lines: [{ line: of.lines[0].id, cost }] })
  return f.verb('cost-corrections', doc.id, 'post')
}
const proven = async (): Promise<void> => {
  const req = await createLocalReq({}, app.payload)
  expect(await inTransaction(req, () => verifyLedgers(req))).toEqual([])
}

test('5 sold from nothing cost nobody knows what; 105 received at 6: the 5 cost 30.00, 600.00 are left; undone either way, back to nothing', async () => {
  const item = await free()
  const { delivery, invoice } = await sell(item.id, 5)
  expect([await worth(item.id), await costOf(invoice)]).toEqual([0, null])
  const came = await receipt(item.id, 105, 6)
  expect([await worth(item.id), await costOf(invoice)]).toEqual([600, 30])
  await proven()
  await f.verb('stock-receipts', came.id, 'reverse', { reason: 'x' })
  expect([await worth(item.id), await costOf(invoice)]).toEqual([0, null])
  await proven()
  await receipt(item.id, 105, 6)
  await f.verb('invoices', invoice.id, 'unapprove')
  await f.verb('invoices', invoice.id, 'cancel', { reason: 'x' })
  const lines = [{ deliveryLine: delivery.lines[0].id, qty: 5 }]
  const back = await f.create('deliveries', delivery.id, 'create-return', { kind: 'refund', lines })
  await f.verb('returns', back.id, 'approve')
  expect((await f.verb('returns', back.id, 'receive')).lines[0].issueValue).toBe(30)
  expect(await worth(item.id)).toBe(630)
  await proven()
})

test('goods whose cost nobody knows are told when they leave and when they come in; with a cost nobody is told', async () => {
  const item = await free()
  const customer = await f.customer()
  const order = await f.approvedOrder(customer.id, [{ item: item.id, qty: 1 }])
  const delivery = await f.create('orders', order.id, 'create-delivery')
  const codes = async (slug: string, id: number, verb: string): Promise<string[]> =>
    (await f.call(slug, id, verb)).body.warnings.map(({ code }: { code: string }) => code)
  expect(await codes('deliveries', delivery.id, 'approve')).toContain('COST_UNKNOWN')
  const draft = async (cost: number | null): Promise<number> => {
    const body = { kind: 'purchase', warehouse: f.warehouse.id, lines: [{ item: item.id, qty: 1, cost }] }
    return done(await f.api.post('/stock-receipts', { token: f.boss.token, body })).id
  }
  expect(await codes('stock-receipts', await draft(null), 'post')).toContain('COST_UNKNOWN')
  expect(await codes('stock-receipts', await draft(3), 'post')).toEqual([])
  expect(await codes('stock-receipts', await draft(null), 'post')).toEqual([])
  await proven()
})

test('the latest cost is carried meanwhile, the correction is a posting of its own, dated with the receipt', async () => {
  const item = await free()
  await receipt(item.id, 2, 5)
  const { invoice } = await sell(item.id, 6)
  expect([await worth(item.id), await costOf(invoice)]).toEqual([-20, 30])
  const came = await receipt(item.id, 10, 7)
  expect([await worth(item.id), await costOf(invoice)]).toEqual([42, 38])
  const req = await createLocalReq({}, app.payload)
  const settled = await inTransaction(req, () =>
    query(
      req,
      sql`select value::float8 as value, cause_slug as cause, to_char(business_date, 'YYYY-MM-DD') as date from stock_entries
          where item_id = ${item.id} and qty = 0`,
    ),
  )
  expect(settled).toEqual([{ value: -8, cause: 'stock-receipts', date: String(came.date).slice(0, 10) }])
  await correct(came, 8)
  expect([await worth(item.id), await costOf(invoice)]).toEqual([48, 42])
  await proven()
})

test('goods expected at a cost carry it; a receipt without a cost is not free, and is told the right cost later', async () => {
  const expected = await free()
  done(
    await f.api.post('/stock-receipts', {
      token: f.boss.token,
      body: { kind: 'purchase', warehouse: f.warehouse.id, lines: [{ item: expected.id, qty: 9, cost: 4 }] },
    }),
  )
  expect(await costOf((await sell(expected.id, 3)).invoice)).toBe(12)
  const item = await free()
  const blind = await receipt(item.id, 100, null)
  const { invoice } = await sell(item.id, 10)
  expect([await worth(item.id), await costOf(invoice), blind.lines[0].cost]).toEqual([0, null, null])
  await proven()
  await correct(blind, 3)
  expect([await worth(item.id), await costOf(invoice)]).toEqual([270, 30])
  await proven()
  const other = await free()
  await receipt(other.id, 100, null)
  const sold = await sell(other.id, 10)
  await receipt(other.id, 100, 6)
  expect([await worth(other.id), await costOf(sold.invoice)]).toEqual([1140, 60])
  await proven()
})

test('what came back, was credited and went to another warehouse before its cost was known follows it', async () => {
  const item = await free()
  const { delivery, invoice } = await sell(item.id, 5)
  const note = await f.create('invoices', invoice.id, 'create-credit-note', {
    lines: [{ invoiceLine: (await f.read('invoices', invoice.id)).lines[0].id, qty: 2 }],
  })
  await f.verb('invoices', note.id, 'approve')
  const back = await f.create('deliveries', delivery.id, 'create-return', {
    kind: 'refund',
    lines: [{ deliveryLine: delivery.lines[0].id, qty: 2 }],
  })
  await f.verb('returns', back.id, 'approve')
  await f.verb('returns', back.id, 'receive')
  const transfer = done(
    await f.api.post('/stock-transfers', {
      token: f.boss.token,
      body: { from: f.warehouse.id, to: second, lines: [{ item: item.id, qty: 4 }] },
    }),
  )
  await f.verb('stock-transfers', transfer.id, 'ship')
  await f.verb('stock-transfers', transfer.id, 'receive')
  await receipt(item.id, 105, 6)
  expect([await costOf(invoice), await costOf(note), await worth(item.id)]).toEqual([30, 12, 612])
  expect((await f.read('returns', back.id)).lines[0].issueValue).toBe(12)
  await proven()
})

test('a cost that somebody tampers with is found', async () => {
  const item = await free()
  await sell(item.id, 5)
  await receipt(item.id, 105, 6)
  const req = await createLocalReq({}, app.payload)
  const undone = new Error('undone')
  let found: string[] = []
  const tampered = inTransaction(req, async () => {
    await query(
      req,
      sql`insert into stock_entries (source_slug, source_id, source_line, account, item_id, warehouse_id, batch_no, qty, value, source_version, cause_slug, cause_id, business_date)
          select source_slug, source_id, source_line, account, item_id, warehouse_id, batch_no, 0, 1, source_version, cause_slug, cause_id, business_date
          from stock_entries where item_id = ${item.id} and source_slug = 'deliveries' and account = 'onHand' limit 1`,
    )
    found = (await verifyLedgers(req)).map(({ book }) => book)
    throw undone
  })
  await expect(tampered).rejects.toBe(undone)
  expect(found).toContain('item_costs')
})

type Step = { kind: 'in' | 'blind' | 'sell' | 'back' | 'move' | 'undo'; qty: number; cost: number; of: number }

/** Undone what had been sold of, then goods without a cost: their cost was known, and what comes later does not change it. */
const lateReceipt: Step[] = [
  { kind: 'in', qty: 9, cost: 35.3, of: 30 },
  { kind: 'sell', qty: 4, cost: 1, of: 22 },
  { kind: 'undo', qty: 1, cost: 1, of: 42 },
  { kind: 'blind', qty: 8, cost: 1, of: 4 },
  { kind: 'in', qty: 9, cost: 0.8, of: 43 },
  { kind: 'blind', qty: 3, cost: 1, of: 49 },
]

test('sales, receipts, returns, transfers and what is undone of them, in any order: stock and cost of sales are what was received', async () => {
  const history = fc.array(
    fc.record<Step>({
      kind: fc.constantFrom('in', 'blind', 'sell', 'sell', 'back', 'move', 'undo'),
      qty: fc.integer({ min: 1, max: 9 }),
      cost: fc.integer({ min: 1, max: 900 }).map((tenths) => tenths / 10),
      of: fc.nat(50),
    }),
    { minLength: 6, maxLength: 7 },
  )
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const item = await free()
      const sales: Array<Awaited<ReturnType<typeof sell>>> = []
      const receipts: Receipt[] = []
      const returned = new Map<number, number>()
      for (const { kind: step, qty, cost, of } of steps) {
        const sale = sales[of % Math.max(1, sales.length)]
        if (step === 'in' || step === 'blind')
          receipts.push(await receipt(item.id, qty, step === 'in' ? cost : null, of % 2 ? second : f.warehouse.id))
        else if (step === 'sell') sales.push(await sell(item.id, qty))
        else if (step === 'undo') {
          const [gone] = receipts.splice(of % Math.max(1, receipts.length), 1)
          if (gone) await f.verb('stock-receipts', gone.id, 'reverse', { reason: 'x' })
        } else if (step === 'back' && sale && (returned.get(sale.delivery.id) ?? 0) < sale.delivery.lines[0].qty) {
          const left = sale.delivery.lines[0].qty - (returned.get(sale.delivery.id) ?? 0)
          const part = Math.min(qty, left)
          returned.set(sale.delivery.id, part + (returned.get(sale.delivery.id) ?? 0))
          const back = await f.create('deliveries', sale.delivery.id, 'create-return', {
            kind: 'refund',
            lines: [{ deliveryLine: sale.delivery.lines[0].id, qty: part }],
          })
          await f.verb('returns', back.id, 'approve')
          await f.verb('returns', back.id, 'receive')
        } else if (step === 'move') {
          const body = { from: f.warehouse.id, to: second, lines: [{ item: item.id, qty }] }
          const transfer = done(await f.api.post('/stock-transfers', { token: f.boss.token, body }))
          await f.verb('stock-transfers', transfer.id, 'ship')
          await f.verb('stock-transfers', transfer.id, 'receive')
        }
      }
      await receipt(item.id, 500, 10)
      const req = await createLocalReq({}, app.payload)
      const [sums] = await inTransaction(req, () =>
        query<{ received: number; sold: number; back: number; left: number; invoiced: number }>(
          req,
          sql`select coalesce(sum(value) filter (where source_slug in ('stock-receipts', 'cost-corrections')), 0)::float8 as received,
                coalesce(-sum(value) filter (where source_slug = 'deliveries'), 0)::float8 as sold,
                coalesce(sum(value) filter (where source_slug = 'returns'), 0)::float8 as back, sum(value)::float8 as left,
                (select coalesce(sum(l.cost_value), 0)::float8 from invoices_lines l join invoices h on h.id = l._parent_id
                 where l.item_id = ${item.id} and h.status::text = 'approved') as invoiced
              from stock_entries where item_id = ${item.id} and account = 'onHand'`,
        ),
      )
      expect(cents((sums?.left ?? 0) + (sums?.sold ?? 0) - (sums?.back ?? 0))).toBe(cents(sums?.received ?? 0))
      expect(cents(sums?.invoiced ?? 0)).toBe(cents(sums?.sold ?? 0))
      // what was received is what its papers say
      const told = receipts.reduce((total, { lines: [line] }) => total + (line.cost === null ? 0 : cents(line.qty * line.cost)), 5000)
      const blind = receipts.some(({ lines: [line] }) => line.cost === null)
      if (!blind) expect(cents(sums?.received ?? 0)).toBe(cents(told))
      await proven()
    }),
    // a history is two dozen documents through the API; thousands of others are told without it (settleCosts.spec.ts)
    { numRuns: 2, seed: 49, endOnFailure: true, examples: [[lateReceipt]] },
  )
})

test('reversing what others stand on is still refused where stock is controlled', async () => {
  const item = await f.item()
  const came = await f.receive({ item: item.id, qty: 5, cost: 6 })
  await sell(item.id, 5)
  expect(codesOf(await f.call('stock-receipts', came.id, 'reverse', { reason: 'x' }))).toEqual(['NOT_AVAILABLE'])
})
