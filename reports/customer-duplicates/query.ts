import { customerScope } from '../kit/scope'
import { statementValues } from '../kit/sql'
import type { Scope, Statement } from '../kit/statement'

export const by = ['name', 'taxNo', 'phone'] as const

export type CustomerDuplicatesParams = { by: (typeof by)[number] | 'all'; customer: number[]; salesperson: number[]; department: number[] }

const mayBeOne = (a: string, b: string): string =>
  ['province', 'city'].map((part) => `(${a}.${part} = '' or ${b}.${part} = '' or ${a}.${part} = ${b}.${part})`).join(' and ')

/**
 * Customers that share what a customer is recognised by, of those the reader sees: name by itself, tax number, phone. Two companies of one name in two cities are two. Those that
 * were merged are gone. Control: the same customers counted from pairs.
 */
export function customerDuplicatesQuery({
  params,
  scope,
  limit,
}: {
  params: CustomerDuplicatesParams
  scope: Scope
  limit?: number
}): Statement {
  const { values, $ } = statementValues()
  const seen = [
    'c.merged_into_id is null',
    ...customerScope({ scope, $, of: 'c' }),
    ...(params.by === 'all' ? [] : [`k.kind = ${$(params.by)}`]),
  ].join(' and ')
  const shown = [
    'true',
    ...(params.customer.length > 0 ? [`k.customer_id = any(${$(params.customer)}::int[])`] : []),
    ...(params.salesperson.length > 0 ? [`k.salesperson_id = any(${$(params.salesperson)}::int[])`] : []),
    ...(params.department.length > 0 ? [`k.department_id = any(${$(params.department)}::int[])`] : []),
  ].join(' and ')
  const text = `
with keyed as materialized (
  select k.kind, k.key, k.province, k.city, k.customer_id, c.salesperson_id, c.department_id from customer_keys k join customers c on c.id = k.customer_id where ${seen}),
rows as (
  select k.* from keyed k where ${shown} and exists (
    select 1 from keyed o where o.kind = k.kind and o.key = k.key and o.customer_id <> k.customer_id and ${mayBeOne('k', 'o')})),
totals as (select count(*) as "_rows", count(*) as "total_records" from rows),
control as (
  select count(distinct (k.kind, k.key, k.customer_id)) as records from keyed k join keyed o on o.kind = k.kind and o.key = k.key
  where k.customer_id <> o.customer_id and ${mayBeOne('k', 'o')} and ${shown})
select r.kind, r.key, r.customer_id as "customerId", c.code as "customerCode", c.name as customer, c.tax_no as "taxNo", c.status::text as status, u.name as salesperson,
  to_char(c.created_at, 'YYYY-MM-DD') as created, case when r.kind is null then 0 else 1 end as records, t.*, n.records as "_expected", 0 as "_tolerance"
from totals t cross join control n left join rows r on true left join customers c on c.id = r.customer_id left join users u on u.id = c.salesperson_id
order by array_position(array['taxNo', 'name', 'phone'], r.kind), r.key, c.code${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
