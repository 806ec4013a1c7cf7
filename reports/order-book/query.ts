import { baseBetween } from '../kit/baseBetween'
import { documentsWanted } from '../kit/documents'
import { statementValues } from '../kit/sql'
import type { Scope, Statement } from '../kit/statement'
import type { Period, Whose } from '../kit/usualParams'

export type OrderBookParams = Period & Whose & { by: 'month' | 'order'; item: number[] }

export const moves = ['new', 'changed', 'shipped', 'shortClosed', 'cancelled'] as const
const figures = ['opening', ...moves, 'closing'] as const

/** The day an event of an order line counts on. */
const dayOf = `case when e.kind = 'ordered' and (e.at <= o.approved_at or o.approved_at is null) then o.date
      when e.kind in ('ordered', 'shortClosed') then greatest(o.date, e.at::date) else e.business_date end`
const kinds = `('ordered', 'delivered', 'replaced', 'shortClosed')`
/**
 * Orders with anything in the book from a day on: what was over before opens with nothing, and years of it need not be added up to say so. An order that is not
 * closed may be open; of the others something moves in these days. The days an event was entered on and counts on are asked for without its order, so that the
 * book is gone through once.
 */
const stillMoves = (from: string): string => `(o.date >= ${from} or o.status::text = 'approved'
    or o.id in (select e.document_id from progress_entries e where e.line_slug = 'orders' and e.kind in ${kinds}
      and (e.business_date >= ${from} or e.at >= ${from})))`

/** What the book is told by: every month from the first to the last, one after the other; or the orders that were in it, each over the whole of these months. */
function told({ by, from, to }: { by: OrderBookParams['by']; from: string | null; to: string }): {
  rows: string
  totals: string
  names: string
  join: string
  order: string
} {
  const since = from ? `date_trunc('month', ${from}::timestamp)::date` : null
  const sums = (more = ''): string =>
    moves.map((name) => `coalesce(sum(amount) filter (where move = '${name}'${more}), 0) as "${name}"`).join(', ')
  if (by === 'order')
    return {
      rows: `rows as (select * from (
    select order_id, ${since ? `coalesce(sum(amount) filter (where day < ${since}), 0)` : '0'} as opening, ${sums(since ? ` and day >= ${since}` : '')}, sum(amount) as closing
    from moved where day <= ${to} group by 1
  ) orders where ${figures.map((name) => `"${name}" <> 0`).join(' or ')})`,
      totals: figures.map((name) => `sum("${name}") as "total_${name}"`).join(', '),
      names: `n.id as "orderId", n.no, to_char(n.date, 'YYYY-MM-DD') as date, n.customer_id as "customerId", c.name as customer`,
      join: 'left join orders n on n.id = r.order_id left join customers c on c.id = n.customer_id',
      order: 'r.closing desc, r.opening desc, n.date, n.id',
    }
  return {
    rows: `months as (
  select date_trunc('month', day::timestamp)::date as month, ${sums()}, sum(amount) as total from moved where day <= ${to} group by 1
),
calendar as (
  select month::date from generate_series(${since ? `greatest(${since}, (select min(month) from months))` : '(select min(month) from months)'}, ${to}, interval '1 month') month where exists (select from months)
),
rows as (
  select d.month, b.closing - coalesce(m.total, 0) as opening, ${moves.map((name) => `coalesce(m."${name}", 0) as "${name}"`).join(', ')}, b.closing
  from calendar d left join months m on m.month = d.month cross join lateral (select coalesce(sum(total), 0) as closing from months e where e.month <= d.month) b
)`,
    totals: `${moves.map((name) => `sum("${name}") as "total_${name}"`).join(', ')}, (array_agg(opening order by month))[1] as "total_opening",
    (array_agg(closing order by month desc))[1] as "total_closing"`,
    names: `to_char(r.month, 'YYYY-MM') as month`,
    join: '',
    order: 'r.month',
  }
}

/**
 * The order book month by month: opening + new + changed − shipped − short-closed − cancelled = closing, tax-inclusive in base currency. Every event of an order
 * line in the books moves what is open of it; the difference before and after, to the cent, goes to the kind of event, so that everything adds up by itself.
 * New counts on the order's day, changes, short-closing and cancelling on the day they were made, shipping on the delivery's day. Orders not yet approved are
 * not in the book. Control: what is open of today's lines by their balances, or with an end before today, that less what happened after.
 */
