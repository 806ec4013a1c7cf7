import type { PayloadRequest } from 'payload'

import { openChangeStatuses } from '@/src/domain/orders/changeSteps'

import { query, sql } from '../query'

export type Successor = { slug: string; id: number; no: string; status: string }

/** Documents made from this one that are not cancelled: what stands in the way of undoing it. */
export async function successorsOf({ req, slug, id }: { req: PayloadRequest; slug: string; id: number }): Promise<Successor[]> {
  const from = {
    quotes: sql`select 'orders' as slug, o.id, o.no, o.status::text as status from orders o join orders_lines l on l._parent_id = o.id
      join quotes_lines q on q.id = l.quote_line where q._parent_id = ${id} and o.status::text <> 'cancelled'`,
    orders: sql`select 'deliveries' as slug, v.id, v.no, v.status::text as status from deliveries v join deliveries_lines l on l._parent_id = v.id
        where l.order_id = ${id} and v.status::text <> 'cancelled'
      union select 'invoices', i.id, i.no, i.status::text from invoices i join invoices_lines l on l._parent_id = i.id where l.order_id = ${id} and i.status::text <> 'cancelled'
      union select 'receipts', r.id, r.no, r.status::text from receipts r where r.on_order_id = ${id} and r.status::text not in ('reversed', 'cancelled')
      union select 'order-changes', c.id, c.no, c.status::text from order_changes c where c.order_id = ${id} and c.status::text in (select value from jsonb_array_elements_text(${JSON.stringify(openChangeStatuses)}::jsonb))
      union select 'sample-work-orders', w.id, w.no, w.status::text from sample_work_orders w where w.order_id = ${id} and w.status::text <> 'cancelled'`,
    deliveries: sql`select 'invoices' as slug, i.id, i.no, i.status::text as status from invoices i join invoices_lines l on l._parent_id = i.id where l.delivery_id = ${id} and i.status::text <> 'cancelled'
      union select 'returns', r.id, r.no, r.status::text from returns r join returns_lines l on l._parent_id = r.id where l.delivery_id = ${id} and r.status::text <> 'cancelled'`,
    returns: sql`select 'invoices' as slug, i.id, i.no, i.status::text as status from invoices i join invoices_lines l on l._parent_id = i.id
      join returns_lines r on r.id = l.return_line where r._parent_id = ${id} and i.status::text <> 'cancelled'`,
    'stock-receipts': sql`select 'cost-corrections' as slug, c.id, c.no, c.status::text as status from cost_corrections c where c.receipt_id = ${id} and c.status::text not in ('reversed', 'cancelled')`,
    invoices: sql`select 'receipts' as slug, r.id, r.no, r.status::text as status from receipts r join receipts_allocations a on a._parent_id = r.id where a.invoice_id = ${id} and r.status::text <> 'cancelled'`,
  }[slug]
  return from ? query<Successor>(req, sql`select distinct * from (${from}) s order by slug, id`) : []
}
