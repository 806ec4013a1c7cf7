import type { PayloadRequest } from 'payload'

import type { StockKey } from '../locks'
import { rememberedRows, rememberRows } from '../masterMemo'
import { asJson, query, sql } from '../query'

export type StockFigures = {
  onHand: string
  frozen: string
  reserved: string
  expectedIn: string
  expectedTransfers: string
  expectedInspection: string
}

export type StockLevel = 'item' | 'warehouse' | 'batch'

/** One figure per level and key: `item` = all goods warehouses, `warehouse` = all its batches, `batch` = one batch ('' = goods without). */
export type StockLevelRow = StockFigures & { level: StockLevel; item: number; warehouse: number; batchNo: string }

/** Balances of all levels the given keys touch, in one query. Read after `lockStock`. */
export async function stockLevels(req: PayloadRequest, keys: readonly StockKey[]): Promise<StockLevelRow[]> {
  if (keys.length === 0) return []
  return query<StockLevelRow>(
    req,
    sql`with k as (select distinct item, coalesce(warehouse, 0) as warehouse, "batchNo" as batch
                   from jsonb_to_recordset(${asJson(keys)}::jsonb) as k(item int, warehouse int, "batchNo" text))
    select case when t.warehouse_id = 0 then 'item' else 'warehouse' end as level, t.item_id as item, t.warehouse_id as warehouse, '' as "batchNo",
      t.on_hand as "onHand", t.frozen, t.reserved, t.expected_in as "expectedIn",
      t.expected_transfers as "expectedTransfers", t.expected_inspection as "expectedInspection"
    from stock_totals t where exists (select 1 from k where k.item = t.item_id and (t.warehouse_id = 0 or t.warehouse_id = k.warehouse))
    union all
    select 'batch', b.item_id, b.warehouse_id, b.batch_no, b.on_hand, b.frozen, b.reserved, b.expected_in, b.expected_transfers, b.expected_inspection
    from stock_balances b join k on k.item = b.item_id and k.warehouse = coalesce(b.warehouse_id, 0) and k.batch = b.batch_no`,
  )
}

export type WarehouseFacts = { id: number; code: string; name: string; kind: 'goods' | 'sample' | 'return' | 'quarantine'; active: boolean }

/** All warehouses; there are few. Read once per transaction. */
export async function warehouseFacts(req: PayloadRequest): Promise<Map<number, WarehouseFacts>> {
  const read = async (): Promise<Map<'all', { found: Map<number, WarehouseFacts> }>> =>
    new Map([['all', { found: await readWarehouses(req) }]])
  return new Map((await rememberedRows({ req, kind: 'warehouses', keys: ['all'] as const, read })).get('all')?.found)
}

/** Warehouses that were read with something else are not read again in this transaction. */
export const rememberWarehouses = (req: PayloadRequest, rows: readonly WarehouseFacts[]): Promise<void> =>
  rememberRows(req, 'warehouses', new Map([['all', { found: new Map(rows.map((row) => [row.id, row])) }]]))

async function readWarehouses(req: PayloadRequest): Promise<Map<number, WarehouseFacts>> {
  const rows = await query<WarehouseFacts>(
    req,
    sql`select id, code, name, kind::text as kind, coalesce(active, true) as active from warehouses`,
  )
  return new Map(rows.map((row) => [row.id, row]))
}
