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
