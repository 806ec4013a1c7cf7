import { sumsNow } from '@/src/ledger/sums/sumsOf'

import { documentsWanted, netOfHead } from '../kit/documents'
import { statementValues } from '../kit/sql'
import type { Scope, Statement } from '../kit/statement'

export type PriceDeviationParams = {
  show: 'deviating' | 'below' | 'manual' | 'all'
  from: string | undefined
  to: string | undefined
  customer: number[]
  item: number[]
  salesperson: number[]
  department: number[]
}

const shown: Readonly<Record<PriceDeviationParams['show'], string>> = {
  all: 'true',
  manual: 's.manual',
  below: 's.below',
  deviating: '(s.manual or s.below or abs(s.difference) >= 0.01)',
}

/**
 * Every priced line of an order against what the methods would have given: `policy` is the price recorded when a typed price was
 * judged, else the price found itself (so that only discounts deviate). Net amounts in base currency, after line discount and the
 * share of the header's; all of it is added up beside the books, what a page tells besides is looked up for its lines only.
 * Control: the net totals of the orders' heads, less the lines that are not shown; what is free or has no price is worth nothing.
 */
export function priceDeviationQuery({ params, scope, limit }: { params: PriceDeviationParams; scope: Scope; limit?: number }): Statement {
  const { values, $, ids } = statementValues()
  const documents = (of: string): string[] => documentsWanted({ ...params, scope, $, of })
  const row = ['s.priced', ...ids('s.item_id', params.item), shown[params.show]].join(' and ')
  const text = `
with lines as not materialized (
  select s.*, s.net - s.policy_net as difference from ${sumsNow('order_line_sums')} s where ${['s.priced', ...documents('s')].join(' and ')}
),
rows as not materialized (select s.* from lines s where ${row}),
totals as (select count(*) filter (where shown) as "_rows", sum(policy_net) filter (where shown) as "total_policy_net", sum(net) filter (where shown) as "total_net",
  sum(difference) filter (where shown) as "total_difference", count(*) filter (where shown and below) as "total_below_count",
  coalesce(sum(net) filter (where not shown), 0) as others, count(*) filter (where rounded) as rounded
  from (select s.*, ${row} as shown from lines s) s),
control as (select coalesce(sum(${netOfHead('o')}), 0) as net, count(*) filter (where o.exchange_rate <> 1) as rounded
  from orders o where ${[`o.status <> 'cancelled'`, 'not coalesce(o.opening, false)', ...documents('o')].join(' and ')}),
page as (select * from rows${limit === undefined ? '' : ` order by difference, date desc, order_id desc, place limit ${$(limit)}`})
select r.order_id as "orderId", r.customer_id as "customerId", r.item_id as "itemId", o.no, to_char(r.date, 'YYYY-MM-DD') as date, c.code as "customerCode", c.name as customer,
  u.name as salesperson, i.code as "itemCode", i.name as item, l.qty, l.unit, r.manual, l.trace->0->>'user' as typed_by, coalesce(x.price, l.price) as policy, l.price,
  coalesce(l.discount_rate, 0) as discount_rate, r.policy_net, r.net, r.difference,
  case when r.policy_net <> 0 then round(r.difference / r.policy_net * 100, 2) end as deviation, r.below, r.below::int as below_count,
  l.min_price, p.no as release_no, p.released_by, t.*, k.net - t.others as "_expected", 0.005 * (k.rounded + t.rounded) as "_tolerance"
from totals t cross join control k left join page r on true left join orders o on o.id = r.order_id left join orders_lines l on l.id = r.line_id
left join customers c on c.id = r.customer_id left join users u on u.id = r.salesperson_id left join items i on i.id = r.item_id
left join lateral (select (e->>'price')::numeric as price
  from jsonb_array_elements(case when jsonb_typeof(l.trace) = 'array' then l.trace else '[]' end) e where e->>'rule' = 'policyNow' limit 1) x on true
left join lateral (select d.no, a.name as released_by from price_releases_lines y join price_releases d on d.id = y._parent_id
  left join users a on a.id = d.approved_by_id where y.source_line = r.line_id and d.status::text = 'released' order by d.id desc limit 1) p on true
order by r.difference, r.date desc, r.order_id desc, r.place`
  return { text, values }
}
