import { sumsNow } from '@/src/ledger/sums/sumsOf'

import { scopeCondition } from '../kit/scope'
import { statementValues } from '../kit/sql'
import type { AskedAt, Statement } from '../kit/statement'

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
/** `key` of a line, `added` of what orders say added up. */
type Level = { key: string; added?: string; of?: string; name: string; join: string }
const levels: Readonly<Record<DeliveryPerformanceParams['by'], Level>> = {
  customer: {
    key: 'o.customer_id',
    added: 'v.order_customer_id',
    of: ofOrder,
    name: `n.code || ' ' || n.name`,
    join: 'left join customers n on n.id = g.key::int',
  },
  item: { key: 'l.item_id', name: `n.code || ' ' || n.name`, join: 'left join items n on n.id = g.key::int' },
  salesperson: {
    key: 'o.salesperson_id',
    added: 'v.order_salesperson_id',
    of: ofOrder,
    name: 'n.name',
    join: 'left join users n on n.id = g.key::int',
  },
  month: { key: `to_char(v.date::timestamp, 'YYYY-MM')`, added: `to_char(v.date::timestamp, 'YYYY-MM')`, name: 'g.key', join: '' },
  delivery: { key: 'v.id', added: 'v.delivery_id', name: 'n.no', join: 'left join deliveries n on n.id = g.key::int' },
}

type Parts = { ask: AskedAt<DeliveryPerformanceParams>; $: (value: unknown) => string; ids: ReturnType<typeof statementValues>['ids'] }

/** Which issued deliveries `v` count: of these days and customers, among those the person may see. */
const deliveriesWanted = ({ ask: { params, scope }, $, ids }: Parts): string[] => [
  ...scopeCondition({ scope, $, of: 'v' }),
  ...(params.from ? [`v.date >= ${$(params.from)}::date`] : []),
  ...(params.to ? [`v.date <= ${$(params.to)}::date`] : []),
  ...ids('v.customer_id', params.customer),
]

/** `supplied`: how orders were supplied, a row for each delivery of an order; `issued_qty` is looked up among the deliveries themselves. */
function suppliesIn({ ask, $, ids }: Parts, key: string): string {
  const { params, proven = true } = ask
  const wanted = deliveriesWanted({ ask, $, ids })
  const soldBy = params.salesperson.length > 0 ? `${$(params.salesperson)}::int[]` : null
  const sold = (line: string): string[] =>
    soldBy
      ? [`${line} in (select x.id from orders_lines x join orders so on so.id = x._parent_id where so.salesperson_id = any(${soldBy}))`]
      : []
  return `supplied as (
  select ${key} as key, v.lines, v.qty, v.dated, v.on_time, v.late_days, v.worst from ${sumsNow('order_supplies')} v
  where ${['true', ...wanted, ...(soldBy ? [`v.order_salesperson_id = any(${soldBy})`] : [])].join(' and ')}
),
issued_qty as (select ${
    proven
      ? `(select coalesce(sum(l.qty), 0) from deliveries v join deliveries_lines l on l._parent_id = v.id
    where ${[`v.status = 'issued'`, 'l.order_line is not null', ...wanted, ...sold('l.order_line')].join(' and ')})`
      : 'null::numeric'
  } as qty),`
}

/** `judged`: the lines themselves, each against the dates its order line was wanted on; `issued_qty` of the same lines. */
function linesIn({ ask, $, ids }: Parts, { key, of }: Level): string {
  const { params, warehouses } = ask
  const wanted = [
    `v.status = 'issued'`,
    'l.order_line is not null',
    ...deliveriesWanted({ ask, $, ids }),
    ...(warehouses === null ? [] : [`l.warehouse_id = any(${$(warehouses)}::int[])`]),
    ...ids('l.item_id', params.item),
    ...(params.salesperson.length > 0
      ? [
          `exists (select from orders_lines sold join orders so on so.id = sold._parent_id where sold.id = l.order_line and so.salesperson_id = any(${$(params.salesperson)}::int[]))`,
        ]
      : []),
  ].join(' and ')
  return `wanted as (
  select l.id, l.order_line, l.qty, v.date, ${key} as key
  from deliveries v join deliveries_lines l on l._parent_id = v.id ${of ?? ''}
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
issued_qty as (select coalesce(sum(qty), 0) as qty from wanted),`
}

/**
 * Issued delivery lines against the dates that orders asked for. Deliveries of an order line use up its dates in order (O-32): a delivery that
 * covers the quantities from B to C of the line is late by its own day less the day of the latest date it covers; a line without
 * dates is not judged. Quantities in the line's unit. Control: issued quantity of the same lines.
 */
export function deliveryPerformanceQuery(ask: AskedAt<DeliveryPerformanceParams>): Statement {
  const { params, limit } = ask
  const { values, $, ids } = statementValues()
  const level = levels[params.by]
  // orders say how they were supplied, unless goods or places are asked for: then the lines are judged
  const added = ask.warehouses === null && params.item.length === 0 ? level.added : undefined
  const text = `
with ${added ? suppliesIn({ ask, $, ids }, added) : linesIn({ ask, $, ids }, level)}
gathered as (${
    added
      ? 'select key::text as key, sum(lines) as lines, sum(qty) as qty, sum(dated) as dated, sum(on_time) as on_time, sum(late_days) as late_days, max(worst) as worst from supplied group by 1'
      : `select key::text as key, count(*) as lines, sum(qty) as qty, count(due) as dated,
    count(*) filter (where date <= due) as on_time, sum(greatest(0, date - due)) as late_days, max(greatest(0, date - due)) as worst from judged group by 1`
  }),
totals as (select count(*) as "_rows", sum(lines) as "total_lines", sum(qty) as "total_qty", sum(dated) as "total_dated", sum(on_time) as "total_on_time",
  sum(late_days) as "total_late_days", max(worst) as "total_worst" from gathered)
select g.key, ${params.by === 'delivery' ? 'g.key' : 'null'} as "deliveryId", ${level.name} as name, g.lines, g.qty, g.dated, g.on_time, g.late_days, g.worst, t.*, k.qty as "_expected", 0 as "_tolerance"
from totals t cross join issued_qty k left join gathered g on true ${level.join}
order by ${params.by === 'month' ? 'g.key' : 'g.lines desc, g.key'}${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
