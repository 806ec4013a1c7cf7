import type { PayloadRequest } from 'payload'

import { asJson, query, sql } from '../query'

export type DatedRow = {
  item: number
  warehouse: number | null
  batchNo: string
  account: 'reserved' | 'expectedIn' | 'expectedTransfers' | 'expectedInspection'
  /** 'YYYY-MM-DD'; null = at once */
  due: string | null
  qty: string
}

/** What is still to go and to come of items, by key, kind and day. One query, whatever the number of items. */
export async function datedStock(req: PayloadRequest, items: readonly number[]): Promise<DatedRow[]> {
  if (items.length === 0) return []
  return query<DatedRow>(
    req,
    sql`select item_id as item, warehouse_id as warehouse, batch_no as "batchNo", account, to_char(due_date, 'YYYY-MM-DD') as due, sum(qty) as qty
        from stock_entries where account <> 'onHand' and account <> 'frozen'
          and item_id in (select k.id from jsonb_to_recordset(${asJson(items.map((id) => ({ id })))}::jsonb) as k(id int))
        group by 1, 2, 3, 4, 5 having sum(qty) <> 0 order by 1, 5 nulls first`,
  )
}

export type FreeStock = { item: number; warehouse: number; batchNo: string; free: string }

/** Where else goods of items are free: goods warehouses and their batches with anything available. */
export async function freeStock(req: PayloadRequest, items: readonly number[]): Promise<FreeStock[]> {
  if (items.length === 0) return []
  return query<FreeStock>(
    req,
    sql`select b.item_id as item, b.warehouse_id as warehouse, b.batch_no as "batchNo",
          least(b.available, t.on_hand - t.frozen - t.reserved, a.on_hand - a.frozen - a.reserved) as free
        from stock_balances b join warehouses w on w.id = b.warehouse_id and w.kind::text = 'goods' and coalesce(w.active, true)
        join stock_totals t on t.item_id = b.item_id and t.warehouse_id = b.warehouse_id
        join stock_totals a on a.item_id = b.item_id and a.warehouse_id = 0
        where b.item_id in (select k.id from jsonb_to_recordset(${asJson(items.map((id) => ({ id })))}::jsonb) as k(id int))
          and least(b.available, t.on_hand - t.frozen - t.reserved, a.on_hand - a.frozen - a.reserved) > 0
        order by 1, 2, 3 limit 500`,
  )
}
