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
with seen as (select c.id from customers c where ${wanted.join(' and ')}),
booked as (
  select e.customer_id, e.document_slug as slug, e.document_id as id, e.business_date as day, e.kind,
    sum(case e.document_slug when 'receipts' then -e.amount else e.amount end) as amount
  from receivable_entries e where e.kind <> 'allocation' and e.business_date <= ${to} and e.customer_id in (select id from seen)
  group by 1, 2, 3, 4, 5 having sum(e.amount) <> 0
),
rows as (
  select customer_id, 0 as step, null::date as day, null as slug, null::int as id, 'opening' as kind, sum(amount) as amount, min(day) as first
    from booked where day < ${from} group by 1
  union all
  select customer_id, 1, day, slug, id, case when kind = 'receipt' and amount > 0 then 'bounced' else kind end, amount, day from booked where day >= ${from}
),
told as (
  select r.*, coalesce(i.no, p.no) as no, i.due_date as due, sum(r.amount) over (partition by r.customer_id order by r.step, r.day, r.slug, r.id) as balance
  from rows r left join invoices i on r.slug = 'invoices' and i.id = r.id left join receipts p on r.slug = 'receipts' and p.id = r.id
),
totals as (select count(*) as "_rows", sum(amount) as "total_amount", sum(greatest(amount, 0)) filter (where step = 1) as "total_debit",
  sum(greatest(-amount, 0)) filter (where step = 1) as "total_credit" from told),
control as (
  select coalesce(sum(case e.document_slug when 'receipts' then -e.amount else e.amount end), 0) as amount
  from receivable_entries e where e.business_date <= ${to} and e.customer_id in (select id from seen)
)
select r.customer_id as "customerId", c.code as "customerCode", c.name as customer, to_char(r.day, 'YYYY-MM-DD') as date, r.kind, r.no, r.slug, r.id as "documentId",
  to_char(r.due, 'YYYY-MM-DD') as due, case when r.step = 1 then greatest(r.amount, 0) end as debit, case when r.step = 1 then greatest(-r.amount, 0) end as credit,
  r.amount, r.balance, t.*, k.amount as "_expected", 0 as "_tolerance"
from totals t cross join control k left join told r on true left join customers c on c.id = r.customer_id
order by c.code, r.step, r.day, r.slug, r.id${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
