import { documentsWanted, netOfHead, tellsSales } from '../kit/documents'
import { statementValues } from '../kit/sql'
import type { Scope, Statement } from '../kit/statement'
import type { Whose } from '../kit/usualParams'

export const kinds = ['new', 'back', 'kept', 'lost'] as const

export type CustomerChangesParams = Whose & { show: (typeof kinds)[number] | 'all'; from: string | undefined; to: string | undefined }

export const sums = ['before', 'amount', 'new', 'back', 'kept', 'lost'] as const

/**
 * Who buys and who no longer does. A period is compared with the year before it: new bought in the period and never before, back bought again after more than that
 * year, kept bought in both, lost bought in the year before and not in the period. Approved invoices without tax, credit notes negative, base currency; a customer
 * with credit notes alone bought nothing. Control: net totals of the invoices of the period (of the customers shown).
 */
export function customerChangesQuery({
  params,
  scope,
  period,
  limit,
}: {
  params: CustomerChangesParams
  scope: Scope
  period: { from: string; to: string }
  limit?: number
}): Statement {
  const { values, $ } = statementValues()
  const [from, to] = [`${$(period.from)}::date`, `${$(period.to)}::date`]
  const wanted = [
    `i.status::text = 'approved'`,
    tellsSales('i'),
    ...documentsWanted({ ...params, from: undefined, to: undefined, scope, $, of: 'i' }),
  ].join(' and ')
  const shown = params.show === 'all' ? `kind is not null` : `kind = ${$(params.show)}`
  const text = `
with heads as (
  select i.customer_id, i.date, case i.kind when 'creditNote' then -1 else 1 end * ${netOfHead('i')} as net, i.kind::text = 'invoice' as bought,
    case when i.date between ${from} and ${to} then 'now' when i.date < ${from} and i.date >= ${from} - interval '1 year' then 'before' when i.date < ${from} then 'earlier' end as place
  from invoices i where ${wanted} and i.date <= ${to}
),
customers_in as (
  select customer_id, coalesce(sum(net) filter (where place = 'before'), 0) as before, coalesce(sum(net) filter (where place = 'now'), 0) as amount,
    count(*) filter (where place = 'now' and bought) as invoices, min(date) filter (where bought) as first, max(date) filter (where bought) as last,
    case when count(*) filter (where bought and place = 'now') > 0 then
        case when count(*) filter (where bought and place = 'before') > 0 then 'kept' when count(*) filter (where bought and place = 'earlier') > 0 then 'back' else 'new' end
      when count(*) filter (where bought and place = 'before') > 0 then 'lost' end as kind
  from heads group by 1
),
rows as (select *, ${kinds.map((kind) => `case kind when '${kind}' then 1 else 0 end as "${kind}"`).join(', ')} from customers_in where ${shown}),
totals as (select count(*) as "_rows", sum(invoices) as "total_invoices", ${sums.map((name) => `sum("${name}") as "total_${name}"`).join(', ')} from rows),
control as (
  select coalesce((select sum(net) from heads where place = 'now'), 0)
    - coalesce((select sum(amount) from customers_in where (${shown}) is not true), 0) as net
)
select r.customer_id as "customerId", c.code as "customerCode", c.name as customer, u.name as salesperson, r.kind, to_char(r.first, 'YYYY-MM-DD') as first, to_char(r.last, 'YYYY-MM-DD') as last,
  r.before, r.amount, r.invoices, ${kinds.map((kind) => `r."${kind}"`).join(', ')}, t.*, k.net as "_expected", 0 as "_tolerance"
from totals t cross join control k left join rows r on true left join customers c on c.id = r.customer_id left join users u on u.id = c.salesperson_id
order by r.kind = 'lost' desc, greatest(r.before, r.amount) desc, c.code${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
