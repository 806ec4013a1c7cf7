import { freightOfHead } from '@/src/ledger/sums/freightOfHead'

import { documentsWanted } from '../kit/documents'
import { documentKey, type GroupName, groupSql } from '../kit/groups'
import { statementValues, worded } from '../kit/sql'
import type { Asked, Statement } from '../kit/statement'
import type { Belonging, Period, Whose } from '../kit/usualParams'

export type QuoteConversionParams = Period &
  Whose &
  Belonging & { by: GroupName; state: keyof typeof outcomes | undefined; lostFor: string | undefined }

/** What became of a quote, by its status. */
const outcomes = {
  won: ['partlyOrdered', 'ordered'],
  lost: ['lost'],
  expired: ['expired'],
  waiting: ['approved', 'sent', 'confirmed'],
} as const
const statuses = (names: readonly (keyof typeof outcomes)[]): string =>
  names.flatMap((name) => outcomes[name].map((status) => `'${status}'`)).join(', ')

export const counts = ['quotes', 'won', 'lost', 'expired', 'waiting'] as const
export const sums = ['amount', 'ordered', 'lostAmount'] as const
const all = [...counts, ...sums, 'days', 'answered'] as const

/**
 * What became of the quotes that were given to customers in a period: the newest revision of each, tax-inclusive in base currency. Won is a quote of
 * which anything was ordered; its `ordered` is the ordered share of its lines, at the quote's prices. What was ordered at a quantity break, or of a price
 * without a quantity, is worth what the order says. Days run to the first order.
 * Control: gross totals of the heads.
 */
export function quoteConversionQuery({ params, scope, limit, only }: Asked<QuoteConversionParams>): Statement {
  const { values, $ } = statementValues()
  const group = groupSql(params.by, ['quotes'])
  const wanted = [
    'coalesce(q.current, true)',
    `q.status in (${statuses(params.state ? [params.state] : ['won', 'lost', 'expired', 'waiting'])})`,
    ...worded('q.lost_for::text', params.lostFor, $),
    ...documentsWanted({ ...params, scope, $, of: 'q' }),
  ].join(' and ')
  // numbers of quotes need none of their lines and orders
  const counted = only && [...only].every((name) => name === 'name' || counts.some((count) => count === name))
  const text = `
with heads as materialized (
  select q.id, q.date, q.customer_id, q.salesperson_id, q.department_id, q.region, q.channel, q.status::text as status, q.lost_for::text as lost_for, (q.gross_total - ${freightOfHead('q')}) * q.exchange_rate as head, q.exchange_rate${params.by === 'document' ? `, ${documentKey('quotes', 'q.id')} as document` : ''}
  from quotes q where ${wanted}
),
${counted ? '' : `taken as materialized (select line_id, ordered from line_progress where line_slug = 'quotes' and ordered > 0),`}
facts as (
  select h.*, ${counted ? 'null::numeric as amount, null::numeric as ordered, null::date as first' : 'l.amount, l.ordered, o.first'}
  from heads h
  ${
    counted
      ? ''
      : `left join (
    select x._parent_id as id, sum(x.base_gross) as amount,
      sum(coalesce(x.base_gross * least(x.qty, greatest(0, coalesce(p.ordered, 0) - coalesce(b.qty, 0))) / nullif(x.qty, 0), 0) + coalesce(b.gross, 0)) as ordered
    from quotes_lines x left join taken p on p.line_id = x.id
    left join lateral (
      select sum(y.qty) as qty, sum(y.base_gross) as gross from orders_lines y join orders s on s.id = y._parent_id
      where p.ordered > 0 and (x.qty = 0 or x.id in (select _parent_id from quotes_lines_breaks)) and y.quote_id = x._parent_id and y.quote_line = x.id and (y.quote_break is not null or x.qty = 0)
        and s.status <> 'cancelled' and not coalesce(s.held_back, false)
    ) b on true
    where x._parent_id in (select id from heads) group by 1
  ) l on l.id = h.id
  left join (select x.quote_id, min(s.date) as first from orders_lines x join orders s on s.id = x._parent_id
    where x.quote_id in (select id from heads) and s.status <> 'cancelled' group by 1) o on o.quote_id = h.id`
  }
),
grouped as (
  select ${group.key} as key, count(*) as quotes, count(*) filter (where f.status in (${statuses(['won'])})) as won, count(*) filter (where f.status = 'lost') as lost,
    count(*) filter (where f.status = 'expired') as expired, count(*) filter (where f.status in (${statuses(['waiting'])})) as waiting,
    sum(amount) as amount, sum(ordered) as ordered, coalesce(sum(amount) filter (where f.status = 'lost'), 0) as "lostAmount", sum(greatest(0, first - f.date)) as days, count(first) as answered
  from facts f ${group.join} group by 1
),
totals as (select count(*) as "_rows", ${all.map((name) => `sum("${name}") as "total_${name}"`).join(', ')} from grouped),
control as (select coalesce(sum(head), 0) as gross, count(*) filter (where exchange_rate <> 1) as rounded from facts)
select g.key, ${group.names}, ${all.map((name) => `g."${name}"`).join(', ')}, t.*, k.gross as "_expected", 0.5 * k.rounded as "_tolerance"
from totals t cross join control k left join grouped g on true ${group.named}
order by ${group.order('g.amount')}${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
