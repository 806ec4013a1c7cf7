import { sumsNow } from '@/src/ledger/sums/sumsOf'

import { documentsWanted, netOfHead, tellsSales } from '../kit/documents'
import { customerScope } from '../kit/scope'
import { statementValues } from '../kit/sql'
import type { Scope, Statement } from '../kit/statement'
import type { Period } from '../kit/usualParams'

export type PerformanceParams = Period & { salesperson: number[]; department: number[] }

export const done = ['orders', 'shipped', 'invoiced', 'collected', 'profit'] as const
export const aims = ['ordersTarget', 'invoicedTarget', 'collectedTarget', 'profitTarget'] as const
const figures = [...done, 'uncosted', ...aims] as const

const aimColumns: Readonly<Record<(typeof aims)[number], string>> = {
  ordersTarget: 'orders',
  invoicedTarget: 'invoiced',
  collectedTarget: 'collected',
  profitTarget: 'margin',
}

/**
 * What each salesperson took in orders, shipped, invoiced (credit notes negative) and collected in a period, and what he earned, beside his targets;
 * without tax but for money collected, in base currency. A target counts with the months that begin in the period. Everybody sees the documents that his lists
 * show. Control: net totals of the invoices' heads.
 */
export function performanceQuery({ params, scope, limit }: { params: PerformanceParams; scope: Scope; limit?: number }): Statement {
  const { values, $ } = statementValues()
  const wanted = (of: string): string =>
    documentsWanted({ ...params, scope, $, of })
      .map((condition) => ` and ${condition}`)
      .join('')
  const seen = customerScope({ scope, $, of: 'c' })
  const own =
    seen.length > 0
      ? ` and (${seen.join(' and ')}${scope.kind === 'none' ? '' : ` or r.prepared_by_id = ${$('userId' in scope ? scope.userId : null)}::int`})`
      : ''
  const open: Scope = { kind: 'all' }
  const aimed = documentsWanted({ ...params, from: undefined, to: undefined, scope: open, $, of: 't' })
  const person =
    scope.kind === 'all'
      ? []
      : scope.kind === 'none'
        ? ['false']
        : [
            `(t.salesperson_id = ${$(scope.userId)}${scope.kind === 'department' && scope.departmentId !== null ? ` or t.department_id = ${$(scope.departmentId)}` : ''})`,
          ]
  const months = [
    ...(params.from ? [`t.month >= ${$(params.from)}::date`] : []),
    ...(params.to ? [`t.month <= ${$(params.to)}::date`] : []),
  ]
  const none = (name: string): string => figures.map((figure) => (figure === name ? 'amount' : 'null::numeric')).join(', ')
  const text = `
with invoiced as (
  select case i.kind when 'creditNote' then -1 else 1 end as sign, ${netOfHead('i')} as head, i.opening or i.exchange_rate <> 1 as rounded
  from invoices i where i.status::text = 'approved' and ${tellsSales('i')}${wanted('i')}
),
billed as (
  select i.salesperson_id, sum(i.amount) as amount, sum(i.amount - coalesce(i.uncosted, 0) - i.cost) as profit, sum(i.uncosted) as uncosted,
    coalesce(sum(i.lines) filter (where i.rounded), 0) as rounded
  from ${sumsNow('invoice_sums')} i where i.lines > 0${wanted('i')} group by 1
),
facts as (
  select salesperson_id, ${none('orders')} from (select o.salesperson_id, sum(o.net) as amount from ${sumsNow('order_sums')} o
    where o.status in ('approved', 'closed') and o.lines > 0${wanted('o')} group by 1) x
  union all
  select salesperson_id, ${none('shipped')} from (select d.salesperson_id, sum(d.net) as amount from ${sumsNow('delivery_sums')} d
    where true${wanted('d')} group by 1) x
  union all
  select salesperson_id, null, null, amount, null, profit, uncosted, null, null, null, null from billed
  union all
  select salesperson_id, ${none('collected')} from (select r.salesperson_id, sum(r.amount) as amount from receipts r join customers c on c.id = r.customer_id
    where r.status::text = 'approved'${documentsWanted({ ...params, scope: open, $, of: 'r' })
      .map((condition) => ` and ${condition}`)
      .join('')}${own} group by 1) x
  union all
  select t.salesperson_id, null, null, null, null, null, null, ${aims.map((name) => `sum(t.${aimColumns[name]})`).join(', ')}
  from sales_targets t where ${['true', ...aimed, ...person, ...months].join(' and ')} group by 1
),
grouped as (
  select f.key, ${figures.map((name) => `sum(f."${name}") as "${name}"`).join(', ')}
  from facts f(key, ${figures.map((name) => `"${name}"`).join(', ')}) group by 1
),
totals as (select count(*) as "_rows", ${figures.map((name) => `sum("${name}") as "total_${name}"`).join(', ')} from grouped),
control as (select coalesce(sum(sign * head), 0) as net, count(*) filter (where rounded) as rounded,
  (select coalesce(sum(rounded), 0) from billed) as lines from invoiced)
select g.key, n.name, d.name as department, ${figures.map((name) => `g."${name}"`).join(', ')}, t.*, k.net as "_expected", 0.005 * (k.rounded + k.lines) as "_tolerance"
from totals t cross join control k left join grouped g on true left join users n on n.id = g.key left join departments d on d.id = n.department_id
order by g.invoiced desc nulls last, g.orders desc nulls last, g.key${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
