// More than 200 lines: the one order of locking is kept where all locks are taken.

import type { PayloadRequest } from 'payload'

import { type CreditTerms, creditTerms, termsOf } from './facts/credit'
import { tableOf } from './kinds'
import type { CreditObject, DocumentRef } from './postings'
import { asJson, idList, query, sql } from './query'

/*
 * Every lock of the books is taken here, always in this order and by ascending id:
 * document → upstream documents → credit objects → stock items → number series.
 * Whoever takes them in another order can deadlock with everybody else.
 */

export type LockedDocument = { id: number; version: number; status: string }

/** Locks one document until the end of the transaction; `null` when there is none. */
export async function lockDocumentRow({
  req,
  slug,
  id,
}: {
  req: PayloadRequest
  slug: string
  id: number
}): Promise<LockedDocument | null> {
  const [row] = await lockDocumentRows({ req, documents: [{ slug, id }] })
  return row ?? null
}

/** Locks several documents of one kind, ids ascending. */
export async function lockDocumentRows({
  req,
  documents,
}: {
  req: PayloadRequest
  documents: readonly DocumentRef[]
}): Promise<LockedDocument[]> {
  const [first] = documents
  if (!first) return []
  const table = sql.raw(`"${tableOf(first.slug)}"`)
  return query<LockedDocument>(
    req,
    sql`select id, version::int as version, status::text as status from ${table}
        where id = any(${idList(documents.map(({ id }) => id))})
        order by id for update`,
  )
}

export type CreditBalanceRow = {
  kind: CreditObject['kind']
  id: number
  orders: string
  deliveries: string
  unauditedInvoices: string
  receivable: string
}

/**
 * Locks the balances of credit objects and returns them as they are now; one that has none yet gets it first. What was booked while nobody
 * held them is added to them. The rows are written anew in any case: who waited for them sees by it that terms may have changed.
 */
export async function lockCreditObjects({
  req,
  objects,
}: {
  req: PayloadRequest
  objects: readonly CreditObject[]
}): Promise<CreditBalanceRow[]> {
  if (objects.length === 0) return []
  const keys = asJson(objects)
  if ((await holdBalances(req, keys)) < new Set(objects.map(({ kind, id }) => `${kind}/${id}`)).size) {
    await query(
      req,
      sql`insert into credit_balances (object_kind, object_id)
          select distinct k.kind, k.id from jsonb_to_recordset(${keys}::jsonb) as k(kind text, id int)
          where not exists (select 1 from credit_balances b where b.object_kind = k.kind and b.object_id = k.id)
          order by 1, 2 on conflict do nothing`,
    )
    await holdBalances(req, keys)
  }
  return query<CreditBalanceRow>(
    req,
    sql`with k as (select distinct kind, id from jsonb_to_recordset(${keys}::jsonb) as r(kind text, id int)),
        waited as (
          delete from credit_deltas d using k where d.object_kind = k.kind and d.object_id = k.id
          returning d.object_kind, d.object_id, d.orders, d.deliveries, d.unaudited_invoices, d.receivable),
        w as (
          select object_kind, object_id, sum(orders) as orders, sum(deliveries) as deliveries, sum(unaudited_invoices) as unaudited_invoices,
            sum(receivable) as receivable from waited group by 1, 2),
        booked as (
          update credit_balances b set orders = b.orders + coalesce(w.orders, 0), deliveries = b.deliveries + coalesce(w.deliveries, 0),
            unaudited_invoices = b.unaudited_invoices + coalesce(w.unaudited_invoices, 0), receivable = b.receivable + coalesce(w.receivable, 0)
          from k left join w on w.object_kind = k.kind and w.object_id = k.id
          where b.object_kind = k.kind and b.object_id = k.id)
        select b.object_kind as kind, b.object_id as id, b.orders + coalesce(w.orders, 0) as orders, b.deliveries + coalesce(w.deliveries, 0) as deliveries,
          b.unaudited_invoices + coalesce(w.unaudited_invoices, 0) as "unauditedInvoices", b.receivable + coalesce(w.receivable, 0) as receivable
        from credit_balances b join k on k.kind = b.object_kind and k.id = b.object_id
          left join w on w.object_kind = b.object_kind and w.object_id = b.object_id
        order by b.object_kind, b.object_id`,
  )
}

