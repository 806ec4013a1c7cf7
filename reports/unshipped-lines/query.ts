import { baseBetween } from '@/src/ledger/sums/baseBetween'
import { scopeCondition } from '../kit/scope'
import type { Asked, Statement } from '../kit/statement'
import { statementValues } from '../kit/sql'

export const groupings = ['date', 'customer', 'item', 'salesperson'] as const
export const states = ['overdue', 'atRisk', 'onTime', 'unscheduled'] as const

export type UnshippedParams = {
  by: (typeof groupings)[number]
  state: (typeof states)[number] | undefined
  asOf: string | undefined
  until: string | undefined
  customer: number[]
  item: number[]
  salesperson: number[]
  department: number[]
}

const order: Readonly<Record<UnshippedParams['by'], string>> = {
  date: 'due, customer, no',
  customer: 'customer, due, no',
  item: '"itemCode", due, no',
  salesperson: 'salesperson, due, no',
}

/**
 * What approved orders still have to deliver, one row per open delivery date of a line; a line without dates is one row without
 * a date. Deliveries consume the earliest dates, short-closing the latest (O-32): a date that covers the quantities from B to C
 * of a line is open in so far as it lies between what has been supplied and the quantity less what was short-closed.
 * Amounts are what these pieces of the line come to, base currency. The control figure is the open quantity of the same lines as the books
 * know it, without looking at dates, less the rows a filter on dates leaves out.
 */
export function unshippedLinesQuery({ params, scope, today, limit, proven = true, only }: Asked<UnshippedParams>): Statement {
  const { values, $, ids } = statementValues()
  const asOf = `${$(params.asOf ?? today)}::date`
  const wanted = [
    `o.status = 'approved'`,
    ...scopeCondition({ scope, $, of: 'o' }),
    ...ids('o.customer_id', params.customer),
    ...ids('o.salesperson_id', params.salesperson),
    ...ids('o.department_id', params.department),
    ...ids('l.item_id', params.item),
  ]
  const shown = [
    ...(params.state ? [`state = ${$(params.state)}`] : []),
    ...(params.until ? [`(due is null or due <= ${$(params.until)}::date)`] : []),
  ]
  const text = `
with lines as (
  select o.id as order_id, o.no, o.customer_id, o.salesperson_id, o.hold, l.id as line_id, l._order as position, l.item_id, l.unit, l.qty,
    l.promised, l.base_gross, l.earlier, coalesce(p.planned, 0) as planned, coalesce(p.delivered, 0) - coalesce(p.replaced, 0) as supplied,
    l.qty - coalesce(p.short_closed, 0) as wanted
  from orders o join orders_lines l on l._parent_id = o.id left join line_progress p on p.line_id = l.id
  where ${wanted.join(' and ')} and l.qty - coalesce(p.short_closed, 0) > coalesce(p.delivered, 0) - coalesce(p.replaced, 0)
),
dated as (
  select s._parent_id as line_id, s.date, s.promised, s.qty,
    sum(s.qty) over (partition by s._parent_id order by s.date, s._order rows unbounded preceding) as upto
  from orders_lines_schedule s where s._parent_id in (select line_id from lines)
),
parts as (
  select l.*, d.date as due, coalesce(d.promised, l.promised) as told, d.qty as scheduled,
    greatest(d.upto - d.qty, l.supplied, 0) as since, least(d.upto, l.wanted) as till
  from lines l join dated d on d.line_id = l.line_id
  union all
  select l.*, l.promised, l.promised, l.qty, greatest(0, l.supplied), l.wanted
  from lines l where not exists (select from dated d where d.line_id = l.line_id)
),
marked as (
  select p.*, p.till - p.since as open, case when p.due is null then 'unscheduled' when p.due < ${asOf} then 'overdue'
      when p.due <= ${asOf} + coalesce(i.lead_time_days, 0)::int or p.told > p.due then 'atRisk' else 'onTime' end as state,
    greatest(0, ${asOf} - p.due) as late, ${only && !only.has('amount') ? 'null::numeric' : baseBetween({ line: 'p', qty: 'p.qty', from: 'p.since', to: 'p.till' })} as amount,
    c.code as "customerCode", c.name as customer,
    u.name as salesperson, i.code as "itemCode", i.name as item, i.specification
  from parts p join customers c on c.id = p.customer_id left join users u on u.id = p.salesperson_id join items i on i.id = p.item_id
  where p.till > p.since
),
rows as (select * from marked ${shown.length > 0 ? `where ${shown.join(' and ')}` : ''}),
totals as (select count(*) as "_rows", sum(open) as "total_open", sum(amount) as "total_amount",
  sum(open) filter (where state = 'overdue') as "total_overdue" from rows),
control as (select ${
    proven
      ? `(select coalesce(sum(wanted - greatest(0, supplied)), 0) from lines)
  - (select coalesce(sum(open), 0) from marked ${shown.length > 0 ? `where (${shown.join(' and ')}) is not true` : 'where false'})`
      : 'null::numeric'
  } as open)
select r.order_id as "orderId", r.line_id as "orderLineId", r.customer_id as "customerId", r.item_id as "itemId", r.no, r.position,
  r."customerCode", r.customer, r.salesperson, r."itemCode", r.item, r.specification, r.unit, to_char(r.due, 'YYYY-MM-DD') as due,
  to_char(r.told, 'YYYY-MM-DD') as told, r.state, r.late, r.hold, r.qty, r.scheduled, r.open, r.planned, r.amount,
  case when r.state = 'overdue' then r.open end as overdue, t.*, c.open as "_expected", 0 as "_tolerance"
from totals t cross join control c left join rows r on true
order by ${order[params.by]}, r.position, r.due${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
