import type { ClientBase } from 'pg'

/**
 * `total` spread over the lines of an order by `weight`, in steps of 10^-scale, largest remainder, ties to the earlier
 * line (F2): every share is floored, what is left goes one step each to the largest remainders. Σ shares = total.
 */
const shareColumns = ({ name, scale }: { name: string; scale: number }): { floored: string; share: string } => {
  const step = `1e${String(scale)}`
  const exact = `${name}_total * ${step} * weight / weights`
  return {
    floored: `floor(${exact}) as ${name}_floor, ${exact} - floor(${exact}) as ${name}_rest`,
    share: `(${name}_floor + (case when row_number() over (partition by sales_order_id order by ${name}_rest desc, position)
      <= ${name}_total * ${step} - sum(${name}_floor) over (partition by sales_order_id) then 1 else 0 end)) / ${step} as ${name}`,
  }
}

/**
 * The orders that are not in the books yet, with the ids their documents will get, and their lines with the amounts.
 * Net: the header's SubTotal spread over the lines by LineTotal (the source rounds SubTotal to 4 decimals and LineTotal
 * to 6; the header is what was booked). Tax: TaxAmt spread the same way. `…2` = the cents shown on the document.
 * Returns the number of new orders.
 */
export async function prepareOrders(client: ClientBase): Promise<{ orders: number; lines: number }> {
  await client.query(
    `create temp table import_aw_new_orders on commit drop as
    select row_number() over (order by h.sales_order_id)::int as position,
           nextval(pg_get_serial_sequence('orders', 'id'))::int as order_id, nextval(pg_get_serial_sequence('deliveries', 'id'))::int as delivery_id,
           nextval(pg_get_serial_sequence('invoices', 'id'))::int as invoice_id,
           c.id as customer_id, u.id as salesperson_id, d.id as department_id, t.country_region_code as region, a.text as address, m.name as ship_method,
           'Currency rate ' || r.currency_rate_id || ': ' || r.from_currency_code || ' → ' || r.to_currency_code || ' ' || r.average_rate || ' (' || r.currency_rate_date || ')' as exchange_note,
           h.*
    from (select * from import_aw_sales_order_header h
          where not exists (select from orders o where o.no = h.sales_order_number) order by sales_order_id) h
    join import_aw_customer k using (customer_id)
    join customers c on c.code = k.account_number
    join import_aw_address_text a on a.address_id = h.ship_to_address_id
    join import_aw_ship_method m using (ship_method_id)
    left join import_aw_currency_rate r using (currency_rate_id)
    left join import_aw_people sp on sp.business_entity_id = h.sales_person_id
    left join users u on u.email = sp.email
    left join import_aw_sales_territory t on t.territory_id = h.territory_id
    left join departments d on d.code = 'AW-T' || h.territory_id`.replace(
      'h.*',
      'h.sales_order_id, h.sales_order_number, h.purchase_order_number, h.order_date, h.due_date, h.ship_date, h.online_order_flag, h.comment, h.sub_total, h.tax_amt, h.freight, h.total_due',
    ),
  )
  await client.query('create index on import_aw_new_orders (position)')
  await client.query('create index on import_aw_new_orders (sales_order_id)')
  await client.query('analyze import_aw_new_orders')

  const shares = { net: 6, tax: 4, net2: 2, tax2: 2 }
  const columns = Object.entries(shares).map(([name, scale]) => shareColumns({ name, scale }))
  await client.query(`create temp table import_aw_new_lines on commit drop as
    with weighed as (
      select d.*, o.position as order_position, o.order_id, o.delivery_id, o.invoice_id, o.order_date, o.due_date, o.ship_date,
             o.sub_total as net_total, o.tax_amt as tax_total, round(o.sub_total, 2) as net2_total, round(o.tax_amt, 2) as tax2_total,
             case when o.sub_total = 0 then 0 else round(o.tax_amt * 100 / o.sub_total, 4) end as tax_rate,
             row_number() over (partition by d.sales_order_id order by d.sales_order_detail_id)::int as position,
             case when o.sub_total = 0 then d.order_qty else d.line_total end as weight
      from import_aw_sales_order_detail d join import_aw_new_orders o using (sales_order_id)),
    summed as (select w.*, sum(weight) over (partition by sales_order_id) as weights from weighed w),
    floored as (select s.*, ${columns.map(({ floored }) => floored).join(', ')} from summed s),
    shared as (select f.*, ${columns.map(({ share }) => share).join(', ')} from floored f)
    select s.sales_order_id, s.sales_order_detail_id, s.order_position, s.position, s.order_id, s.delivery_id, s.invoice_id, s.order_date, s.due_date, s.ship_date,
           i.id as item_id, i.name as description, s.order_qty as qty, s.unit_price as price, round(s.unit_price_discount * 100, 4) as discount_rate, s.tax_rate,
           s.net, s.tax, s.net2, s.tax2, s.net2 + s.tax2 as gross2, l.list_price, k.standard_cost, s.order_qty * k.standard_cost as cost_value,
           concat_ws(' · ', nullif(o.description, 'No Discount'), 'Tracking ' || s.carrier_tracking_number) as remark,
           substr(md5('aw-order-line-' || s.sales_order_detail_id), 1, 24) as order_line,
           substr(md5('aw-delivery-line-' || s.sales_order_detail_id), 1, 24) as delivery_line,
           substr(md5('aw-invoice-line-' || s.sales_order_detail_id), 1, 24) as invoice_line
    from shared s
    join import_aw_product p using (product_id)
    join items i on i.code = p.product_number
    join import_aw_special_offer o using (special_offer_id)
    left join import_aw_product_list_price_history l on l.product_id = s.product_id and l.start_date <= s.order_date and (l.end_date is null or s.order_date <= l.end_date)
    left join import_aw_product_cost_history k on k.product_id = s.product_id and k.start_date <= s.order_date and (k.end_date is null or s.order_date <= k.end_date)`)
  await client.query('create index on import_aw_new_lines (order_position)')
  await client.query('analyze import_aw_new_lines')
  const { rows } = await client.query<{ orders: number; lines: number }>(
    'select (select count(*)::int from import_aw_new_orders) as orders, (select count(*)::int from import_aw_new_lines) as lines',
  )
  const counted = rows[0] ?? { orders: 0, lines: 0 }
  return counted
}