/** How many of the balances there are; they are held from now on. */
async function holdBalances(req: PayloadRequest, keys: string): Promise<number> {
  const held = await query(
    req,
    sql`select 1 from credit_balances b
        where (b.object_kind, b.object_id) in (
          select k.kind, k.id from jsonb_to_recordset(${keys}::jsonb) as k(kind text, id int))
        order by b.object_kind, b.object_id for update`,
  )
  return held.length
}

/** A credit object with its terms and its balance. */
export type CreditStanding = CreditTerms & Omit<CreditBalanceRow, 'kind' | 'id'>

/**
 * Terms and balances of credit objects. Only of those with a limit to keep is the balance locked and exact: nobody waits for the balance of
 * a department that nobody controls.
 */
export async function lockWatchedCredit({
  req,
  objects,
  date,
}: {
  req: PayloadRequest
  objects: readonly CreditObject[]
  date: string
}): Promise<CreditStanding[]> {
  if (objects.length === 0) return []
  const found = await query<CreditStanding & { watched: boolean; unsettled: boolean; waited: boolean }>(
    req,
    sql`with t as materialized (${termsOf(objects, date)}),
        w as materialized (select t.*, t.control and t."limit" is not null and t.hold <> 'noCheck' as watched from t),
        held as materialized (
          select b.*, b.xmin as written from credit_balances b join w on b.object_kind = w.kind and b.object_id = w.id where w.watched
          order by b.object_kind, b.object_id for update of b),
        d as (
          select object_kind, object_id, sum(orders) as orders, sum(deliveries) as deliveries, sum(unaudited_invoices) as unaudited_invoices,
            sum(receivable) as receivable
          from credit_deltas where (object_kind, object_id) in (select kind, id from t) group by 1, 2)
        select w.kind, w.id, w.name, w.control, w."limit", w."limitUntil", w.hold, w."controlPeriod", w.days, w.grade, w.watched,
          w.watched and (h.object_id is null or d.object_id is not null) as unsettled, w.watched and h.written is distinct from b.xmin as waited,
          coalesce(h.orders, b.orders, 0) + coalesce(d.orders, 0) as orders,
          coalesce(h.deliveries, b.deliveries, 0) + coalesce(d.deliveries, 0) as deliveries,
          coalesce(h.unaudited_invoices, b.unaudited_invoices, 0) + coalesce(d.unaudited_invoices, 0) as "unauditedInvoices",
          coalesce(h.receivable, b.receivable, 0) + coalesce(d.receivable, 0) as receivable
        from w left join held h on h.object_kind = w.kind and h.object_id = w.id
          left join credit_balances b on b.object_kind = w.kind and b.object_id = w.id
          left join d on d.object_kind = w.kind and d.object_id = w.id
        order by w.kind, w.id`,
  )
  const refOf = ({ kind, id }: CreditObject): CreditObject => ({ kind, id })
  const settled = await lockCreditObjects({ req, objects: found.filter(({ unsettled }) => unsettled).map(refOf) })
  // a limit may have been approved while its balance was waited for: the row that is held is then not the one the statement began with
  const isNew = found.some(({ unsettled, waited }) => unsettled || waited)
  const terms = isNew ? await creditTerms(req, found.filter(({ watched }) => watched).map(refOf), date) : []
  return found.map(({ watched: _watched, unsettled: _unsettled, waited: _waited, ...standing }) => {
    const same = ({ kind, id }: CreditObject): boolean => kind === standing.kind && id === standing.id
    return { ...standing, ...settled.find(same), ...terms.find(same) }
  })
}

