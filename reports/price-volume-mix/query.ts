import { documentsWanted } from '../kit/documents'
import { statementValues } from '../kit/sql'
import type { Scope, Statement } from '../kit/statement'
import type { Whose } from '../kit/usualParams'

export type MixParams = Whose & {
  of: 'margin' | 'amount'
  by: 'customerItem' | 'customer' | 'item'
  from: string | undefined
  to: string | undefined
  beforeFrom: string | undefined
  beforeTo: string | undefined
  item: number[]
}

export const effects = ['price', 'cost', 'volume', 'mix', 'won', 'gone', 'other'] as const
const figures = ['before', ...effects, 'after', 'difference', 'quantityBefore', 'quantityAfter'] as const

type Periods = Record<'from' | 'to' | 'beforeFrom' | 'beforeTo', string>

/**
 * Why sales or their margin moved from one period to the next, taken apart for every customer and item, and added up as asked. With quantity q, price p and
 * cost c of the two periods, and g = how much the goods sold in both grew together:
 * price = (p1 − p0) q1 · cost = −(c1 − c0) q1 · volume = (g − 1) q0 m0 · mix = what is left of the difference, that is (q1 − g q0) m0 and the rounding.
 * Bought only now is won, only then is gone; where either quantity is not above 0 (returns, price-only notes) the whole difference is other.
 * Margin counts the lines whose cost is known. Control: the difference of what the lines of both periods say, added up without taking anything apart.
 */
export function mixQuery({
  params,
  scope,
  periods,
  limit,
}: {
  params: MixParams
  scope: Scope
  periods: Periods
  limit?: number
}): Statement {
  const { values, $, ids } = statementValues()
  const wanted = [
    `i.status::text = 'approved'`,
    ...documentsWanted({ ...params, from: undefined, to: undefined, scope, $, of: 'i' }),
    ...ids('l.item_id', params.item),
    ...(params.of === 'margin' ? ['l.cost_value is not null'] : []),
  ].join(' and ')
  const [from, to, beforeFrom, beforeTo] = [periods.from, periods.to, periods.beforeFrom, periods.beforeTo].map((day) => `${$(day)}::date`)
  const cost = params.of === 'margin' ? 'sign * l.cost_value' : '0'
  // told by both, nothing is added up: a row is a row
  const sum = (of: string): string => (params.by === 'customerItem' ? of : `sum(${of})`)
  const shown = {
    customerItem: { columns: 'customer_id, item_id', group: '' },
    customer: { columns: 'customer_id, null::int as item_id', group: ' group by 1, 2' },
    item: { columns: 'null::int as customer_id, item_id', group: ' group by 1, 2' },
  }[params.by]
  const order = (of: string): string => `abs(${of}.difference) desc, ${of}.customer_id, ${of}.item_id`
  const text = `
with lines as (
  select i.customer_id, l.item_id, p.after, sign * l.stock_qty as qty, sign * l.base_net as amount, ${cost} as cost
  from invoices i join invoices_lines l on l._parent_id = i.id
  cross join lateral (select case i.kind when 'creditNote' then -1 else 1 end as sign) s
  join (values (true, ${from}, ${to}), (false, ${beforeFrom}, ${beforeTo})) p(after, first, last) on i.date between p.first and p.last
  where ${wanted}
),
sold as (
  select customer_id, item_id, count(*) filter (where not after) as lines0, count(*) filter (where after) as lines1,
    coalesce(sum(qty) filter (where not after), 0) as q0, coalesce(sum(qty) filter (where after), 0) as q1,
    coalesce(sum(amount) filter (where not after), 0) as r0, coalesce(sum(amount) filter (where after), 0) as r1,
    coalesce(sum(cost) filter (where not after), 0) as c0, coalesce(sum(cost) filter (where after), 0) as c1
  from lines group by 1, 2
),
kinds as (
  select *, r0 - c0 as m0, r1 - c1 as m1,
    case when lines0 = 0 then 'won' when lines1 = 0 then 'gone' when q0 > 0 and q1 > 0 then 'both' else 'other' end as kind
  from sold
),
grown as (select sum(q1) / nullif(sum(q0), 0) as g from kinds where kind = 'both'),
parts as (
  select k.*, case kind when 'both' then round(r1 - r0 * q1 / q0, 2) else 0 end as price, case kind when 'both' then round(c0 * q1 / q0 - c1, 2) else 0 end as cost,
    case kind when 'both' then round((g - 1) * m0, 2) else 0 end as volume, case kind when 'won' then m1 else 0 end as won,
    case kind when 'gone' then -m0 else 0 end as gone, case kind when 'other' then m1 - m0 else 0 end as other
  from kinds k cross join grown
),
grouped as (
  select ${shown.columns}, ${sum('m0')} as before, ${sum('price')} as price, ${sum('cost')} as cost, ${sum('volume')} as volume,
    ${sum(`case kind when 'both' then m1 - m0 - price - cost - volume else 0 end`)} as mix, ${sum('won')} as won, ${sum('gone')} as gone, ${sum('other')} as other,
    ${sum('m1')} as after, ${sum('(m1 - m0)')} as difference, ${sum('q0')} as "quantityBefore", ${sum('q1')} as "quantityAfter"
  from parts${shown.group}
),
totals as (select count(*) as "_rows", ${figures.map((name) => `sum("${name}") as "total_${name}"`).join(', ')} from grouped),
control as (select coalesce(sum(case when after then amount - cost else cost - amount end), 0) as difference from lines)
select g.customer_id as "customerId", g.item_id as "itemId", c.code as "customerCode", c.name as customer, i.code as "itemCode", i.name as item,
  ${figures.map((name) => `g."${name}"`).join(', ')}, t.*, k.difference as "_expected", 0 as "_tolerance"
from totals t cross join control k left join ${limit === undefined ? 'grouped' : `(select * from grouped x order by ${order('x')} limit ${$(limit)})`} g on true
left join customers c on c.id = g.customer_id left join items i on i.id = g.item_id
order by ${order('g')}`
  return { text, values }
}
