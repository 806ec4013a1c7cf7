import type { PayloadRequest } from 'payload'

import { asJson, query, sql } from '../query'

export type OnHandAsk = {
  /** in code, name, specification or batch number */
  q: string | null
  item: number | null
  category: number | null
  warehouse: number | null
  batchNo: string | null
  /** the warehouses a person is limited to; null = not limited */
  warehouses: readonly number[] | null
  page: number
  limit: number
}

export type OnHandFigures = { onHand: number; frozen: number; reserved: number; expectedIn: number; available: number; value: number }
export type OnHandRow = OnHandFigures & {
  item: number
  itemCode: string
  itemName: string
  specification: string | null
  unit: string
  category: string | null
  warehouse: number | null
  warehouseCode: string | null
  warehouseName: string | null
  batchNo: string | null
}

const literal = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/**
 * One page of the on-hand query and the sums of all its rows, in one statement and so of one moment. Quantities in stock units,
 * value in base currency. Available counts what is expected of the kinds that settings name. A row without warehouse holds what orders
 * without one have reserved. Rows where nothing is held or promised are left out.
 */
export async function onHandPage(
  req: PayloadRequest,
  { q, item, category, warehouse, batchNo, warehouses, page, limit }: OnHandAsk,
  counts: { expectedWorkOrders: boolean; expectedTransfers: boolean; expectedInspection: boolean },
): Promise<{ rows: OnHandRow[]; totals: OnHandFigures; rowCount: number }> {
  const limited = warehouses ? asJson(warehouses.map((id) => ({ id }))) : null
  const pattern = q ? literal(q) : null
  const [answer] = await query<{ rows: OnHandRow[] | null; totals: OnHandFigures; rowCount: number }>(
    req,
    sql`with found as materialized (
      select b.item_id as item, i.code as "itemCode", i.name as "itemName", i.specification, i.unit, c.name as category, b.warehouse_id as warehouse,
        w.code as "warehouseCode", w.name as "warehouseName", nullif(b.batch_no, '') as "batchNo", b.on_hand as "onHand", b.frozen, b.reserved,
        b.expected_in as "expectedIn", b.value,
        b.on_hand - b.frozen - b.reserved
          + case when ${counts.expectedWorkOrders} then b.expected_in - b.expected_transfers - b.expected_inspection else 0 end
          + case when ${counts.expectedTransfers} then b.expected_transfers else 0 end
          + case when ${counts.expectedInspection} then b.expected_inspection else 0 end as available
      from stock_balances b join items i on i.id = b.item_id
      left join item_categories c on c.id = i.category_id left join warehouses w on w.id = b.warehouse_id
      where (b.on_hand <> 0 or b.frozen <> 0 or b.reserved <> 0 or b.expected_in <> 0)
        and (${item}::int is null or b.item_id = ${item}::int)
        and (${category}::int is null or i.category_id = ${category}::int)
        and (${warehouse}::int is null or b.warehouse_id = ${warehouse}::int)
        and (${batchNo}::text is null or b.batch_no = ${batchNo}::text)
        and (${pattern}::text is null or i.code ilike ${pattern}::text or i.name ilike ${pattern}::text
          or i.specification ilike ${pattern}::text or b.batch_no ilike ${pattern}::text)
        and (${limited}::jsonb is null or b.warehouse_id in (select k.id from jsonb_to_recordset(${limited}::jsonb) as k(id int)))),
    shown as (select * from found order by "itemCode", "warehouseCode" nulls last, "batchNo" nulls first
      limit ${limit}::int offset ${(page - 1) * limit}::int)
    select (select json_agg(to_json(s) order by s."itemCode", s."warehouseCode" nulls last, s."batchNo" nulls first) from shown s) as rows,
      count(*)::int as "rowCount",
      json_build_object('onHand', coalesce(sum("onHand"), 0), 'frozen', coalesce(sum(frozen), 0), 'reserved', coalesce(sum(reserved), 0),
        'expectedIn', coalesce(sum("expectedIn"), 0), 'available', coalesce(sum(available), 0), 'value', coalesce(sum(value), 0)) as totals
    from found`,
  )
  return { rows: answer?.rows ?? [], totals: answer?.totals as OnHandFigures, rowCount: answer?.rowCount ?? 0 }
}
