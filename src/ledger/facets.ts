import type { PayloadRequest } from 'payload'

import { deliveryBilling, type DeliveredLine, deliveryReturned } from '@/src/domain/fulfilment/deliveryFacets'
import { d } from '@/src/domain/kernel/decimal'
import type { OrderStatus } from '@/src/domain/orders/orderSteps'
import { billingStatus, deliveryStatus, paymentStatus, statusByProgress } from '@/src/domain/orders/progress'
import { type QuoteStatus, statusByOrdering } from '@/src/domain/quotes/quoteSteps'
import { settlementOf } from '@/src/domain/receivables/settlement'

import { auditedSteps, type StepTaker } from './auditLog'
import type { DocumentRef } from './postings'
import { asJson, documentTable, idList, query, type Sql, sql } from './query'

/*
 * Facets say what happened to a document: delivered, billed, paid, ordered, settled. They are columns that only this file
 * writes, from the balances, under the document's lock; forms cannot reach them (ADR 0008). Lists filter and sort by them.
 */

const idsOf = (documents: readonly DocumentRef[], slug: string): Sql =>
  idList(documents.filter((ref) => ref.slug === slug).map(({ id }) => id))

type Facets = {
  req: PayloadRequest
  documents: readonly DocumentRef[]
  /** Whose step moved the books: what they do to the state of another document is on record in his name. Absent: history that comes in. */
  taker?: StepTaker
}

/** Recomputes the facets of the given documents from the ledgers; the number of statements does not depend on their number. */
export async function refreshFacets({ req, documents, taker }: Facets): Promise<void> {
  const has = (slug: string): boolean => documents.some((ref) => ref.slug === slug)
  if (has('invoices')) await refreshOpen(req, idsOf(documents, 'invoices'), { table: 'invoices', facet: 'settlement' })
  if (has('receipts')) await refreshOpen(req, idsOf(documents, 'receipts'), { table: 'receipts', facet: 'allocation' })
  if (has('deliveries')) await refreshDeliveries(req, idsOf(documents, 'deliveries'))
  if (has('quotes')) await refreshQuotes(req, idsOf(documents, 'quotes'), taker)
  if (has('orders') || has('invoices') || has('receipts')) await refreshOrders(req, documents, taker)
}

/** The step the books took, in the words of the document's table; null where somebody took it himself. */
const orderStep = (was: OrderStatus, is: OrderStatus): string | null => (was === is ? null : is === 'closed' ? 'close' : 'reopen')
const quoteStep = (was: QuoteStatus, is: QuoteStatus): string | null =>
  was === 'ordered' || (was === 'partlyOrdered' && is !== 'ordered') ? 'restore-open' : null

/** The part of a statement that puts steps on record which `changed` has taken. */
const told = (req: PayloadRequest, { slug, taker }: { slug: string; taker: StepTaker | undefined }): Sql =>
  taker
    ? sql`, told as (${auditedSteps(req.payload.config.secret, { taker, slug, rows: sql`select * from changed where verb is not null` })})`
    : sql``

type OpenRow = { id: number; open: string; total: string; openNow: string | null; facetNow: string | null }

/** Open amounts and settlement of invoices, or of receipts, where they are no longer what stands on the document. */
async function refreshOpen(
  req: PayloadRequest,
  ids: Sql,
  kind: { table: 'invoices' | 'receipts'; facet: 'settlement' | 'allocation' },
): Promise<void> {
  const [table, facet] = [sql.raw(kind.table), sql.raw(kind.facet)]
  const rows = await query<OpenRow>(
    req,
    sql`select b.document_id as id, b.open_amount as open, b.total, t.open_amount as "openNow", t.${facet}::text as "facetNow"
        from receivable_balances b join ${table} t on t.id = b.document_id
        where b.document_slug = ${kind.table} and t.id = any(${ids})`,
  )
  const changed = rows.flatMap(({ id, open, total, openNow, facetNow }) => {
    const settled = settlementOf({ open, total })
    return facetNow === settled && openNow !== null && d(openNow).eq(d(open)) ? [] : [{ id, open, facet: settled }]
  })
  if (changed.length === 0) return
  await query(
    req,
    sql`update ${table} t set open_amount = k.open, ${facet} = k.facet::${sql.raw(`enum_${kind.table}_${kind.facet}`)}
        from jsonb_to_recordset(${asJson(changed)}::jsonb) as k(id int, open numeric, facet text) where k.id = t.id`,
  )
}

type DeliveryRow = { id: number; billing: string | null; returned: string | null; lines: DeliveredLine[] }

async function refreshDeliveries(req: PayloadRequest, ids: Sql): Promise<void> {
  const rows = await query<DeliveryRow>(
    req,
    sql`select v.id, v.billing_status::text as billing, v.return_status::text as returned,
          json_agg(json_build_object('delivered', p.delivered::text, 'returned', p.returned::text, 'replaced', p.replaced::text,
            'invoiced', p.invoiced::text)) as lines
        from deliveries v join line_progress p on p.line_slug = 'deliveries' and p.document_id = v.id
        where v.id = any(${ids}) group by v.id`,
  )
  const changed = rows.flatMap(({ id, lines, ...now }) => {
    const [billing, returned] = [deliveryBilling(lines), deliveryReturned(lines)]
    return billing === now.billing && returned === now.returned ? [] : [{ id, billing, returned }]
  })
  if (changed.length === 0) return
  await query(
    req,
    sql`update deliveries v set billing_status = k.billing::enum_deliveries_billing_status, return_status = k.returned::enum_deliveries_return_status
        from jsonb_to_recordset(${asJson(changed)}::jsonb) as k(id int, billing text, returned text) where k.id = v.id`,
  )
}

