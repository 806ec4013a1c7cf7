import type { PayloadRequest } from 'payload'

import { lastPriceDifferences } from './lastPrices'
import { query, sql } from './query'

export type Difference = { book: string; key: string; expected: string; actual: string }

const checks = {
  stock_balances: sql`
    select concat_ws('/', coalesce(e.item_id, b.item_id), coalesce(e.warehouse_id, b.warehouse_id, 0), coalesce(e.batch_no, b.batch_no)) as key,
      concat_ws(' ', coalesce(e.on_hand, 0), coalesce(e.frozen, 0), coalesce(e.reserved, 0), coalesce(e.expected, 0), coalesce(e.value, 0)) as expected,
      concat_ws(' ', coalesce(b.on_hand, 0), coalesce(b.frozen, 0), coalesce(b.reserved, 0), coalesce(b.expected_in, 0), coalesce(b.value, 0)) as actual
    from (select item_id, coalesce(warehouse_id, 0) as warehouse_id, batch_no, coalesce(sum(qty) filter (where account = 'onHand'), 0) as on_hand,
        coalesce(sum(qty) filter (where account = 'frozen'), 0) as frozen, coalesce(sum(qty) filter (where account = 'reserved'), 0) as reserved,
        coalesce(sum(qty) filter (where account like 'expected%'), 0) as expected,
        coalesce(sum(qty) filter (where account = 'expectedTransfers'), 0) as transfers, coalesce(sum(qty) filter (where account = 'expectedInspection'), 0) as inspection, sum(value) as value from stock_entries group by 1, 2, 3) e
    full join stock_balances b on b.item_id = e.item_id and coalesce(b.warehouse_id, 0) = e.warehouse_id and b.batch_no = e.batch_no
    where coalesce(e.on_hand, 0) <> coalesce(b.on_hand, 0) or coalesce(e.frozen, 0) <> coalesce(b.frozen, 0) or coalesce(e.reserved, 0) <> coalesce(b.reserved, 0)
      or coalesce(e.expected, 0) <> coalesce(b.expected_in, 0) or coalesce(e.value, 0) <> coalesce(b.value, 0)
      or coalesce(e.transfers, 0) <> coalesce(b.expected_transfers, 0) or coalesce(e.inspection, 0) <> coalesce(b.expected_inspection, 0)
      or coalesce(b.available, 0) <> coalesce(b.on_hand, 0) - coalesce(b.frozen, 0) - coalesce(b.reserved, 0)`,
  stock_totals: sql`
    with l as (select b.item_id, b.warehouse_id, b.on_hand, b.frozen, b.reserved, b.expected_in, b.expected_transfers, b.expected_inspection, b.warehouse_id is null or (w.kind::text = 'goods' and coalesce(w.active, true)) as goods
        from stock_balances b left join warehouses w on w.id = b.warehouse_id),
    e as (select item_id, warehouse_id, sum(on_hand) as on_hand, sum(frozen) as frozen, sum(reserved) as reserved, sum(expected_in) as expected_in, sum(expected_transfers) as expected_transfers, sum(expected_inspection) as expected_inspection from l where warehouse_id is not null group by 1, 2
      union all select item_id, 0, sum(on_hand), sum(frozen), sum(reserved), sum(expected_in), sum(expected_transfers), sum(expected_inspection) from l where goods group by 1)
    select concat_ws('/', coalesce(e.item_id, t.item_id), coalesce(e.warehouse_id, t.warehouse_id)) as key,
      concat_ws(' ', coalesce(e.on_hand, 0), coalesce(e.frozen, 0), coalesce(e.reserved, 0)) as expected, concat_ws(' ', coalesce(t.on_hand, 0), coalesce(t.frozen, 0), coalesce(t.reserved, 0)) as actual
    from e full join stock_totals t on t.item_id = e.item_id and t.warehouse_id = e.warehouse_id
    where coalesce(e.on_hand, 0) <> coalesce(t.on_hand, 0) or coalesce(e.frozen, 0) <> coalesce(t.frozen, 0) or coalesce(e.reserved, 0) <> coalesce(t.reserved, 0) or coalesce(e.expected_in, 0) <> coalesce(t.expected_in, 0)
      or coalesce(e.expected_transfers, 0) <> coalesce(t.expected_transfers, 0) or coalesce(e.expected_inspection, 0) <> coalesce(t.expected_inspection, 0)`,
  item_costs: sql`
    select coalesce(e.item_id, c.item_id)::text as key, concat_ws(' ', coalesce(e.qty, 0), coalesce(e.value, 0)) as expected, concat_ws(' ', coalesce(c.qty, 0), coalesce(c.value, 0)) as actual
    from (select item_id, sum(qty) as qty, sum(value) as value from stock_entries where account = 'onHand' group by 1) e
    full join item_costs c on c.item_id = e.item_id where coalesce(e.qty, 0) <> coalesce(c.qty, 0) or coalesce(e.value, 0) <> coalesce(c.value, 0)`,
  credit_balances: sql`
    select concat_ws('/', coalesce(e.object_kind, b.object_kind), coalesce(e.object_id, b.object_id)) as key,
      concat_ws(' ', coalesce(e.orders, 0), coalesce(e.deliveries, 0), coalesce(e.unaudited, 0), coalesce(e.receivable, 0)) as expected,
      concat_ws(' ', coalesce(b.orders, 0), coalesce(b.deliveries, 0), coalesce(b.unaudited_invoices, 0), coalesce(b.receivable, 0)) as actual
    from (select object_kind, object_id, coalesce(sum(amount) filter (where bucket = 'orders'), 0) as orders, coalesce(sum(amount) filter (where bucket = 'deliveries'), 0) as deliveries,
        coalesce(sum(amount) filter (where bucket = 'unauditedInvoices'), 0) as unaudited, coalesce(sum(amount) filter (where bucket = 'receivable'), 0) as receivable from credit_entries group by 1, 2) e
    full join (select object_kind, object_id, sum(orders) as orders, sum(deliveries) as deliveries, sum(unaudited_invoices) as unaudited_invoices, sum(receivable) as receivable
      from (select object_kind, object_id, orders, deliveries, unaudited_invoices, receivable from credit_balances
        union all select object_kind, object_id, orders, deliveries, unaudited_invoices, receivable from credit_deltas) x group by 1, 2) b
      on b.object_kind = e.object_kind and b.object_id = e.object_id
    where coalesce(e.orders, 0) <> coalesce(b.orders, 0) or coalesce(e.deliveries, 0) <> coalesce(b.deliveries, 0) or coalesce(e.unaudited, 0) <> coalesce(b.unaudited_invoices, 0) or coalesce(e.receivable, 0) <> coalesce(b.receivable, 0)`,
  // said without the rules that book exposure: what is to be delivered, billed or audited is never less than nothing
  exposure_below_zero: sql`
    select concat_ws('/', object_kind, object_id, bucket) as key, '>= 0' as expected, sum(amount)::text as actual from credit_entries
    where bucket <> 'receivable' group by object_kind, object_id, bucket having sum(amount) < 0`,
  receivable_balances: sql`
    select concat_ws('/', coalesce(e.document_slug, b.document_slug), coalesce(e.document_id, b.document_id)) as key,
      concat_ws(' ', coalesce(e.total, 0), coalesce(e.open, 0)) as expected, concat_ws(' ', coalesce(b.total, 0), coalesce(b.open_amount, 0)) as actual
    from (select document_slug, document_id, coalesce(sum(amount) filter (where kind <> 'allocation'), 0) as total, sum(amount) as open from receivable_entries group by 1, 2) e
    full join receivable_balances b on b.document_slug = e.document_slug and b.document_id = e.document_id
    where coalesce(e.total, 0) <> coalesce(b.total, 0) or coalesce(e.open, 0) <> coalesce(b.open_amount, 0)`,
  // said without the rules that book reservations: what cannot move any more holds nothing
  reserved_for_nothing: sql`
    with held as (select source_slug, source_id, sum(qty) as qty from stock_entries where account = 'reserved' group by 1, 2 having sum(qty) <> 0)
    select concat_ws('/', h.source_slug, coalesce(o.no, v.no)) as key, '0' as expected, h.qty::text as actual
    from held h left join orders o on h.source_slug = 'orders' and o.id = h.source_id
      left join deliveries v on h.source_slug = 'deliveries' and v.id = h.source_id
    where o.status::text = 'cancelled' or v.status::text in ('issued', 'cancelled')
      or (v.status::text = 'draft' and not exists (select from deliveries_lines l left join orders s on s.id = l.order_id
          where l._parent_id = v.id and (s.id is null or s.status::text <> 'cancelled')))`,
  last_prices: sql.raw(lastPriceDifferences),
  line_progress: sql`
    select coalesce(e.line_id, p.line_id) as key, concat_ws(' ', e.ordered, e.planned, e.delivered, e.returned, e.replaced, e.invoicing, e.invoiced, e.short_closed) as expected,
      concat_ws(' ', p.ordered, p.planned, p.delivered, p.returned, p.replaced, p.invoicing, p.invoiced, p.short_closed) as actual
    from (select line_id, coalesce(sum(qty) filter (where kind = 'ordered'), 0) as ordered, coalesce(sum(qty) filter (where kind = 'planned'), 0) as planned,
        coalesce(sum(qty) filter (where kind = 'delivered'), 0) as delivered, coalesce(sum(qty) filter (where kind = 'returned'), 0) as returned, coalesce(sum(qty) filter (where kind = 'replaced'), 0) as replaced,
        coalesce(sum(qty) filter (where kind = 'invoicing'), 0) as invoicing, coalesce(sum(qty) filter (where kind = 'invoiced'), 0) as invoiced, coalesce(sum(qty) filter (where kind = 'shortClosed'), 0) as short_closed,
        coalesce(sum(amount) filter (where kind = 'delivered'), 0) as delivered_amount, coalesce(sum(amount) filter (where kind = 'invoiced'), 0) as invoiced_amount from progress_entries group by 1) e
    full join line_progress p on p.line_id = e.line_id
    where (e.ordered, e.planned, e.delivered, e.returned, e.replaced, e.invoicing, e.invoiced, e.short_closed, e.delivered_amount, e.invoiced_amount)
      is distinct from (p.ordered, p.planned, p.delivered, p.returned, p.replaced, p.invoicing, p.invoiced, p.short_closed, p.delivered_amount, p.invoiced_amount)
      and not (e.line_id is null and p.ordered + p.planned + p.delivered + p.returned + p.replaced + p.invoicing + p.invoiced + p.short_closed = 0)`,
}

/** Rebuilds every balance from the entries and lists what differs. Always empty, or the books are wrong. */
export async function verifyBalances(req: PayloadRequest): Promise<Difference[]> {
  const found: Difference[] = []
  for (const [book, check] of Object.entries(checks)) {
    const rows = await query<Omit<Difference, 'book'>>(req, check)
    found.push(...rows.map((row) => ({ book, ...row })))
  }
  return found
}
