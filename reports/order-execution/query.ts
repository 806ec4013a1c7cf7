import { sumsNow } from '@/src/ledger/sums/sumsOf'

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
stages as not materialized (select * from ${sumsNow('order_stages')} s),
whole as (select ${['gross', 'freight', 'lines', 'delivered', 'invoiced', 'short_closed', 'qty', 'delivered_qty'].map((name) => `sum(n.${name}) as "total_${name}"`).join(', ')},
  count(n.order_id) as "_rows", coalesce(sum(o.gross_total * o.exchange_rate), 0) as "_expected",
  coalesce(0.005 * sum(n.lines + 1) filter (where o.exchange_rate <> 1 or o.opening), 0) as "_tolerance"
  from documents o left join stages n on n.order_id = o.id),
page as (
  select o.id, o.no, o.date, o.status::text as status, o.hold, o.customer_id, o.salesperson_id, o.delivery_status::text as delivery_status,
    o.billing_status::text as billing_status, o.payment_status::text as payment_status, n.*
  from documents o join stages n on n.order_id = o.id${limit === undefined ? '' : ` order by o.date desc, o.id desc limit ${$(limit)}`}
)
select r.id as "orderId", r.customer_id as "customerId", r.no, to_char(r.date, 'YYYY-MM-DD') as date, r.status, r.hold, c.code as "customerCode",
  c.name as customer, u.name as salesperson, r.gross, r.freight, r.qty, r.lines, r.delivered_qty, r.delivered, r.invoiced, r.short_closed,
  r.delivery_status, r.billing_status, r.payment_status, w.*
from whole w left join page r on true left join customers c on c.id = r.customer_id left join users u on u.id = r.salesperson_id
order by r.date desc, r.id desc`
  return { text, values }
}
