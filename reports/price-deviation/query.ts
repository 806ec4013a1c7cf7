import { scopeCondition } from '../kit/scope'
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
  manual: `manual`,
  below: 'below',
  deviating: '(manual or below or abs(net - policy_net) >= 0.01)',
}

/**
 * Every priced line of an order against what the methods would have given: `policy` is the price recorded when a typed price was
 * judged, else the price found itself (so that only discounts deviate). Net amounts in base currency, after line discount and the
 * share of the header's. Control: the net amounts of the same lines, without what is joined to tell them.
 */
export function priceDeviationQuery({ params, scope, limit }: { params: PriceDeviationParams; scope: Scope; limit?: number }): Statement {
  const { values, $, ids } = statementValues()
  const wanted = [
    `o.status <> 'cancelled'`,
    'not coalesce(o.opening, false)',
    ...scopeCondition({ scope, $, of: 'o' }),
    ...(params.from ? [`o.date >= ${$(params.from)}::date`] : []),
    ...(params.to ? [`o.date <= ${$(params.to)}::date`] : []),
    ...ids('o.customer_id', params.customer),
    ...ids('o.salesperson_id', params.salesperson),
    ...ids('o.department_id', params.department),
  ]
  const ofLines = ['not coalesce(l.free, false)', 'l.price is not null', ...ids('l.item_id', params.item)]
  const text = `
with documents as not materialized (select o.* from orders o where ${wanted.join(' and ')}),
priced as (
  select o.id, o.no, o.date, o.customer_id, o.salesperson_id, l.id as line, l._order as place, l.item_id, l.qty, l.unit, l.price, l.min_price,
    coalesce(l.discount_rate, 0) as discount_rate, l.base_net as net, coalesce(l.price_source::text = 'manual', false) as manual, l.trace,
    coalesce(s.price, l.price) as policy, o.tax_mode::text as tax_mode, coalesce(l.tax_rate, 0) as tax_rate, o.exchange_rate,
    exists (select 1 from jsonb_array_elements(case when jsonb_typeof(o.checks) = 'array' then o.checks else '[]' end) c
      where c->>'code' = 'BELOW_MINIMUM_PRICE' and c->>'path' = 'lines.' || (l._order - 1) || '.price') as below
  from documents o join orders_lines l on l._parent_id = o.id
  left join lateral (select (t->>'price')::numeric as price
    from jsonb_array_elements(case when jsonb_typeof(l.trace) = 'array' then l.trace else '[]' end) t
    where t->>'rule' = 'policyNow' limit 1) s on true
  where ${ofLines.join(' and ')}
),
compared as (
  select *, round(policy * qty * exchange_rate / case when tax_mode = 'inclusive' then 1 + tax_rate / 100 else 1 end, 2) as policy_net from priced
),
rows as (select * from compared where ${shown[params.show]}),
totals as (select count(*) as "_rows", sum(policy_net) as "total_policy_net", sum(net) as "total_net", sum(net - policy_net) as "total_difference",
  count(*) filter (where below) as "total_below_count" from rows),
control as (select coalesce(sum(l.base_net), 0) as net from documents o join orders_lines l on l._parent_id = o.id
  where ${ofLines.join(' and ')} and l.id in (select line from rows))
select r.id as "orderId", r.customer_id as "customerId", r.item_id as "itemId", r.no, to_char(r.date, 'YYYY-MM-DD') as date, c.code as "customerCode", c.name as customer,
  u.name as salesperson, i.code as "itemCode", i.name as item, r.qty, r.unit, r.manual, r.trace->0->>'user' as typed_by, r.policy, r.price,
  r.discount_rate, r.policy_net, r.net, r.net - r.policy_net as difference,
  case when r.policy_net <> 0 then round((r.net - r.policy_net) / r.policy_net * 100, 2) end as deviation, r.below, r.below::int as below_count,
  r.min_price, p.no as release_no, p.released_by, t.*, k.net as "_expected"
from totals t cross join control k left join rows r on true left join customers c on c.id = r.customer_id
left join users u on u.id = r.salesperson_id left join items i on i.id = r.item_id
left join lateral (select d.no, a.name as released_by from price_releases_lines x join price_releases d on d.id = x._parent_id
  left join users a on a.id = d.approved_by_id where x.source_line = r.line and d.status::text = 'released' order by d.id desc limit 1) p on true
order by r.net - r.policy_net, r.date desc, r.id desc, r.place${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
