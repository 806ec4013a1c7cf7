import type { Scope, Statement } from '../kit/statement'
import { statementValues } from '../kit/sql'
import { openAsOf, openParts } from '../kit/openReceivables'
import { customersWanted } from '../kit/scope'

export type DunningParams = { level: string | undefined; customer: number[]; salesperson: number[]; department: number[] }

/**
 * What is overdue beyond the grace of the customer's grade (none: that of C), with the number of the reminder that is due: the first
 * after the grace, one more every so many days (settings). On-account money of the customer stands beside it. Control: all overdue
 * invoices less those within their grace.
 */
export function dunningQuery({
  params,
  scope,
  today,
  limit,
}: {
  params: DunningParams
  scope: Scope
  today: string
  limit?: number
}): Statement {
  const { values, $ } = statementValues()
  const day = `${$(today)}::date`
  const wanted = ['true', ...customersWanted({ ...params, scope, $, of: 'c' })]
  const shown = params.level ? `level = ${$(Number(params.level))}` : 'level > 0'
  const text = `
with seen as (select c.id from customers c where ${wanted.join(' and ')}),
open as materialized (${openAsOf({ asOf: day, customers: 'select id from seen' })}),
parts as (${openParts('open')}),
rule as (select * from (select 1) one left join credit_settings on true limit 1),
late as (
  select p.*, c.credit_grade::text as grade, ${day} - p.due as days, coalesce(case c.credit_grade::text when 'AAA' then s.dunning_a_a_a when 'AA' then s.dunning_a_a
    when 'A' then s.dunning_a when 'B' then s.dunning_b else s.dunning_c end, 0)::int as grace, greatest(1, coalesce(s.dunning_step, 15))::int as step
  from parts p join customers c on c.id = p.customer_id cross join rule s where p.slug = 'invoices' and p.amount > 0 and p.due < ${day}
),
levelled as (select *, case when days <= grace then 0 else least(4, 1 + (days - grace - 1) / step) end as level from late),
rows as (select * from levelled where ${shown}),
unused as (select customer_id, -sum(amount) as amount from open where slug = 'receipts' or amount < 0 group by 1),
totals as (select count(*) as "_rows", sum(amount) as "total_amount" from rows),
control as (select coalesce((select sum(amount) from late), 0) - coalesce((select sum(amount) from levelled where not (${shown})), 0) as amount)
select r.customer_id as "customerId", c.code as "customerCode", c.name as customer, u.name as salesperson, r.grade, r.no, r.id as "documentId",
  to_char(r.date, 'YYYY-MM-DD') as date, to_char(r.due, 'YYYY-MM-DD') as due, r.days, r.grace, r.level, r.amount, x.amount as unused, t.*, k.amount as "_expected", 0 as "_tolerance"
from totals t cross join control k left join rows r on true left join customers c on c.id = r.customer_id left join users u on u.id = c.salesperson_id
  left join unused x on x.customer_id = r.customer_id
order by r.level desc, c.code, r.due, r.id${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
