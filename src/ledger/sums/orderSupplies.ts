/**
 * SQL of how an order was supplied: a row for each of its issued deliveries with lines judged against the dates that were asked for. Deliveries of an order line use
 * up its dates in order (O-32): a delivery that covers the quantities from B to C of the line is late by its own day less the day of the latest date it covers; a line
 * without dates is not judged.
 */
export const orderSupplies = (order: string): string => `
with issued as (
  select l.id, l.qty, l.order_line, v.id as delivery_id, v.date, v.customer_id, v.salesperson_id, v.prepared_by_id, v.department_id,
    sum(l.qty) over (partition by l.order_line order by v.date, v.id, l._order rows unbounded preceding) as upto
  from orders_lines x join deliveries_lines l on l.order_line = x.id join deliveries v on v.id = l._parent_id and v.status = 'issued'
  where x._parent_id = ${order}
),
dated as (
  select s._parent_id as order_line, s.date, sum(s.qty) over (partition by s._parent_id order by s.date, s._order rows unbounded preceding) as upto, s.qty
  from orders_lines x join orders_lines_schedule s on s._parent_id = x.id where x._parent_id = ${order}
),
judged as (
  select i.*, (select max(d.date) from dated d where d.order_line = i.order_line and d.upto > i.upto - i.qty and d.upto - d.qty < i.upto)::date as due from issued i
)
select o.id as order_id, j.delivery_id, j.date::date as date, j.customer_id, j.salesperson_id, j.prepared_by_id, j.department_id, o.customer_id as order_customer_id,
  o.salesperson_id as order_salesperson_id, count(*)::int as lines, sum(j.qty) as qty, count(due)::int as dated, (count(*) filter (where j.date::date <= due))::int as on_time,
  coalesce(sum(greatest(0, j.date::date - due)), 0)::int as late_days, max(greatest(0, j.date::date - due))::int as worst
from judged j join orders o on o.id = ${order}
group by o.id, j.delivery_id, j.date::date, j.customer_id, j.salesperson_id, j.prepared_by_id, j.department_id`
