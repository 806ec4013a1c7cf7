import { baseBetween } from '@/src/ledger/sums/baseBetween'
import { scopeCondition } from '../kit/scope'
import { statementValues } from '../kit/sql'
import type { Scope, Statement } from '../kit/statement'

export type UnbilledParams = { days: 'all' | '7' | '15' | '30' | '60'; customer: number[]; salesperson: number[]; department: number[] }

/**
 * Delivered, not returned for refund and not invoiced yet (billable = delivered − refunded − invoiced), by delivery. Quantities by the
 * books; amounts are what these pieces of the line come to in base currency; a draft invoice does not count as invoiced. Control: billable quantity by
 * order line progress.
 */
export function unbilledDeliveriesQuery({
  params,
  scope,
  warehouses,
  today,
  limit,
}: {
  params: UnbilledParams
  scope: Scope
  warehouses: readonly number[] | null
  today: string
  limit?: number
}): Statement {
  const { values, $, ids } = statementValues()
  const day = `${$(today)}::date`
  const wanted = [
    `v.status = 'issued'`,
    `v.billing_status <> 'full'`,
    ...scopeCondition({ scope, $, of: 'v' }),
    ...(params.days === 'all' ? [] : [`v.date < ${day} - ${$(Number(params.days))}::int`]),
    ...(warehouses === null ? [] : [`l.warehouse_id = any(${$(warehouses)}::int[])`]),
    ...ids('v.customer_id', params.customer),
    ...ids('v.salesperson_id', params.salesperson),
    ...ids('v.department_id', params.department),
  ].join(' and ')
  const text = `
with lines as (
  select v.id, v.no, v.date, v.customer_id, v.salesperson_id, p.delivered - p.returned - p.invoiced as open, p.invoicing,
    ${baseBetween({ line: 'l', qty: 'p.delivered', from: 'p.invoiced', to: '(p.delivered - p.returned)' })} as amount
  from deliveries v join deliveries_lines l on l._parent_id = v.id join line_progress p on p.line_id = l.id
  where ${wanted} and p.delivered - p.returned - p.invoiced > 0 and not coalesce(l.free, false)
),
rows as (
  select l.id, l.no, l.date, ${day} - l.date as days, c.code as "customerCode", c.name as customer, l.customer_id, u.name as salesperson, count(*) as lines,
    sum(l.open) as open, sum(l.invoicing) as drafted, sum(l.amount) as amount
  from lines l join customers c on c.id = l.customer_id left join users u on u.id = l.salesperson_id
  group by l.id, l.no, l.date, c.code, c.name, l.customer_id, u.name
),
totals as (select count(*) as "_rows", sum(lines) as "total_lines", sum(open) as "total_open", sum(drafted) as "total_drafted", sum(amount) as "total_amount" from rows)
select r.id as "deliveryId", r.customer_id as "customerId", r.no, to_char(r.date, 'YYYY-MM-DD') as date, r.days, r."customerCode", r.customer, r.salesperson, r.lines, r.open,
  r.drafted, r.amount, t.*, (select coalesce(sum(open), 0) from lines) as "_expected", 0 as "_tolerance"
from totals t left join rows r on true
order by r.date, r.id${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
