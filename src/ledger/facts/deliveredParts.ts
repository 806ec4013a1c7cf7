import type { PayloadRequest } from 'payload'

import type { EarlierPart } from '@/src/domain/orders/earlierPart'

import { asJson, query, sql } from '../query'

type Figures = { qty: string; gross: string; net: string; baseGross: string; baseNet: string }

/** A line of a delivery that has left: what is billed of it in all, what is invoiced so far, what a refund took out of billing. */
export type DeliveredPart = Figures & {
  orderLine: string
  line: string
  delivery: number
  /** its earlier part as stored, if an order change has set one */
  earlier: EarlierPart | null
  /** in draft and approved invoices, less approved credit notes that took goods back */
  invoiced: Figures
  returned: string
}

const among = (lines: readonly string[]) =>
  sql`(select k.id from jsonb_to_recordset(${asJson(lines.map((id) => ({ id })))}::jsonb) as k(id text))`

const billed = sql.raw(`
  select coalesce(sum(s.sign * b.qty), 0) as qty, coalesce(sum(s.sign * b.gross), 0) as gross, coalesce(sum(s.sign * b.net), 0) as net,
    coalesce(sum(s.sign * b.base_gross), 0) as base_gross, coalesce(sum(s.sign * b.base_net), 0) as base_net
  from invoices_lines b join invoices v on v.id = b._parent_id
    cross join lateral (select case when v.kind::text = 'creditNote' then -1 else 1 end as sign) s
  where v.status::text <> 'cancelled' and not coalesce(v.price_only, false) and (v.kind::text = 'invoice' or v.status::text = 'approved')`)

const billedFigures = sql.raw(
  `jsonb_build_object('qty', i.qty::text, 'gross', i.gross::text, 'net', i.net::text, 'baseGross', i.base_gross::text, 'baseNet', i.base_net::text)`,
)

/** What has left of order lines, delivery by delivery in the order they were written. Lent pieces have no share of an order's amounts. */
export async function deliveredParts(req: PayloadRequest, lines: readonly string[]): Promise<DeliveredPart[]> {
  if (lines.length === 0) return []
  return query<DeliveredPart>(
    req,
    sql`select l.order_line as "orderLine", l.id as line, h.id as delivery, l.qty - coalesce(l.replacement_qty, 0) as qty, l.gross, l.net,
          l.base_gross as "baseGross", l.base_net as "baseNet", l.earlier, coalesce(p.returned, 0) as returned, ${billedFigures} as invoiced
        from deliveries_lines l join deliveries h on h.id = l._parent_id left join line_progress p on p.line_id = l.id
          cross join lateral (${billed} and b.delivery_line = l.id) i
        where l.order_line in ${among(lines)} and h.status::text = 'issued' and not coalesce(h.loan, false)
        order by h.id, l._order`,
  )
}

/** What is invoiced of order lines before anything was delivered (order first), by order line. */
export async function invoicedAhead(req: PayloadRequest, lines: readonly string[]): Promise<Map<string, Figures>> {
  if (lines.length === 0) return new Map()
  const rows = await query<{ id: string; invoiced: Figures }>(
    req,
    sql`select k.id, ${billedFigures} as invoiced from jsonb_to_recordset(${asJson(lines.map((id) => ({ id })))}::jsonb) as k(id text)
          cross join lateral (${billed} and b.order_line = k.id and b.delivery_line is null) i
        where i.qty > 0`,
  )
  return new Map(rows.map(({ id, invoiced }) => [id, invoiced]))
}
