import { createHash } from 'node:crypto'

import type pg from 'pg'

/** What an order of the bench is made of; every line another item. */
export type BenchOrder = { customer: number; person: number; warehouse: number; items: readonly number[] }

/** A statement with a name: Postgres parses and plans it once per connection. */
const named = (name: string, text: string, values: readonly unknown[]) => ({ name: `floor_${name}`, text, values: [...values] })

const lineRows = `from jsonb_to_recordset($2::jsonb) as r(n int, line text, item int)`

/** How the price of a line of the bench is found, in the words of the trace. */
const trace = JSON.stringify([
  { rule: 'policy', skipped: 'noPolicyApplies' },
  { rule: 'latestPrice', skipped: 'noEarlierSale' },
  { rule: 'latestCostPlus', skipped: 'markupUnknown' },
  { rule: 'listPrice', price: '100' },
  { rule: 'final', unit: 'PCS', price: '100', method: 'list', currency: 'CNY' },
])

type Saved = { order: BenchOrder; no: string; date: string; lines: ReadonlyArray<{ line: string; item: number }> }

/** What the audit log says of the order: of every field of its header that says something, and of every line, before and after. */
function changesOf({ order: { customer, person, warehouse }, no, date, lines }: Saved): string {
  const total = lines.length * 100
  const header = {
    ...{
      customer,
      kind: 'standard',
      date,
      salesperson: person,
      freightTyped: false,
      netTotal: total,
      taxTotal: 0,
      grossTotal: total,
      heldBack: false,
    },
    ...{ currency: 'CNY', exchangeRate: 1, rateTyped: false, taxMode: 'inclusive', headerDiscount: 0, freightNet: 0, freightTax: 0 },
    ...{ billTo: customer, invoiceTitle: 'bench', no, status: 'draft', preparedBy: person, reviewStatus: 'none', reviewVersion: 1 },
    ...{ creditStatus: 'passed', hold: false, revision: 1, deliveryStatus: 'none', billingStatus: 'none', paymentStatus: 'none' },
    ...{ closedEarly: false, opening: false },
  }
  const figures = {
    net: 100,
    qty: 1,
    tax: 0,
    free: false,
    unit: 'PCS',
    gross: 100,
    price: 100,
    taxRate: 0,
    asQuoted: false,
    minPrice: 1,
    netPrice: 100,
  }
  const rest = { listPrice: 100, warehouse, grossPrice: 100, description: 'bench', priceSource: 'auto', discountRate: 0 }
  return JSON.stringify([
    ...Object.entries(header).map(([path, after]) => ({ path, before: null, after })),
    ...lines.map(({ line, item }, at) => ({
      path: `lines.${String(at)}`,
      row: line,
      before: null,
      after: { id: line, item, ...figures, ...rest },
    })),
  ])
}

/**
 * The fair floor: the rows that saving an order writes (header, lines, number, progress, credit, reservation with their balances,
 * audit), by one transaction written by hand, with prepared statements, its locks and nothing decided. That they are the same rows,
 * field by field, is held by `tests/scenarios/floor.spec.ts`.
 */
