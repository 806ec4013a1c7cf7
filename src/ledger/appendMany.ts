import type { PayloadRequest } from 'payload'

import { append, stockOfNewPart } from './append'
import { warehouseFacts } from './facts/stock'
import { lockCreditObjects, lockStock } from './locks'
import type { Cause, Contributions } from './postings'
import { asJson, query, sql } from './query'

/** What one new document contributes, and the document as the cause of it. */
export type Posting = { cause: Cause; contributions: Contributions }

const caused = ({ slug, id, version, date, at }: Cause) => ({ cause_slug: slug, cause_id: id, source_version: version, day: date, at })

/**
 * What many new documents contribute, in as many statements as for one. Nothing has been posted for them, so what they contribute is what is
 * appended. Reservations that came with the opening books are taken in whatever there is in stock: they were promised before.
 */
export async function appendMany(req: PayloadRequest, postings: readonly Posting[]): Promise<void> {
  await appendProgressOf(req, postings)
  await appendCreditOf(req, postings)
  await appendReceivableOf(req, postings)
  await appendReservationsOf(req, postings)
}

async function appendProgressOf(req: PayloadRequest, postings: readonly Posting[]): Promise<void> {
  const rows = postings.flatMap(({ cause, contributions }) =>
    contributions.progress.map(({ source, line, target, kind, qty, amount }) => ({
      source_slug: source.slug,
      source_id: source.id,
      source_line: line,
      line_slug: target.slug,
      document_id: target.documentId,
      line_id: target.lineId,
      kind,
      qty,
      amount,
      ...caused(cause),
    })),
  )
  if (rows.length === 0) return
  await query(
    req,
    sql`with e as (select * from jsonb_to_recordset(${asJson(rows)}::jsonb) as r(source_slug text, source_id int, source_line text, line_slug text,
        document_id int, line_id text, kind text, qty numeric, amount numeric, source_version int, cause_slug text, cause_id int, day date, at timestamptz)),
    written as (
      insert into progress_entries (source_slug, source_id, source_line, line_slug, document_id, line_id, kind, qty, amount, source_version, cause_slug, cause_id, business_date, at)
      select source_slug, source_id, source_line, line_slug, document_id, line_id, kind, qty, amount, source_version, cause_slug, cause_id, day, at from e)
    insert into line_progress (line_id, line_slug, document_id, ordered, delivered, invoiced, delivered_amount, invoiced_amount)
    select line_id, min(line_slug), min(document_id), coalesce(sum(qty) filter (where kind = 'ordered'), 0), coalesce(sum(qty) filter (where kind = 'delivered'), 0),
      coalesce(sum(qty) filter (where kind = 'invoiced'), 0), coalesce(sum(amount) filter (where kind = 'delivered'), 0),
      coalesce(sum(amount) filter (where kind = 'invoiced'), 0) from e group by 1`,
  )
}

async function appendCreditOf(req: PayloadRequest, postings: readonly Posting[]): Promise<void> {
  const rows = postings.flatMap(({ cause, contributions }) =>
    contributions.credit.map(({ source, line, object, bucket, amount }) => ({
      source_slug: source.slug,
      source_id: source.id,
      source_line: line,
      kind: object.kind,
      object: object.id,
      bucket,
      amount,
      ...caused(cause),
    })),
  )
  if (rows.length === 0) return
  const objects = new Map(rows.map(({ kind, object }) => [`${kind}/${String(object)}`, { kind, id: object }]))
  await lockCreditObjects({ req, objects: [...objects.values()] })
  await query(
    req,
    sql`with e as (select * from jsonb_to_recordset(${asJson(rows)}::jsonb) as r(source_slug text, source_id int, source_line text, kind text, object int,
        bucket text, amount numeric, source_version int, cause_slug text, cause_id int, day date, at timestamptz)),
    written as (
      insert into credit_entries (source_slug, source_id, source_line, object_kind, object_id, bucket, amount, source_version, cause_slug, cause_id, business_date, at)
      select source_slug, source_id, source_line, kind, object, bucket, amount, source_version, cause_slug, cause_id, day, at from e)
    update credit_balances b set orders = b.orders + s.orders, deliveries = b.deliveries + s.deliveries, receivable = b.receivable + s.receivable
    from (select kind, object, coalesce(sum(amount) filter (where bucket = 'orders'), 0) as orders,
            coalesce(sum(amount) filter (where bucket = 'deliveries'), 0) as deliveries,
            coalesce(sum(amount) filter (where bucket = 'receivable'), 0) as receivable from e group by 1, 2) s
    where b.object_kind = s.kind and b.object_id = s.object`,
  )
}

async function appendReceivableOf(req: PayloadRequest, postings: readonly Posting[]): Promise<void> {
  const rows = postings.flatMap(({ cause, contributions }) =>
    contributions.receivable.map(({ source, line, kind, document, customer, amount, dueDate, date }) => ({
      source_slug: source.slug,
      source_id: source.id,
      source_line: line,
      kind,
      slug: document.slug,
      document: document.id,
      customer,
      amount,
      due: dueDate ?? null,
      own: cause.date,
      ...caused(cause),
      day: date ?? cause.date,
    })),
  )
  if (rows.length === 0) return
  await query(
    req,
    sql`with e as (select * from jsonb_to_recordset(${asJson(rows)}::jsonb) as r(source_slug text, source_id int, source_line text, kind text, slug text,
        document int, customer int, amount numeric, due date, own date, source_version int, cause_slug text, cause_id int, day date, at timestamptz)),
    written as (
      insert into receivable_entries (source_slug, source_id, source_line, kind, document_slug, document_id, customer_id, amount, source_version, cause_slug, cause_id, business_date, at)
      select source_slug, source_id, source_line, kind, slug, document, customer, amount, source_version, cause_slug, cause_id, day, at from e)
    insert into receivable_balances (document_slug, document_id, customer_id, business_date, due_date, total, open_amount)
    select slug, document, min(customer), min(own), min(due), coalesce(sum(amount) filter (where kind <> 'allocation'), 0), sum(amount) from e group by 1, 2`,
  )
}

async function appendReservationsOf(req: PayloadRequest, postings: readonly Posting[]): Promise<void> {
  const reserving = postings.filter(({ contributions }) => contributions.stock.length > 0)
  if (reserving.length === 0) return
  await lockStock({ req, keys: reserving.flatMap(({ contributions }) => contributions.stock) })
  const warehouses = await warehouseFacts(req)
  const booked = reserving.flatMap(({ cause, contributions }) =>
    contributions.stock.map((entry) => {
      const warehouse = entry.warehouse === null ? undefined : warehouses.get(entry.warehouse)
      const goods = entry.warehouse === null || (warehouse?.kind === 'goods' && warehouse.active)
      return { entry: { ...entry, value: '0', unitCost: null, controlled: false, goods }, cause }
    }),
  )
  await append(req, [stockOfNewPart(booked)])
}
