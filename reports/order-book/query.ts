import { baseBetween } from '@/src/ledger/sums/baseBetween'
import { inBook, orderMoves } from '@/src/ledger/sums/orderMoves'
import { sumsNow } from '@/src/ledger/sums/sumsOf'

import { documentsWanted } from '../kit/documents'
import { statementValues } from '../kit/sql'
import type { Asked, Statement } from '../kit/statement'
import type { Period, Whose } from '../kit/usualParams'

export type OrderBookParams = Period & Whose & { by: 'month' | 'order'; item: number[] }

export const moves = ['new', 'changed', 'shipped', 'shortClosed', 'cancelled'] as const
const figures = ['opening', ...moves, 'closing'] as const

/** What the book is told by: every month from the first to the last, one after the other; or the orders that were in it, each over the whole of these months. */
function told({ by, since, to }: { by: OrderBookParams['by']; since: string | null; to: string }): {
  rows: string
  totals: string
  names: string
  join: string
  order: string
} {
  const sums = (more = ''): string =>
    moves.map((name) => `coalesce(sum(amount) filter (where move = '${name}'${more}), 0) as "${name}"`).join(', ')
  if (by === 'order')
    return {
      rows: `rows as (select * from (
    select order_id, coalesce(o.open, 0) - coalesce(m.since, 0) as opening, ${moves.map((name) => `coalesce("${name}", 0) as "${name}"`).join(', ')}, coalesce(o.open, 0) - coalesce(m.later, 0) as closing
    from open_now o full join (
      select order_id, sum(amount) as since, sum(amount) filter (where day > ${to}) as later, ${sums(` and day <= ${to}`)} from moved group by 1
    ) m using (order_id)
  ) orders where ${figures.map((name) => `"${name}" <> 0`).join(' or ')})`,
      totals: figures.map((name) => `sum("${name}") as "total_${name}"`).join(', '),
      names: `n.id as "orderId", n.no, to_char(n.date, 'YYYY-MM-DD') as date, n.customer_id as "customerId", c.name as customer`,
      join: 'left join orders n on n.id = r.order_id left join customers c on c.id = n.customer_id',
      order: 'r.closing desc, r.opening desc, n.date, n.id',
    }
  return {
    rows: `months as (
  select case when day <= ${to} then date_trunc('month', day::timestamp)::date end as month, ${sums()}, sum(amount) as total from moved group by 1
),
last as (select coalesce((select sum(open) from open_now), 0) - coalesce((select sum(total) from months where month is null), 0) as closing),
calendar as (
  select month::date from generate_series(${since ? `case when (select begun from before) then ${since} else greatest(${since}, (select min(month) from months)) end` : '(select min(month) from months)'}, ${to}, interval '1 month') month
  where exists (select from months where month is not null) or (select closing from last) <> 0
),
told as (
  select d.month, coalesce(m.total, 0) as total, ${moves.map((name) => `coalesce(m."${name}", 0) as "${name}"`).join(', ')}
  from calendar d left join months m on m.month = d.month
),
ended as (
  select t.*, l.closing - coalesce(sum(total) over (order by month desc rows between unbounded preceding and 1 preceding), 0) as closing from told t cross join last l
),
rows as (select month, closing - total as opening, ${moves.map((name) => `"${name}"`).join(', ')}, closing from ended)`,
    totals: `${moves.map((name) => `sum("${name}") as "total_${name}"`).join(', ')}, (array_agg(opening order by month))[1] as "total_opening",
    (array_agg(closing order by month desc))[1] as "total_closing"`,
    names: `to_char(r.month, 'YYYY-MM') as month`,
    join: '',
    order: 'r.month',
  }
}

type Moved = { wanted: readonly string[]; lines: string; since: string | null }

/**
 * `moved(order_id, day, move, amount)` from the first day asked for on, `open_now(order_id, open)`: what every order has open after all that moved it, and `before(begun)`: whether anything moved before. Orders are added
 * up already; asked of some items, the book goes through their lines.
 */
function movedSince({ wanted, lines, since }: Moved): string {
  const from = since ? `where day >= ${since}` : ''
  if (lines)
    return `every as (${orderMoves({ orders: wanted.join(' and ') || 'true', lines })}),
moved as (select * from every ${from}),
open_now as (select order_id, sum(amount) as open from every group by 1 having sum(amount) <> 0),
before as (select exists (select from every where day < ${since ?? 'null'}) as begun)`
  const some = wanted.length > 0 ? [`order_id in (select o.id from orders o where ${wanted.join(' and ')})`] : []
  return `moved as (select order_id, day, move, amount from ${sumsNow('order_moves')} m where ${['true', ...(since ? [`day >= ${since}`] : []), ...some].join(' and ')}),
open_now as (select order_id, open from ${sumsNow('order_sums')} s where ${['open <> 0', ...some].join(' and ')}),
before as (select exists (select from ${sumsNow('order_moves')} m where ${[`day < ${since ?? 'null'}`, ...some].join(' and ')}) as begun)`
}

/**
 * The order book month by month: opening + new + changed − shipped − short-closed − cancelled = closing, tax-inclusive in base currency (`orderMoves`). It starts from what is
 * open now and takes back what moved since, so that it costs as much as the months asked. Orders not yet approved are not in the book. Control: what is open of
 * the lines of approved orders by their balances, less what moved after the last day.
 */
export function orderBookQuery({ params, scope, today, limit, proven = true }: Asked<OrderBookParams>): Statement {
  const { values, $, ids } = statementValues()
  const wanted = documentsWanted({ ...params, from: undefined, to: undefined, scope, $, of: 'o' })
  const lines = ids('i.item_id', params.item).join(' and ')
  const since = params.from ? `date_trunc('month', ${$(params.from)}::date::timestamp)::date` : null
  const to = `${$(params.to ?? today)}::date`
  const shown = told({ by: params.by, since, to })
  const text = `
with ${movedSince({ wanted, lines, since })},
${shown.rows},
totals as (select count(*) as "_rows", ${shown.totals} from rows),
control as (
  select ${
    proven
      ? `coalesce((select sum(${baseBetween({ line: 'l', qty: 'l.qty', from: `greatest(0, coalesce(p.delivered, 0) - coalesce(p.replaced, 0))`, to: 'l.qty - coalesce(p.short_closed, 0)' })})
    from orders o join orders_lines l on l._parent_id = o.id left join line_progress p on p.line_id = l.id
    where ${[`o.status::text = 'approved'`, inBook('o'), ...wanted, ...ids('l.item_id', params.item)].join(' and ')}), 0) - coalesce((select sum(amount) from moved where day > ${to}), 0)`
      : 'null::numeric'
  } as closing
)
select ${shown.names}, ${figures.map((name) => `r."${name}"`).join(', ')}, t.*,
  case when t."_rows" = 0 then 0 else k.closing end as "_expected", 0 as "_tolerance"
from totals t cross join control k left join rows r on true ${shown.join} order by ${shown.order}${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
