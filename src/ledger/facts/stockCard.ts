import type { PayloadRequest } from 'payload'

import { asJson, query, sql } from '../query'

export type StockKeyAsk = {
  item: number
  warehouse: number | null
  /** '' = goods without batch; null = all */
  batchNo: string | null
  warehouses: readonly number[] | null
}

export type CardRow = {
  id: number
  date: string
  slug: string
  document: number
  warehouse: number
  warehouseCode: string
  batchNo: string | null
  /** signed, in stock units */
  qty: number
  value: number
  /** what was there after this entry, of the warehouse and batch asked for */
  balance: number
}
export type StockCard = { opening: number; received: number; issued: number; closing: number; rowCount: number; rows: CardRow[] }

const within = (warehouses: readonly number[] | null): string | null => (warehouses ? asJson(warehouses.map((id) => ({ id }))) : null)

/**
 * Stock card: what moved an item, latest first, with the balance after each entry. `corrections` = entries of value alone too. One statement;
 * `closing` = opening + received − issued, in stock units.
 */
export async function stockCard(
  req: PayloadRequest,
  {
    item,
    warehouse,
    batchNo,
    warehouses,
    from,
    to,
    corrections,
    page,
    limit,
  }: StockKeyAsk & { from: string | null; to: string | null; corrections: boolean; page: number; limit: number },
): Promise<StockCard> {
  const limited = within(warehouses)
  const [card] = await query<Omit<StockCard, 'rows'> & { rows: CardRow[] | null }>(
    req,
    sql`with entries as materialized (
      select e.id, e.business_date, e.source_slug, e.source_id::int as source_id, e.warehouse_id, e.batch_no, e.qty, e.value,
        sum(e.qty) over (order by e.business_date, e.id) as balance
      from stock_entries e
      where e.account = 'onHand' and e.item_id = ${item}::int and (${warehouse}::int is null or e.warehouse_id = ${warehouse}::int)
        and (${batchNo}::text is null or e.batch_no = ${batchNo}::text) and (${to}::date is null or e.business_date <= ${to}::date)
        and (${limited}::jsonb is null or e.warehouse_id in (select k.id from jsonb_to_recordset(${limited}::jsonb) as k(id int)))),
    period as (select * from entries where (${from}::date is null or business_date >= ${from}::date) and (qty <> 0 or (${corrections} and value <> 0))),
    shown as (
      select p.id, to_char(p.business_date, 'YYYY-MM-DD') as date, p.source_slug as slug, p.source_id as document, p.warehouse_id as warehouse,
        w.code as "warehouseCode", nullif(p.batch_no, '') as "batchNo", p.qty, p.value, p.balance
      from period p left join warehouses w on w.id = p.warehouse_id
      order by p.business_date desc, p.id desc limit ${limit}::int offset ${(page - 1) * limit}::int)
    select (select coalesce(sum(qty), 0)::float8 from entries where business_date < coalesce(${from}::date, '0001-01-01'::date)) as opening,
      coalesce(sum(qty) filter (where qty > 0), 0)::float8 as received, coalesce(-sum(qty) filter (where qty < 0), 0)::float8 as issued,
      (select coalesce(sum(qty), 0)::float8 from entries) as closing, count(*)::int as "rowCount",
      (select json_agg(to_json(s) order by s.date desc, s.id desc) from shown s) as rows
    from period`,
  )
  return { ...(card as Omit<StockCard, 'rows'>), rows: card?.rows ?? [] }
}

export type HoldingRow = {
  account: 'reserved' | 'frozen' | 'expectedIn' | 'expectedTransfers' | 'expectedInspection'
  slug: string
  document: number
  warehouse: number | null
  warehouseCode: string | null
  batchNo: string | null
  due: string | null
  qty: number
}

/** Who holds what: the documents behind what is reserved, frozen and expected of an item; each figure of the balance is the sum of its rows. */
export async function stockHoldings(req: PayloadRequest, { item, warehouse, batchNo, warehouses }: StockKeyAsk): Promise<HoldingRow[]> {
  const limited = within(warehouses)
  return query<HoldingRow>(
    req,
    sql`select e.account, e.source_slug as slug, e.source_id::int as document, e.warehouse_id as warehouse, w.code as "warehouseCode",
      nullif(e.batch_no, '') as "batchNo", to_char(e.due_date, 'YYYY-MM-DD') as due, sum(e.qty)::float8 as qty
    from stock_entries e left join warehouses w on w.id = e.warehouse_id
    where e.account <> 'onHand' and e.item_id = ${item}::int and (${warehouse}::int is null or e.warehouse_id = ${warehouse}::int)
      and (${batchNo}::text is null or e.batch_no = ${batchNo}::text)
      and (${limited}::jsonb is null or e.warehouse_id in (select k.id from jsonb_to_recordset(${limited}::jsonb) as k(id int)))
    group by e.account, e.source_slug, e.source_id, e.warehouse_id, w.code, e.batch_no, e.due_date having sum(e.qty) <> 0
    order by e.account desc, e.due_date nulls first, e.source_slug, e.source_id`,
  )
}
