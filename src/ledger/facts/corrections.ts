import type { PayloadRequest } from 'payload'

import { tableOf } from '../kinds'
import { asJson, query, sql } from '../query'
import type { Successor } from './successors'

export type PoolRow = {
  id: string
  item: number
  slug: string
  document: number
  line: string
  warehouse: number
  batchNo: string
  qty: string
  /** of the receipt's own entry: quantity in the pool right after it */
  pool: string | null
}

const ids = (lines: readonly string[]): string => asJson(lines.map((id) => ({ id })))

/**
 * For each corrected receipt line: its own entry with the quantity of the pool right after it, and every on-hand movement of the item
 * since. Transfers do not leave a pool that spans all warehouses; with a pool per warehouse they do. In the order of the books.
 */
export async function poolSince({
  req,
  receiptLine,
  perWarehouse,
}: {
  req: PayloadRequest
  receiptLine: string
  perWarehouse: boolean
}): Promise<PoolRow[]> {
  return query<PoolRow>(
    req,
    sql`with own as (select id, item_id, warehouse_id from stock_entries where source_slug = 'stock-receipts' and source_line = ${receiptLine} and account = 'onHand' and qty > 0 order by id limit 1),
    pool as (select sum(e.qty) as qty from stock_entries e join own on e.item_id = own.item_id and e.id <= own.id
        where e.account = 'onHand' and (not ${perWarehouse} or e.warehouse_id = own.warehouse_id))
    select e.id, e.item_id as item, e.source_slug as slug, e.source_id::int as document, e.source_line as line, e.warehouse_id as warehouse, e.batch_no as "batchNo",
      e.qty, case when e.id = own.id then pool.qty end as pool
    from stock_entries e join own on e.item_id = own.item_id and e.id >= own.id cross join pool
    where e.account = 'onHand' and e.qty <> 0 and (${perWarehouse} or e.source_slug <> 'stock-transfers')
      and (not ${perWarehouse} or e.warehouse_id = own.warehouse_id)
    order by e.id`,
  )
}

/** The value the books hold of receipt lines now: as received, and as corrected since. */
export async function receiptValues(req: PayloadRequest, lines: readonly string[]): Promise<Map<string, string>> {
  if (lines.length === 0) return new Map()
  const rows = await query<{ line: string; value: string }>(
    req,
    sql`select source_line as line, sum(value) as value from stock_entries
        where source_slug in ('stock-receipts', 'cost-corrections') and account = 'onHand'
          and source_line in (select k.id from jsonb_to_recordset(${ids(lines)}::jsonb) as k(id text)) group by 1`,
  )
  return new Map(rows.map(({ line, value }) => [line, value]))
}

/** Cost corrections in force that touch any of these lines: what stands in the way of undoing them. */
export async function correctionsOn(req: PayloadRequest, lines: readonly string[]): Promise<Successor[]> {
  if (lines.length === 0) return []
  return query<Successor>(
    req,
    sql`select 'cost-corrections' as slug, c.id, c.no, c.status::text as status from cost_corrections c where c.status::text = 'posted' and exists (
          select 1 from stock_entries e where e.source_slug = 'cost-corrections' and e.source_id = c.id
            and e.source_line in (select k.id from jsonb_to_recordset(${ids(lines)}::jsonb) as k(id text)))
        order by c.id`,
  )
}

/** The same of all lines of a document, which need not be read for it. */
export async function correctionsOf(
  req: PayloadRequest,
  { slug, id }: { slug: 'deliveries' | 'returns'; id: number },
): Promise<Successor[]> {
  const lines = await query<{ id: string }>(req, sql`select id from ${sql.raw(`${tableOf(slug)}_lines`)} where _parent_id = ${id}`)
  return correctionsOn(
    req,
    lines.map((line) => line.id),
  )
}

/**
 * Cost of sales of approved invoices follows the corrected issue cost of their delivery lines, split by quantity in the order they were
 * written, so that together they carry what was issued. A column only the books write.
 */
export async function spreadInvoiceCosts(req: PayloadRequest, deliveryLines: readonly string[]): Promise<void> {
  if (deliveryLines.length === 0) return
  await query(
    req,
    sql`with wanted as (select k.id from jsonb_to_recordset(${ids(deliveryLines)}::jsonb) as k(id text)),
    cost as (select e.source_line as line,
        case when not exists (select from stock_uncovered u where u.source_line = e.source_line and u.unknown) then -sum(e.value) end as value from stock_entries e join wanted on wanted.id = e.source_line
        where e.source_slug in ('deliveries', 'cost-corrections') and e.account = 'onHand' group by 1),
    billed as (select l.id, c.value, d.qty as whole, sum(l.qty) over (partition by l.delivery_line order by h.id, l._order) as upto, l.qty
        from invoices_lines l join invoices h on h.id = l._parent_id and h.kind::text = 'invoice' and h.status::text = 'approved'
        join cost c on c.line = l.delivery_line join deliveries_lines d on d.id = l.delivery_line)
    update invoices_lines l set cost_value = round(b.value * b.upto / b.whole, 2) - round(b.value * (b.upto - b.qty) / b.whole, 2)
    from billed b where b.id = l.id and b.whole <> 0`,
  )
  // what credit notes took back of it, likewise
  await query(
    req,
    sql`with wanted as (select k.id from jsonb_to_recordset(${ids(deliveryLines)}::jsonb) as k(id text)),
    credited as (select c.id, o.cost_value as value, o.qty as whole, sum(c.qty) over (partition by c.invoice_line order by n.id, c._order) as upto, c.qty
        from invoices_lines o join wanted on wanted.id = o.delivery_line join invoices_lines c on c.invoice_line = o.id
        join invoices n on n.id = c._parent_id and n.kind::text = 'creditNote' and n.status::text = 'approved' and not coalesce(n.price_only, false))
    update invoices_lines l set cost_value = round(c.value * c.upto / c.whole, 2) - round(c.value * (c.upto - c.qty) / c.whole, 2)
    from credited c where c.id = l.id and c.whole <> 0`,
  )
}
