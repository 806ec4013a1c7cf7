import { stamps } from '@/src/imports/staging/insertSelect'

/** What every document says of whom it is for. */
export const head = {
  version: '1',
  customer_id: 'o.customer_id',
  bill_to_id: 'o.customer_id',
  invoice_title: 'o.customer',
  salesperson_id: 'o.salesperson_id',
  department_id: 'o.department_id',
  region: 'o.region',
  channel: 'o.channel',
  currency: `'CNY'`,
  exchange_rate: '1',
  tax_mode: `'exclusive'`,
  header_discount: '0',
  ...stamps,
} as const

export const totals = (of: string): Record<string, string> => ({
  net_total: `${of}.net`,
  tax_total: `${of}.tax`,
  gross_total: `${of}.net + ${of}.tax`,
})

/** A line as it stands in every document. */
export const line = {
  _order: 'l.position',
  item_id: 'l.item_id',
  description: 'l.name',
  qty: 'l.qty',
  stock_qty: 'l.qty',
  unit: `'PCS'`,
  price: 'l.price',
  price_source: `'manual'`,
  list_price: 'l.list_price',
  discount_rate: '0',
  tax_rate: '13',
  free: 'false',
  net: 'l.net',
  tax: 'l.tax',
  gross: 'l.net + l.tax',
  net_price: 'l.price',
  gross_price: 'round((l.net + l.tax) / l.qty, 6)',
  base_net: 'l.net',
  base_tax: 'l.tax',
  base_gross: 'l.net + l.tax',
  batch_no: `''`,
} as const
