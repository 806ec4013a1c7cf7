import { sumsNow } from '@/src/ledger/sums/sumsOf'

import { documentsWanted, goodsWanted, netOfHead } from '../kit/documents'
import { documentKey, type GroupName, groupSql } from '../kit/groups'
import { statementValues } from '../kit/sql'
import type { Asked, Statement } from '../kit/statement'
import type { Belonging, Goods, Period, Whose } from '../kit/usualParams'

export type IntakeParams = Period & Whose & Belonging & Goods & { by: GroupName }

export const sums = ['orders', 'lines', 'quantity', 'net', 'gross'] as const

/** Approved orders (and what became of them) by their day, in base currency. Control: net totals of the heads, or of the lines asked when only some items are. */
export function intakeQuery({ params, scope, limit, proven = true }: Asked<IntakeParams>): Statement {
  const { values, $ } = statementValues()
  const group = groupSql(params.by, ['orders'])
  const items = goodsWanted({ ...params, $, of: 'l' })
  const byLine = params.by === 'item' || params.by === 'itemCategory'
  const wanted = (of: string): string =>
    [`${of}.status::text in ('approved', 'closed')`, ...documentsWanted({ ...params, scope, $, of })].join(' and ')
  const document = params.by === 'document' ? `, ${documentKey('orders', 'o.id')} as document` : ''
  // asked of some items, the lines are added up; else the orders are already
  const facts =
    byLine || items.length > 0
      ? `facts as (
  select h.*, ${byLine ? 'l.item_id' : 'null::int as item_id'}, l.net, l.gross, l.quantity, l.lines
  from heads h join (
    select l._parent_id, ${byLine ? 'l.item_id, ' : ''}sum(l.base_net) as net, sum(l.base_gross) as gross, sum(l.stock_qty) as quantity, count(*) as lines
    from orders_lines l where ${['l._parent_id in (select id from heads)', ...items].join(' and ')} group by 1${byLine ? ', 2' : ''}
  ) l on l._parent_id = h.id
)`
      : `facts as (
  select o.id, o.date, o.customer_id, o.salesperson_id, o.department_id, o.region, o.channel, o.rounded, null::int as item_id, o.net, o.gross, o.quantity, o.lines${document}
  from (select s.order_id as id, s.* from ${sumsNow('order_sums')} s) o where ${wanted('o')} and o.lines > 0
)`
  const text = `
with heads as (
  select o.id, o.date, o.customer_id, o.salesperson_id, o.department_id, o.region, o.channel, ${netOfHead('o')} as head, o.opening or o.exchange_rate <> 1 as rounded${document}
  from orders o where ${wanted('o')}
),
${facts},
grouped as (
  select ${group.key} as key, ${byLine ? 'count(distinct f.id)' : 'count(*)'} as orders, sum(lines) as lines, sum(quantity) as quantity, sum(net) as net, sum(gross) as gross
  from facts f ${group.join} group by 1
),
totals as (select count(*) as "_rows", ${byLine ? '(select count(distinct id) from facts)' : 'sum(orders)'} as "total_orders",
  ${sums
    .slice(1)
    .map((name) => `sum(${name}) as "total_${name}"`)
    .join(', ')} from grouped),
control as (select ${
    !proven
      ? 'null::numeric as net, 0 as rounded'
      : items.length > 0
        ? `(select coalesce(sum(l.base_net), 0) from orders_lines l where l._parent_id in (select id from heads) and ${items.join(' and ')}) as net, 0 as rounded`
        : `coalesce(sum(head), 0) as net, count(*) filter (where rounded) + (select coalesce(sum(lines), 0) from facts where rounded) as rounded from heads`
  })
select g.key, ${group.names}, ${sums.map((name) => `g.${name}`).join(', ')}, t.*, k.net as "_expected", 0.005 * k.rounded as "_tolerance"
from totals t cross join control k left join grouped g on true ${group.named}
order by ${group.order('g.net')}${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
