import type { PayloadRequest } from 'payload'

import { asJson, query, sql } from '../query'

export type AvailabilityQuery = {
  items?: readonly number[] | null
  warehouse?: number | null
  batchNo?: string | null
  warehouses?: readonly number[] | null
}

export type AvailabilityRow = {
  item: number
  itemCode: string
  itemName: string
  unit: string
  warehouse: number | null
  warehouseCode: string | null
  batchNo: string | null
  onHand: number
  frozen: number
  reserved: number
  expectedIn: number
  /** of that, by kind; the rest is expected from work orders */
  expectedTransfers: number
  expectedInspection: number
  available: number
}

/**
 * On-hand query (现存量查询): one row per item, warehouse and batch that holds or promises anything. A row without warehouse holds
 * what orders without a warehouse have reserved. Available = on hand − frozen − reserved, plus what is expected of the kinds that settings count.
 */
export async function availabilityRows(
  req: PayloadRequest,
  { items, warehouse, batchNo, warehouses }: AvailabilityQuery,
  counts: { expectedWorkOrders: boolean; expectedTransfers: boolean; expectedInspection: boolean },
): Promise<AvailabilityRow[]> {
  const wanted = items ? asJson(items.map((id) => ({ id }))) : null
  const limited = warehouses ? asJson(warehouses.map((id) => ({ id }))) : null
  return query<AvailabilityRow>(
    req,
    sql`select b.item_id as item, i.code as "itemCode", i.name as "itemName", i.unit, b.warehouse_id as warehouse, w.code as "warehouseCode",
          nullif(b.batch_no, '') as "batchNo", b.on_hand::float8 as "onHand", b.frozen::float8 as frozen, b.reserved::float8 as reserved,
          b.expected_in::float8 as "expectedIn",
          b.expected_transfers::float8 as "expectedTransfers", b.expected_inspection::float8 as "expectedInspection",
          (b.on_hand - b.frozen - b.reserved + case when ${counts.expectedWorkOrders} then b.expected_in - b.expected_transfers - b.expected_inspection else 0 end
            + case when ${counts.expectedTransfers} then b.expected_transfers else 0 end
            + case when ${counts.expectedInspection} then b.expected_inspection else 0 end)::float8 as available
        from stock_balances b join items i on i.id = b.item_id left join warehouses w on w.id = b.warehouse_id
        where (${wanted}::jsonb is null or b.item_id in (select k.id from jsonb_to_recordset(${wanted}::jsonb) as k(id int)))
          and (${warehouse ?? null}::int is null or b.warehouse_id = ${warehouse ?? null}::int)
          and (${batchNo ?? null}::text is null or b.batch_no = ${batchNo ?? null}::text)
          and (${limited}::jsonb is null or b.warehouse_id in (select k.id from jsonb_to_recordset(${limited}::jsonb) as k(id int)))
        order by i.code, w.code nulls last, b.batch_no limit 5000`,
  )
}
