import type { ClientBase } from 'pg'
import { insertSelect, stamps } from '../staging/insertSelect'

/** A stretch of the new orders, by position: documents are written piece by piece so that progress can be shown. */
export type Stretch = { client: ClientBase; first: number; last: number }

/** Rates that turn document currency into base currency; both are 1 where the books are kept in USD. */
const header = {
  customer_id: 'o.customer_id',
  bill_to_id: 'o.customer_id',
  invoice_title: '(select p.name from customers p where p.id = o.customer_id)',
  salesperson_id: 'o.salesperson_id',
  department_id: 'o.department_id',
  region: 'o.region',
  channel: `case when o.online_order_flag then 'Online' else 'Salesperson' end`,
  currency: `'USD'`,
  exchange_rate: '1',
  tax_mode: `'exclusive'`,
  header_discount: '0',
  net_total: 'round(o.sub_total, 2)',
  tax_total: 'round(o.tax_amt, 2)',
  gross_total: 'round(o.total_due, 2)',
  opening: 'true',
  version: '1',
  ...stamps,
} as const

const remark = `concat_ws(' · ', o.purchase_order_number, case when o.online_order_flag then 'Online' end, o.ship_method, o.exchange_note, o.comment)`

const line = {
  _order: 'l.position',
  item_id: 'l.item_id',
  description: 'l.description',
  qty: 'l.qty',
  unit: `'PCS'`,
  stock_qty: 'l.qty',
  price: 'l.price',
  price_source: `'manual'`,
  list_price: 'l.list_price',
  discount_rate: 'l.discount_rate',
  tax_rate: 'l.tax_rate',
  free: 'false',
  net: 'l.net2',
  tax: 'l.tax2',
  gross: 'l.gross2',
  base_net: 'l.net',
  base_tax: 'l.tax',
  base_gross: 'l.net + l.tax',
  net_price: 'round(l.price * (1 - l.discount_rate / 100), 6)',
  gross_price: 'round(l.gross2 / l.qty, 6)',
  batch_no: `''`,
} as const

/** How the price came about: the source says what was charged, not why. */
const trace = `jsonb_build_array(jsonb_build_object('rule', 'final', 'method', 'imported', 'price', trim_scale(l.price)::text, 'unit', 'PCS', 'currency', 'USD'))`

const newOrders = 'from import_aw_new_orders o where o.position between $1 and $2 order by o.position'
const newLines = 'from import_aw_new_lines l where l.order_position between $1 and $2 order by l.order_position, l.position'

/** Orders: closed, delivered and invoiced in full; not paid, because the source knows no payments. */
async function importOrders({ client, first, last }: Stretch): Promise<number> {
  const orders = await insertSelect({
    client,
    into: 'orders',
    values: {
      ...header,
      id: 'o.order_id',
      no: 'o.sales_order_number',
      date: 'o.order_date',
      status: `'closed'`,
      kind: `'standard'`,
      delivery_address: 'o.address',
      freight: 'o.freight',
      review_status: `'notRequired'`,
      review_version: '1',
      credit_status: `'notChecked'`,
      hold: 'false',
      delivery_status: `'full'`,
      billing_status: `'full'`,
      payment_status: `'none'`,
      remark,
    },
    from: newOrders,
    parameters: [first, last],
  })
  const lines = await insertSelect({
    client,
    into: 'orders_lines',
    values: { ...line, _parent_id: 'l.order_id', id: 'l.order_line', supply: `'finishedStock'`, trace, remark: `nullif(l.remark, '')` },
    from: newLines,
    parameters: [first, last],
  })
  await insertSelect({
    client,
    into: 'orders_lines_schedule',
    values: {
      _order: '1',
      _parent_id: 'l.order_line',
      id: `substr(md5(l.order_line || '-schedule'), 1, 24)`,
      date: 'l.due_date',
      qty: 'l.qty',
    },
    from: newLines,
    parameters: [first, last],
  })
  return orders + lines
}

/** One delivery per order, issued on the ship date. Opening: the stock imported is the stock after it. */
async function importDeliveries({ client, first, last }: Stretch): Promise<number> {
  const deliveries = await insertSelect({
    client,
    into: 'deliveries',
    values: {
      ...header,
      id: 'o.delivery_id',
      no: `'DN-' || o.sales_order_number`,
      date: 'o.ship_date',
      status: `'issued'`,
      kind: `'standard'`,
      delivery_address: 'o.address',
      loan: 'false',
      billing_status: `'full'`,
      remark,
    },
    from: newOrders,
    parameters: [first, last],
  })
  const lines = await insertSelect({
    client,
    into: 'deliveries_lines',
    values: {
      ...line,
      _parent_id: 'l.delivery_id',
      id: 'l.delivery_line',
      order_line: 'l.order_line',
      order_id: 'l.order_id',
      warehouse_id: '(select id from import_aw_shipping_warehouse)',
      remark: `nullif(l.remark, '')`,
    },
    from: newLines,
    parameters: [first, last],
  })
  return deliveries + lines
}

/**
 * One invoice per order, dated and due on the order date, on which the source books its sales. Cost of a line =
 * quantity × standard cost in force on that day, none where the source has none.
 */
async function importInvoices({ client, first, last }: Stretch): Promise<number> {
  const invoices = await insertSelect({
    client,
    into: 'invoices',
    values: {
      ...header,
      id: 'o.invoice_id',
      no: `'IN-' || o.sales_order_number`,
      date: 'o.order_date',
      due_date: 'o.order_date',
      status: `'approved'`,
      kind: `'invoice'`,
      freight: 'o.freight',
      open_amount: 'round(o.total_due, 2)',
      settlement: `'none'`,
      remark,
    },
    from: newOrders,
    parameters: [first, last],
  })
  const lines = await insertSelect({
    client,
    into: 'invoices_lines',
    values: {
      ...line,
      _parent_id: 'l.invoice_id',
      id: 'l.invoice_line',
      order_line: 'l.order_line',
      order_id: 'l.order_id',
      delivery_line: 'l.delivery_line',
      delivery_id: 'l.delivery_id',
      cost_value: 'l.cost_value',
    },
    from: newLines,
    parameters: [first, last],
  })
  return invoices + lines
}

/** Writes order, delivery and invoice of a stretch of new orders. Returns the rows written. */
export async function importDocuments(stretch: Stretch): Promise<number> {
  return (await importOrders(stretch)) + (await importDeliveries(stretch)) + (await importInvoices(stretch))
}
