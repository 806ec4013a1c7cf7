import type pg from 'pg'

/** What an order of the bench is made of; every line another item. */
export type BenchOrder = { customer: number; person: number; warehouse: number; items: readonly number[] }

/** A statement with a name: Postgres parses and plans it once per connection. */
const named = (name: string, text: string, values: readonly unknown[]) => ({ name: `floor_${name}`, text, values: [...values] })

const lineRows = `from jsonb_to_recordset($2::jsonb) as r(n int, line text, item int)`

/**
 * The fair floor: the rows that saving an order writes (header, lines, number, progress, credit, reservation with their balances,
 * audit), by one transaction written by hand, with prepared statements, its locks and nothing decided.
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
  const [header] = await run<{ id: number }>(
    'header',
    `insert into orders (no, date, status, version, prepared_by_id, kind, customer_id, salesperson_id, currency, exchange_rate, tax_mode, header_discount, net_total, tax_total,
       gross_total, review_status, review_version, credit_status, hold, delivery_status, billing_status, payment_status, checks, created_at, updated_at)
     values ($1, current_date, 'draft', 1, $2, 'standard', $3, $2, 'CNY', 1, 'inclusive', 0, $4, 0, $4, 'none', 1, 'passed', false, 'none', 'none', 'none', '[]'::jsonb, now(), now()) returning id`,
    [`FL-${String(number?.last)}`, person, customer, total],
  )
  const id = header?.id
  await run(
    'lines',
    `insert into orders_lines (_order, _parent_id, id, item_id, description, qty, unit, price, price_source, list_price, discount_rate, tax_rate, free, net, tax, gross, net_price, gross_price,
       stock_qty, base_net, base_tax, base_gross, warehouse_id, trace)
     select n, $1, line, item, 'bench', 1, 'PCS', 100, 'auto', 100, 0, 0, false, 100, 0, 100, 100, 100, 1, 100, 0, 100, $3, '[{"rule":"listPrice","price":"100"}]'::jsonb ${lineRows}`,
    [id, rows, warehouse],
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
    `with e as (insert into stock_entries (source_slug, source_id, source_line, account, item_id, warehouse_id, batch_no, qty, value, source_version, cause_slug, cause_id, business_date, created_at, updated_at)
       select 'orders', $1::int, line, 'reserved', item, $3::int, '', 1, 0, 1, 'orders', $1::int, current_date, now(), now() ${lineRows}),
     b as (update stock_balances s set reserved = s.reserved + 1, available = s.available - 1, updated_at = now() from (select item ${lineRows}) l
       where s.item_id = l.item and coalesce(s.warehouse_id, 0) = $3::int and s.batch_no = '')
     update stock_totals s set reserved = s.reserved + 1 from (select item ${lineRows}) l where s.item_id = l.item and s.warehouse_id in (0, $3::int)`,
    [id, rows, warehouse],
  )
  await run(
    'audit',
    `insert into audit_log (at, user_id, user_name, slug, document_id, no, verb, version, changes) values (now(), $1::int, 'bench', 'orders', $2::text, 'FL', 'create', 1, $3::jsonb)`,
    [person, String(id), JSON.stringify(lines.map((line) => ({ path: `lines.${String(line.n)}`, before: null, after: line })))],
  )
  await client.query('commit')
}
