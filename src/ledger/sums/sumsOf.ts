import { inBook, orderMoves } from './orderMoves'
import { orderSupplies } from './orderSupplies'

/** In the order they are written in: what an order has open is the sum of what moved it. */
export const sumsTables = ['order_moves', 'order_sums', 'order_supplies', 'invoice_sums'] as const
export type SumsTable = (typeof sumsTables)[number]
export type SummedSlug = 'orders' | 'invoices'

type Sums = {
  slug: SummedSlug
  /** The column that says whose sums a row is. */
  document: string
  columns: readonly string[]
  /** SQL of what the row or rows of a document must say, told from the document itself. */
  told: (document: string) => string
}

const heads = ['customer_id', 'salesperson_id', 'prepared_by_id', 'department_id', 'region', 'channel'] as const
const headsOf = (of: string): string =>
  heads.map((name) => `${of}.${name}${name === 'region' || name === 'channel' ? '::text' : ''}`).join(', ')

const movesOf = (order: string): string => `
select order_id, day::date as day, move, sum(amount) as amount from (${orderMoves({ orders: `o.id = ${order}` })}) moved
group by 1, 2, 3 having sum(amount) <> 0`

const orderSumsOf = (order: string): string => `
select o.id as order_id, o.date::date as date, o.status::text as status, ${headsOf('o')}, coalesce(o.opening, false) or coalesce(o.exchange_rate, 1) <> 1 as rounded,
  l.lines, l.quantity, l.net, l.gross, coalesce((select sum(amount) from (${movesOf(order)}) m), 0) as open
from orders o cross join lateral (
  select count(*)::int as lines, coalesce(sum(stock_qty), 0) as quantity, coalesce(sum(base_net), 0) as net, coalesce(sum(base_gross), 0) as gross
  from orders_lines where _parent_id = o.id) l
where o.id = ${order} and ${inBook('o')}`

/** Approved invoices and credit notes (negative). One taken over when the books were opened counts where it says for what. */
const invoiceSumsOf = (invoice: string): string => `
select i.id as invoice_id, i.date::date as date, case i.kind when 'creditNote' then -1 else 1 end as sign, ${headsOf('i')},
  coalesce(i.opening, false) or coalesce(i.exchange_rate, 1) <> 1 as rounded, l.*
from invoices i cross join lateral (
  select count(x.id)::int as lines, s.sign * sum(base_net) as amount, s.sign * sum(base_tax) as tax, s.sign * sum(stock_qty) as quantity, s.sign * sum(cost_value) as cost,
    s.sign * sum(base_net) filter (where cost_value is null) as uncosted
  from (values (case i.kind when 'creditNote' then -1 else 1 end)) s(sign) left join invoices_lines x on x._parent_id = i.id group by s.sign) l
where i.id = ${invoice} and i.status = 'approved' and (not coalesce(i.opening, false) or i.tax_total <> 0 or l.lines > 0)`

/** What is kept of documents. */
export const sums: Readonly<Record<SumsTable, Sums>> = {
  order_moves: { slug: 'orders', document: 'order_id', columns: ['order_id', 'day', 'move', 'amount'], told: movesOf },
  order_sums: {
    slug: 'orders',
    document: 'order_id',
    columns: ['order_id', 'date', 'status', ...heads, 'rounded', 'lines', 'quantity', 'net', 'gross', 'open'],
    told: orderSumsOf,
  },
  order_supplies: {
    slug: 'orders',
    document: 'order_id',
    columns: [
      ...['order_id', 'delivery_id', 'date', 'customer_id', 'salesperson_id', 'prepared_by_id', 'department_id', 'order_customer_id'],
      ...['order_salesperson_id', 'lines', 'qty', 'dated', 'on_time', 'late_days', 'worst'],
    ],
    told: orderSupplies,
  },
  invoice_sums: {
    slug: 'invoices',
    document: 'invoice_id',
    columns: ['invoice_id', 'date', 'sign', ...heads, 'rounded', 'lines', 'amount', 'tax', 'quantity', 'cost', 'uncosted'],
    told: invoiceSumsOf,
  },
}

/** Documents whose sums are to be written anew: one that is being changed is asked itself. */
const due = (slug: SummedSlug): string => `(select distinct document_id as id from sums_due where slug = '${slug}')`

/**
 * The sums of all documents as they are at this moment, whatever has been written down of them so far: a document whose sums are due is asked itself. What is due is
 * looked up in a hash, however much of it there is.
 */
export function sumsNow(table: SumsTable): string {
  const { slug, document, columns, told } = sums[table]
  const named = columns.join(', ')
  return `(select ${named} from ${table} s where s.${document} not in (select document_id from sums_due where slug = '${slug}')
    union all select ${columns.map((name) => `t.${name}`).join(', ')} from ${due(slug)} d cross join lateral (${told('d.id')}) t)`
}
