import type { PayloadRequest } from 'payload'

import type { FeatureTemplate } from '@/src/domain/samples/features'

import { asJson, query, sql } from '../query'

/** The features a category asks for: its own and those of the categories above, the nearest one's word counting. */
export async function featureTemplate(req: PayloadRequest, category: number | null): Promise<FeatureTemplate[]> {
  if (category === null) return []
  return query<FeatureTemplate>(
    req,
    sql`with recursive path as (
        select id, parent_id, 1 as depth from item_categories where id = ${category}
        union all select c.id, c.parent_id, p.depth + 1 from path p join item_categories c on c.id = p.parent_id where p.depth < 20),
      nearest as (
        select distinct on (f.key) f.*, p.depth from path p join item_categories_features f on f._parent_id = p.id order by f.key, p.depth)
      select key, name, type::text as type, unit, tolerance::float8 as tolerance, options, coalesce(required, false) as required
      from nearest order by depth desc, _order`,
  )
}

export type SampleOfItem = {
  item: number
  code: string
  sample: number | null
  no: string | null
  status: string | null
  waiver: string | null
}

/** The sample items among these, with the sample each belongs to. */
export async function samplesOfItems(req: PayloadRequest, items: readonly number[]): Promise<Map<number, SampleOfItem>> {
  if (items.length === 0) return new Map()
  const rows = await query<SampleOfItem>(
    req,
    sql`select i.id as item, i.code, s.id as sample, s.no, s.status::text as status, s.waiver
        from items i left join samples s on s.item_id = i.id
        where i.kind::text = 'sample' and i.id in (select k.id from jsonb_to_recordset(${asJson(items.map((id) => ({ id })))}::jsonb) as k(id int))`,
  )
  return new Map(rows.map((row) => [row.item, row]))
}

export type Produced = { orderLine: string; workOrder: string; completed: string; taken: string }

/**
 * Order lines that are produced to order: what their work order has completed and what other deliveries than `except` have taken, in
 * stock unit. Lines without a work order are absent.
 */
export async function producedFor(req: PayloadRequest, orderLines: readonly string[], except: number): Promise<Map<string, Produced>> {
  if (orderLines.length === 0) return new Map()
  const rows = await query<Produced>(
    req,
    sql`select w.order_line as "orderLine", string_agg(w.no, ', ' order by w.id) as "workOrder", sum(w.completed)::text as completed,
          (select coalesce(sum(l.stock_qty), 0)::text from deliveries_lines l join deliveries v on v.id = l._parent_id
            where l.order_line = w.order_line and v.status::text <> 'cancelled' and v.id <> ${except}) as taken
        from sample_work_orders w
        where (w.status::text <> 'cancelled' or w.completed > 0)
          and w.order_line in (select k.id from jsonb_to_recordset(${asJson(orderLines.map((id) => ({ id })))}::jsonb) as k(id text))
        group by w.order_line`,
  )
  return new Map(rows.map((row) => [row.orderLine, row]))
}

/** Open or running work orders of these order lines: a line never gets a second one. */
export async function workOrdersOf(
  req: PayloadRequest,
  orderLines: readonly string[],
): Promise<Array<{ id: number; no: string; orderLine: string; status: string }>> {
  if (orderLines.length === 0) return []
  return query(
    req,
    sql`select id, no, order_line as "orderLine", status::text as status from sample_work_orders
        where status::text <> 'cancelled' and order_line in (select k.id from jsonb_to_recordset(${asJson(orderLines.map((id) => ({ id })))}::jsonb) as k(id text))`,
  )
}

export type WorkOrderOfOrder = {
  id: number
  no: string
  orderLine: string | null
  status: 'open' | 'inWork' | 'completed' | 'cancelled'
  qty: string
  completed: string
}

/** The work orders of an order that still name a line of it, newest first. */
export const workOrdersOfOrder = (req: PayloadRequest, order: number): Promise<WorkOrderOfOrder[]> =>
  query(
    req,
    sql`select id, no, order_line as "orderLine", status::text as status, qty::text as qty, completed::text as completed
        from sample_work_orders where order_id = ${order} and order_line is not null order by id desc`,
  )

/** The active sample warehouse that holds most of each item; where none holds any, the first sample warehouse. */
export async function sampleWarehouses(req: PayloadRequest, items: readonly number[]): Promise<Map<number, number>> {
  if (items.length === 0) return new Map()
  const rows = await query<{ item: number; warehouse: number }>(
    req,
    sql`select distinct on (k.id) k.id as item, w.id as warehouse
        from jsonb_to_recordset(${asJson(items.map((id) => ({ id })))}::jsonb) as k(id int)
        cross join warehouses w left join stock_balances b on b.item_id = k.id and b.warehouse_id = w.id
        where w.kind::text = 'sample' and coalesce(w.active, true)
        order by k.id, coalesce(b.on_hand, 0) - coalesce(b.reserved, 0) - coalesce(b.frozen, 0) desc, w.id`,
  )
  return new Map(rows.map(({ item, warehouse }) => [item, warehouse]))
}

/** The last round of a sample and the open one. Read under the lock of the sample. */
export async function roundsOf(req: PayloadRequest, sample: number): Promise<{ last: number; open: { id: number; round: number } | null }> {
  const rows = await query<{ id: number; round: number; status: string }>(
    req,
    sql`select id, round::int as round, status::text as status from feedback_rounds where sample_id = ${sample} order by round`,
  )
  const open = rows.find(({ status }) => status === 'awaiting')
  return { last: rows.at(-1)?.round ?? 0, open: open ? { id: open.id, round: open.round } : null }
}

/** The measurements made for a sample by its work orders, latest first; the newest value of a feature counts. */
export async function measuredFor(req: PayloadRequest, sample: number): Promise<Map<string, string>> {
  const rows = await query<{ feature: string; measured: string }>(
    req,
    sql`select distinct on (m.feature) m.feature, m.measured from sample_work_orders w join sample_work_orders_measurements m on m._parent_id = w.id
        where w.sample_id = ${sample} and coalesce(m.measured, '') <> '' order by m.feature, w.id desc, m._order desc`,
  )
  return new Map(rows.map(({ feature, measured }) => [feature, measured]))
}
