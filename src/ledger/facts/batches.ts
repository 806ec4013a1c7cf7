import type { PayloadRequest } from 'payload'

import { asJson, query, sql } from '../query'

export type BatchRow = { item: number; warehouse: number; batchNo: string; onHand: string; free: string }

/**
 * Batches with goods on hand of items in warehouses, the one received first first; the row without batch has '' and comes last. When a batch came is looked
 * up by its key: `min` alone would be looked for along the days of the whole book, item by item.
 */
export async function batchesOnHand(req: PayloadRequest, keys: ReadonlyArray<{ item: number; warehouse: number }>): Promise<BatchRow[]> {
  if (keys.length === 0) return []
  return query<BatchRow>(
    req,
    sql`select b.item_id as item, b.warehouse_id as warehouse, b.batch_no as "batchNo", b.on_hand as "onHand", b.available as free from stock_balances b
        where b.on_hand > 0 and (b.item_id, b.warehouse_id) in (
          select k.item, k.warehouse from jsonb_to_recordset(${asJson(keys)}::jsonb) as k(item int, warehouse int))
        order by b.item_id, b.warehouse_id, case when b.batch_no <> '' then (
          select (array_agg(e.business_date order by e.business_date))[1] from stock_entries e
          where e.item_id = b.item_id and e.warehouse_id = b.warehouse_id and e.batch_no = b.batch_no and e.account = 'onHand' and e.qty > 0) end, b.id`,
  )
}
