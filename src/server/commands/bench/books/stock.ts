import type { ClientBase } from 'pg'

import { insertSelect } from '@/src/imports/staging/insertSelect'

import { caused, creditObjects, ofOrder, withoutMoment } from './causes'

/** What is still to be shipped keeps goods reserved and uses credit. */
export async function bookOpenOrders(client: ClientBase): Promise<void> {
  await insertSelect({
    client,
    into: 'stock_entries',
    values: {
      account: `'reserved'`,
      item_id: 'l.item_id',
      warehouse_id: 'l.warehouse_id',
      batch_no: `''`,
      qty: 'l.open',
      due_date: 'l.due',
      ...withoutMoment(ofOrder),
    },
    from: 'from g_open l order by l.n',
  })
  await client.query(`update stock_balances b set reserved = b.reserved + r.qty, available = b.available - r.qty
    from (select item_id, warehouse_id, sum(open) as qty from g_open group by 1, 2) r where r.item_id = b.item_id and r.warehouse_id = b.warehouse_id and b.batch_no = ''`)
  await client.query(`update stock_totals t set reserved = t.reserved + r.qty
    from (select item_id, coalesce(warehouse_id, 0) as warehouse_id, sum(open) as qty from g_open group by grouping sets ((item_id, warehouse_id), (item_id))) r
    where r.item_id = t.item_id and r.warehouse_id = t.warehouse_id`)
  for (const [kind, id] of creditObjects) {
    const object = { object_kind: `'${kind}'`, object_id: id.replace('o.', 'l.'), bucket: `'orders'` }
    await insertSelect({
      client,
      into: 'credit_entries',
      values: { ...object, amount: 'l.worth', ...caused(ofOrder) },
      from: 'from g_open l order by l.n',
    })
  }
  await client.query(`insert into credit_balances (object_kind, object_id, orders, receivable)
    select object_kind, object_id, coalesce(sum(amount) filter (where bucket = 'orders'), 0), coalesce(sum(amount) filter (where bucket = 'receivable'), 0) from credit_entries
    where (object_kind, object_id) in (select 'customers', id from g_customers union all select 'users', id from g_people union all select 'departments', department_id from g_people)
    group by 1, 2`)
}

/** What lies in stock: one opening receipt of everything, enough for what is still to be shipped. */
export async function bookStock(client: ClientBase, last: string): Promise<void> {
  const { rows } = await client.query<{ id: number }>(
    `insert into stock_receipts (no, date, status, version, kind, warehouse_id, opening, created_at, updated_at)
     select 'GSTOCK', date '${last}', 'posted', 1, 'other', id, true, now(), now() from warehouses where code = 'GW' returning id`,
  )
  const receipt = String(rows[0]?.id)
  await client.query(`create temp table g_open on commit drop as
    select l.*, o.customer_id, o.salesperson_id, o.department_id, l.qty - l.closed - coalesce(d.qty, 0) as open, (select id from warehouses where code = 'GW') as warehouse_id,
      round((l.net + l.tax) * (l.qty - l.closed) / l.qty, 2) - round((l.net + l.tax) * coalesce(d.qty, 0) / l.qty, 2) as worth
    from g_split l join g_orders o on o.n = l.order_n left join g_shipped d on d.n = l.n where l.qty - l.closed > coalesce(d.qty, 0)`)
  await client.query(`create temp table g_stock on commit drop as select i.*, (5000 + floor(pg_temp.chance(i.n, 'stock') * 5000))::numeric + coalesce(o.qty, 0) as qty,
    (select id from warehouses where code = 'GW') as warehouse_id
    from g_items i left join (select item_id, sum(open) as qty from g_open group by 1) o on o.item_id = i.id`)
  await insertSelect({
    client,
    into: 'stock_receipts_lines',
    values: {
      _order: 's.n',
      _parent_id: receipt,
      id: `'gs' || s.n`,
      item_id: 's.id',
      qty: 's.qty',
      unit: `'PCS'`,
      stock_qty: 's.qty',
      cost: 's.cost',
    },
    from: 'from g_stock s order by s.n',
  })
  await insertSelect({
    client,
    into: 'stock_entries',
    values: {
      account: `'onHand'`,
      item_id: 's.id',
      warehouse_id: 's.warehouse_id',
      batch_no: `''`,
      qty: 's.qty',
      value: 'round(s.qty * s.cost, 2)',
      unit_cost: 'round(round(s.qty * s.cost, 2) / s.qty, 6)',
      ...withoutMoment({ slug: 'stock-receipts', id: receipt, line: `'gs' || s.n`, day: `date '${last}'` }),
    },
    from: 'from g_stock s order by s.n',
  })
  await client.query(`insert into stock_balances (item_id, warehouse_id, batch_no, on_hand, frozen, reserved, expected_in, available, value, controlled, created_at, updated_at)
    select id, warehouse_id, '', qty, 0, 0, 0, qty, round(qty * cost, 2), true, now(), now() from g_stock`)
  await client.query(`insert into stock_totals (item_id, warehouse_id, on_hand, controlled)
    select id, coalesce(warehouse_id, 0), sum(qty), true from g_stock group by grouping sets ((id, warehouse_id), (id))`)
  await client.query(
    `insert into item_costs (item_id, qty, value, average, latest) select id, qty, round(qty * cost, 2), round(round(qty * cost, 2) / qty, 6), cost from g_stock`,
  )
}
