// More than 200 lines: all four books append by the same few statements.

import type { PayloadRequest } from 'payload'

import { forgetKind } from './masterMemo'
import type { Cause, CreditTarget, DocumentRef, ProgressTarget, ReceivableTarget, StockTarget } from './postings'
import { asJson, query, type Sql, sql, textList } from './query'

/** One stock entry ready to be written: quantity signed, value decided (0 for everything but on-hand). */
export type StockEntry = StockTarget & { value: string; unitCost: string | null; controlled: boolean; goods: boolean }

/** New moving average of an item after this posting (F4). */
export type ItemCost = { item: number; qty: string; value: string; average: string; latest: string | null }

/** What one book appends and moves, as parts of a statement with names of its own; nothing where nothing is booked. */
type BookPart = Sql | null

/**
 * Appends to several books in one statement. Each part appends entries and moves their balances; none reads what another writes, and what they move
 * is locked before.
 */
export async function append(req: PayloadRequest, parts: readonly BookPart[]): Promise<void> {
  const given = parts.filter((part) => part !== null)
  if (given.length > 0) await query(req, sql`with ${sql.join(given, sql`, `)} select 1`)
}

/** Whether all of this is the first that a new document books, so that nothing of it is in the book yet. */
const isFirst = ({ isNew = false, slug, id }: Cause, documents: readonly DocumentRef[]): boolean =>
  isNew && documents.every((document) => document.slug === slug && document.id === id)

const causeColumns = (cause: Cause) => sql`${cause.version}::int, ${cause.slug}::text, ${cause.id}::int, ${cause.date}::date`

const stockRow = (entry: StockEntry, ord: number) => {
  const { source, line, account, item, warehouse, batchNo, qty, value, unitCost, due, controlled, goods } = entry
  return {
    ord,
    source_slug: source.slug,
    source_id: source.id,
    ...{ line, account, item, batchNo, qty, value, due, controlled, goods },
    // what is null need not be said
    warehouse: warehouse ?? undefined,
    unitCost: unitCost ?? undefined,
  }
}

/**
 * Stock entries, and their balances moved. The balance rows exist already: `lockStock` made
 * them (a CHECK is evaluated on the proposed row of an upsert, so an insert of −5 would fail although 10 are there).
 */
export function stockPart(entries: readonly StockEntry[], cause: Cause): BookPart {
  const own = isFirst(
    cause,
    entries.map(({ source }) => source),
  )
  const reversed = own
    ? sql`null::int`
    : sql`(select (array_agg(p.id order by p.id desc))[1] from stock_entries p where p.source_slug = e.source_slug and p.source_id = e.source_id and p.source_line = e.line
           and p.account = e.account and p.item_id = e.item and sign(p.qty) = -sign(e.qty))`
  return stockBooked(entries.map(stockRow), { reversed, caused: causeColumns(cause) })
}

/** The same of many documents, of which each is new and the cause of its own entries. */
export const stockOfNewPart = (booked: ReadonlyArray<{ entry: StockEntry; cause: Cause }>): BookPart =>
  stockBooked(
    booked.map(({ entry, cause: { version, date } }, ord) => ({ ...stockRow(entry, ord), version, day: date })),
    { reversed: sql`null::int`, caused: sql`version, source_slug, source_id, day` },
  )

