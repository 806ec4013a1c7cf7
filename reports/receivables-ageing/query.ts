import type { Scope, Statement } from '../kit/statement'

export type AgeingParams = {
  by: 'customer' | 'document'
  asOf: string | undefined
  limits: number[]
  customer: number[]
  salesperson: number[]
  department: number[]
}

export const classes = ['notDue', 'd1', 'd2', 'd3', 'd4', 'd5', 'onAccount'] as const

/** Customers a person sees: his own, those of his department. `$` puts a value into the statement. */
export function customerScope({ scope, $, of }: { scope: Scope; $: (value: unknown) => string; of: string }): string[] {
  if (scope.kind === 'all') return []
  if (scope.kind === 'none') return ['false']
  const own = `${of}.salesperson_id = ${$(scope.userId)}`
  return [scope.kind === 'department' && scope.departmentId !== null ? `(${own} or ${of}.department_id = ${$(scope.departmentId)})` : own]
}

/**
 * What is open as of a day, from the entries of the books up to it (F8): `open(slug, id, customer, amount)`, invoices and credit
 * notes signed, receipts not used as negative. Every allocation is dated, so that a past day shows what was open then.
 */
export const openAsOf = ({ asOf, customers }: { asOf: string; customers: string }): string => `
  select e.document_slug as slug, e.document_id as id, e.customer_id,
    case e.document_slug when 'receipts' then -sum(e.amount) else sum(e.amount) end as amount
  from receivable_entries e where e.business_date <= ${asOf} and e.customer_id in (${customers})
  group by 1, 2, 3 having sum(e.amount) <> 0`

/**
 * The parts of what is open, per instalment: `parts(slug, id, customer_id, due, amount)`. Payments settle the earliest instalment
 * first; an invoice without instalments is one part due on its date.
 */
export const openParts = (open: string): string => `
  select o.slug, o.id, o.customer_id, i.no, i.date, coalesce(p.due, i.due_date, i.date) as due,
    case when p.due is null then o.amount else greatest(0, least(p.amount, o.amount - p.later)) end as amount
  from ${open} o join invoices i on o.slug = 'invoices' and i.id = o.id
  left join lateral (
    select (x->>'dueDate')::date as due, (x->>'amount')::numeric as amount,
      coalesce(sum((x->>'amount')::numeric) over (order by n desc rows between unbounded preceding and 1 preceding), 0) as later
    from jsonb_array_elements(case when jsonb_typeof(i.instalments) = 'array' then i.instalments else '[]' end) with ordinality t(x, n)
  ) p on o.amount > 0
  union all
  select o.slug, o.id, o.customer_id, r.no, r.date, null, o.amount from ${open} o join receipts r on o.slug = 'receipts' and r.id = o.id`

/**
 * Receivables by age as of any day, by customer or by document and instalment, base currency; customers are those who pay the bill.
 * Control: invoices and credit notes less receipts of the same customers up to the day, which allocations cannot change.
 */
export function ageingQuery({
  params,
  scope,
  today,
  limit,
}: {
  params: AgeingParams
  scope: Scope
  today: string
  limit?: number
}): Statement {
  const values: unknown[] = []
  const $ = (value: unknown): string => `$${values.push(value)}`
  const ids = (column: string, given: number[]): string[] => (given.length > 0 ? [`${column} = any(${$(given)}::int[])`] : [])
  const asOf = `${$(params.asOf ?? today)}::date`
  const wanted = [
    'true',
    ...customerScope({ scope, $, of: 'c' }),
    ...ids('c.id', params.customer),
    ...ids('c.salesperson_id', params.salesperson),
    ...ids('c.department_id', params.department),
  ]
  const [l1, l2, l3, l4] = params.limits.map((days) => `${$(days)}::int`)
  const sums = classes.map((name) => `coalesce(sum(amount) filter (where class = '${name}'), 0) as "${name}"`).join(', ')
  const byDocument = params.by === 'document'
  const text = `
with seen as (select c.id from customers c where ${wanted.join(' and ')}),
open as materialized (${openAsOf({ asOf, customers: 'select id from seen' })}),
parts as (${openParts('open')}),
classed as (
  select *, case when slug = 'receipts' then 'onAccount' when due >= ${asOf} then 'notDue' when ${asOf} - due <= ${l1} then 'd1'
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
  select coalesce(sum(case e.document_slug when 'receipts' then -e.amount else e.amount end), 0) as amount
  from receivable_entries e where e.kind <> 'allocation' and e.business_date <= ${asOf} and e.customer_id in (select id from seen)
)
select r.customer_id as "customerId", c.code as "customerCode", c.name as customer, c.credit_grade::text as grade, u.name as salesperson,
  ${byDocument ? `r.slug, r.id as "documentId", r.no, to_char(r.date, 'YYYY-MM-DD') as date, to_char(r.due, 'YYYY-MM-DD') as due, ` : ''}r.total,
  ${classes.map((name) => `r."${name}"`).join(', ')}, r."daysLate", t.*, k.amount as "_expected", 0 as "_tolerance"
from totals t cross join control k left join rows r on true left join customers c on c.id = r.customer_id left join users u on u.id = c.salesperson_id
order by ${byDocument ? 'c.code, r.due nulls last, r.id' : 'r.total desc, c.code'}${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
