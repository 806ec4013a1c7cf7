import { baseBetween } from './baseBetween'
import { freightOfHead } from './freightOfHead'

/**
 * SQL of the lines of an order that was not cancelled, one by one: what each is worth, and how it was priced. `policy` is the price recorded when a typed price was judged,
 * else the price found itself; `priced` lines are those of which a price is told: not free, and not of an order taken over when the books were opened.
 */
export const orderLines = ({ order, heads }: { order: string; heads: string }): string => `
select o.id as order_id, l.id as line_id, l._order as place, o.date::date as date, o.status::text as status, ${heads},
  coalesce(o.opening, false) or coalesce(o.exchange_rate, 1) <> 1 as rounded, l.item_id, l.stock_qty as quantity, l.base_net as net, l.base_gross as gross,
  not coalesce(o.opening, false) and not coalesce(l.free, false) and l.price is not null as priced, coalesce(l.price_source::text = 'manual', false) as manual,
  exists (select 1 from jsonb_array_elements(case when jsonb_typeof(o.checks) = 'array' then o.checks else '[]' end) c
    where c->>'code' = 'BELOW_MINIMUM_PRICE' and c->>'path' = 'lines.' || (l._order - 1) || '.price') as below,
  round(coalesce(s.price, l.price) * l.qty * o.exchange_rate / case when o.tax_mode::text = 'inclusive' then 1 + coalesce(l.tax_rate, 0) / 100 else 1 end, 2) as policy_net
from orders o join orders_lines l on l._parent_id = o.id
left join lateral (select (t->>'price')::numeric as price from jsonb_array_elements(case when jsonb_typeof(l.trace) = 'array' then l.trace else '[]' end) t
  where t->>'rule' = 'policyNow' limit 1) s on true
where o.id = ${order} and o.status <> 'cancelled'`

/**
 * SQL of how far an order has come that was not cancelled: delivered, invoiced and short-closed by value, by the books. Amounts are tax-inclusive in base currency, freight among
 * them; quantities over all lines.
 */
export const orderStages = (order: string): string => `
select o.id as order_id, n.gross + n.freight as gross, n.freight, n.qty, n.lines, n.delivered_qty, n.delivered,
  n.invoiced + round(coalesce(f.invoiced, 0) * o.exchange_rate, 2) as invoiced, n.short_closed
from orders o cross join lateral (
  select sum(l.base_gross) as gross, sum(l.qty) as qty, count(*)::int as lines, round(${freightOfHead('o')} * o.exchange_rate, 2) as freight,
    sum(least(l.qty, coalesce(p.delivered, 0) - coalesce(p.replaced, 0))) as delivered_qty,
    sum(${baseBetween({ line: 'l', qty: 'l.qty', from: '0', to: '(coalesce(p.delivered, 0) - coalesce(p.replaced, 0))' })}) as delivered,
    sum(round(coalesce(p.invoiced_amount, 0) * o.exchange_rate, 2)) as invoiced,
    sum(${baseBetween({ line: 'l', qty: 'l.qty', from: '(l.qty - coalesce(p.short_closed, 0))', to: 'l.qty' })}) as short_closed
  from orders_lines l left join line_progress p on p.line_id = l.id where l._parent_id = o.id) n
left join line_progress f on f.line_id = 'orders:' || o.id || ':freight'
where o.id = ${order} and o.status <> 'cancelled' and n.lines > 0`
