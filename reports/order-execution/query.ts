import { baseBetween } from '@/src/ledger/sums/baseBetween'
import { freightOfHead } from '../kit/documents'
import { scopeCondition } from '../kit/scope'
import type { Scope, Statement } from '../kit/statement'
import { statementValues } from '../kit/sql'

export const stages = ['open', 'delivered', 'billed', 'closed'] as const

export type OrderExecutionParams = {
  from: string | undefined
  to: string | undefined
  stage: (typeof stages)[number] | undefined
  customer: number[]
  salesperson: number[]
  department: number[]
}

/** A stage as a condition on an order: what has still to be done with it. */
const conditions: Readonly<Record<NonNullable<OrderExecutionParams['stage']>, string>> = {
  open: `o.status = 'approved' and o.delivery_status <> 'full'`,
  delivered: `o.status = 'approved' and o.delivery_status = 'full' and o.billing_status <> 'full'`,
  billed: `o.billing_status = 'full' and o.payment_status <> 'full'`,
  closed: `o.status = 'closed'`,
}

/**
 * Every order that was not cancelled with how far it has come: delivered, invoiced and short-closed by value, by the books.
 * Amounts are tax-inclusive in base currency, freight among them; percent by quantity over all lines. Control: the gross totals of the order headers.
 */
export function orderExecutionQuery({ params, scope, limit }: { params: OrderExecutionParams; scope: Scope; limit?: number }): Statement {
  const { values, $, ids } = statementValues()
  const wanted = [
    `o.status <> 'cancelled'`,
    ...scopeCondition({ scope, $, of: 'o' }),
    ...(params.from ? [`o.date >= ${$(params.from)}::date`] : []),
    ...(params.to ? [`o.date <= ${$(params.to)}::date`] : []),
    ...(params.stage ? [conditions[params.stage]] : []),
    ...ids('o.customer_id', params.customer),
    ...ids('o.salesperson_id', params.salesperson),
    ...ids('o.department_id', params.department),
  ]
  const text = `
with documents as not materialized (select o.* from orders o where ${wanted.join(' and ')}),
lines as (
  select l._parent_id as id, sum(l.base_gross) as gross, sum(l.qty) as qty, count(*) as lines,
    sum(least(l.qty, coalesce(p.delivered, 0) - coalesce(p.replaced, 0))) as delivered_qty,
    sum(${baseBetween({ line: 'l', qty: 'l.qty', from: '0', to: '(coalesce(p.delivered, 0) - coalesce(p.replaced, 0))' })}) as delivered,
    sum(round(coalesce(p.invoiced_amount, 0) * o.exchange_rate, 2)) as invoiced,
    sum(${baseBetween({ line: 'l', qty: 'l.qty', from: '(l.qty - coalesce(p.short_closed, 0))', to: 'l.qty' })}) as short_closed
  from documents o join orders_lines l on l._parent_id = o.id left join line_progress p on p.line_id = l.id
  group by 1
),
rows as (
  select o.id, o.no, o.date, o.status::text as status, o.hold, o.customer_id, o.salesperson_id, o.delivery_status::text as delivery_status,
    o.billing_status::text as billing_status, o.payment_status::text as payment_status, n.gross + n.freight as gross, n.freight, n.qty, n.lines, n.delivered_qty,
    n.delivered, n.invoiced + round(coalesce(f.invoiced, 0) * o.exchange_rate, 2) as invoiced, n.short_closed
  from documents o join lateral (
    select gross, qty, lines, delivered_qty, delivered, invoiced, short_closed, round(${freightOfHead('o')} * o.exchange_rate, 2) as freight
    from lines where lines.id = o.id) n on true
  left join line_progress f on f.line_id = 'orders:' || o.id || ':freight'
),
totals as (select count(*) as "_rows", sum(gross) as "total_gross", sum(freight) as "total_freight", sum(lines) as "total_lines", sum(delivered) as "total_delivered",
  sum(invoiced) as "total_invoiced", sum(short_closed) as "total_short_closed", sum(qty) as "total_qty", sum(delivered_qty) as "total_delivered_qty" from rows),
control as (select coalesce(sum(o.gross_total * o.exchange_rate), 0) as gross, count(*) filter (where o.exchange_rate <> 1 or o.opening) as rounded,
  (select coalesce(sum(lines), 0) from rows) as lines from documents o)
select r.id as "orderId", r.customer_id as "customerId", r.no, to_char(r.date, 'YYYY-MM-DD') as date, r.status, r.hold, c.code as "customerCode",
  c.name as customer, u.name as salesperson, r.gross, r.freight, r.qty, r.lines, r.delivered_qty, r.delivered, r.invoiced, r.short_closed,
  r.delivery_status, r.billing_status, r.payment_status, t.*, k.gross as "_expected",
  case when k.rounded > 0 then 0.005 * (k.lines + k.rounded) else 0 end as "_tolerance"
from totals t cross join control k left join rows r on true left join customers c on c.id = r.customer_id left join users u on u.id = r.salesperson_id
order by r.date desc, r.id desc${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
