import { freightOfHead } from '@/src/ledger/sums/freightOfHead'

import type { Scope, Statement } from '../kit/statement'
import { statementValues } from '../kit/sql'
import { baseBetween } from '@/src/ledger/sums/baseBetween'
import { openAsOf, openParts } from '../kit/openReceivables'
import { customersWanted } from '../kit/scope'
import type { Period } from '../kit/usualParams'

export type CashForecastParams = Period & {
  by: 'week' | 'month' | 'document'
  customer: number[]
  salesperson: number[]
  department: number[]
}

export const sources = ['receivable', 'unaudited', 'deliveries', 'orders'] as const

/** The document behind a row; the owner of the money is who pays the bill. */
const named = `left join lateral (${['invoices', 'receipts', 'deliveries', 'orders']
  .map(
    (slug) =>
      `select d.no, ${slug === 'receipts' ? 'd.customer_id' : 'd.bill_to_id'} as payer from ${slug} d where r.slug = '${slug}' and d.id = r.id`,
  )
  .join(
    ' union all ',
  )}) d on true left join lateral (select d.no, c.id as customer_id, c.name as customer from customers c where c.id = d.payer) n on true`

/** When payment terms let something of this day fall due. */
const dueBy = (
  day: string,
): string => `case t.kind::text when 'endOfMonth' then (date_trunc('month', ${day}::timestamp) + interval '1 month - 1 day')::date + coalesce(t.days, 0)::int
  when 'endOfNextMonth' then (date_trunc('month', ${day}::timestamp) + interval '2 months - 1 day')::date + coalesce(t.days, 0)::int
  when 'instalments' then ${day} + coalesce((select max(x.days) from payment_terms_instalments x where x._parent_id = t.id), 0)::int
  else ${day} + coalesce(t.days, 0)::int end`

/**
 * Money expected, by the week or month it falls due: open invoices by instalment (what is overdue stands first, advances not used
 * are taken off it), draft invoices (less what of them came back since), goods delivered and not invoiced, and orders by delivery date and payment terms; what replaces returned goods is paid with them, once. Base currency.
 * Document by document it says from which. Control: the open receivables of the books, less what falls due on other days than those asked.
 */