export type StockKey = { item: number; warehouse: number | null; batchNo: string }

/**
 * Locks the items of the given stock keys. One lock per item covers its warehouses and batches: an order without a
 * warehouse competes with every warehouse, so finer locks would have to be taken all at once anyway.
 */
export async function lockStock({ req, keys }: { req: PayloadRequest; keys: readonly StockKey[] }): Promise<void> {
  if (keys.length === 0) return
  const rows = asJson(keys)
  if (await lockItems(req, rows)) return
  await query(
    req,
    sql`with k as (
          select distinct item, coalesce(warehouse, 0) as warehouse, "batchNo" as batch
          from jsonb_to_recordset(${rows}::jsonb) as k(item int, warehouse int, "batchNo" text)),
        t as (
          insert into stock_totals (item_id, warehouse_id)
          select item, warehouse from (select item, warehouse from k union select item, 0 from k) w
          where not exists (select 1 from stock_totals s where s.item_id = w.item and s.warehouse_id = w.warehouse)
          order by item, warehouse on conflict do nothing)
        insert into stock_balances (item_id, warehouse_id, batch_no, created_at, updated_at)
        select item, nullif(warehouse, 0), batch, now(), now() from k
        where not exists (select 1 from stock_balances b
          where b.item_id = k.item and coalesce(b.warehouse_id, 0) = k.warehouse and b.batch_no = k.batch)
        order by item, warehouse, batch on conflict do nothing`,
  )
  await lockItems(req, rows)
}

/**
 * Locks the items of the keys, ids ascending. False when a key has no row of its own yet: goods of an item that never lay in that
 * warehouse or batch.
 */
async function lockItems(req: PayloadRequest, rows: string): Promise<boolean> {
  const [known] = await query<{ complete: boolean }>(
    req,
    sql`with k as (
          select distinct item, coalesce(warehouse, 0) as warehouse, "batchNo" as batch
          from jsonb_to_recordset(${rows}::jsonb) as k(item int, warehouse int, "batchNo" text)),
        locked as (
          select item_id from stock_totals where warehouse_id = 0 and item_id in (select item from k) order by item_id for update)
        select (select count(*) from locked) = (select count(distinct item) from k)
          and not exists (select 1 from k where not exists (select 1 from stock_totals t where t.item_id = k.item and t.warehouse_id = k.warehouse)
            or not exists (select 1 from stock_balances b
              where b.item_id = k.item and coalesce(b.warehouse_id, 0) = k.warehouse and b.batch_no = k.batch)) as complete`,
  )
  return known?.complete ?? false
}

/** One writer per scope of a price policy row until the end of the transaction; outside one there is nothing to hold. */
export async function lockScope(req: PayloadRequest, key: string): Promise<void> {
  if (await req.transactionID) await query(req, sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
}

/** The same for many scopes at once, in one order, so that two writers of overlapping price lists do not wait for one another. */
export async function lockScopes(req: PayloadRequest, keys: readonly string[]): Promise<void> {
  const rows = asJson([...new Set(keys)].sort().map((key) => ({ key })))
  await query(
    req,
    sql`select pg_advisory_xact_lock(k.hash) from (
          select distinct hashtextextended(key, 0) as hash from jsonb_to_recordset(${rows}::jsonb) as k(key text) order by 1) k`,
  )
}

/** Next number of a series on a day; gap-free because the row stays locked until the document is committed. */
export async function nextInSeries({ req, series, day }: { req: PayloadRequest; series: string; day: string }): Promise<number> {
  const [row] = await query<{ last: number }>(
    req,
    sql`insert into number_series (series, day, last) values (${series}, ${day}, 1)
        on conflict (series, day) do update set last = number_series.last + 1 returning last`,
  )
  if (!row) throw new Error(`Number series ${series} gave no number`)
  return row.last
}