/** `reversed`: the entry that is taken back; `caused`: what caused it. */
function stockBooked(rows: readonly object[], { reversed, caused }: { reversed: Sql; caused: Sql }): BookPart {
  if (rows.length === 0) return null
  return sql`stock_rows as (
      select * from jsonb_to_recordset(${asJson(rows)}::jsonb) as r(ord int, source_slug text, source_id int, line text, account text, item int,
        warehouse int, "batchNo" text, qty numeric, value numeric, "unitCost" numeric, due date, controlled boolean, goods boolean, version int, day date)),
    stock_written as (
      insert into stock_entries (source_slug, source_id, source_line, account, item_id, warehouse_id, batch_no, qty, value, unit_cost, due_date,
        reverses, source_version, cause_slug, cause_id, business_date, created_at, updated_at)
      select source_slug, source_id, line, account, item, warehouse, "batchNo", qty, value, "unitCost", due,
        ${reversed}, ${caused}, now(), now() from stock_rows e order by ord),
    stock_sums as (
      select item, coalesce(warehouse, 0) as warehouse, "batchNo" as batch, bool_and(controlled) as controlled, bool_and(goods) as goods,
        coalesce(sum(qty) filter (where account = 'onHand'), 0) as on_hand, coalesce(sum(qty) filter (where account = 'frozen'), 0) as frozen,
        coalesce(sum(qty) filter (where account = 'reserved'), 0) as reserved,
        coalesce(sum(qty) filter (where account like 'expected%'), 0) as expected_in,
        coalesce(sum(qty) filter (where account = 'expectedTransfers'), 0) as expected_transfers,
        coalesce(sum(qty) filter (where account = 'expectedInspection'), 0) as expected_inspection, coalesce(sum(value), 0) as value
      from stock_rows group by 1, 2, 3),
    stock_leaves as (
      update stock_balances b set on_hand = b.on_hand + s.on_hand, frozen = b.frozen + s.frozen, reserved = b.reserved + s.reserved,
        expected_in = b.expected_in + s.expected_in, expected_transfers = b.expected_transfers + s.expected_transfers,
        expected_inspection = b.expected_inspection + s.expected_inspection, value = b.value + s.value, controlled = s.controlled and (b.controlled or b.on_hand >= 0),
        available = b.available + s.on_hand - s.frozen - s.reserved, updated_at = now()
      from stock_sums s where b.item_id = s.item and coalesce(b.warehouse_id, 0) = s.warehouse and b.batch_no = s.batch),
    stock_levels as (
      select item, warehouse, bool_and(controlled) as controlled, sum(on_hand) as on_hand, sum(frozen) as frozen, sum(reserved) as reserved,
        sum(expected_in) as expected_in, sum(expected_transfers) as expected_transfers, sum(expected_inspection) as expected_inspection from (
        select item, warehouse, controlled, on_hand, frozen, reserved, expected_in, expected_transfers, expected_inspection from stock_sums where warehouse <> 0
        union all
        select item, 0, controlled, on_hand, frozen, reserved, expected_in, expected_transfers, expected_inspection from stock_sums where goods) l group by 1, 2),
    stock_topped as (
      update stock_totals t set on_hand = t.on_hand + l.on_hand, frozen = t.frozen + l.frozen, reserved = t.reserved + l.reserved,
      expected_in = t.expected_in + l.expected_in, expected_transfers = t.expected_transfers + l.expected_transfers,
      expected_inspection = t.expected_inspection + l.expected_inspection,
      controlled = l.controlled and (t.controlled or t.on_hand - t.frozen - t.reserved >= 0)
    from stock_levels l where t.item_id = l.item and t.warehouse_id = l.warehouse)`
}

/** Stores the moving averages that the values of `stockPart` were computed with; the items are locked. */
export async function storeItemCosts(req: PayloadRequest, costs: readonly ItemCost[]): Promise<void> {
  await forgetKind(req, 'items')
  if (costs.length === 0) return
  await query(
    req,
    sql`insert into item_costs (item_id, qty, value, average, latest)
        select item, qty, value, average, latest
        from jsonb_to_recordset(${asJson(costs)}::jsonb) as c(item int, qty numeric, value numeric, average numeric, latest numeric) order by item
        on conflict (item_id) do update set qty = excluded.qty, value = excluded.value, average = excluded.average,
          latest = coalesce(excluded.latest, item_costs.latest)`,
  )
}

/**
 * Credit entries, and the buckets of their objects moved. Who checks an object holds its balance (`lockWatchedCredit`); of the others
 * the balance is taken where nobody holds it, and else what is booked waits beside it (`credit_deltas`) for whoever holds it next. Nobody
 * waits here.
 */
