import type { PayloadRequest } from 'payload'

import type { DocumentRef } from './postings'
import { asJson, query, sql } from './query'

/*
 * Facets say what happened to a document: delivered, billed, paid, ordered, settled. They are columns that only this file
 * writes, from the balances, under the document's lock; forms cannot reach them (ADR 0008). Lists filter and sort by them.
 */

const idsOf = (documents: readonly DocumentRef[], slug: string): string =>
  asJson(documents.filter((ref) => ref.slug === slug).map(({ id }) => ({ id })))

/** Recomputes the facets of the given documents from the ledgers; the number of statements does not depend on their number. */
export async function refreshFacets({ req, documents }: { req: PayloadRequest; documents: readonly DocumentRef[] }): Promise<void> {
  const has = (slug: string): boolean => documents.some((ref) => ref.slug === slug)
  if (has('invoices')) await refreshInvoices(req, idsOf(documents, 'invoices'))
  if (has('receipts')) await refreshReceipts(req, idsOf(documents, 'receipts'))
  if (has('deliveries')) await refreshDeliveries(req, idsOf(documents, 'deliveries'))
  if (has('quotes')) await refreshQuotes(req, idsOf(documents, 'quotes'))
  if (has('orders') || has('invoices') || has('receipts')) await refreshOrders(req, documents)
}

const facet = (some: string, all: string) => sql.raw(`(case when not (${some}) then 'none' when ${all} then 'full' else 'partly' end)`)

async function refreshInvoices(req: PayloadRequest, ids: string): Promise<void> {
  await query(
    req,
    sql`update invoices i set open_amount = b.open_amount,
          settlement = ${facet('b.open_amount <> b.total', 'b.open_amount = 0')}::enum_invoices_settlement
        from receivable_balances b where b.document_slug = 'invoices' and b.document_id = i.id
          and i.id in (select k.id from jsonb_to_recordset(${ids}::jsonb) as k(id int))`,
  )
}

async function refreshReceipts(req: PayloadRequest, ids: string): Promise<void> {
  await query(
    req,
    sql`update receipts r set open_amount = b.open_amount,
          allocation = ${facet('b.open_amount <> b.total', 'b.open_amount = 0')}::enum_receipts_allocation
        from receivable_balances b where b.document_slug = 'receipts' and b.document_id = r.id
          and r.id in (select k.id from jsonb_to_recordset(${ids}::jsonb) as k(id int))`,
  )
}

async function refreshDeliveries(req: PayloadRequest, ids: string): Promise<void> {
  await query(
    req,
    sql`update deliveries v set billing_status = p.billing::enum_deliveries_billing_status
          , return_status = p.returned::enum_deliveries_return_status
        from (select document_id, ${facet('bool_or(invoiced > 0 or (delivered > 0 and returned >= delivered))', 'bool_and(invoiced + returned >= delivered)')} as billing,
                ${facet('bool_or(returned + replaced > 0)', 'bool_and(returned + replaced >= delivered)')} as returned
              from line_progress where line_slug = 'deliveries' and document_id in (select k.id from jsonb_to_recordset(${ids}::jsonb) as k(id int))
              group by 1) p where p.document_id = v.id`,
  )
}

async function refreshQuotes(req: PayloadRequest, ids: string): Promise<void> {
  await query(
    req,
    sql`update quotes q set status = (case when p.taken = 0 then coalesce(nullif(q.status_before_order, ''), 'confirmed') when p.complete then 'ordered' else 'partlyOrdered' end)::enum_quotes_status
        from (select l._parent_id as id, coalesce(sum(p.ordered), 0) as taken, bool_and(coalesce(p.ordered, 0) >= l.qty) as complete
              from quotes_lines l left join line_progress p on p.line_id = l.id and p.line_slug = 'quotes'
              where l._parent_id in (select k.id from jsonb_to_recordset(${ids}::jsonb) as k(id int)) group by 1) p
        where p.id = q.id and (p.taken > 0 or q.status::text in ('partlyOrdered', 'ordered'))`,
  )
}

async function refreshOrders(req: PayloadRequest, documents: readonly DocumentRef[]): Promise<void> {
  const keys = asJson(documents)
  await query(
    req,
    sql`with k as (select slug, id from jsonb_to_recordset(${keys}::jsonb) as r(slug text, id int)),
    touched as (
      select id from k where slug = 'orders'
      union select il.order_id from invoices_lines il join k on k.slug = 'invoices' and k.id = il._parent_id where il.order_id is not null
      union select r.on_order_id from receipts r join k on k.slug = 'receipts' and k.id = r.id where r.on_order_id is not null
      union select il.order_id from receipts_allocations a join k on k.slug = 'receipts' and k.id = a._parent_id
        join invoices_lines il on il._parent_id = a.invoice_id where il.order_id is not null),
    lines as (
      select l._parent_id as id, bool_or(coalesce(p.delivered, 0) - coalesce(p.replaced, 0) > 0) as some_delivered,
        bool_and(coalesce(p.delivered, 0) - coalesce(p.replaced, 0) + coalesce(p.short_closed, 0) >= l.qty) as all_delivered,
        bool_or(coalesce(p.invoiced, 0) > 0) as some_billed,
        bool_and(coalesce(p.invoiced, 0) >= greatest(coalesce(p.delivered, 0) - coalesce(p.replaced, 0), l.qty - coalesce(p.short_closed, 0)) - coalesce(p.returned, 0)) as all_billed,
        bool_and(coalesce(p.invoiced, 0) >= coalesce(p.delivered, 0) - coalesce(p.replaced, 0) - coalesce(p.returned, 0)) as billed_as_delivered
      from orders_lines l left join line_progress p on p.line_id = l.id
      where l._parent_id in (select id from touched) group by 1),
    money as (
      select t.id, coalesce((select bool_or(b.open_amount <> b.total) from invoices_lines il
          join receivable_balances b on b.document_slug = 'invoices' and b.document_id = il._parent_id where il.order_id = t.id), false) as some_paid,
        coalesce((select bool_and(b.open_amount = 0) from invoices_lines il
          join receivable_balances b on b.document_slug = 'invoices' and b.document_id = il._parent_id where il.order_id = t.id), false) as all_paid,
        exists (select 1 from receipts r where r.on_order_id = t.id and r.status = 'approved') as advanced
      from touched t),
    figures as (
      select l.*, m.some_paid or m.advanced as some_paid, l.all_billed and m.all_paid as all_paid from lines l join money m on m.id = l.id)
    update orders o set
      delivery_status = (case when not f.some_delivered then 'none' when f.all_delivered then 'full' else 'partly' end)::enum_orders_delivery_status,
      billing_status = (case when not f.some_billed then 'none' when f.all_billed then 'full' else 'partly' end)::enum_orders_billing_status,
      payment_status = (case when not f.some_paid then 'none' when f.all_paid then 'full' else 'partly' end)::enum_orders_payment_status,
      status = (case when o.status::text = 'approved' and f.some_delivered and f.all_delivered and f.billed_as_delivered then 'closed'
                     when o.status::text = 'closed' and not coalesce(o.opening, false) and not (f.all_delivered and (f.billed_as_delivered or coalesce(o.closed_early, false))) then 'approved'
                     else o.status::text end)::enum_orders_status
    from figures f where f.id = o.id`,
  )
}
