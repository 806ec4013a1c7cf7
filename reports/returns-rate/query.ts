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
with shipped as (
  select d.date, d.customer_id, d.salesperson_id, d.department_id, d.region, d.channel, ${document('deliveries', 'd.id')}, l.item_id, l.stock_qty as qty, l.base_net as amount
  from deliveries d join deliveries_lines l on l._parent_id = d.id where d.status::text = 'issued'${wanted('d')}
),
facts as (
  select date, customer_id, salesperson_id, department_id, region, channel, document, item_id, qty as shipped, 0 as returned, amount as "shippedAmount", 0 as refunded, 0 as replaced, null::int as return_id from shipped
  union all
  select r.date, r.customer_id, r.salesperson_id, r.department_id, r.region, r.channel, ${document('returns', 'r.id')}, l.item_id, 0, l.stock_qty, 0, case r.kind::text when 'refund' then l.base_net else 0 end,
    case r.kind::text when 'replace' then l.base_net else 0 end, r.id
  from returns r join returns_lines l on l._parent_id = r.id where r.status::text in ('received', 'inspected') and r.kind::text <> 'priceOnly'${wanted('r')}
),
grouped as (
  select ${group.key} as key, sum(shipped) as shipped, sum(returned) as returned, sum("shippedAmount") as "shippedAmount", sum(refunded) as refunded, sum(replaced) as replaced,
    count(distinct return_id) as returns
  from facts f ${group.join} group by 1
),
totals as (select count(*) as "_rows", (select count(distinct return_id) from facts) as "total_returns",
  ${sums
    .filter((name) => name !== 'returns')
    .map((name) => `sum("${name}") as "total_${name}"`)
    .join(', ')} from grouped),
control as (select coalesce(sum(qty), 0) as qty from shipped)
select g.key, ${group.names}, ${sums.map((name) => `g."${name}"`).join(', ')}, t.*, k.qty as "_expected", 0 as "_tolerance"
from totals t cross join control k left join grouped g on true ${group.named}
order by ${group.order('g.returned')}${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
