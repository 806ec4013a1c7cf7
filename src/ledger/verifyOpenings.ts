import type { PayloadRequest } from 'payload'

import { brokenSeals } from './openingSeals'
import { query, sql } from './query'
import type { Difference } from './verifyBalances'

/*
 * Documents that came with the opening books are proved like any other, all at once: the head against its lines, the lines against
 * themselves, and the books against both.
 */

/** Freight has more decimals than the total it stands in. */
const apart = sql.raw(`case when coalesce(h.freight, 0) = 0 then 0 else 0.015 end`)

/** What the goods of a document come to, and its freight: with a tax of its own it stands in the totals, without one beside them. */
const netOf = sql.raw(`(h.net_total - coalesce(h.freight_net, 0))`)
const taxOf = sql.raw(`(h.tax_total - coalesce(h.freight_tax, 0))`)
const freightOf = sql.raw(`coalesce(h.freight_net + h.freight_tax, h.freight, 0)`)

const checks = {
  opening_invoices: sql`
    with lines as (
      select l._parent_id as id, sum(l.net) as net, sum(l.tax) as tax, sum(l.base_gross) as base,
        bool_and(l.net + l.tax = l.gross and abs(l.base_gross - l.gross * h.exchange_rate) <= 0.02) as sound
      from invoices_lines l join invoices h on h.id = l._parent_id where h.opening group by 1),
    wanted as (
      select h.id, h.no, coalesce(l.sound, true) and (l.id is null or (l.net = ${netOf} and l.tax = ${taxOf}))
          and abs(h.gross_total - ${netOf} - ${taxOf} - ${freightOf}) <= ${apart} as sound,
        case when h.status::text <> 'approved' then 0 else case when h.kind::text = 'creditNote' then -1 else 1 end end as sign,
        case when l.id is null then round(h.gross_total * h.exchange_rate, 2) else round(l.base + ${freightOf} * h.exchange_rate, 2) end as amount,
        coalesce(h.settled_before, 0) as settled
      from invoices h left join lines l on l.id = h.id where h.opening),
    booked as (
      select source_id as id, sum(amount) filter (where kind <> 'allocation') as amount,
        sum(amount) filter (where kind = 'allocation' and document_slug = 'invoices' and document_id = source_id) as settled
      from receivable_entries where source_slug = 'invoices' group by 1),
    credit as (select source_id as id, sum(amount) as amount from credit_entries where source_slug = 'invoices' and object_kind = 'customers' group by 1)
    select 'invoices/' || w.no as key, concat_ws(' ', case when w.sound then 'sound' else 'head and lines differ' end, w.sign * w.amount, -w.sign * w.settled) as expected,
      concat_ws(' ', coalesce(b.amount, 0), coalesce(b.settled, 0), coalesce(c.amount, 0)) as actual
    from wanted w left join booked b on b.id = w.id left join credit c on c.id = w.id
    where not w.sound or coalesce(b.amount, 0) <> w.sign * w.amount or coalesce(b.settled, 0) <> -w.sign * w.settled
      or coalesce(c.amount, 0) <> w.sign * (w.amount - w.settled)`,
  opening_orders: sql`
    with lines as (
      select l._parent_id as id, sum(l.net) as net, sum(l.tax) as tax, sum(l.qty) as qty, bool_and(l.net + l.tax = l.gross) as sound
      from orders_lines l join orders h on h.id = l._parent_id where h.opening group by 1),
    booked as (select source_id as id, sum(qty) as qty from progress_entries where source_slug = 'orders' and kind = 'ordered' and line_slug = 'orders' and line_id not like '%:freight' group by 1)
    select 'orders/' || h.no as key, concat_ws(' ', l.net, l.tax, l.qty) as expected, concat_ws(' ', h.net_total, h.tax_total, b.qty) as actual
    from orders h left join lines l on l.id = h.id left join booked b on b.id = h.id
    where h.opening and (not coalesce(l.sound, true) or coalesce(l.net, 0) <> ${netOf} or coalesce(l.tax, 0) <> ${taxOf}
      or coalesce(l.qty, 0) <> coalesce(b.qty, 0) or abs(h.gross_total - ${netOf} - ${taxOf} - ${freightOf}) > ${apart})`,
  opening_deliveries: sql`
    with lines as (select l._parent_id as id, sum(l.qty) as qty from deliveries_lines l join deliveries h on h.id = l._parent_id where h.opening group by 1),
    booked as (select source_id as id, sum(qty) as qty from progress_entries where source_slug = 'deliveries' and kind = 'delivered' and line_slug = 'deliveries' group by 1)
    select 'deliveries/' || h.no as key, l.qty::text as expected, coalesce(b.qty, 0)::text as actual
    from deliveries h join lines l on l.id = h.id left join booked b on b.id = h.id where h.opening and h.status::text = 'issued' and l.qty <> coalesce(b.qty, 0)`,
  opening_stock: sql`
    with lines as (
      select l._parent_id as id, sum(l.stock_qty) as qty, sum(round(l.qty * l.cost, 2)) as value
      from stock_receipts_lines l join stock_receipts h on h.id = l._parent_id where h.opening and h.status::text = 'posted' group by 1),
    booked as (select source_id as id, sum(qty) as qty, sum(value) as value from stock_entries where source_slug = 'stock-receipts' and account = 'onHand' group by 1)
    select 'stock-receipts/' || h.no as key, concat_ws(' ', l.qty, l.value) as expected, concat_ws(' ', b.qty, b.value) as actual
    from stock_receipts h join lines l on l.id = h.id left join booked b on b.id = h.id
    where l.qty is distinct from b.qty or l.value is distinct from b.value`,
}

/** How many documents came with the opening books. */
export async function openingDocuments(req: PayloadRequest): Promise<number> {
  const [row] = await query<{ documents: number }>(
    req,
    sql`select ((select count(*) from invoices where opening) + (select count(*) from orders where opening)
      + (select count(*) from deliveries where opening) + (select count(*) from stock_receipts where opening))::int as documents`,
  )
  return row?.documents ?? 0
}

/** What opening documents and the books do not agree on. Always empty, or somebody changed one of them. */
export async function verifyOpenings(req: PayloadRequest): Promise<Difference[]> {
  const found: Difference[] = []
  for (const [book, check] of Object.entries(checks)) {
    const rows = await query<Omit<Difference, 'book'>>(req, check)
    found.push(...rows.map((row) => ({ book, ...row })))
  }
  const named = new Set(found.map(({ key }) => key))
  found.push(...(await brokenSeals(req)).filter(({ key }) => !named.has(key)))
  return found
}
