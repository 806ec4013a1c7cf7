import { baseBetween } from './baseBetween'

/** The day an event of an order line counts on. */
const dayOf = `case when e.kind = 'ordered' and (e.at <= o.approved_at or o.approved_at is null) then o.date
      when e.kind in ('ordered', 'shortClosed') then greatest(o.date, e.at::date) else e.business_date end`
const kinds = `('ordered', 'delivered', 'replaced', 'shortClosed')`
// of a line as it stood after an event: ordered, delivered for good, given up
const [ordered, supplied, given] = ['coalesce(q, 0)', 'greatest(0, coalesce(d, 0))', 'coalesce(s, 0)']

/** Orders that are or were in the book: approved, and what became of them. */
export const inBook = (of: string): string =>
  `(${of}.status::text in ('approved', 'closed') or ${of}.status::text = 'cancelled' and ${of}.approved_at is not null)`

/**
 * SQL of what moved the order book: `(order_id, day, move, amount)` per line and event, tax-inclusive in base currency. Every event of an order line in the books
 * moves what is open of it; the difference before and after, to the cent, goes to the kind of event, so that everything adds up by itself. New counts on the order's
 * day, changes, short-closing and cancelling on the day they were made, shipping on the delivery's day. `orders` is a condition on orders `o`, `lines` one on lines `i`.
 */
export const orderMoves = ({ orders, lines }: { orders: string; lines?: string | undefined }): string => `
with orders_in as (
  select o.id, o.date, coalesce(o.exchange_rate, 1) as rate, o.approved_at, o.status::text = 'cancelled' as cancelled
  from orders o where ${inBook('o')} and ${orders}
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
  ${lines ? `where exists (select from lines_in i where i.id = e.line_id and ${lines})` : ''}
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
)
select order_id, day, case when move <> 'imported' then move when q = qty then 'new' else 'changed' end as move,
  open - coalesce(lag(open) over (partition by line_id order by day, id), 0) as amount
from stood`
