import { freightOfHead } from '@/src/ledger/sums/freightOfHead'
import { sumsNow } from '@/src/ledger/sums/sumsOf'

import { tellsSales } from '../kit/documents'
import { scopeCondition } from '../kit/scope'
import type { Scope, Statement } from '../kit/statement'
import { statementValues } from '../kit/sql'

export type TaxInvoiceParams = { from: string | undefined; to: string | undefined; invoice: number[]; customer: number[] }

/** Lines of approved invoices and credit notes (negative) as a tax system takes them in, freight as a line of its own. Control: the gross totals of their headers. */
export function taxInvoicesQuery({ params, scope, limit }: { params: TaxInvoiceParams; scope: Scope; limit?: number }): Statement {
  const { values, $ } = statementValues()
  const wanted = [
    `i.status::text = 'approved'`,
    tellsSales('i'),
    ...scopeCondition({ scope, $, of: 'i' }),
    ...(params.from ? [`i.date >= ${$(params.from)}::date`] : []),
    ...(params.to ? [`i.date <= ${$(params.to)}::date`] : []),
    ...(params.invoice.length > 0 ? [`i.id = any(${$(params.invoice)}::int[])`] : []),
    ...(params.customer.length > 0 ? [`i.customer_id = any(${$(params.customer)}::int[])`] : []),
  ]
  const text = `
with documents as not materialized (select i.*, case i.kind::text when 'creditNote' then -1 else 1 end as sign from invoices i where ${wanted.join(' and ')}),
bills as not materialized (select b.* from ${sumsNow('invoice_bills')} b),
paged as (select h.* from documents h${limit === undefined ? '' : ` join bills b on b.invoice_id = h.id order by h.date, h.id limit ${$(limit)}`}),
rows as (
  select h.id, h.no, h.date, h.kind::text as kind, h.currency, h.customer_id, h.invoice_title, h.tax_no, h.sign, l._order as position, l.item_id, l.description, l.unit, h.sign * l.qty as qty,
    h.sign * l.net as net, h.sign * l.tax as tax, h.sign * l.gross as gross, l.tax_rate,
    o.id as original_id, o.no as original, false as freight
  from paged h join invoices_lines l on l._parent_id = h.id left join invoices_lines s on s.id = l.invoice_line left join invoices o on o.id = s._parent_id
  union all
  select h.id, h.no, h.date, h.kind::text, h.currency, h.customer_id, h.invoice_title, h.tax_no, h.sign, null, null, null, null, null,
    h.sign * (f.amount - coalesce(h.freight_tax, 0)), h.sign * coalesce(h.freight_tax, 0), h.sign * f.amount, h.freight_tax_rate, null, null, true
  from paged h cross join lateral (select ${freightOfHead('h')} as amount) f
  where f.amount <> 0 and exists (select from invoices_lines l where l._parent_id = h.id)
),
totals as (select coalesce(sum(b.lines), 0) as "_rows", sum(b.net) as "total_net", sum(b.tax) as "total_tax", sum(b.gross) as "total_gross", coalesce(sum(h.sign * h.gross_total), 0) as "_expected"
  from documents h left join bills b on b.invoice_id = h.id)
select r.id as "invoiceId", r.customer_id as "customerId", r.item_id as "itemId", r.original_id as "originalId", r.no, to_char(r.date, 'YYYY-MM-DD') as date, r.kind, r.original, c.code as "customerCode", coalesce(r.invoice_title, c.name) as title,
  r.tax_no as "taxNo", r.position, i.code as "itemCode", coalesce(nullif(r.description, ''), i.name) as name, i.specification, r.unit, r.qty, r.currency, r.net, r.tax_rate as "taxRate",
  r.tax, r.gross, r.freight, t.*, 0 as "_tolerance"
from totals t left join rows r on true left join customers c on c.id = r.customer_id left join items i on i.id = r.item_id
order by r.date, r.id, r.position nulls last${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
