import type { PayloadRequest } from 'payload'

import { asJson, query, sql } from '../query'

export type OpenInvoiceRow = { id: number; no: string; openAmount: string; dueDate: string; date: string }

/** Approved invoices of a bill-to customer with something open: all of them, or the named ones. */
export async function openInvoices({
  req,
  customer,
  invoices,
}: {
  req: PayloadRequest
  customer: number
  invoices?: readonly number[]
}): Promise<OpenInvoiceRow[]> {
  const named = asJson((invoices ?? []).map((id) => ({ id })))
  return query<OpenInvoiceRow>(
    req,
    sql`select i.id, i.no, b.open_amount as "openAmount", coalesce(b.due_date, b.business_date)::text as "dueDate", b.business_date::text as date
        from receivable_balances b join invoices i on i.id = b.document_id
        where b.document_slug = 'invoices' and b.customer_id = ${customer} and b.open_amount > 0
          and (${invoices === undefined} or i.id in (select k.id from jsonb_to_recordset(${named}::jsonb) as k(id int)))
        order by coalesce(b.due_date, b.business_date), i.id`,
  )
}

export type OpenReceiptRow = { id: number; no: string; openAmount: string; date: string }

/** Approved receipts taken in as advance on these orders that are not used up, oldest first. */
export async function openAdvances({
  req,
  customer,
  orders,
}: {
  req: PayloadRequest
  customer: number
  orders: readonly number[]
}): Promise<OpenReceiptRow[]> {
  if (orders.length === 0) return []
  return query<OpenReceiptRow>(
    req,
    sql`select r.id, r.no, b.open_amount as "openAmount", b.business_date::text as date from receipts r
          join receivable_balances b on b.document_slug = 'receipts' and b.document_id = r.id
        where r.status::text = 'approved' and b.customer_id = ${customer} and b.open_amount > 0
          and r.on_order_id in (select k.id from jsonb_to_recordset(${asJson(orders.map((id) => ({ id })))}::jsonb) as k(id int))
        order by r.date, r.id`,
  )
}

/** What is open of one invoice or receipt now; 0 when it was never posted. */
export async function openAmountOf({ req, slug, id }: { req: PayloadRequest; slug: 'invoices' | 'receipts'; id: number }): Promise<string> {
  const [row] = await query<{ open: string }>(
    req,
    sql`select open_amount as open from receivable_balances where document_slug = ${slug} and document_id = ${id}`,
  )
  return row?.open ?? '0'
}

export type Settler = { slug: string; id: number; no: string; status: string; amount: number }

/**
 * The documents that settle this invoice (receipts, credit notes set off against it), or that this receipt settles. An invoice that took advances by itself is told for the
 * receipt but not for the invoice: undoing the invoice gives them back.
 */
export async function settlersOf({
  req,
  slug,
  id,
}: {
  req: PayloadRequest
  slug: 'invoices' | 'receipts'
  id: number
}): Promise<Settler[]> {
  return slug === 'invoices'
    ? query<Settler>(
        req,
        sql`select e.source_slug as slug, e.source_id::int as id, coalesce(r.no, n.no) as no, coalesce(r.status::text, n.status::text) as status,
              (-sum(e.amount))::float8 as amount
            from receivable_entries e
              left join receipts r on e.source_slug = 'receipts' and r.id = e.source_id
              left join invoices n on e.source_slug = 'invoices' and n.id = e.source_id
            where e.kind = 'allocation' and e.document_slug = 'invoices' and e.document_id = ${id}
              and (e.source_slug = 'receipts' or (e.source_slug = 'invoices' and e.source_id <> ${id}))
            group by 1, 2, 3, 4 having sum(e.amount) <> 0 order by 1 desc, 2`,
      )
    : query<Settler>(
        req,
        sql`select 'invoices' as slug, i.id, i.no, i.status::text as status, (-sum(e.amount))::float8 as amount
            from receivable_entries e join invoices i on i.id = e.document_id
            where e.kind = 'allocation' and e.document_slug = 'invoices'
              and ((e.source_slug = 'receipts' and e.source_id = ${id})
                or (e.source_slug = 'invoices' and e.source_id in (
                  select x.source_id from receivable_entries x where x.source_slug = 'invoices' and x.kind = 'allocation'
                    and x.document_slug = 'receipts' and x.document_id = ${id} group by 1 having sum(x.amount) <> 0)))
            group by 2, 3, 4 having sum(e.amount) <> 0 order by 2`,
      )
}

/** Invoices that took an advance of this receipt when they were approved. */
export async function invoicesWithAdvanceOf(req: PayloadRequest, receipt: number): Promise<number[]> {
  const rows = await query<{ id: number }>(
    req,
    sql`select source_id as id from receivable_entries where source_slug = 'invoices' and kind = 'allocation'
          and document_slug = 'receipts' and document_id = ${receipt} group by 1 having sum(amount) <> 0 order by 1`,
  )
  return rows.map(({ id }) => id)
}
