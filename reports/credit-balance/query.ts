import { kindsReleasing } from '@/src/domain/kinds'

import { bucketCounts, creditRule } from '../kit/creditRule'
import type { Asked, Scope, Statement } from '../kit/statement'
import { statementValues, unproven } from '../kit/sql'
import { customerScope } from '../kit/scope'

export const objectKinds = ['customers', 'departments', 'users'] as const

export type CreditBalanceParams = {
  kind: (typeof objectKinds)[number]
  show: 'used' | 'overLimit' | 'all'
  customer: number[]
  salesperson: number[]
  department: number[]
}

/** Which credit objects a person sees: customers as in his lists, himself, his department and its people. */
function objectScope({ kind, scope, $ }: { kind: CreditBalanceParams['kind']; scope: Scope; $: (value: unknown) => string }): string[] {
  if (kind === 'customers') return customerScope({ scope, $, of: 'm' })
  if (scope.kind === 'all') return []
  if (scope.kind === 'none') return ['false']
  const department = scope.kind === 'department' && scope.departmentId !== null ? $(scope.departmentId) : null
  if (kind === 'departments') return [department ? `m.id = ${department}` : 'false']
  return [department ? `(m.id = ${$(scope.userId)} or m.department_id = ${department})` : `m.id = ${$(scope.userId)}`]
}

const owner = { customers: 'h.bill_to_id', departments: 'h.department_id', users: 'h.salesperson_id' } as const

/**
 * Credit objects as a check would see them now: the limit in force today (a temporary one before a lasting one before the master's
 * own), every bucket, exposure by the chosen buckets, what is free, the oldest open invoice above the threshold, the last alarm.
 * Control: the chosen buckets summed from the entries of the credit book.
 */
export function creditBalanceQuery({ params, scope, today, limit, proven = true }: Asked<CreditBalanceParams>): Statement {
  const { values, $, ids } = statementValues()
  const { kind } = params
  const day = `${$(today)}::date`
  const wanted = [
    'true',
    ...objectScope({ kind, scope, $ }),
    ...(kind === 'customers'
      ? [...ids('m.id', params.customer), ...ids('m.salesperson_id', params.salesperson), ...ids('m.department_id', params.department)]
      : ids('m.id', kind === 'departments' ? params.department : params.salesperson)),
  ]
  const code = kind === 'users' ? 'm.email' : 'm.code'
  const open =
    kind === 'customers'
      ? `select b.customer_id as object, i.no, b.due_date as due, b.business_date as day, b.open_amount as amount, b.document_id as id
         from receivable_balances b join invoices i on i.id = b.document_id where b.document_slug = 'invoices' and b.open_amount > 0`
      : `select h.${kind === 'departments' ? 'department_id' : 'salesperson_id'} as object, h.no, h.due_date as due, h.date as day, h.open_amount as amount, h.id
         from invoices h where h.open_amount > 0`
  const alarms = kindsReleasing('credit')
    .map(
      (table) => `select ${owner[kind]} as object, h.no, h.date, h.id, '${table}' as slug from ${table} h
      where h.credit_status in ('alarmed', 'released')`,
    )
    .join(' union all ')
  const shown = {
    all: 'true',
    used: `(exposure <> 0 or "limit" is not null or orders + deliveries + unaudited + receivable <> 0)`,
    overLimit: `free < 0`,
  }[params.show]
  const text = `
with rule as (${creditRule}),
objects as (
  select m.id, ${code} as code, m.name, m.credit_hold::text as hold, m.credit_grade::text as grade, m.credit_days as days,
    coalesce(m.credit_control, m.credit_limit is not null or l.id is not null) as control, case when l.id is null then m.credit_limit else l.limit end as "limit",
    case when l.kind::text = 'temporary' then l.valid_to end as until
  from ${kind} m left join lateral (
    select c.id, c.limit, c.kind, c.valid_to from credit_limits c
    where c.object_kind::text = '${kind}' and c.object_id = m.id and c.status::text = 'approved' and c.valid_from <= ${day} and (c.valid_to is null or c.valid_to >= ${day})
    order by c.kind::text = 'temporary' desc, c.valid_from desc, c.id desc limit 1) l on true
  where ${wanted.join(' and ')}
),
sized as (
  select o.*, coalesce(b.orders, 0) as orders, coalesce(b.deliveries, 0) as deliveries, coalesce(b.unaudited_invoices, 0) as unaudited, coalesce(b.receivable, 0) as receivable,
    case when r.orders then coalesce(b.orders, 0) else 0 end + case when r.deliveries then coalesce(b.deliveries, 0) else 0 end
      + case when r.unaudited then coalesce(b.unaudited_invoices, 0) else 0 end + case when r.receivable then coalesce(b.receivable, 0) else 0 end as exposure, r.watch
  from objects o cross join rule r left join (
    select object_id, sum(orders) as orders, sum(deliveries) as deliveries, sum(unaudited_invoices) as unaudited_invoices, sum(receivable) as receivable
    from (select object_id, orders, deliveries, unaudited_invoices, receivable from credit_balances where object_kind = '${kind}'
      union all select object_id, orders, deliveries, unaudited_invoices, receivable from credit_deltas where object_kind = '${kind}') x group by 1) b on b.object_id = o.id
),
judged as (
  select *, case when control and "limit" is not null then "limit" - exposure end as free,
    case when hold in ('stop', 'noCheck') then hold when not control or "limit" is null then null when exposure > "limit" then 'hold'
      when exposure > "limit" * watch / 100 then 'watch' else 'ok' end as status from sized
),
rows as (select * from judged where ${shown}),
oldest as (
  select distinct on (x.object) x.object, x.id, x.no, x.due, x.amount from (${open}) x join rows o on o.id = x.object cross join rule r
  where x.amount > r.threshold order by x.object, case when o.days is null then coalesce(x.due, x.day) else x.day end, x.id
),
alarmed as (select distinct on (a.object) a.object, a.id, a.slug, a.no, a.date from (${alarms}) a where a.object in (select id from rows) order by a.object, a.date desc, a.id desc),
totals as (select count(*) as "_rows", sum(orders) as "total_orders", sum(deliveries) as "total_deliveries", sum(unaudited) as "total_unaudited",
  sum(receivable) as "total_receivable", sum(exposure) as "total_exposure", sum("limit") as "total_limit", sum(greatest(free, 0)) as "total_free" from rows),
control as (
  ${
    proven
      ? `select coalesce(sum(e.amount), 0) as amount from credit_entries e cross join rule r where e.object_kind = '${kind}' and e.object_id in (select id from rows)
    and ${bucketCounts('e.bucket')}`
      : unproven
  }
)
select o.id as "objectId", o.code, o.name, o.grade, o.status, o."limit", to_char(o.until, 'YYYY-MM-DD') as until, o.orders, o.deliveries, o.unaudited, o.receivable, o.exposure,
  o.free, y.id as "oldestId", a.id as "alarmId", a.slug as "alarmSlug", y.no as "oldestNo", to_char(y.due, 'YYYY-MM-DD') as "oldestDue", y.amount as "oldestAmount", a.no as "alarmNo", to_char(a.date, 'YYYY-MM-DD') as "alarmDate",
  t.*, k.amount as "_expected", 0 as "_tolerance"
from totals t cross join control k left join rows o on true left join oldest y on y.object = o.id left join alarmed a on a.object = o.id
order by o.exposure desc, o.code${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