export function cashForecastQuery({
  params,
  scope,
  today,
  limit,
}: {
  params: CashForecastParams
  scope: Scope
  today: string
  limit?: number
}): Statement {
  const { values, $ } = statementValues()
  const asOf = `${$(today)}::date`
  const wanted = ['true', ...customersWanted({ ...params, scope, $, of: 'c' })]
  const byDocument = params.by === 'document'
  const due = [...(params.from ? [`due >= ${$(params.from)}::date`] : []), ...(params.to ? [`due <= ${$(params.to)}::date`] : [])]
  const key = byDocument
    ? 'due as period, slug, id'
    : `case when due < ${asOf} then null else date_trunc('${params.by}', due::timestamp)::date end as period`
  const text = `
with seen as (select c.id from customers c where ${wanted.join(' and ')}),
open as materialized (${openAsOf({ asOf: `'infinity'::date`, customers: 'select id from seen' })}),
parts as (${openParts('open')}),
money as (
  select 'receivable' as source, coalesce(due, ${asOf} - 1) as due, amount, slug, id from parts
  union all
  select 'unaudited', coalesce(i.due_date, i.date), i.gross_total * i.exchange_rate, 'invoices', i.id from invoices i
    where i.status = 'draft' and i.kind::text = 'invoice' and i.bill_to_id in (select id from seen)
  union all
  select 'deliveries', ${dueBy('h.date')}, ${baseBetween({ line: 'l', qty: 'p.delivered', from: '(p.invoiced + p.invoicing)', to: '(p.delivered - p.returned)' })}, 'deliveries', h.id
    from deliveries h join deliveries_lines l on l._parent_id = h.id join line_progress p on p.line_id = l.id left join payment_terms t on t.id = h.payment_terms_id
    where h.billing_status::text is distinct from 'full' and p.delivered > p.returned + p.invoiced + p.invoicing and h.bill_to_id in (select id from seen)
  union all
  select 'unaudited', w.due, -${baseBetween({ line: 'l', qty: 'p.delivered', from: 'greatest(p.invoiced, p.delivered - p.returned)', to: '(p.invoiced + p.invoicing)' })}, 'deliveries', h.id
    from (select distinct x.delivery_line from invoices i join invoices_lines x on x._parent_id = i.id where i.status = 'draft') x
    join line_progress p on p.line_id = x.delivery_line join deliveries_lines l on l.id = p.line_id join deliveries h on h.id = l._parent_id
    join lateral (select min(coalesce(i.due_date, i.date)) as due from invoices_lines x join invoices i on i.id = x._parent_id
      where x.delivery_line = l.id and i.status::text = 'draft') w on true
    where p.line_slug = 'deliveries' and p.invoicing > 0 and p.invoiced + p.invoicing > greatest(p.invoiced, p.delivered - p.returned)
      and h.bill_to_id in (select id from seen)
  union all
  select 'orders', ${dueBy('coalesce(s.day, l.promised, h.date)')}, ${baseBetween({ line: 'l', qty: 'l.qty', from: 'coalesce(p.delivered, 0)', to: '(l.qty - coalesce(p.short_closed, 0))' })}, 'orders', h.id
    from orders h join orders_lines l on l._parent_id = h.id left join line_progress p on p.line_id = l.id left join payment_terms t on t.id = h.payment_terms_id
    left join lateral (select max(coalesce(x.promised, x.date)) as day from orders_lines_schedule x where x._parent_id = l.id) s on true
    where h.status::text = 'approved' and not coalesce(h.opening, false) and h.bill_to_id in (select id from seen)
  union all
  select 'orders', ${dueBy('h.date')}, round(greatest(0, ${freightOfHead('h')} - coalesce(f.invoiced + f.invoicing, 0)) * h.exchange_rate, 2), 'orders', h.id
    from orders h left join line_progress f on f.line_id = 'orders:' || h.id || ':freight' left join payment_terms t on t.id = h.payment_terms_id
    where h.status::text = 'approved' and not coalesce(h.opening, false) and h.freight > 0 and h.bill_to_id in (select id from seen)
      and exists (select from orders_lines l left join line_progress p on p.line_id = l.id where l._parent_id = h.id
        and l.qty > coalesce(p.short_closed + p.returned + p.invoiced + p.invoicing, 0))
),
shown as (select * from money where amount <> 0${due.map((condition) => ` and ${condition}`).join('')}),
rows as (
  select ${key}, ${sources.map((name) => `coalesce(sum(round(amount, 2)) filter (where source = '${name}'), 0) as "${name}"`).join(', ')}, sum(round(amount, 2)) as total
  from shown group by ${byDocument ? '1, 2, 3' : '1'}
),
totals as (select count(*) as "_rows", sum(total) as "total_total", ${sources.map((name) => `sum("${name}") as "total_${name}"`).join(', ')} from rows),
control as (
  select coalesce(sum(case document_slug when 'receipts' then -open_amount else open_amount end), 0) as amount
  from receivable_balances where customer_id in (select id from seen)
),
others as (select ${due.length > 0 ? `coalesce(sum(amount), 0) as amount from money where source = 'receivable' and (${due.join(' and ')}) is not true` : '0 as amount'})
select to_char(r.period, 'YYYY-MM-DD') as period, to_char(greatest(r.period, ${asOf}), 'YYYY-MM-DD') as first, to_char(${asOf} - 1, 'YYYY-MM-DD') as yesterday, ${byDocument ? 'r.slug, r.id as "documentId", n.no, n.customer_id as "customerId", n.customer, ' : ''} ${sources.map((name) => `r."${name}"`).join(', ')}, r.total, sum(r.total) over (order by r.period nulls first${byDocument ? ', r.slug, r.id' : ''}) as running,
  t.*, k.amount - o.amount as "_expected", 0 as "_tolerance"
from totals t cross join control k cross join others o left join rows r on true ${byDocument ? named : ''} order by r.period nulls first${byDocument ? ', r.slug, r.id' : ''}${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
