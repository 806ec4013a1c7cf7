/**
 * What is open as of a day (F8): `open(slug, id, customer, amount)`, invoices and credit notes signed, receipts not used as negative. It is what is open now less
 * what was entered for later days, so that today costs as much as there is open and not as much as there ever was; `ledger:verify` proves that balances are the sum of
 * their entries. Every allocation is dated, so that a past day shows what was open then.
 */
export const openAsOf = ({ asOf, customers }: { asOf: string; customers: string }): string => `
  select slug, id, customer_id, case slug when 'receipts' then -sum(amount) else sum(amount) end as amount
  from (
    select b.document_slug as slug, b.document_id as id, b.customer_id, b.open_amount as amount
    from receivable_balances b where b.open_amount <> 0 and b.customer_id in (${customers})
    union all
    select e.document_slug, e.document_id, e.customer_id, -e.amount
    from receivable_entries e where e.business_date > ${asOf} and e.customer_id in (${customers})
  ) now_and_later
  group by 1, 2, 3 having sum(amount) <> 0`

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
