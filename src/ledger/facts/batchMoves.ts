import type { PayloadRequest } from 'payload'

import { asJson, query, sql } from '../query'

export type BatchMove = {
  item: number
  itemCode: string
  itemName: string
  warehouse: number
  warehouseCode: string
  slug: string
  id: number
  no: string | null
  date: string
  /** signed, in stock unit: + came in, − left */
  qty: number
  customer: number | null
  customerCode: string | null
  customerName: string | null
}

/**
 * Everything that happened to a batch, document by document: where it came from, where it lies, which deliveries and customers it went
 * to, what came back. What was undone is left out. Limited to the given warehouses.
 */
export async function batchMoves(
  req: PayloadRequest,
  { batchNo, item, warehouses }: { batchNo: string; item: number | null; warehouses: readonly number[] | null },
): Promise<BatchMove[]> {
  const limited = warehouses ? asJson(warehouses.map((id) => ({ id }))) : null
  return query<BatchMove>(
    req,
    sql`with m as (
      select item_id, warehouse_id, source_slug, source_id, min(business_date) as date, sum(qty) as qty from stock_entries
      where batch_no = ${batchNo} and batch_no <> '' and account = 'onHand' and (${item}::int is null or item_id = ${item}::int)
        and (${limited}::jsonb is null or warehouse_id in (select k.id from jsonb_to_recordset(${limited}::jsonb) as k(id int)))
      group by 1, 2, 3, 4 having sum(qty) <> 0)
    select m.item_id as item, i.code as "itemCode", i.name as "itemName", m.warehouse_id as warehouse, w.code as "warehouseCode",
      m.source_slug as slug, m.source_id::int as id, coalesce(v.no, r.no, sr.no, si.no, st.no, sc.no) as no, to_char(m.date, 'YYYY-MM-DD') as date,
      m.qty::float8 as qty, c.id as customer, c.code as "customerCode", c.name as "customerName"
    from m join items i on i.id = m.item_id join warehouses w on w.id = m.warehouse_id
    left join deliveries v on m.source_slug = 'deliveries' and v.id = m.source_id
    left join returns r on m.source_slug = 'returns' and r.id = m.source_id
    left join stock_receipts sr on m.source_slug = 'stock-receipts' and sr.id = m.source_id
    left join stock_issues si on m.source_slug = 'stock-issues' and si.id = m.source_id
    left join stock_transfers st on m.source_slug = 'stock-transfers' and st.id = m.source_id
    left join stock_counts sc on m.source_slug = 'stock-counts' and sc.id = m.source_id
    left join customers c on c.id = coalesce(v.customer_id, r.customer_id)
    order by m.date, m.source_slug, m.source_id, m.item_id limit 5000`,
  )
}
