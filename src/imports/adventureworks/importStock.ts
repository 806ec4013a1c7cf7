import type { ClientBase } from 'pg'
import { insertSelect, stamps } from '../staging/insertSelect'

/**
 * Stock by product and location: one posted opening receipt per warehouse at the product's standard cost. The stock
 * entries, balances on all levels and moving averages (F4) are what posting those receipts gives.
 */
export async function importStock(client: ClientBase): Promise<Record<string, number>> {
  await client.query(`create temp table import_aw_new_receipts on commit drop as
    select nextval(pg_get_serial_sequence('stock_receipts', 'id'))::int as id, l.location_id, w.id as warehouse_id, 'AW-L' || l.location_id as no,
           (select max(ship_date) from import_aw_sales_order_header) as date
    from import_aw_location l join warehouses w on w.code = 'AW-L' || l.location_id
    where exists (select from import_aw_product_inventory s where s.location_id = l.location_id and s.quantity > 0)
      and not exists (select from stock_receipts r where r.no = 'AW-L' || l.location_id) order by l.location_id`)
  await client.query(`create temp table import_aw_new_stock on commit drop as
    select r.id as receipt_id, r.warehouse_id, r.date, i.id as item_id, s.quantity as qty, p.standard_cost as cost,
           round(s.quantity * p.standard_cost, 2) as value, concat_ws(' ', 'Shelf', s.shelf, 'bin', s.bin) as place,
           substr(md5('aw-stock-' || s.location_id || '-' || s.product_id), 1, 24) as line_id,
           row_number() over (partition by r.id order by s.product_id) as position
    from import_aw_new_receipts r
    join import_aw_product_inventory s using (location_id)
    join import_aw_product p using (product_id)
    join items i on i.code = p.product_number
    where s.quantity > 0`)
  const receipts = await insertSelect({
    client,
    into: 'stock_receipts',
    values: {
      id: 'r.id',
      no: 'r.no',
      date: 'r.date',
      status: `'posted'`,
      version: '1',
      kind: `'other'`,
      warehouse_id: 'r.warehouse_id',
      opening: 'true',
      remark: `'Opening stock from ProductInventory'`,
      ...stamps,
    },
    from: 'from import_aw_new_receipts r',
  })
  const lines = await insertSelect({
    client,
    into: 'stock_receipts_lines',
    values: {
      _order: 's.position',
      _parent_id: 's.receipt_id',
      id: 's.line_id',
      item_id: 's.item_id',
      qty: 's.qty',
      unit: `'PCS'`,
      stock_qty: 's.qty',
      cost: 's.cost',
      remark: 's.place',
    },
    from: 'from import_aw_new_stock s',
  })
  await postStock(client)
  return { 'stock receipts': receipts, 'stock lines': lines }
}

async function postStock(client: ClientBase): Promise<void> {
  await insertSelect({
    client,
    into: 'stock_entries',
    values: {
      account: `'onHand'`,
      item_id: 's.item_id',
      warehouse_id: 's.warehouse_id',
      batch_no: `''`,
      qty: 's.qty',
      value: 's.value',
      unit_cost: 'round(s.value / s.qty, 6)',
      source_slug: `'stock-receipts'`,
      source_id: 's.receipt_id',
      source_line: 's.line_id',
      source_version: '1',
      cause_slug: `'stock-receipts'`,
      cause_id: 's.receipt_id',
      business_date: 's.date',
      ...stamps,
    },
    from: 'from import_aw_new_stock s order by s.receipt_id, s.position',
  })
  // The keys may exist already where the books had stock of these items: balances are raised, as posting a receipt does.
  await client.query(`insert into stock_balances (item_id, warehouse_id, batch_no, on_hand, frozen, reserved, expected_in, available, value, controlled, created_at, updated_at)
    select item_id, warehouse_id, '', sum(qty), 0, 0, 0, sum(qty), sum(value), true, now(), now() from import_aw_new_stock group by 1, 2
    on conflict (item_id, coalesce(warehouse_id, 0), batch_no) do update
    set on_hand = stock_balances.on_hand + excluded.on_hand, available = stock_balances.available + excluded.available,
        value = stock_balances.value + excluded.value, updated_at = now()`)
  await client.query(`insert into stock_totals (item_id, warehouse_id, on_hand, controlled)
    select item_id, coalesce(warehouse_id, 0), sum(qty), true from import_aw_new_stock group by grouping sets ((item_id, warehouse_id), (item_id))
    on conflict (item_id, warehouse_id) do update set on_hand = stock_totals.on_hand + excluded.on_hand`)
  await client.query(`insert into item_costs (item_id, qty, value, average, latest)
    select item_id, sum(qty), sum(value), round(sum(value) / sum(qty), 6), nullif(max(cost), 0) from import_aw_new_stock group by 1
    on conflict (item_id) do update set qty = item_costs.qty + excluded.qty, value = item_costs.value + excluded.value,
      average = round((item_costs.value + excluded.value) / (item_costs.qty + excluded.qty), 6), latest = coalesce(excluded.latest, item_costs.latest)`)
}