export function creditPart(entries: readonly CreditTarget[], cause: Cause): BookPart {
  if (entries.length === 0) return null
  const rows = asJson(
    entries.map(({ source, line, object, bucket, amount }) => ({
      source_slug: source.slug,
      source_id: source.id,
      line,
      kind: object.kind,
      object: object.id,
      bucket,
      amount,
    })),
  )
  return sql`credit_rows as (select * from jsonb_to_recordset(${rows}::jsonb) as r(source_slug text, source_id int, line text, kind text, object int, bucket text, amount numeric)),
    credit_written as (
      insert into credit_entries (source_slug, source_id, source_line, object_kind, object_id, bucket, amount, source_version, cause_slug, cause_id, business_date, at)
      select source_slug, source_id, line, kind, object, bucket, amount, ${causeColumns(cause)}, ${cause.at}::timestamptz from credit_rows),
    credit_sums as (
      select kind, object, coalesce(sum(amount) filter (where bucket = 'orders'), 0) as orders,
        coalesce(sum(amount) filter (where bucket = 'deliveries'), 0) as deliveries,
        coalesce(sum(amount) filter (where bucket = 'unauditedInvoices'), 0) as unaudited,
        coalesce(sum(amount) filter (where bucket = 'receivable'), 0) as receivable from credit_rows group by 1, 2),
    credit_held as materialized (
      select b.object_kind, b.object_id from credit_balances b join credit_sums s on b.object_kind = s.kind and b.object_id = s.object
      order by 1, 2 for update of b skip locked),
    credit_waited as (
      delete from credit_deltas d using credit_held h where d.object_kind = h.object_kind and d.object_id = h.object_id
      returning d.object_kind, d.object_id, d.orders, d.deliveries, d.unaudited_invoices, d.receivable),
    credit_moved as (
      select kind, object, sum(orders) as orders, sum(deliveries) as deliveries, sum(unaudited) as unaudited, sum(receivable) as receivable from (
        select s.* from credit_sums s join credit_held h on h.object_kind = s.kind and h.object_id = s.object union all select * from credit_waited) m group by 1, 2),
    credit_booked as (
      update credit_balances b set orders = b.orders + m.orders, deliveries = b.deliveries + m.deliveries,
        unaudited_invoices = b.unaudited_invoices + m.unaudited, receivable = b.receivable + m.receivable
      from credit_moved m where b.object_kind = m.kind and b.object_id = m.object),
    credit_begun as (
      insert into credit_balances (object_kind, object_id)
      select kind, object from credit_sums s where not exists (select 1 from credit_balances b where b.object_kind = s.kind and b.object_id = s.object)
        and pg_try_advisory_xact_lock(hashtextextended('credit/' || kind || '/' || object, 0))
      on conflict do nothing),
    credit_beside as (
      insert into credit_deltas (object_kind, object_id, orders, deliveries, unaudited_invoices, receivable)
    select kind, object, orders, deliveries, unaudited, receivable from credit_sums s
    where not exists (select 1 from credit_held h where h.object_kind = s.kind and h.object_id = s.object))`
}

/**
 * Progress entries, and the balances of their lines moved or begun. The documents that own the lines are locked, so no
 * other transaction begins the same one.
 */
export function progressPart(entries: readonly ProgressTarget[], cause: Cause): BookPart {
  if (entries.length === 0) return null
  const rows = asJson(
    entries.map(({ source, line, target, kind, qty, amount }) => ({
      source_slug: source.slug,
      source_id: source.id,
      line,
      line_slug: target.slug,
      document: target.documentId,
      line_id: target.lineId,
      kind,
      qty,
      amount,
    })),
  )
  const begun = isFirst(
    cause,
    entries.map(({ target }) => ({ slug: target.slug, id: target.documentId })),
  )
  return sql`progress_rows as (select * from jsonb_to_recordset(${rows}::jsonb) as r(source_slug text, source_id int, line text, line_slug text, document int, line_id text, kind text, qty numeric, amount numeric)),
    progress_written as (
      insert into progress_entries (source_slug, source_id, source_line, line_slug, document_id, line_id, kind, qty, amount, source_version, cause_slug, cause_id, business_date, at)
      select source_slug, source_id, line, line_slug, document, line_id, kind, qty, amount, ${causeColumns(cause)}, ${cause.at}::timestamptz from progress_rows),
    progress_sums as (
      select line_id, min(line_slug) as line_slug, min(document) as document,
        coalesce(sum(qty) filter (where kind = 'ordered'), 0) as ordered, coalesce(sum(qty) filter (where kind = 'planned'), 0) as planned,
        coalesce(sum(qty) filter (where kind = 'delivered'), 0) as delivered, coalesce(sum(qty) filter (where kind = 'returned'), 0) as returned,
        coalesce(sum(qty) filter (where kind = 'replaced'), 0) as replaced, coalesce(sum(qty) filter (where kind = 'invoicing'), 0) as invoicing,
        coalesce(sum(qty) filter (where kind = 'invoiced'), 0) as invoiced, coalesce(sum(qty) filter (where kind = 'shortClosed'), 0) as short_closed,
        coalesce(sum(amount) filter (where kind = 'delivered'), 0) as delivered_amount,
        coalesce(sum(amount) filter (where kind = 'invoicing'), 0) as invoicing_amount,
        coalesce(sum(amount) filter (where kind = 'invoiced'), 0) as invoiced_amount from progress_rows group by 1),
    ${begun ? sql`` : progressMoved(entries)}
    progress_begun as (
      insert into line_progress (line_id, line_slug, document_id, ordered, planned, delivered, returned, replaced, invoicing, invoiced, short_closed,
      delivered_amount, invoicing_amount, invoiced_amount)
    select line_id, line_slug, document, ordered, planned, delivered, returned, replaced, invoicing, invoiced, short_closed,
      delivered_amount, invoicing_amount, invoiced_amount
    from progress_sums s ${begun ? sql`` : sql`where not exists (select 1 from progress_moved m where m.line_id = s.line_id)`})`
}

