import { freightOfHead } from './freightOfHead'
import { orderLines, orderStages } from './orderLines'
import { inBook, orderMoves } from './orderMoves'
import { orderSupplies } from './orderSupplies'

/** In the order they are written in: what an order has open is the sum of what moved it. */
export const sumsTables = [
  ...(['order_moves', 'order_sums', 'order_supplies', 'order_line_sums', 'order_stages'] as const),
  ...(['invoice_sums', 'invoice_line_sums', 'invoice_bills', 'delivery_sums', 'delivery_line_sums'] as const),
] as const
export type SumsTable = (typeof sumsTables)[number]
/** Documents that are added up, in the order they are. */
export const summedSlugs = ['orders', 'invoices', 'deliveries'] as const
export type SummedSlug = (typeof summedSlugs)[number]

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

/** The lines of the same invoices, one by one: where single items are asked of, these are narrow and know whose they are. */
const invoiceLinesOf = (invoice: string): string => `
select i.id as invoice_id, i.date::date as date, s.sign, ${headsOf('i')}, coalesce(i.opening, false) or coalesce(i.exchange_rate, 1) <> 1 as rounded,
  x.item_id, s.sign * x.base_net as amount, s.sign * x.base_tax as tax, s.sign * x.stock_qty as quantity, s.sign * x.cost_value as cost,
  s.sign * case i.tax_mode when 'inclusive' then x.base_gross else x.base_net end as asked,
  case when not coalesce(i.price_only, false) then s.sign * round(x.list_price * x.qty * i.exchange_rate, 2) end as list, coalesce(x.free, false) as free
from invoices i cross join lateral (values (case i.kind when 'creditNote' then -1 else 1 end)) s(sign) join invoices_lines x on x._parent_id = i.id
where i.id = ${invoice} and i.status = 'approved'`

/** What an approved invoice bills in its own currency, freight among it. */
const invoiceBillsOf = (invoice: string): string => `
select i.id as invoice_id, l.lines + (f.amount <> 0)::int as lines, s.sign * (l.net + f.amount - f.tax) as net, s.sign * (l.tax + f.tax) as tax, s.sign * (l.gross + f.amount) as gross
from invoices i cross join lateral (values (case i.kind when 'creditNote' then -1 else 1 end)) s(sign)
cross join lateral (select ${freightOfHead('i')} as amount, coalesce(i.freight_tax, 0) as tax) f
cross join lateral (select count(*)::int as lines, sum(net) as net, sum(tax) as tax, sum(gross) as gross from invoices_lines where _parent_id = i.id) l
where i.id = ${invoice} and i.status = 'approved' and l.lines > 0`

/** What an issued delivery carried, without tax. */
const deliverySumsOf = (delivery: string): string => `
select v.id as delivery_id, v.date::date as date, ${headsOf('v')}, coalesce(sum(x.base_net), 0) as net
from deliveries v join deliveries_lines x on x._parent_id = v.id where v.id = ${delivery} and v.status = 'issued' group by v.id`

const deliveryLinesOf = (delivery: string): string => `
select v.id as delivery_id, v.date::date as date, ${headsOf('v')}, x.item_id, x.warehouse_id, x.stock_qty as quantity, x.base_net as net
from deliveries v join deliveries_lines x on x._parent_id = v.id where v.id = ${delivery} and v.status = 'issued'`

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
  order_line_sums: {
    slug: 'orders',
    document: 'order_id',
    columns: [
      ...['order_id', 'line_id', 'place', 'date', 'status', ...heads, 'rounded', 'item_id', 'quantity', 'net', 'gross'],
      ...['priced', 'manual', 'below', 'policy_net'],
    ],
    told: (order) => orderLines({ order, heads: headsOf('o') }),
  },
  order_stages: {
    slug: 'orders',
    document: 'order_id',
    columns: ['order_id', 'gross', 'freight', 'qty', 'lines', 'delivered_qty', 'delivered', 'invoiced', 'short_closed'],
    told: orderStages,
  },
  invoice_sums: {
    slug: 'invoices',
    document: 'invoice_id',
    columns: ['invoice_id', 'date', 'sign', ...heads, 'rounded', 'lines', 'amount', 'tax', 'quantity', 'cost', 'uncosted'],
    told: invoiceSumsOf,
  },
  invoice_line_sums: {
    slug: 'invoices',
    document: 'invoice_id',
    columns: ['invoice_id', 'date', 'sign', ...heads, 'rounded', 'item_id', 'amount', 'tax', 'quantity', 'cost', 'asked', 'list', 'free'],
    told: invoiceLinesOf,
  },
  invoice_bills: {
    slug: 'invoices',
    document: 'invoice_id',
    columns: ['invoice_id', 'lines', 'net', 'tax', 'gross'],
    told: invoiceBillsOf,
  },
  delivery_sums: { slug: 'deliveries', document: 'delivery_id', columns: ['delivery_id', 'date', ...heads, 'net'], told: deliverySumsOf },
  delivery_line_sums: {
    slug: 'deliveries',
    document: 'delivery_id',
    columns: ['delivery_id', 'date', ...heads, 'item_id', 'warehouse_id', 'quantity', 'net'],
    told: deliveryLinesOf,
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
