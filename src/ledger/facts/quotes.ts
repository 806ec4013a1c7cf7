import type { PayloadRequest } from 'payload'

import { asJson, query, sql } from '../query'

export type QuotedLine = {
  id: string
  quote: number
  no: string
  status: string
  customer: number
  validUntil: string | null
  current: boolean
  qty: string
  item: number
  unit: string
  price: string
  discountRate: string | null
  taxRate: string | null
  free: boolean
  headerDiscount: string
  paymentTerms: number | null
  net: string
  gross: string
  taxMode: string
  currency: string
  breaks: Array<{ qty: number; price: number }>
}

/** Quote lines by id with what an order line takes over from them. */
export async function quotedLines(req: PayloadRequest, ids: readonly string[]): Promise<Map<string, QuotedLine>> {
  const rows = await query<QuotedLine>(
    req,
    sql`select l.id, q.id as quote, q.no, q.status::text as status, q.customer_id as customer,
          q.valid_until::date::text as "validUntil", coalesce(q.current, true) as current, l.qty, l.item_id as item, l.unit, l.price,
          l.discount_rate as "discountRate", l.tax_rate as "taxRate", coalesce(l.free, false) as free,
          coalesce(q.header_discount, 0) as "headerDiscount", q.payment_terms_id as "paymentTerms",
          l.net, l.gross, q.tax_mode::text as "taxMode", q.currency,
          coalesce((select json_agg(json_build_object('qty', b.qty, 'price', b.price) order by b.qty) from quotes_lines_breaks b where b._parent_id = l.id), '[]') as breaks
        from quotes_lines l join quotes q on q.id = l._parent_id
        where l.id in (select k.id from jsonb_to_recordset(${asJson(ids.map((id) => ({ id })))}::jsonb) as k(id text))`,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

export type OrderedOfQuote = { id: string; qty: string; net: string; gross: string }

/**
 * What orders hold of quoted lines on the quote's own terms, one order left out: lines at another price, break, tax or discount have left them.
 * Orders from before this was kept count where nobody can have typed a header discount.
 */
export async function orderedAsQuoted(
  req: PayloadRequest,
  ids: readonly string[],
  except: number | null,
): Promise<Map<string, OrderedOfQuote>> {
  const rows = await query<OrderedOfQuote>(
    req,
    sql`select q.id, sum(l.qty) as qty, sum(l.net) as net, sum(l.gross) as gross
        from orders_lines l join orders o on o.id = l._parent_id join quotes_lines q on q.id = l.quote_line
        where l.quote_line in (select k.id from jsonb_to_recordset(${asJson(ids.map((id) => ({ id })))}::jsonb) as k(id text))
          and o.status::text <> 'cancelled' and o.id is distinct from ${except}::int and l.quote_break is null
          and coalesce(l.as_quoted, coalesce(o.header_discount, 0) = 0) and l.price = q.price and l.unit = q.unit
          and coalesce(l.discount_rate, 0) = coalesce(q.discount_rate, 0) and l.tax_rate is not distinct from q.tax_rate
          and coalesce(l.free, false) = coalesce(q.free, false)
        group by q.id`,
  )
  return new Map(rows.map((row) => [row.id, row]))
}
