import type { PayloadRequest } from 'payload'

import { asJson, query, sql } from '../query'

/** One entry of goods on hand since the mark of its item, in the order of the books; figures are decimal strings. */
export type CostEntry = {
  id: string
  item: number
  slug: string
  document: number
  line: string
  warehouse: number
  batchNo: string
  qty: string
  value: string
  /** entries of one posting have one cause and one version of it */
  cause: string
  /** the delivery line that goods came back from */
  origin: string | null
  /** whether something of it was or is open or unknown */
  uncovered: boolean
  /** whether a cost was looked for when they went out, or came in without one; and the one that was known */
  looked: boolean
  cost: string | null
}

export type CostStart = { item: number; warehouse: number; qty: string; value: string }

const wanted = (items: readonly number[]): string => asJson(items.map((id) => ({ id })))

/** Everything that moved or corrected goods of these items since their mark. */
export const costEntries = (req: PayloadRequest, items: readonly number[]): Promise<CostEntry[]> =>
  query<CostEntry>(
    req,
    sql`select e.id::text as id, e.item_id as item, e.source_slug as slug, e.source_id::int as document, e.source_line as line, e.warehouse_id as warehouse,
          e.batch_no as "batchNo", e.qty::text as qty, e.value::text as value, concat_ws('/', e.cause_slug, e.cause_id, e.source_version) as cause,
          r.delivery_line as origin, u.item_id is not null as uncovered, coalesce(u.looked, false) as looked, u.cost::text as cost
        from stock_cost_marks m join stock_entries e on e.item_id = m.item_id and e.id > m.since and e.account = 'onHand'
          left join returns_lines r on e.source_slug = 'returns' and r.id = e.source_line
          left join stock_uncovered u on u.source_line = e.source_line and u.warehouse_id = e.warehouse_id and u.batch_no = e.batch_no
        where m.item_id in (select k.id from jsonb_to_recordset(${wanted(items)}::jsonb) as k(id int))
        order by e.item_id, e.id`,
  )

/** What lay in each warehouse at the mark of these items, and what it was worth. */
export const costStarts = (req: PayloadRequest, items: readonly number[]): Promise<CostStart[]> =>
  query<CostStart>(
    req,
    sql`select e.item_id as item, e.warehouse_id as warehouse, sum(e.qty)::text as qty, sum(e.value)::text as value
        from stock_cost_marks m join stock_entries e on e.item_id = m.item_id and e.id <= m.since and e.account = 'onHand'
        where m.item_id in (select k.id from jsonb_to_recordset(${wanted(items)}::jsonb) as k(id int)) group by 1, 2`,
  )

/** Items whose costs follow from their history, and how their averages are kept. */
export const markedItems = (req: PayloadRequest): Promise<Array<{ item: number; code: string; perWarehouse: boolean }>> =>
  query(
    req,
    sql`select m.item_id as item, i.code, m.per_warehouse as "perWarehouse" from stock_cost_marks m join items i on i.id = m.item_id order by 1`,
  )

/** What goods that are still to come in will cost, by their newest draft receipt, per stock unit. Items nobody expects are absent. */
export async function expectedCosts(req: PayloadRequest, items: readonly number[]): Promise<Map<number, string>> {
  if (items.length === 0) return new Map()
  const rows = await query<{ item: number; cost: string }>(
    req,
    sql`select distinct on (l.item_id) l.item_id as item, round(l.cost * l.qty / l.stock_qty, 6)::text as cost
        from stock_receipts_lines l join stock_receipts h on h.id = l._parent_id and h.status::text = 'draft'
        where l.cost > 0 and l.stock_qty > 0 and l.item_id in (select k.id from jsonb_to_recordset(${wanted(items)}::jsonb) as k(id int))
        order by l.item_id, h.id desc, l._order desc`,
  )
  return new Map(rows.map(({ item, cost }) => [item, cost]))
}
