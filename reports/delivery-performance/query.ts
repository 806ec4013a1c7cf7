import { scopeCondition } from '../kit/scope'
import { statementValues } from '../kit/sql'
import type { Scope, Statement } from '../kit/statement'

export type DeliveryPerformanceParams = {
  by: 'customer' | 'item' | 'salesperson' | 'month' | 'delivery'
  from: string | undefined
  to: string | undefined
  customer: number[]
  item: number[]
  salesperson: number[]
}

/** The order of a delivered line is looked up only where it says to which group the line belongs. */
const ofOrder = 'join orders_lines x on x.id = l.order_line join orders o on o.id = x._parent_id'
const levels: Readonly<Record<DeliveryPerformanceParams['by'], { key: string; of?: string; name: string; join: string }>> = {
  customer: { key: 'o.customer_id', of: ofOrder, name: `n.code || ' ' || n.name`, join: 'left join customers n on n.id = g.key::int' },
  item: { key: 'l.item_id', name: `n.code || ' ' || n.name`, join: 'left join items n on n.id = g.key::int' },
  salesperson: { key: 'o.salesperson_id', of: ofOrder, name: 'n.name', join: 'left join users n on n.id = g.key::int' },
  month: { key: `to_char(v.date, 'YYYY-MM')`, name: 'g.key', join: '' },
  delivery: { key: 'v.id', name: 'n.no', join: 'left join deliveries n on n.id = g.key::int' },
}

/**
 * Issued delivery lines against the dates that orders asked for. Deliveries of an order line use up its dates in order (O-32): a delivery that
 * covers the quantities from B to C of the line is late by its own day less the day of the latest date it covers; a line without
 * dates is not judged. Quantities in the line's unit. Control: issued quantity of the same lines.
 */
export function deliveryPerformanceQuery({
  params,
  scope,
  warehouses,
  limit,
}: {
  params: DeliveryPerformanceParams
  scope: Scope
  warehouses: readonly number[] | null
  limit?: number
}): Statement {
  const { values, $, ids } = statementValues()
  const level = levels[params.by]
  const wanted = [
    `v.status = 'issued'`,
    'l.order_line is not null',
    ...scopeCondition({ scope, $, of: 'v' }),
    ...(params.from ? [`v.date >= ${$(params.from)}::date`] : []),
    ...(params.to ? [`v.date <= ${$(params.to)}::date`] : []),
    ...(warehouses === null ? [] : [`l.warehouse_id = any(${$(warehouses)}::int[])`]),
    ...ids('v.customer_id', params.customer),
    ...ids('l.item_id', params.item),
    ...(params.salesperson.length > 0
      ? [
          `exists (select from orders_lines sold join orders so on so.id = sold._parent_id where sold.id = l.order_line and so.salesperson_id = any(${$(params.salesperson)}::int[]))`,
        ]
      : []),
  ].join(' and ')
  const text = `
with wanted as (
  select l.id, l.order_line, l.qty, v.date, ${level.key} as key
  from deliveries v join deliveries_lines l on l._parent_id = v.id ${level.of ?? ''}
  where ${wanted}
),
issued as (
  select l.id, l.qty, l.order_line, sum(l.qty) over (partition by l.order_line order by v.date, v.id, l._order rows unbounded preceding) as upto
  from deliveries_lines l join deliveries v on v.id = l._parent_id and v.status = 'issued'
  where l.order_line in (select order_line from wanted)
),
dated as (
  select s._parent_id as order_line, s.date, sum(s.qty) over (partition by s._parent_id order by s.date, s._order rows unbounded preceding) as upto, s.qty
  from orders_lines_schedule s where s._parent_id in (select order_line from wanted)
),
covered as (
  select i.id, max(d.date) as due from issued i join dated d on d.order_line = i.order_line and d.upto > i.upto - i.qty and d.upto - d.qty < i.upto
  group by i.id
),
judged as (select w.*, c.due from wanted w left join covered c on c.id = w.id),
gathered as (
  select key::text as key, count(*) as lines, sum(qty) as qty, count(due) as dated,
    count(*) filter (where date <= due) as on_time, sum(greatest(0, date - due)) as late_days, max(greatest(0, date - due)) as worst
  from judged group by 1
),
totals as (select count(*) as "_rows", sum(lines) as "total_lines", sum(qty) as "total_qty", sum(dated) as "total_dated", sum(on_time) as "total_on_time",
  sum(late_days) as "total_late_days", max(worst) as "total_worst" from gathered)
select g.key, ${params.by === 'delivery' ? 'g.key' : 'null'} as "deliveryId", ${level.name} as name, g.lines, g.qty, g.dated, g.on_time, g.late_days, g.worst, t.*, (select coalesce(sum(qty), 0) from wanted) as "_expected", 0 as "_tolerance"
from totals t left join gathered g on true ${level.join}
order by ${params.by === 'month' ? 'g.key' : 'g.lines desc, g.key'}${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
