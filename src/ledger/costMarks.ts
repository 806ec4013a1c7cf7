import type { PayloadRequest } from 'payload'

import { asJson, query, sql } from './query'

/**
 * Marks items from the last moment before the named lines began at which nothing was short: from there on their costs follow from the
 * history. With an average per warehouse that is the beginning. A mark only ever moves back.
 */
export async function markCosts(
  req: PayloadRequest,
  { items, lines, perWarehouse }: { items: readonly number[]; lines: readonly string[]; perWarehouse: boolean },
): Promise<void> {
  if (items.length === 0) return
  await query(
    req,
    sql`with k as (select id as item from jsonb_to_recordset(${asJson(items.map((id) => ({ id })))}::jsonb) as k(id int)),
    begun as (
      select e.item_id as item, min(e.id) as id from stock_entries e join k on k.item = e.item_id
      where e.account = 'onHand' and e.source_line in (select l.id from jsonb_to_recordset(${asJson(lines.map((id) => ({ id })))}::jsonb) as l(id text)) group by 1),
    run as (
      select e.item_id as item, e.id, sum(e.qty) over (partition by e.item_id order by e.id) as qty from stock_entries e join begun b on b.item = e.item_id
      where e.account = 'onHand' and e.id < b.id and not ${perWarehouse}),
    since as (select b.item, coalesce((select max(r.id) from run r where r.item = b.item and r.qty >= 0), 0) as id from begun b)
    insert into stock_cost_marks (item_id, since, per_warehouse) select item, id, ${perWarehouse} from since
    on conflict (item_id) do update set since = least(stock_cost_marks.since, excluded.since), per_warehouse = excluded.per_warehouse`,
  )
}

/** Which of these items had goods come in by one of these lines before their mark: undoing or correcting those reaches further back. */
export async function itemsBegunBefore(req: PayloadRequest, items: readonly number[], lines: readonly string[]): Promise<Set<number>> {
  const rows = await query<{ item: number }>(
    req,
    sql`select distinct e.item_id as item from stock_entries e join stock_cost_marks m on m.item_id = e.item_id and e.id <= m.since
        where e.account = 'onHand' and e.qty > 0
          and e.item_id in (select k.id from jsonb_to_recordset(${asJson(items.map((id) => ({ id })))}::jsonb) as k(id int))
          and e.source_line in (select l.id from jsonb_to_recordset(${asJson(lines.map((id) => ({ id })))}::jsonb) as l(id text))`,
  )
  return new Set(rows.map(({ item }) => item))
}

export type UncoveredRow = {
  item: number
  slug: string
  document: number
  line: string
  warehouse: number
  batchNo: string
  /** unit cost that was known; absent = stays what was noted first */
  cost?: string | null
  open: string
  unknown: boolean
}

/** Notes what went out uncovered or came in without a cost, and what has become of it since. */
export async function keepUncovered(req: PayloadRequest, rows: readonly UncoveredRow[]): Promise<void> {
  if (rows.length === 0) return
  const noted = asJson(rows.map((row) => ({ ...row, looked: row.cost !== undefined, cost: row.cost ?? null })))
  await query(
    req,
    sql`insert into stock_uncovered (item_id, source_slug, source_id, source_line, warehouse_id, batch_no, looked, cost, open, unknown)
        select item, slug, document, line, warehouse, "batchNo", looked, cost, open, unknown
        from jsonb_to_recordset(${noted}::jsonb) as r(item int, slug text, document int, line text, warehouse int, "batchNo" text, looked boolean, cost numeric,
          open numeric, unknown boolean)
        on conflict (source_line, warehouse_id, batch_no) do update set open = excluded.open, unknown = excluded.unknown,
          looked = stock_uncovered.looked or excluded.looked, cost = case when excluded.looked then excluded.cost else stock_uncovered.cost end`,
  )
}
