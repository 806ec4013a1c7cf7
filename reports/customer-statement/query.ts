import type { Scope, Statement } from '../kit/statement'
import { statementValues } from '../kit/sql'
import { customersWanted } from '../kit/scope'
import type { Period, Whose } from '../kit/usualParams'

export type CustomerStatementParams = Period & Whose

/**
 * What happened with customers between two days: the balance before, every invoice, credit note, receipt and bounced receipt, and
 * the balance after each. Base currency; what settles what changes no balance and is not listed. Control: the books up to the day.
 */
export function customerStatementQuery({
  params,
  scope,
  today,
  limit,
}: {
  params: CustomerStatementParams
  scope: Scope
  today: string
  limit?: number
}): Statement {
  const { values, $ } = statementValues()
  const to = `${$(params.to ?? today)}::date`
  const from = params.from ? `${$(params.from)}::date` : `'-infinity'::date`
  const wanted = ['true', ...customersWanted({ ...params, scope, $, of: 'c' })]
  const text = `
with seen as (select c.id, c.code from customers c where ${wanted.join(' and ')}),
booked as materialized (
  select e.customer_id, e.document_slug as slug, e.document_id as id, e.business_date as day, e.kind,
    sum(case e.document_slug when 'receipts' then -e.amount else e.amount end) as amount
  from receivable_entries e where e.kind <> 'allocation' and e.business_date <= ${to} and e.customer_id in (select id from seen)
  group by 1, 2, 3, 4, 5 having sum(e.amount) <> 0
),
whole as (
  select customer_id, count(*) filter (where day >= ${from}) + max((day < ${from})::int) as rows, sum(amount) as amount,
    sum(greatest(amount, 0)) filter (where day >= ${from}) as debit, sum(greatest(-amount, 0)) filter (where day >= ${from}) as credit
  from booked group by 1
),
totals as (select sum(rows) as "_rows", sum(amount) as "total_amount", sum(debit) as "total_debit", sum(credit) as "total_credit" from whole),
${
  limit === undefined
    ? 'paged as (select customer_id from whole),'
    : `-- those whose rows come first: nobody's balance is worked out but theirs
paged as (select customer_id from (select w.*, sum(w.rows) over (order by s.code, s.id rows unbounded preceding) - w.rows as before from whole w join seen s on s.id = w.customer_id) x
  where before < ${$(limit)}),`
}
rows as (
  select customer_id, 0 as step, null::date as day, null as slug, null::int as id, 'opening' as kind, sum(amount) as amount
    from booked where day < ${from} and customer_id in (select customer_id from paged) group by 1
  union all
  select customer_id, 1, day, slug, id, case when kind = 'receipt' and amount > 0 then 'bounced' else kind end, amount
    from booked where day >= ${from} and customer_id in (select customer_id from paged)
),
told as (
  select r.*, sum(r.amount) over (partition by r.customer_id order by r.step, r.day, r.slug, r.id) as balance from rows r
),
control as (
  select coalesce(sum(case e.document_slug when 'receipts' then -e.amount else e.amount end), 0) as amount
  from receivable_entries e where e.business_date <= ${to} and e.customer_id in (select id from seen)
)
select r.customer_id as "customerId", c.code as "customerCode", c.name as customer, to_char(r.day, 'YYYY-MM-DD') as date, r.kind, d.no, r.slug, r.id as "documentId",
  to_char(d.due, 'YYYY-MM-DD') as due, case when r.step = 1 then greatest(r.amount, 0) end as debit, case when r.step = 1 then greatest(-r.amount, 0) end as credit,
  r.amount, r.balance, t.*, k.amount as "_expected", 0 as "_tolerance"
from totals t cross join control k
left join ${limit === undefined ? 'told' : `(select x.* from told x join seen s on s.id = x.customer_id order by s.code, x.step, x.day, x.slug, x.id limit ${$(limit)})`} r on true
left join customers c on c.id = r.customer_id
left join lateral (select i.no, i.due_date as due from invoices i where r.slug = 'invoices' and i.id = r.id
  union all select p.no, null from receipts p where r.slug = 'receipts' and p.id = r.id) d on true
order by c.code, r.step, r.day, r.slug, r.id`
  return { text, values }
}
