import type { PayloadRequest } from 'payload'

import type { RatingGrade } from '@/src/domain/credit/rating'

import { asJson, query, sql } from '../query'

export type RatingRow = {
  customer: number
  netSales: string
  daysLate: string
  returnRate: string
  creditDays: number
  firstInvoice: string | null
  /** Whether anything was sold in the period: without a sale there is nothing to rate. */
  sold: boolean
  grade: RatingGrade | null
  limit: string | null
}

/**
 * What customers (with those they pay for) did between two days, from the books: net sales of approved invoices less credit notes,
 * days paid beyond the due date weighted by amount (instalment by instalment; unpaid and overdue counts to `to`; what a credit note
 * settled is no payment), returned value of delivered value in percent. Credit days: the customer's own, else of its payment terms.
 */
export async function ratingFacts({
  req,
  customers,
  from,
  to,
}: {
  req: PayloadRequest
  customers: readonly number[]
  from: string
  to: string
}): Promise<RatingRow[]> {
  return query<RatingRow>(
    req,
    sql`with asked as (select k.id from jsonb_to_recordset(${asJson(customers.map((id) => ({ id })))}::jsonb) as k(id int)),
    sales as (
      select i.bill_to_id as payer, sum((case i.kind::text when 'creditNote' then -1 else 1 end) * (i.net_total - coalesce(i.freight_net, 0)) * i.exchange_rate) filter (where i.date > ${from}::date) as net,
        min(i.date) filter (where i.kind::text = 'invoice') as first,
        bool_or(i.kind::text = 'invoice' and i.date > ${from}::date) as sold
      from invoices i where i.bill_to_id in (select id from asked) and i.status::text = 'approved' and i.date <= ${to}::date group by 1),
    owed as (
      select b.customer_id as payer, i.id, b.total, coalesce(p.due, i.due_date, i.date) as due,
        coalesce(p.upto - p.amount, 0) as low, coalesce(p.upto, b.total) as high
      from receivable_balances b join invoices i on i.id = b.document_id
      left join lateral (
        select (x->>'dueDate')::date as due, (x->>'amount')::numeric as amount, sum((x->>'amount')::numeric) over (order by n) as upto
        from jsonb_array_elements(case when jsonb_typeof(i.instalments) = 'array' then i.instalments else '[]' end) with ordinality t(x, n)) p on true
      where b.document_slug = 'invoices' and b.total > 0 and b.customer_id in (select id from asked) and i.date <= ${to}::date),
    paid as (
      select e.document_id as id, case when s.kind::text = 'creditNote' then null else least(e.business_date, coalesce(r.date, e.business_date)) end as day, -sum(e.amount) as amount
      from receivable_entries e left join invoices s on e.source_slug = 'invoices' and s.id = e.source_id
        left join receipts r on e.source_slug = 'receipts' and r.id = e.source_id
      where e.document_slug = 'invoices' and e.kind = 'allocation' and e.customer_id in (select id from asked) and e.business_date <= ${to}::date
        and not (e.source_slug = 'invoices' and e.source_id = e.document_id and s.kind::text = 'creditNote')
      group by 1, 2 having sum(e.amount) < 0),
    settled as (
      select id, day, sum(amount) over w - amount as low, sum(amount) over w as high from paid
      window w as (partition by id order by day nulls first rows unbounded preceding)),
    unpaid as (select o.id, coalesce(max(s.high), 0) as low, max(o.high) as high from owed o left join settled s on s.id = o.id group by 1),
    late as (
      select o.payer, o.due, s.day, least(o.high, s.high) - greatest(o.low, s.low) as amount
        from owed o join settled s on s.id = o.id and s.low < o.high and s.high > o.low where s.day > ${from}::date
      union all
      select o.payer, o.due, ${to}::date, least(o.high, u.high) - greatest(o.low, u.low)
        from owed o join unpaid u on u.id = o.id and u.low < o.high and u.high > o.low where o.due < ${to}::date),
    delay as (select payer, sum(amount * greatest(0, day - due)) / nullif(sum(amount), 0) as days from late where amount > 0 group by 1),
    moved as (
      select v.bill_to_id as payer, sum(e.amount) filter (where e.kind = 'delivered') as delivered, sum(e.amount) filter (where e.kind = 'returned') as returned
      from progress_entries e join deliveries v on v.id = e.document_id
      where v.bill_to_id in (select id from asked) and e.line_slug = 'deliveries' and e.kind in ('delivered', 'returned') and e.business_date > ${from}::date and e.business_date <= ${to}::date group by 1)
    select c.id as customer, coalesce(s.net, 0)::numeric(18,2) as "netSales", coalesce(y.days, 0)::numeric(18,4) as "daysLate",
      coalesce(100 * greatest(0, m.returned) / nullif(m.delivered, 0), 0)::numeric(18,4) as "returnRate",
      coalesce(c.credit_days, t.days, 0)::int as "creditDays", s.first::text as "firstInvoice", coalesce(s.sold, false) as sold, c.credit_grade::text as grade, c.credit_limit as "limit"
    from customers c join asked a on a.id = c.id left join sales s on s.payer = c.id left join delay y on y.payer = c.id
      left join moved m on m.payer = c.id left join payment_terms t on t.id = c.payment_terms_id order by c.id`,
  )
}

/** Customers who pay bills, bought before the day and again since `from`; those with an undecided or same-day rating are left out. */
export async function customersToRate({
  req,
  before,
  from,
  to,
}: {
  req: PayloadRequest
  before: string
  from: string
  to: string
}): Promise<number[]> {
  const rows = await query<{ id: number }>(
    req,
    sql`select distinct i.bill_to_id as id from invoices i
        where i.status::text = 'approved' and i.kind::text = 'invoice' and i.date <= ${before}::date
          and exists (select from invoices s where s.bill_to_id = i.bill_to_id and s.status::text = 'approved' and s.kind::text = 'invoice'
            and s.date > ${from}::date and s.date <= ${to}::date)
          and not exists (select 1 from credit_grades g where g.customer_id = i.bill_to_id and g.period_to = ${to}::date) order by 1`,
  )
  return rows.map(({ id }) => id)
}
