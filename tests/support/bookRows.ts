import type pg from 'pg'

type Sale = { day: string; customer: number; item: number; qty: number; net: number; cost: number | null; creditNote?: boolean }

/** Approved invoices of one line, as the books hold them. */
export async function sold(books: pg.Client, sales: readonly Sale[]): Promise<void> {
  await books.query(
    `with given as (select *, nextval('invoices_id_seq') as id from jsonb_to_recordset($1::jsonb)
       as x(day date, customer int, item int, qty numeric, net numeric, cost numeric, "creditNote" boolean)),
     heads as (insert into invoices (id, date, status, kind, customer_id, currency, exchange_rate, tax_mode, net_total, tax_total, gross_total)
       select id, day, 'approved', (case when "creditNote" then 'creditNote' else 'invoice' end)::enum_invoices_kind, customer, 'CNY', 1, 'exclusive', net, 0, net from given)
     insert into invoices_lines (_order, _parent_id, id, item_id, qty, stock_qty, net, tax, gross, base_net, base_tax, base_gross, cost_value)
     select 1, id, md5(random()::text || id), item, qty, qty, net, 0, net, net, 0, net, cost from given`,
    [JSON.stringify(sales)],
  )
}

export type Step = { kind: 'ordered' | 'delivered' | 'replaced' | 'shortClosed'; qty: number; day: string; at: string }

/** An approved order of one line with its story, as the books hold it: entries, and the balance they add up to. */
export async function ordered(
  books: pg.Client,
  { customer, item, date, qty, gross, steps }: { customer: number; item: number; date: string; qty: number; gross: number; steps: Step[] },
): Promise<void> {
  const { rows } = await books.query(
    `insert into orders (date, status, customer_id, currency, exchange_rate, net_total, tax_total, gross_total, approved_at)
     values ($1::date, 'approved', $2, 'CNY', 1, $3, 0, $3, $1::date + interval '9 hours') returning id`,
    [date, customer, gross],
  )
  const id = rows[0].id as number
  const line = `${id}-line`
  await books.query(
    `insert into orders_lines (_order, _parent_id, id, item_id, qty, stock_qty, net, tax, gross, base_net, base_tax, base_gross)
     values (1, $1, $2, $3, $4, $4, $5, 0, $5, $5, 0, $5)`,
    [id, line, item, qty, gross],
  )
  await books.query(
    `insert into progress_entries (line_slug, line_id, document_id, kind, qty, amount, source_slug, source_id, source_line, source_version, cause_slug, cause_id, business_date, at)
     select 'orders', $1, $2, x.kind, x.qty, x.amount, 'orders', $2, $1, 1, 'orders', $2, x.day, x.at
     from jsonb_to_recordset($3::jsonb) as x(kind text, qty numeric, amount numeric, day date, at timestamptz, n int) order by n`,
    [line, id, JSON.stringify(steps.map((step, n) => ({ ...step, n, amount: step.kind === 'ordered' ? (gross * step.qty) / qty : 0 })))],
  )
  const sum = (kind: Step['kind']): number => steps.reduce((total, step) => total + (step.kind === kind ? step.qty : 0), 0)
  await books.query(
    `insert into line_progress (line_id, line_slug, document_id, ordered, delivered, replaced, short_closed) values ($1, 'orders', $2, $3, $4, $5, $6)`,
    [line, id, sum('ordered'), sum('delivered'), sum('replaced'), sum('shortClosed')],
  )
}
