import { bucketCounts, creditRule } from '../kit/creditRule'
import { customersWanted } from '../kit/scope'
import { statementValues, unproven } from '../kit/sql'
import type { Asked, Statement } from '../kit/statement'
import type { Period, Whose } from '../kit/usualParams'

export type CreditExposureParams = Period & Whose & { by: 'month' | 'customer' | 'document' }

export const buckets = ['orders', 'deliveries', 'unaudited', 'receivable'] as const
const figures = [...buckets, 'exposure'] as const
const names: Readonly<Record<(typeof buckets)[number], string>> = {
  orders: 'orders',
  deliveries: 'deliveries',
  unaudited: 'unauditedInvoices',
  receivable: 'receivable',
}
/** Documents that credit is taken by. */
const documents = ['orders', 'deliveries', 'returns', 'invoices', 'receipts'] as const

const spread = `${buckets.map((name) => `coalesce(sum(amount) filter (where bucket = '${names[name]}'), 0) as "${name}"`).join(', ')}, coalesce(sum(amount) filter (where counts), 0) as exposure`

/**
 * The credit that customers had taken at the end of each month, or on the last day by customer or by the documents it was taken by; base currency. It starts from
 * what is taken now and takes back what was entered after the month, so that it costs as much as the months asked. Control: all entries of the credit book up to the last day.
 */
export function creditExposureQuery({ params, scope, today, limit, proven = true }: Asked<CreditExposureParams>): Statement {
  const { values, $ } = statementValues()
  const wanted = ['true', ...customersWanted({ ...params, scope, $, of: 'c' })]
  const to = `${$(params.to ?? today)}::date`
  const byMonth = params.by === 'month'
  // a value that no part of the statement names is refused by the database
  const from = byMonth ? `date_trunc('month', ${$(params.from ?? params.to ?? today)}::timestamp)::date` : ''
  const ofCustomers = `e.object_kind = 'customers' and e.object_id in (select id from seen)`
  const key = params.by === 'customer' ? 'object_id' : 'source_slug, source_id, object_id'
  const rows = byMonth
    ? `booked as materialized (
  select case when e.business_date <= ${to} then date_trunc('month', e.business_date::timestamp)::date end as month, e.bucket, sum(e.amount) as amount
  from credit_entries e where e.business_date >= ${from} and ${ofCustomers} group by 1, 2
),
taken as (
  select x.bucket, sum(x.amount) as amount from (
    select object_id, orders, deliveries, unaudited_invoices, receivable from credit_balances where object_kind = 'customers'
    union all select object_id, orders, deliveries, unaudited_invoices, receivable from credit_deltas where object_kind = 'customers') b
  cross join lateral (values ('orders', b.orders), ('deliveries', b.deliveries), ('unauditedInvoices', b.unaudited_invoices), ('receivable', b.receivable)) x(bucket, amount)
  where b.object_id in (select id from seen) group by 1
),
calendar as (
  select month::date from generate_series(${from}, ${to}, interval '1 month') month
  where exists (select from credit_entries e where ${ofCustomers} and e.business_date < month + interval '1 month' and e.business_date <= ${to})
),
counted as (
  select d.month, n.bucket, ${bucketCounts('n.bucket')} as counts,
    n.amount - coalesce((select sum(b.amount) from booked b where b.bucket = n.bucket and (b.month is null or b.month > d.month)), 0) as amount
  from calendar d cross join taken n cross join rule r
),
rows as (select month, ${spread} from counted group by 1)`
    : `rows as (
  select * from (
    select ${key}, ${spread} from (select e.*, ${bucketCounts('e.bucket')} as counts from credit_entries e cross join rule r where ${ofCustomers} and e.business_date <= ${to}) x
    group by ${key}) taken where ${figures.map((name) => `"${name}" <> 0`).join(' or ')}
)`
  const named = {
    month: { names: `to_char(r.month, 'YYYY-MM') as month`, join: '', order: 'r.month' },
    customer: {
      names: `r.object_id as "customerId", c.code as "customerCode", c.name as customer`,
      join: 'left join customers c on c.id = r.object_id',
      order: 'r.exposure desc, c.code',
    },
    document: {
      names: `r.source_slug as slug, r.source_id as "documentId", d.no, to_char(d.date, 'YYYY-MM-DD') as date, r.object_id as "customerId", c.code as "customerCode", c.name as customer`,
      join: `left join customers c on c.id = r.object_id left join lateral (${documents
        .map((table) => `select x.no, x.date from ${table} x where r.source_slug = '${table}' and x.id = r.source_id`)
        .join(' union all ')}) d on true`,
      order: 'c.code, d.date, r.source_slug, r.source_id',
    },
  }[params.by]
  const totals = byMonth
    ? figures.map((name) => `(array_agg("${name}" order by month desc))[1] as "total_${name}"`)
    : figures.map((name) => `sum("${name}") as "total_${name}"`)
  const text = `
with rule as (${creditRule}),
seen as (select c.id from customers c where ${wanted.join(' and ')}),
${rows},
totals as (select count(*) as "_rows", ${totals.join(', ')} from rows),
control as (${
    proven
      ? `select coalesce(sum(e.amount), 0) as amount from credit_entries e cross join rule r where ${ofCustomers} and e.business_date <= ${to} and ${bucketCounts('e.bucket')}`
      : unproven
  })
select ${named.names}, ${figures.map((name) => `r."${name}"`).join(', ')}, t.*, case when t."_rows" = 0 then 0 else k.amount end as "_expected", 0 as "_tolerance"
from totals t cross join control k left join rows r on true ${named.join} order by ${named.order}${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