export async function saveByHand({ client, order }: { client: pg.Client; order: BenchOrder }): Promise<void> {
  const { customer, person, warehouse } = order
  const prefix = `f${Math.random().toString(16).slice(2, 14)}`
  const lines = order.items.map((item, n) => ({ n: n + 1, line: `${prefix}${String(n).padStart(5, '0')}`, item, qty: 1 }))
  const rows = JSON.stringify(lines)
  const total = lines.length * 100
  const run = async <Row extends pg.QueryResultRow>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> =>
    (await client.query<Row>(named(name, text, values))).rows
  await client.query('begin')
  await run('credit_lock', `select 1 from credit_balances where object_kind = 'customers' and object_id = $1 for update`, [customer])
  await run(
    'stock_lock',
    `select 1 from stock_totals where warehouse_id = 0 and item_id in (select item from jsonb_to_recordset($1::jsonb) as r(item int)) order by item_id for update`,
    [rows],
  )
  const [number] = await run<{ last: number }>(
    'number',
    `insert into number_series (series, day, last) values ('FL', current_date, 1) on conflict (series, day) do update set last = number_series.last + 1 returning last`,
    [],
  )
  const no = `FL-${String(number?.last)}`
  const [header] = await run<{ id: number; date: string }>(
    'header',
    `insert into orders (no, date, status, version, revision, prepared_by_id, kind, customer_id, bill_to_id, invoice_title, salesperson_id, currency, exchange_rate, tax_mode, header_discount,
       freight_net, freight_tax, freight_of, net_total, tax_total, gross_total, review_status, review_version, credit_status, hold, delivery_status, billing_status, payment_status, checks,
       created_at, updated_at)
     values ($1, current_date, 'draft', 1, 1, $2, 'standard', $3, $3, 'bench', $2, 'CNY', 1, 'inclusive', 0, 0, 0, '[]'::jsonb, $4, 0, $4, 'none', 1, 'passed', false, 'none', 'none', 'none',
       '[]'::jsonb, now(), now()) returning id, date::text`,
    [no, person, customer, total],
  )
  const id = header?.id
  await run(
    'lines',
    `insert into orders_lines (_order, _parent_id, id, item_id, description, qty, unit, price, price_source, list_price, min_price, discount_rate, tax_rate, free, net, tax, gross,
       net_price, gross_price, stock_qty, base_net, base_tax, base_gross, warehouse_id, trace)
     select n, $1, line, item, 'bench', 1, 'PCS', 100, 'auto', 100, 1, 0, 0, false, 100, 0, 100, 100, 100, 1, 100, 0, 100, $3, $4::jsonb ${lineRows}`,
    [id, rows, warehouse, trace],
  )
  await run(
    'progress',
    `with e as (insert into progress_entries (source_slug, source_id, source_line, line_slug, document_id, line_id, kind, qty, amount, source_version, cause_slug, cause_id, business_date)
       select 'orders', $1::int, line, 'orders', $1::int, line, 'ordered', 1, 100, 1, 'orders', $1::int, current_date ${lineRows})
     insert into line_progress (line_id, line_slug, document_id, ordered) select line, 'orders', $1::int, 1 ${lineRows}`,
    [id, rows],
  )
  await run(
    'credit',
    `with e as (insert into credit_entries (source_slug, source_id, source_line, object_kind, object_id, bucket, amount, source_version, cause_slug, cause_id, business_date)
       select 'orders', $1::int, line, k.kind, k.id, 'orders', 100, 1, 'orders', $1::int, current_date ${lineRows}
       cross join (values ('customers', $3::int), ('users', $4::int)) k(kind, id))
     update credit_balances set orders = orders + $5::numeric where (object_kind = 'customers' and object_id = $3::int) or (object_kind = 'users' and object_id = $4::int)`,
    [id, rows, customer, person, total],
  )
  await run(
    'stock',
    `with e as (insert into stock_entries (source_slug, source_id, source_line, account, item_id, warehouse_id, batch_no, qty, value, due_date, source_version, cause_slug, cause_id, business_date, created_at, updated_at)
       select 'orders', $1::int, line, 'reserved', item, $3::int, '', 1, 0, current_date, 1, 'orders', $1::int, current_date, now(), now() ${lineRows}),
     b as (update stock_balances s set reserved = s.reserved + 1, available = s.available - 1, updated_at = now() from (select item ${lineRows}) l
       where s.item_id = l.item and coalesce(s.warehouse_id, 0) = $3::int and s.batch_no = '')
     update stock_totals s set reserved = s.reserved + 1 from (select item ${lineRows}) l where s.item_id = l.item and s.warehouse_id in (0, $3::int)`,
    [id, rows, warehouse],
  )
  const changes = changesOf({ order, no, date: header?.date ?? '', lines })
  await run(
    'audit',
    `insert into audit_log (at, user_id, user_name, slug, document_id, no, verb, version, changes, client, seal)
     values (now(), $1::int, 'bench', 'orders', $2::text, $3, 'create', 1, $4::jsonb, '', $5)`,
    [person, String(id), no, changes, createHash('sha256').update(changes).digest('hex')],
  )
  await client.query('commit')
}
