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
  /** what the line comes to in the tax mode of the quote, after its share of the header discount */
  amount: string
  headerDiscount: string
  paymentTerms: number | null
}

/** Quote lines by id with what an order line takes over from them. */
export async function quotedLines(req: PayloadRequest, ids: readonly string[]): Promise<Map<string, QuotedLine>> {
  const rows = await query<QuotedLine>(
    req,
    sql`select l.id, q.id as quote, q.no, q.status::text as status, q.customer_id as customer,
          q.valid_until::date::text as "validUntil", coalesce(q.current, true) as current, l.qty, l.item_id as item, l.unit, l.price,
          l.discount_rate as "discountRate", l.tax_rate as "taxRate", coalesce(l.free, false) as free,
          case when q.tax_mode::text = 'exclusive' then l.net else l.gross end as amount, coalesce(q.header_discount, 0) as "headerDiscount", q.payment_terms_id as "paymentTerms"
        from quotes_lines l join quotes q on q.id = l._parent_id
        where l.id in (select k.id from jsonb_to_recordset(${asJson(ids.map((id) => ({ id })))}::jsonb) as k(id text))`,
  )
  return new Map(rows.map((row) => [row.id, row]))
}
