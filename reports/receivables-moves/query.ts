import { customersWanted } from '../kit/scope'
import { statementValues, unproven } from '../kit/sql'
import type { Asked, Statement } from '../kit/statement'
import type { Period, Whose } from '../kit/usualParams'

export type ReceivablesMovesParams = Period & Whose

export const moves = ['invoiced', 'credited', 'received', 'bounced'] as const
const figures = ['opening', ...moves, 'closing'] as const

/** What an entry moves: signed as it changes what is owed. A receipt that is taken back bounced. */
const moveOf = `case when e.kind = 'invoice' then 'invoiced' when e.kind = 'creditNote' then 'credited' when e.kind = 'receipt' and e.amount > 0 then 'received'
    when e.kind = 'receipt' then 'bounced' end`
const signed = `case e.document_slug when 'receipts' then -e.amount else e.amount end`

/**
 * What customers owe, month by month: opening + invoiced − credited − received + bounced = closing, in base currency. It starts from what is open now and takes back
 * what was entered after the period, so that it costs as much as the months asked. What settles what changes nothing and is left out. Control: all entries of the
 * books up to the last day.
 */
export function receivablesMovesQuery({ params, scope, today, limit, proven = true }: Asked<ReceivablesMovesParams>): Statement {
  const { values, $ } = statementValues()
  const wanted = ['true', ...customersWanted({ ...params, scope, $, of: 'c' })]
  const to = `${$(params.to ?? today)}::date`
  const from = `date_trunc('month', ${$(params.from ?? params.to ?? today)}::timestamp)::date`
  const text = `
with seen as (select c.id from customers c where ${wanted.join(' and ')}),
moved as (
  select case when e.business_date <= ${to} then date_trunc('month', e.business_date::timestamp)::date end as month, ${moveOf} as move, sum(${signed}) as amount
  from receivable_entries e where e.business_date >= ${from} and e.kind <> 'allocation' and e.customer_id in (select id from seen) group by 1, 2
),
last as (
  select coalesce((select sum(case document_slug when 'receipts' then -open_amount else open_amount end) from receivable_balances where open_amount <> 0 and customer_id in (select id from seen)), 0)
    - coalesce((select sum(amount) from moved where month is null), 0) as closing
),
calendar as (
  select month::date from generate_series(${from}, ${to}, interval '1 month') month
  where exists (select from receivable_entries e where e.customer_id in (select id from seen))
),
told as (
  select d.month, ${moves.map((name) => `coalesce(sum(m.amount) filter (where m.move = '${name}'), 0) as "${name}"`).join(', ')}, coalesce(sum(m.amount), 0) as total
  from calendar d left join moved m on m.month = d.month group by 1
),
rows as (
  select t.*, l.closing - coalesce(sum(total) over (order by month desc rows between unbounded preceding and 1 preceding), 0) as closing from told t cross join last l
),
monthly as (select month, closing - total as opening, ${moves.map((name) => `"${name}"`).join(', ')}, closing from rows),
totals as (
  select count(*) as "_rows", ${moves.map((name) => `sum("${name}") as "total_${name}"`).join(', ')}, (array_agg(opening order by month))[1] as "total_opening",
    (array_agg(closing order by month desc))[1] as "total_closing" from monthly
),
control as (
  ${proven ? `select coalesce(sum(${signed}), 0) as amount from receivable_entries e where e.business_date <= ${to} and e.customer_id in (select id from seen)` : unproven}
)
select to_char(r.month, 'YYYY-MM') as month, ${figures.map((name) => `r."${name}"`).join(', ')}, t.*, case when t."_rows" = 0 then 0 else k.amount end as "_expected", 0 as "_tolerance"
from totals t cross join control k left join monthly r on true order by r.month${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
