import type { ReviewDepartment } from '@/src/domain/orders/requiredDepartments'

import { scopeCondition } from '../kit/scope'
import { statementValues } from '../kit/sql'
import type { Scope, Statement } from '../kit/statement'
import type { Period } from '../kit/usualParams'

export const groupings = ['month', 'department', 'reviewer', 'order'] as const
export type ReviewTimesParams = Period & {
  by: (typeof groupings)[number]
  department: ReviewDepartment | undefined
  state: 'open' | 'answered' | undefined
  customer: number[]
  reviewer: number[]
}

export const counts = ['asked', 'answered', 'open', 'late', 'objections'] as const

const levels: Readonly<Record<ReviewTimesParams['by'], { key: string; names: string; join: string; order: string }>> = {
  month: { key: `to_char(day, 'YYYY-MM')`, names: 'g.key as name', join: '', order: 'g.key' },
  department: { key: 'department', names: 'g.key as name', join: '', order: 'g.asked desc, g.key' },
  reviewer: { key: 'reviewer_id', names: 'n.name', join: 'left join users n on n.id = g.key', order: 'g.asked desc, g.key' },
  order: {
    key: 'order_id',
    names: `n.no as name, n.id as "orderId", to_char(n.date, 'YYYY-MM-DD') as date, n.customer_id as "customerId", c.name as customer`,
    join: 'left join orders n on n.id = g.key left join customers c on c.id = n.customer_id',
    order: 'n.date desc, n.id desc',
  },
}

/** A question stands where its order stands. It was put before it was answered and before its time was over, also where a story is told later than it happened. */
const questions = `select q.*, q.order_department_id as department_id, least(q.created_at, q.answered_at, q.due_at) as asked_at from order_reviews q`

/**
 * What departments were asked about orders, and how soon they answered: questions on the day they were put, answers, those still open, those answered after their
 * time or open beyond it, objections, and hours to the answer. What was asked in vain (a new version of the order) does not count. Control: the number of the questions.
 */
export function reviewTimesQuery({
  params,
  scope,
  today,
  limit,
}: {
  params: ReviewTimesParams
  scope: Scope
  today: string
  limit?: number
}): Statement {
  const { values, $, ids } = statementValues()
  const level = levels[params.by]
  const wanted = [
    `r.status::text <> 'void'`,
    ...scopeCondition({ scope, $, of: 'r' }),
    ...(params.from ? [`r.asked_at::date >= ${$(params.from)}::date`] : []),
    ...(params.to ? [`r.asked_at::date <= ${$(params.to)}::date`] : []),
    ...(params.department ? [`r.department::text = ${$(params.department)}`] : []),
    ...(params.state ? [`r.status::text ${params.state === 'open' ? '=' : '<>'} 'open'`] : []),
    ...ids('r.customer_id', params.customer),
    ...ids('r.reviewer_id', params.reviewer),
  ].join(' and ')
  const all = [...counts, 'hours'] as const
  const text = `
with asked as (
  select r.asked_at::date as day, r.department::text as department, r.reviewer_id, r.order_id, r.status::text = 'open' as open, r.answered_at is not null as answered,
    coalesce(r.answered_at, ${$(today)}::date) > r.due_at as late, r.opinion::text = 'disagree' as objects, extract(epoch from r.answered_at - r.asked_at)::numeric / 3600 as hours
  from (${questions}) r where ${wanted}
),
grouped as (
  select ${level.key} as key, count(*) as asked, count(*) filter (where answered) as answered, count(*) filter (where open) as open, count(*) filter (where late) as late,
    count(*) filter (where objects) as objections, sum(hours) as hours
  from asked group by 1
),
totals as (select count(*) as "_rows", ${all.map((name) => `sum(${name}) as "total_${name}"`).join(', ')} from grouped),
control as (select count(*) as asked from (${questions}) r where ${wanted})
select g.key, ${level.names}, ${all.map((name) => `g.${name}`).join(', ')}, t.*, k.asked as "_expected", 0 as "_tolerance"
from totals t cross join control k left join grouped g on true ${level.join} order by ${level.order}${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