type QuoteRow = { id: number; status: QuoteStatus; before: QuoteStatus | null; lines: Array<{ qty: string; ordered: string }> }

async function refreshQuotes(req: PayloadRequest, ids: Sql, taker?: StepTaker): Promise<void> {
  const quotes = await query<QuoteRow>(
    req,
    sql`select q.id, q.status::text as status, nullif(q.status_before_order, '') as before,
          json_agg(json_build_object('qty', l.qty::text, 'ordered', coalesce(p.ordered, 0)::text)) as lines
        from quotes q join quotes_lines l on l._parent_id = q.id left join line_progress p on p.line_id = l.id and p.line_slug = 'quotes'
        where q.id = any(${ids}) group by q.id`,
  )
  const changed = quotes.flatMap((quote) => {
    const status = statusByOrdering(quote)
    return status === quote.status ? [] : [{ id: quote.id, status, was: quote.status, verb: quoteStep(quote.status, status) }]
  })
  if (changed.length === 0) return
  await query(
    req,
    sql`with changed as (
          update quotes q set status = k.status::enum_quotes_status
          from jsonb_to_recordset(${asJson(changed)}::jsonb) as k(id int, status text, was text, verb text) where k.id = q.id
          returning q.id, q.no, k.verb, k.was, k.status as is)${told(req, { slug: 'quotes', taker })}
        select count(*) from changed`,
  )
}

type OrderRow = {
  id: number
  status: OrderStatus
  /** As they stand on the order: delivery, billing, payment. */
  facets: readonly [string | null, string | null, string | null]
  closedEarly: boolean
  opening: boolean
  somePaid: boolean
  allSettled: boolean
  lines: Array<Record<'qty' | 'delivered' | 'refunded' | 'replaced' | 'invoiced' | 'shortClosed', string>>
}

/** The orders concerned, each with what happened to its lines and to its money: looked up order by order, since there are few of them in a book of many. */
const ordersBehind = (req: PayloadRequest, documents: readonly DocumentRef[]): Promise<OrderRow[]> =>
  query<OrderRow>(
    req,
    sql`with k as (select * from ${documentTable(documents)} as r(slug, id)),
    touched as (
      select id from k where slug = 'orders'
      union select il.order_id from invoices_lines il join k on k.slug = 'invoices' and k.id = il._parent_id where il.order_id is not null
      union select r.on_order_id from receipts r join k on k.slug = 'receipts' and k.id = r.id where r.on_order_id is not null
      union select il.order_id from receipts_allocations a join k on k.slug = 'receipts' and k.id = a._parent_id
        join invoices_lines il on il._parent_id = a.invoice_id where il.order_id is not null)
    select o.id, o.status::text as status, json_build_array(o.delivery_status, o.billing_status, o.payment_status) as facets,
      coalesce(o.closed_early, false) as "closedEarly", coalesce(o.opening, false) as opening, l.lines,
      m.some_paid or exists (select 1 from receipts r where r.on_order_id = o.id and r.status = 'approved') as "somePaid", m.all_settled as "allSettled"
    from orders o
      cross join lateral (
        select json_agg(json_build_object('qty', l.qty::text, 'delivered', coalesce(p.delivered, 0)::text, 'refunded', coalesce(p.returned, 0)::text,
          'replaced', coalesce(p.replaced, 0)::text, 'invoiced', coalesce(p.invoiced, 0)::text, 'shortClosed', coalesce(p.short_closed, 0)::text)) as lines
        from orders_lines l left join line_progress p on p.line_id = l.id where l._parent_id = o.id) l
      cross join lateral (
        select coalesce(bool_or(b.open_amount <> b.total), false) as some_paid, coalesce(bool_and(b.open_amount = 0), false) as all_settled
        from receivable_balances b where b.document_slug = 'invoices'
          and b.document_id in (select il._parent_id from invoices_lines il where il.order_id = o.id)) m
    where o.id in (select id from touched) and l.lines is not null`,
  )

async function refreshOrders(req: PayloadRequest, documents: readonly DocumentRef[], taker?: StepTaker): Promise<void> {
  const decided = (await ordersBehind(req, documents)).flatMap((order) => {
    const billing = billingStatus(order.lines)
    const [delivery, payment] = [deliveryStatus(order.lines), paymentStatus({ ...order, billing })]
    const status = statusByProgress(order)
    const stands = [delivery, billing, payment].every((facet, index) => facet === order.facets[index]) && status === order.status
    return stands ? [] : [{ id: order.id, delivery, billing, payment, status, was: order.status, verb: orderStep(order.status, status) }]
  })
  if (decided.length === 0) return
  await query(
    req,
    sql`with changed as (
          update orders o set delivery_status = k.delivery::enum_orders_delivery_status, billing_status = k.billing::enum_orders_billing_status,
            payment_status = k.payment::enum_orders_payment_status, status = k.status::enum_orders_status
          from jsonb_to_recordset(${asJson(decided)}::jsonb) as k(id int, delivery text, billing text, payment text, status text, was text, verb text)
          where k.id = o.id returning o.id, o.no, k.verb, k.was, k.status as is)${told(req, { slug: 'orders', taker })}
        select count(*) from changed`,
  )
}
