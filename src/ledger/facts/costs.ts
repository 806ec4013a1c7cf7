import type { PayloadRequest } from 'payload'

import { asJson, query, sql } from '../query'

export type WarehouseCost = { item: number; warehouse: number; qty: string; value: string }

/** Quantity and value of items per warehouse, for a moving average kept per item and warehouse. */
export async function warehouseCosts(req: PayloadRequest, items: readonly number[]): Promise<WarehouseCost[]> {
  if (items.length === 0) return []
  return query<WarehouseCost>(
    req,
    sql`select item_id as item, warehouse_id as warehouse, sum(on_hand) as qty, sum(value) as value from stock_balances
        where warehouse_id is not null
          and item_id in (select k.id from jsonb_to_recordset(${asJson(items.map((id) => ({ id })))}::jsonb) as k(id int)) group by 1, 2`,
  )
}

/** After a receipt was taken back: the latest cost is again that of the last receipt that stands (F4). */
export async function restoreLatestCosts(req: PayloadRequest, items: readonly number[]): Promise<void> {
  if (items.length === 0) return
  await query(
    req,
    sql`update item_costs c set latest = (
          select round((e.value + coalesce((select sum(k.value) from stock_entries k where k.source_slug = 'cost-corrections' and k.source_line = e.source_line
            and k.account = 'onHand'), 0)) / e.qty, 6) from stock_entries e
          where e.item_id = c.item_id and e.source_slug = 'stock-receipts' and e.account = 'onHand' and e.qty > 0 and e.value > 0
            and exists (select 1 from stock_receipts_lines l where l.id = e.source_line and l.cost is not null)
            and not exists (select 1 from stock_entries r where r.source_slug = e.source_slug and r.source_id = e.source_id
              and r.source_line = e.source_line and r.account = 'onHand' and r.qty < 0)
          order by e.id desc limit 1)
        where c.item_id in (select k.id from jsonb_to_recordset(${asJson(items.map((id) => ({ id })))}::jsonb) as k(id int))`,
  )
}
