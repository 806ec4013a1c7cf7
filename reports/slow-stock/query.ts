import { anywhere, statementValues } from '../kit/sql'
import type { Statement } from '../kit/statement'

export type SlowStockParams = {
  show: 'all' | 'slow' | 'reorder'
  days: number
  q: string | undefined
  category: number[]
  item: number[]
}

export const sums = ['onHand', 'available', 'expected', 'used', 'value', 'reorder'] as const

/**
 * What lies and what runs out. For every item with stock, need or use: what left the house in the last `days` days (issues less what came back), how long it has
 * lain, how long it lasts at that pace, and what to order so that available + expected stock covers the item's lead time at that pace. Samples, returns and quarantine do not count as stock to sell.
 * People limited to warehouses see theirs. Control: on hand as the entries say.
 */
export function slowStockQuery({
  params,
  warehouses,
  today,
  limit,
}: {
  params: SlowStockParams
  warehouses: readonly number[] | null
  today: string
  limit?: number
}): Statement {
  const { values, $, ids } = statementValues()
  const [day, days] = [`${$(today)}::date`, `${$(params.days)}::int`]
  const pattern = params.q ? $(anywhere(params.q)) : null
  const limited = warehouses === null ? '' : ` and b.warehouse_id = any(${$(warehouses)}::int[])`
  const wanted = [
    `i.kind::text = 'goods'`,
    ...ids('i.id', params.item),
    ...ids('i.category_id', params.category),
    ...(pattern ? [`(i.code ilike ${pattern} or i.name ilike ${pattern} or i.specification ilike ${pattern})`] : []),
  ].join(' and ')
  const shown = {
    all: 'true',
    slow: `"onHand" > 0 and (used <= 0 or "onHand" * ${days} > used * 365)`,
    reorder: 'reorder > 0',
  }[params.show]
  const text = `
with items_in as (select i.id, i.code, i.name, i.specification, i.unit, i.category_id, coalesce(i.lead_time_days, 0) as lead from items i where ${wanted}),
places as (select w.id from warehouses w where w.kind::text = 'goods'),
stock as (
  select b.item_id, sum(b.on_hand) as "onHand", sum(b.on_hand - b.frozen - b.reserved) as available, sum(b.expected_in) as expected, sum(b.value) as value
  from stock_balances b where (b.warehouse_id is null or b.warehouse_id in (select id from places))${limited} group by 1
),
moved as (
  select b.item_id, -coalesce(sum(b.qty) filter (where b.business_date > ${day} - ${days}), 0) as used, max(b.business_date) filter (where b.qty < 0) as last
  from stock_entries b where b.account = 'onHand' and b.source_slug in ('deliveries', 'returns', 'stock-issues', 'sample-work-orders') and b.business_date <= ${day}
    and b.warehouse_id in (select id from places)${limited} group by 1
),
came as (
  select b.item_id, max(b.business_date) filter (where b.qty > 0 and b.business_date <= ${day}) as last, sum(b.qty) as entered
  from stock_entries b where b.account = 'onHand' and b.warehouse_id in (select id from places)${limited} group by 1
),
figured as (
  select i.*, coalesce(s."onHand", 0) as "onHand", coalesce(s.available, 0) as available, coalesce(s.expected, 0) as expected, coalesce(s.value, 0) as value,
    greatest(0, coalesce(m.used, 0)) as used, m.last, a.last as arrived, a.entered,
    greatest(0, ceil(greatest(0, coalesce(m.used, 0)) * i.lead / ${days} - coalesce(s.available, 0) - coalesce(s.expected, 0))) as reorder
  from items_in i left join stock s on s.item_id = i.id left join moved m on m.item_id = i.id left join came a on a.item_id = i.id
  where s.item_id is not null and (s."onHand" <> 0 or s.available <> 0 or s.expected <> 0) or m.used <> 0
),
rows as (select * from figured where ${shown}),
totals as (select count(*) as "_rows", ${sums.map((name) => `sum("${name}") as "total_${name}"`).join(', ')} from rows),
control as (select coalesce(sum(entered), 0) as qty from rows)
select r.id as "itemId", r.code as "itemCode", r.name as item, r.specification, r.unit, c.name as category, r."onHand", r.available, r.expected, r.used, r.value, r.reorder, r.lead,
  to_char(r.last, 'YYYY-MM-DD') as last, to_char(r.arrived, 'YYYY-MM-DD') as arrived, ${day} - coalesce(r.last, r.arrived) as idle, case when r.used > 0 then r."onHand" * ${days} / r.used end as lasts,
  t.*, k.qty as "_expected", 0 as "_tolerance"
from totals t cross join control k left join rows r on true left join item_categories c on c.id = r.category_id
order by ${params.show === 'reorder' ? 'r.reorder desc, r.code' : 'r.value desc, r."onHand" desc, r.code'}${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
