import type { PayloadRequest } from 'payload'

import { query, sql } from '../query'

/** One price a customer was quoted or sold an item at, by an approved document. */
export type AgreedPrice = {
  item: number
  itemCode: string
  itemName: string
  slug: 'quotes' | 'orders' | 'deliveries' | 'invoices'
  document: number
  no: string
  date: string
  qty: string
  unit: string | null
  price: string
  discountRate: string
  currency: string
  taxMode: string
  who: string | null
}

/** Items looked at for one customer; what was agreed longer ago is asked for by its item. */
const mostItems = 300

/**
 * What was last agreed with a customer: of each item the last `each` prices of the last-price book, the item of the latest first. One statement,
 * by the index of the customer; deliveries repeat their orders and are left out.
 */
export async function agreedPrices(
  req: PayloadRequest,
  { customer, item, each }: { customer: number; item: number | null; each: number },
): Promise<AgreedPrice[]> {
  const only = item === null ? sql`` : sql`and p.item_id = ${item}`
  const head = (source: string, table: string): ReturnType<typeof sql> =>
    sql`select ${source}::text as source, h.id, h.no, h.salesperson_id, h.prepared_by_id, l.id::text as line, l.qty
        from shown s join ${sql.raw(`"${table}"`)} h on h.id = s.document_id left join ${sql.raw(`"${table}_lines"`)} l on l.id = s.line_id where s.source = ${source}`
  return query<AgreedPrice>(
    req,
    sql`with mine as (
          select p.*, row_number() over (partition by p.item_id order by p.date desc, p.document_id desc) as n, max(p.date) over (partition by p.item_id) as latest
          from last_prices p where p.customer_id = ${customer} and p.source in ('quote', 'order', 'invoice') ${only}),
        ranked as (select m.*, dense_rank() over (order by m.latest desc, m.item_id) as rank from mine m where m.n <= ${each}),
        shown as materialized (select * from ranked where rank <= ${mostItems}),
        heads as (${sql.join([head('quote', 'quotes'), head('order', 'orders'), head('invoice', 'invoices')], sql` union all `)})
        select s.item_id as item, i.code as "itemCode", i.name as "itemName", case s.source when 'quote' then 'quotes' when 'order' then 'orders' else 'invoices' end as slug,
          s.document_id as document, h.no, s.date::text as date, coalesce(h.qty, 0) as qty, s.unit, s.price, s.discount_rate as "discountRate", s.currency,
          s.tax_mode as "taxMode", u.name as who
        from shown s join heads h on h.source = s.source and h.id = s.document_id and (h.line = s.line_id or h.line is null) join items i on i.id = s.item_id
          left join users u on u.id = coalesce(h.salesperson_id, h.prepared_by_id)
        order by s.rank, s.n`,
  )
}
