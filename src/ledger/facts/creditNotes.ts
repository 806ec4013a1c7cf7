import type { PayloadRequest } from 'payload'

import { asJson, query, sql } from '../query'

export type CreditedRow = {
  id: string
  qty: string
  mirrored: boolean
  lowered: string
  loweredNet: string
  gross: string
  net: string
  baseGross: string
  baseNet: string
  costValue: string
}

/** What other credit notes, drafts included, have taken of these invoice lines. Read under the lock of the invoices. */
export async function creditedShares({
  req,
  lines,
  except,
}: {
  req: PayloadRequest
  lines: readonly string[]
  except: number
}): Promise<Map<string, CreditedRow>> {
  if (lines.length === 0) return new Map()
  const rows = await query<CreditedRow>(
    req,
    sql`select l.invoice_line as id, coalesce(sum(l.qty) filter (where not coalesce(h.price_only, false)), 0) as qty,
          bool_and(not coalesce(h.price_only, false) and l.price is not distinct from o.price) as mirrored,
          coalesce(sum(l.gross) filter (where h.price_only), 0) as lowered, coalesce(sum(l.net) filter (where h.price_only), 0) as "loweredNet",
          sum(l.gross) as gross, sum(l.net) as net, sum(l.base_gross) as "baseGross", sum(l.base_net) as "baseNet",
          coalesce(sum(l.cost_value), 0) as "costValue"
        from invoices_lines l join invoices h on h.id = l._parent_id join invoices_lines o on o.id = l.invoice_line
        where l.invoice_line in (select k.id from jsonb_to_recordset(${asJson(lines.map((id) => ({ id })))}::jsonb) as k(id text))
          and h.id <> ${except} and h.kind::text = 'creditNote' and h.status::text <> 'cancelled'
        group by 1`,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** The freight other credit notes, drafts included, have taken of these invoices, order by order. */
export async function creditedFreight({
  req,
  invoices,
  except,
}: {
  req: PayloadRequest
  invoices: readonly number[]
  except: number
}): Promise<Array<{ invoice: number; order: number | null; gross: string }>> {
  return query(
    req,
    sql`select (part->>'invoice')::int as invoice, (part->>'order')::int as "order", (part->>'gross')::numeric::text as gross
        from invoices h cross join jsonb_array_elements(case when jsonb_typeof(h.freight_of) = 'array' then h.freight_of else '[]' end) part
        where h.kind::text = 'creditNote' and h.status::text <> 'cancelled' and h.id <> ${except}
          and h.id in (select l._parent_id from invoices_lines l join invoices_lines o on o.id = l.invoice_line
            where o._parent_id in (select k.id from jsonb_to_recordset(${asJson(invoices.map((id) => ({ id })))}::jsonb) as k(id int)))
          and (part->>'invoice')::int in (select k.id from jsonb_to_recordset(${asJson(invoices.map((id) => ({ id })))}::jsonb) as k(id int))`,
  )
}

/** Credit notes made of an invoice: what stands in the way of its unapproval. */
export async function creditNotesOf(
  req: PayloadRequest,
  invoice: number,
): Promise<Array<{ slug: string; id: number; no: string; status: string; amount: number }>> {
  return query(
    req,
    sql`select distinct 'invoices' as slug, h.id, h.no, h.status::text as status, h.gross_total::float8 as amount
        from invoices_lines o join invoices_lines l on l.invoice_line = o.id join invoices h on h.id = l._parent_id
        where o._parent_id = ${invoice} and h.status::text <> 'cancelled' order by h.id`,
  )
}

export type InvoicedLine = { invoice: number; invoiceLine: string; deliveryLine: string; qty: string; credited: string }

/** The approved invoice lines of delivery lines, latest first, with what credit notes took of them: where a return is credited. */
export async function invoicedLines(req: PayloadRequest, deliveryLines: readonly string[]): Promise<InvoicedLine[]> {
  return query<InvoicedLine>(
    req,
    sql`select h.id as invoice, l.id as "invoiceLine", l.delivery_line as "deliveryLine", l.qty,
          coalesce((select sum(c.qty) from invoices_lines c join invoices n on n.id = c._parent_id
                    where c.invoice_line = l.id and n.kind::text = 'creditNote' and n.status::text <> 'cancelled' and not coalesce(n.price_only, false)), 0) as credited
        from invoices_lines l join invoices h on h.id = l._parent_id
        where h.kind::text = 'invoice' and h.status::text = 'approved'
          and l.delivery_line in (select k.id from jsonb_to_recordset(${asJson(deliveryLines.map((id) => ({ id })))}::jsonb) as k(id text))
        order by h.id desc, l._order desc`,
  )
}

/** What credit notes, drafts included, have taken of return lines already. */
export async function creditedReturns(req: PayloadRequest, returnLines: readonly string[]): Promise<Map<string, string>> {
  const rows = await query<{ id: string; qty: string }>(
    req,
    sql`select l.return_line as id, sum(l.qty) as qty from invoices_lines l join invoices h on h.id = l._parent_id and h.status::text <> 'cancelled'
        where l.return_line in (select k.id from jsonb_to_recordset(${asJson(returnLines.map((id) => ({ id })))}::jsonb) as k(id text)) group by 1`,
  )
  return new Map(rows.map(({ id, qty }) => [id, qty]))
}
