import { waitingSamples } from '@/src/domain/samples/sampleSteps'

import { scopeCondition } from '../kit/scope'
import { statementValues } from '../kit/sql'
import type { Scope, Statement } from '../kit/statement'

export const groupings = ['sample', 'customer', 'engineer', 'salesperson', 'month'] as const
export type Grouping = (typeof groupings)[number]

export type SampleTrackingParams = {
  by: Grouping
  from: string | undefined
  to: string | undefined
  customer: number[]
  engineer: number[]
  salesperson: number[]
  state: 'waiting' | undefined
}

/** Somebody has to do something about it: prepare it, send it, or answer. */
const waiting = `status::text in (${waitingSamples.map((status) => `'${status}'`).join(', ')})`

const keys: Readonly<Record<Grouping, string>> = {
  sample: 'id',
  customer: 'customer_id',
  engineer: 'engineer_id',
  salesperson: 'salesperson_id',
  month: `to_char(date, 'YYYY-MM')`,
}

/** Whole moments apart in days, one decimal: free of time zones. */
const days = (from: string, to: string): string => `round(extract(epoch from ${to} - ${from})::numeric / 86400, 1)`
const leads = ['to_ready', 'to_sent', 'to_approved', 'to_converted', 'whole'] as const
const figures = (suffix: (column: string) => string): string =>
  [
    `count(*) as ${suffix('samples')}`,
    `coalesce(sum(rounds), 0) as ${suffix('rounds')}`,
    `count(*) filter (where waiting) as ${suffix('waiting')}`,
    `count(*) filter (where submitted) as ${suffix('submitted')}`,
    `count(*) filter (where approved) as ${suffix('approved')}`,
    `count(*) filter (where converted) as ${suffix('converted')}`,
    ...leads.map((lead) => `avg(${lead}) as ${suffix(lead)}`),
  ].join(', ')

/**
 * Samples a person sees, one by one or by customer, engineer or salesperson: feedback rounds, and days from first submitted to first
 * ready, to first sent, to the customer's approval, to the item; groups show the average of those that got there. Rounds that were
 * withdrawn do not count. Control: the number of samples.
 */
export function sampleTrackingQuery({ params, scope, limit }: { params: SampleTrackingParams; scope: Scope; limit?: number }): Statement {
  const { values, $, ids } = statementValues()
  const wanted = [
    'true',
    ...scopeCondition({ scope, $, of: 's' }),
    ...(params.from ? [`s.date >= ${$(params.from)}::date`] : []),
    ...(params.to ? [`s.date <= ${$(params.to)}::date`] : []),
    ...ids('s.customer_id', params.customer),
    ...ids('s.engineer_id', params.engineer),
    ...ids('s.salesperson_id', params.salesperson),
    ...(params.state ? [`s.${waiting}`] : []),
  ]
  const text = `
with documents as (select s.* from samples s where ${wanted.join(' and ')}),
moments as (
  select d.id, min(a.at) filter (where a.verb = 'submit') as submitted, min(a.at) filter (where a.verb = 'ready') as ready,
    min(a.at) filter (where a.verb = 'mark-sent') as sent, min(a.at) filter (where a.verb = 'convert') as converted
  from documents d join audit_log a on a.slug = 'samples' and a.document_id = d.id::text
  where a.verb in ('submit', 'ready', 'mark-sent', 'convert') group by d.id
),
answers as (
  select r.sample_id as id, count(*) as rounds, max(r.closed_at) filter (where r.status::text = 'approved') as approved
  from feedback_rounds r where r.sample_id in (select id from documents) and r.status::text <> 'withdrawn' group by 1
),
measured as (
  select d.id, d.date, d.customer_id, d.engineer_id, d.salesperson_id, d.${waiting} as waiting, coalesce(a.rounds, 0) as rounds,
    m.submitted is not null or d.status::text not in ('draft', 'cancelled') as submitted,
    d.status::text in ('approvedByCustomer', 'converted') as approved, d.status::text = 'converted' as converted,
    ${days('m.submitted', 'm.ready')} as to_ready, ${days('m.ready', 'm.sent')} as to_sent, ${days('m.sent', 'a.approved')} as to_approved,
    ${days('a.approved', 'm.converted')} as to_converted, ${days('m.submitted', 'm.converted')} as whole
  from documents d left join moments m on m.id = d.id left join answers a on a.id = d.id
),
rows as (select ${keys[params.by]} as key, ${figures((column) => column)} from measured group by 1),
totals as (select (select count(*) from rows) as "_rows", ${figures((column) => `"total_${column}"`)} from measured),
control as (select count(*) as samples from documents)
select r.*, t.*, k.samples as "_expected", 0 as "_tolerance", s.no, to_char(s.date, 'YYYY-MM-DD') as date, s.name, s.status::text as status,
  c.id as "customerId", c.code as "customerCode", c.name as customer, u.name as person, e.name as engineer
from totals t cross join control k left join rows r on true
left join samples s on ${params.by === 'sample' ? 's.id = r.key' : 'false'}
left join customers c on c.id = ${params.by === 'customer' ? 'r.key' : 's.customer_id'}
left join users u on u.id = ${params.by === 'engineer' || params.by === 'salesperson' ? 'r.key' : 's.salesperson_id'}
left join users e on e.id = s.engineer_id
order by ${params.by === 'sample' ? 's.date desc, s.id desc' : params.by === 'month' ? 'r.key' : 'r.converted desc, r.samples desc, r.key'}${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
