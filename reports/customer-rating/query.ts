import type { Scope, Statement } from '../kit/statement'
import { statementValues } from '../kit/sql'
import { customersWanted } from '../kit/scope'

export type CustomerRatingParams = {
  show: 'latest' | 'all'
  grade: string | undefined
  customer: number[]
  salesperson: number[]
  department: number[]
}

/** Ratings of the customers a person sees: the latest that was not rejected of each, or the whole history. Control: their number. */
export function customerRatingQuery({ params, scope, limit }: { params: CustomerRatingParams; scope: Scope; limit?: number }): Statement {
  const { values, $ } = statementValues()
  const wanted = [`g.status::text <> 'rejected'`, ...customersWanted({ ...params, scope, $, of: 'c' })]
  const shown = [...(params.show === 'latest' ? ['place = 1'] : []), ...(params.grade ? [`grade = ${$(params.grade)}`] : [])]
  const text = `
with ranked as (
  select g.id, g.no, g.date, g.status::text as status, g.customer_id, c.code as "customerCode", c.name as customer, u.name as salesperson, g.net_sales, g.days_late,
    g.return_rate, g.points, g.grade::text as grade, g.current_grade::text as "gradeBefore", g.proposed_limit, g.current_limit,
    row_number() over (partition by g.customer_id order by g.date desc, g.id desc) as place
  from credit_grades g join customers c on c.id = g.customer_id left join users u on u.id = c.salesperson_id where ${wanted.join(' and ')}
),
rows as (select * from ranked ${shown.length > 0 ? `where ${shown.join(' and ')}` : ''}),
totals as (select count(*) as "_rows", count(*) as "total_ratings", sum(net_sales) as "total_netSales" from rows),
control as (select ${params.show === 'latest' && !params.grade ? 'count(distinct customer_id)' : 'count(*)'} as ratings from ${params.show === 'latest' && !params.grade ? 'ranked' : 'rows'})
select r.customer_id as "customerId", r.id as "ratingId", r.no, to_char(r.date, 'YYYY-MM-DD') as date, r.status, r."customerCode", r.customer, r.salesperson,
  r.net_sales as "netSales", r.days_late as "daysLate", r.return_rate as "returnRate", r.points, r.grade, r."gradeBefore", r.proposed_limit as "proposedLimit",
  r.current_limit as "limitBefore", case when r.id is null then null else 1 end as ratings, t.*, k.ratings as "_expected", 0 as "_tolerance"
from totals t cross join control k left join rows r on true order by r.points desc, r."customerCode", r.date desc${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
