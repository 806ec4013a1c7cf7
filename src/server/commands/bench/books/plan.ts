import type { ClientBase } from 'pg'

import type { Sizes } from './masters'

/** The next free id of a table, before its first generated row. */
const before = (table: string): string => `(select coalesce(max(id), 0) from ${table})`

/**
 * What happened, before it is written: orders with their lines, the parts in which lines were shipped, deliveries, invoices, what was paid. Everything is a
 * table of this transaction; amounts of parts add up to their line. Every fifth line begins an order, so orders have one to some forty lines.
 * One line in six is shipped in two parts; of three orders in a hundred the second part is never made and closed short; one order in five ships late.
 * Customers pay by habit, some on the day, a few two months late, one bill in twenty-five by half.
 */
export async function planBooks(client: ClientBase, { lines, sizes, last }: { lines: number; sizes: Sizes; last: string }): Promise<void> {
  const table = async (name: string, select: string): Promise<void> => {
    await client.query(`create temp table ${name} on commit drop as ${select}`)
    await client.query(`analyze ${name}`)
  }
  const day = `date '${last}'`
  await table(
    'g_sold',
    `with begun as (select n, sum(case when n = 1 or pg_temp.chance(n, 'head') < 0.2 then 1 else 0 end) over (order by n)::int as order_n
      from generate_series(1, ${String(lines)}) n)
    select b.n, b.order_n, row_number() over (partition by b.order_n order by b.n)::int as position, 'g' || b.n as id, i.id as item_id, i.name, i.list_price, i.cost, a.qty, a.price,
      round(a.qty * a.price, 2) as net, round(round(a.qty * a.price, 2) * 0.13, 2) as tax
    from begun b join g_items i on i.n = pg_temp.ranked(pg_temp.chance(b.n, 'item'), ${String(sizes.items)})
    cross join lateral (select (1 + floor(power(pg_temp.chance(b.n, 'qty'), 3) * 400))::numeric as qty,
      round(i.list_price * (0.8 + 0.2 * pg_temp.chance(b.n, 'price'))::numeric, 2) as price) a`,
  )
  await table(
    'g_orders',
    `with whole as (select max(order_n) as orders from g_sold),
    heads as (select n, ${before('orders')} + n as id, pg_temp.day_of((n - 0.5) / orders) as date, pg_temp.chance(n, 'promise') as promise,
      case when pg_temp.chance(n, 'late') < 0.2 then 1 + floor(power(pg_temp.chance(n, 'days late'), 3) * 40)::int else -floor(pg_temp.chance(n, 'days early') * 4)::int end as late,
      7 + floor(pg_temp.chance(n, 'rest') * 30)::int as rest, pg_temp.chance(n, 'short') < 0.03 as short,
      pg_temp.ranked(pg_temp.chance(n, 'customer'), ${String(sizes.customers)}) as customer_n
      from whole cross join lateral generate_series(1, orders) n)
    select h.n, h.id, 'GSO' || lpad(h.n::text, 7, '0') as no, h.date, h.date + 5 + floor(h.promise * 25)::int as due, greatest(h.date + 1, h.date + 5 + floor(h.promise * 25)::int + h.late) as shipped,
      h.rest, h.short, c.id as customer_id, c.name as customer, c.salesperson_id, c.department_id, c.region, c.channel, c.late as habit
    from heads h join g_customers c on c.n = h.customer_n`,
  )
  await client.query('create index on g_orders (n)')
  await table(
    'g_split',
    `select s.*, o.id as order_id, o.date, o.due, o.shipped, o.shipped + o.rest as rest_shipped, o.short, p.first,
        case when o.short and s.qty > p.first and o.shipped + o.rest <= ${day} then s.qty - p.first else 0 end as closed
      from g_sold s join g_orders o on o.n = s.order_n cross join lateral (
        select case when s.qty >= 2 and pg_temp.chance(s.n, 'split') < 0.17 then greatest(1, floor(s.qty * (0.3 + 0.5 * pg_temp.chance(s.n, 'first'))::numeric)) else s.qty end as first) p`,
  )
  await table(
    'g_parts',
    `with parts as (
      select s.*, 1 as part, s.shipped as day, s.first as part_qty, round(s.net * s.first / s.qty, 2) as part_net, round(s.tax * s.first / s.qty, 2) as part_tax
      from g_split s where s.shipped <= ${day}
      union all
      select s.*, 2, s.rest_shipped, s.qty - s.first, s.net - round(s.net * s.first / s.qty, 2), s.tax - round(s.tax * s.first / s.qty, 2)
      from g_split s where s.qty > s.first and not s.short and s.rest_shipped <= ${day})
    select n, part, order_n, order_id, id as order_line, position, item_id, name, list_price, price, cost, day, part_qty as qty, part_net as net, part_tax as tax, id || '-' || part as id from parts`,
  )
  await table(
    'g_deliveries',
    `select ${before('deliveries')} + row_number() over (order by day, order_n, part)::int as id, p.order_n, p.part, p.day, p.net, p.tax,
      day + floor(pg_temp.chance(order_n * 2 + part, 'billed') * 6)::int as billed
      from (select order_n, part, day, sum(net) as net, sum(tax) as tax from g_parts group by 1, 2, 3) p`,
  )
  await client.query('create index on g_deliveries (order_n, part)')
  await table(
    'g_invoices',
    `select ${before('invoices')} + row_number() over (order by d.billed, d.id)::int as id, d.id as delivery_id, d.order_n, d.part, d.billed as day, d.billed + 30 as due, d.net, d.tax,
      d.net + d.tax as gross, d.billed + 30 + o.habit + floor(pg_temp.chance(d.id, 'paid') * 10)::int - 6 as paid_on,
      case when pg_temp.chance(d.id, 'half') < 0.04 then round((d.net + d.tax) / 2, 2) else d.net + d.tax end as paid
      from g_deliveries d join g_orders o on o.n = d.order_n where d.billed <= ${day}`,
  )
  await client.query('create index on g_invoices (order_n, part)')
  await table(
    'g_receipts',
    `select ${before('receipts')} + row_number() over (order by paid_on, id)::int as id, id as invoice_id, order_n, paid_on as day, paid from g_invoices where paid_on <= ${day}`,
  )
  await client.query('create index on g_receipts (invoice_id)')
  await client.query('create index on g_receipts (order_n)')
  await table('g_shipped', `select order_n, n, sum(qty) as qty, sum(net + tax) as gross from g_parts group by 1, 2`)
  await table(
    'g_billed',
    `select p.order_n, p.n, sum(p.qty) as qty, sum(p.net + p.tax) as gross from g_parts p join g_invoices i on i.order_n = p.order_n and i.part = p.part group by 1, 2`,
  )
  await table(
    'g_done',
    `select s.order_n, sum(s.net) as net, sum(s.tax) as tax, sum(s.qty - s.closed) as wanted, coalesce(sum(d.qty), 0) as shipped, coalesce(sum(b.qty), 0) as billed, sum(s.closed) as closed,
      coalesce((select sum(r.paid) from g_receipts r where r.order_n = s.order_n), 0) as paid
      from g_split s left join g_shipped d on d.n = s.n left join g_billed b on b.n = s.n group by 1`,
  )
}
