import { openAsOf, openParts } from '../kit/openReceivables'
import { customersWanted } from '../kit/scope'
import type { Asked, Statement } from '../kit/statement'
import { statementValues, unproven } from '../kit/sql'

export type AgeingParams = {
  by: 'customer' | 'document'
  asOf: string | undefined
  limits: number[]
  customer: number[]
  salesperson: number[]
  department: number[]
}

export const classes = ['notDue', 'd1', 'd2', 'd3', 'd4', 'd5', 'onAccount'] as const

/**
 * Receivables by age as of any day, by customer or by document and instalment, base currency; customers are those who pay the bill.
 * What is left of a credit note is on account like unused money: it is older than nothing.
 * Control: invoices and credit notes less receipts of the same customers up to the day, which allocations cannot change.
 */
export function ageingQuery({ params, scope, today, limit, proven = true }: Asked<AgeingParams>): Statement {
  const { values, $ } = statementValues()
  const asOf = `${$(params.asOf ?? today)}::date`
  const wanted = ['true', ...customersWanted({ ...params, scope, $, of: 'c' })]
  const [l1, l2, l3, l4] = params.limits.map((days) => `${$(days)}::int`)
  const sums = classes.map((name) => `coalesce(sum(amount) filter (where class = '${name}'), 0) as "${name}"`).join(', ')
  const byDocument = params.by === 'document'
  const text = `
with seen as (select c.id from customers c where ${wanted.join(' and ')}),
open as materialized (${openAsOf({ asOf, customers: 'select id from seen' })}),
parts as (${openParts('open')}),
classed as (
  select *, case when slug = 'receipts' or amount < 0 then 'onAccount' when due >= ${asOf} then 'notDue' when ${asOf} - due <= ${l1} then 'd1'
    when ${asOf} - due <= ${l2} then 'd2' when ${asOf} - due <= ${l3} then 'd3' when ${asOf} - due <= ${l4} then 'd4' else 'd5' end as class
  from parts where amount <> 0
),
rows as (
  select customer_id, ${byDocument ? 'slug, id, no, date, due, ' : ''}sum(amount) as total, ${sums},
    max(${asOf} - due) filter (where due < ${asOf} and amount > 0) as "daysLate", count(*) as parts
  from classed group by customer_id${byDocument ? ', slug, id, no, date, due' : ''}
),
totals as (select count(*) as "_rows", sum(total) as "total_total", ${classes.map((name) => `sum("${name}") as "total_${name}"`).join(', ')} from rows),
control as (
  ${
    proven
      ? `select coalesce(sum(case e.document_slug when 'receipts' then -e.amount else e.amount end), 0) as amount
  from receivable_entries e where e.kind <> 'allocation' and e.business_date <= ${asOf} and e.customer_id in (select id from seen)`
      : unproven
  }
)
select r.customer_id as "customerId", c.code as "customerCode", c.name as customer, c.credit_grade::text as grade, u.name as salesperson,
  ${byDocument ? `r.slug, r.id as "documentId", r.no, to_char(r.date, 'YYYY-MM-DD') as date, to_char(r.due, 'YYYY-MM-DD') as due, ` : ''}r.total,
  ${classes.map((name) => `r."${name}"`).join(', ')}, r."daysLate", t.*, k.amount as "_expected", 0 as "_tolerance"
from totals t cross join control k left join rows r on true left join customers c on c.id = r.customer_id left join users u on u.id = c.salesperson_id
order by ${byDocument ? 'c.code, r.due nulls last, r.id' : 'r.total desc, c.code'}${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