export function orderBookQuery({
  params,
  scope,
  today,
  limit,
}: {
  params: OrderBookParams
  scope: Scope
  today: string
  limit?: number
}): Statement {
  const { values, $, ids } = statementValues()
  const wanted = documentsWanted({ ...params, from: undefined, to: undefined, scope, $, of: 'o' })
  const item = ids('i.item_id', params.item)
  const [from, to] = [params.from ? `${$(params.from)}::date` : null, `${$(params.to ?? today)}::date`]
  // of a line as it stood after an event: ordered, delivered for good, given up
  const [ordered, supplied, given] = ['coalesce(q, 0)', 'greatest(0, coalesce(d, 0))', 'coalesce(s, 0)']
  const shown = told({ by: params.by, from, to })
  const text = `
with orders_in as (
  select o.id, o.date, coalesce(o.exchange_rate, 1) as rate, o.approved_at, o.status::text = 'cancelled' as cancelled
  from orders o where ${[`(o.status::text in ('approved', 'closed') or o.status::text = 'cancelled' and o.approved_at is not null)`, ...wanted, ...(from ? [stillMoves(from)] : [])].join(' and ')}
),
lines_in as (select l.id, l.base_gross, l.earlier, l.item_id from orders_in o join orders_lines l on l._parent_id = o.id),
events as (
  select e.id, o.id as order_id, e.line_id collate "C" as line_id, e.kind, e.qty, e.amount * o.rate as amount, l.base_gross, l.earlier,
    case when e.kind = 'ordered' and o.cancelled and e.qty < 0 and e.at > o.approved_at then 'cancelled'
      when e.kind = 'ordered' and e.at <= o.approved_at then 'new' when e.kind = 'ordered' and o.approved_at is null then 'imported'
      when e.kind = 'ordered' then 'changed' when e.kind = 'shortClosed' then 'shortClosed' else 'shipped' end as move,
    ${dayOf} as day
  from orders_in o join progress_entries e on e.document_id = o.id and e.line_slug = 'orders' and e.kind in ${kinds}
  left join lines_in l on l.id = e.line_id
  ${item.length > 0 ? `where exists (select from lines_in i where i.id = e.line_id and ${item.join(' and ')})` : ''}
),
running as (
  select e.*, sum(qty) filter (where kind = 'ordered') over w as q, sum(case kind when 'delivered' then qty when 'replaced' then -qty end) over w as d,
    sum(qty) filter (where kind = 'shortClosed') over w as s,
    sum(amount) filter (where kind = 'ordered') over w as gross,
    count(*) filter (where kind = 'ordered') over w = count(*) filter (where kind = 'ordered') over (partition by line_id) as last
  from events e window w as (partition by line_id order by day, id rows unbounded preceding)
),
stood as (
  select x.*, case when last and base_gross is not null then ${baseBetween({ line: 'x', qty: ordered, from: supplied, to: `${ordered} - ${given}` })}
    else round(coalesce(gross, 0) * coalesce(greatest(0, ${ordered} - ${supplied} - ${given}) / nullif(${ordered}, 0), 0), 2) end as open
  from running x
),
moved as (
  select order_id, day, case when move <> 'imported' then move when q = qty then 'new' else 'changed' end as move,
    open - coalesce(lag(open) over (partition by line_id order by day, id), 0) as amount
  from stood
),
${shown.rows},
totals as (select count(*) as "_rows", ${shown.totals} from rows),
control as (
  select coalesce((select sum(${baseBetween({ line: 'l', qty: 'l.qty', from: `greatest(0, coalesce(p.delivered, 0) - coalesce(p.replaced, 0))`, to: 'l.qty - coalesce(p.short_closed, 0)' })})
    from orders_in o join orders_lines l on l._parent_id = o.id left join line_progress p on p.line_id = l.id
    where not o.cancelled${ids('l.item_id', params.item)
      .map((condition) => ` and ${condition}`)
      .join('')}), 0) - coalesce((select sum(amount) from moved where day > ${to}), 0) as closing
)
select ${shown.names}, ${figures.map((name) => `r."${name}"`).join(', ')}, t.*,
  case when t."_rows" = 0 then 0 else k.closing end as "_expected", 0 as "_tolerance"
from totals t cross join control k left join rows r on true ${shown.join} order by ${shown.order}${limit === undefined ? '' : ` limit ${$(limit)}`}`
  return { text, values }
}