/** Moves the balances of lines that have one; says which. */
const progressMoved = (entries: readonly ProgressTarget[]) => sql`progress_moved as (
      update line_progress p set ordered = p.ordered + s.ordered, planned = p.planned + s.planned, delivered = p.delivered + s.delivered,
        returned = p.returned + s.returned, replaced = p.replaced + s.replaced, invoicing = p.invoicing + s.invoicing, invoiced = p.invoiced + s.invoiced,
        short_closed = p.short_closed + s.short_closed, delivered_amount = p.delivered_amount + s.delivered_amount,
        invoicing_amount = p.invoicing_amount + s.invoicing_amount, invoiced_amount = p.invoiced_amount + s.invoiced_amount
      from progress_sums s where p.line_id = s.line_id and p.line_id = any(${textList(entries.map(({ target }) => target.lineId))})
      returning p.line_id),`

/** Appends receivable entries and moves the open amounts of the invoices and receipts they belong to. */
export async function appendReceivable({
  req,
  entries,
  cause,
}: {
  req: PayloadRequest
  entries: readonly ReceivableTarget[]
  cause: Cause
}): Promise<void> {
  if (entries.length === 0) return
  const rows = asJson(
    entries.map(({ source, line, kind, document, customer, amount, dueDate, date }) => ({
      source_slug: source.slug,
      source_id: source.id,
      line,
      kind,
      slug: document.slug,
      document: document.id,
      customer,
      amount,
      due: dueDate ?? null,
      day: date ?? cause.date,
    })),
  )
  await query(
    req,
    sql`insert into receivable_balances (document_slug, document_id, customer_id, business_date, due_date)
        select slug, document, min(customer), ${cause.date}::date, min(due) from jsonb_to_recordset(${rows}::jsonb) as r(slug text, document int, customer int, due date)
        group by 1, 2 order by 1, 2 on conflict (document_slug, document_id) do update set due_date = coalesce(excluded.due_date, receivable_balances.due_date)`,
  )
  await query(
    req,
    sql`with e as (select * from jsonb_to_recordset(${rows}::jsonb) as r(source_slug text, source_id int, line text, kind text, slug text, document int, customer int, amount numeric, day date)),
    written as (
      insert into receivable_entries (source_slug, source_id, source_line, kind, document_slug, document_id, customer_id, amount, source_version, cause_slug, cause_id, business_date, at)
      select source_slug, source_id, line, kind, slug, document, customer, amount, ${cause.version}::int, ${cause.slug}::text, ${cause.id}::int, day, ${cause.at}::timestamptz from e)
    update receivable_balances b set total = b.total + s.total, open_amount = b.open_amount + s.open,
      business_date = case when s.own then ${cause.date}::date else b.business_date end
    from (select slug, document, coalesce(sum(amount) filter (where kind <> 'allocation'), 0) as total, sum(amount) as open, bool_or(kind <> 'allocation') as own from e group by 1, 2) s
    where b.document_slug = s.slug and b.document_id = s.document`,
  )
}
