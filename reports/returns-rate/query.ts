import { sumsNow } from '@/src/ledger/sums/sumsOf'

import { documentsWanted, goodsWanted } from '../kit/documents'
import { documentKey, type GroupName, groupSql } from '../kit/groups'
import { statementValues } from '../kit/sql'
import type { Scope, Statement } from '../kit/statement'
import type { Belonging, Goods, Period, Whose } from '../kit/usualParams'

export type ReturnsParams = Period & Whose & Belonging & Goods & { by: GroupName }

export const sums = ['shipped', 'returned', 'shippedAmount', 'refunded', 'replaced', 'returns'] as const

/**
 * Goods shipped and goods that came back in the same days, by quantity (stock unit) and net value in base currency; returns count on their own day, replaced
 * goods beside refunded ones, price-only notes bring no goods. People limited to warehouses see theirs. Control: quantity of the issued delivery lines.
 */
export function returnsQuery({
  params,
  scope,
  warehouses,
  limit,
}: {
  params: ReturnsParams
  scope: Scope
  warehouses: readonly number[] | null
  limit?: number
}): Statement {
  const { values, $ } = statementValues()
  const group = groupSql(params.by, ['deliveries', 'returns'])
  const document = (slug: string, id: string): string => `${params.by === 'document' ? documentKey(slug, id) : 'null::text'} as document`
  const item = [
    ...goodsWanted({ ...params, $, of: 'l' }),
    ...(warehouses === null ? [] : [`l.warehouse_id = any(${$(warehouses)}::int[])`]),
  ]
  const wanted = (of: string): string =>
    [...documentsWanted({ ...params, scope, $, of }), ...item].map((condition) => ` and ${condition}`).join('')
  const text = `
with shipped as not materialized (
  select d.date, d.customer_id, d.salesperson_id, d.department_id, d.region, d.channel, ${document('deliveries', 'd.delivery_id')}, l.item_id, l.quantity as qty, l.net as amount
  from ${sumsNow('delivery_line_sums')} d cross join lateral (select d.item_id, d.warehouse_id, d.quantity, d.net) l where true${wanted('d')}
),
returned as (
  select r.date, r.customer_id, r.salesperson_id, r.department_id, r.region, r.channel, ${document('returns', 'r.id')}, l.item_id, l.stock_qty as qty, r.kind::text as kind, l.base_net as amount, r.id
  from returns r join returns_lines l on l._parent_id = r.id where r.status::text in ('received', 'inspected') and r.kind::text <> 'priceOnly'${wanted('r')}
),
grouped as (
  select key, sum(shipped) as shipped, sum(returned) as returned, sum("shippedAmount") as "shippedAmount", sum(refunded) as refunded, sum(replaced) as replaced, sum(returns) as returns
  from (
    select ${group.key} as key, sum(f.qty) as shipped, 0 as returned, sum(f.amount) as "shippedAmount", 0 as refunded, 0 as replaced, 0 as returns from shipped f ${group.join} group by 1
    union all
    select ${group.key}, 0, sum(f.qty), 0, coalesce(sum(f.amount) filter (where f.kind = 'refund'), 0), coalesce(sum(f.amount) filter (where f.kind = 'replace'), 0), count(distinct f.id)
    from returned f ${group.join} group by 1
  ) parts group by 1
),
totals as (select count(*) as "_rows", (select count(distinct id) from returned) as "total_returns",
  ${sums
    .filter((name) => name !== 'returns')
    .map((name) => `sum("${name}") as "total_${name}"`)
    .join(', ')} from grouped),
control as (
  select coalesce(sum(l.stock_qty), 0) as qty from deliveries d join deliveries_lines l on l._parent_id = d.id where d.status::text = 'issued'${wanted('d')})
select g.key, ${group.names}, ${sums.map((name) => `g."${name}"`).join(', ')}, t.*, k.qty as "_expected", 0 as "_tolerance"
from totals t cross join control k left join grouped g on true ${group.named}
order by ${group.order('g.returned')}${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
