import type { StagedCheck } from '../staging/checkStaged'
import { stagingTable } from '../staging/stagingName'

const header = 'SalesOrderHeader'
const detail = 'SalesOrderDetail'

/** Periods of one product's history run forward and do not overlap: on any day one figure is in force. */
const historyChecks = (table: string): StagedCheck[] => {
  const staged = stagingTable(table)
  return [
    {
      table,
      column: 'EndDate',
      code: 'DATE_ORDER',
      reads: [table],
      select: `select line, end_date::text as value, 'StartDate' as other, start_date::text as "otherValue" from ${staged} where end_date < start_date`,
    },
    {
      table,
      column: 'StartDate',
      code: 'OVERLAP',
      reads: [table],
      select: `select b.line, a.line as "otherLine" from ${staged} a join ${staged} b on a.product_id = b.product_id and a.line < b.line
               and a.start_date <= coalesce(b.end_date, 'infinity') and b.start_date <= coalesce(a.end_date, 'infinity')`,
    },
  ]
}

/** What must hold between the columns of the source so that its figures can be booked as they stand. */
export const businessChecks: readonly StagedCheck[] = [
  {
    table: 'Customer',
    column: 'PersonID',
    code: 'NO_NAME',
    reads: ['Customer'],
    select: 'select line, customer_id as value from import_aw_customer where person_id is null and store_id is null',
  },
  {
    table: header,
    column: 'Status',
    code: 'NOT_SHIPPED',
    reads: [header],
    select: 'select line, status as value from import_aw_sales_order_header where status <> 5',
  },
  {
    table: header,
    column: 'ShipDate',
    code: 'DATE_ORDER',
    reads: [header],
    select: `select line, ship_date::text as value, 'OrderDate' as other, order_date::text as "otherValue"
             from import_aw_sales_order_header where ship_date < order_date`,
  },
  {
    table: header,
    column: 'TotalDue',
    code: 'TOTAL_DIFFERS',
    reads: [header],
    select: `select line, total_due::text as value, (sub_total + tax_amt + freight)::text as expected
             from import_aw_sales_order_header where total_due <> sub_total + tax_amt + freight`,
  },
  {
    table: detail,
    column: 'OrderQty',
    code: 'NO_QUANTITY',
    reads: [detail],
    select: 'select line, order_qty as value from import_aw_sales_order_detail where order_qty = 0',
  },
  {
    table: detail,
    column: 'LineTotal',
    code: 'LINE_TOTAL_DIFFERS',
    reads: [detail],
    select: `select line, line_total::text as value, round(order_qty * unit_price * (1 - unit_price_discount), 6)::text as expected
             from import_aw_sales_order_detail
             where line_total <> round(order_qty * unit_price * (1 - unit_price_discount), 6)`,
  },
  {
    table: header,
    column: null,
    code: 'NO_LINES',
    reads: [header, detail],
    select: `select line, sales_order_number as value from import_aw_sales_order_header as h
             where not exists (select from import_aw_sales_order_detail as d where d.sales_order_id = h.sales_order_id)`,
  },
  {
    // The source rounds SubTotal to 4 decimals and LineTotal to 6.
    table: header,
    column: 'SubTotal',
    code: 'LINES_DIFFER',
    reads: [header, detail],
    select: `select h.line, h.sub_total::text as value, d.total::text as expected
             from import_aw_sales_order_header as h
             join (select sales_order_id, sum(line_total) as total from import_aw_sales_order_detail group by 1) as d using (sales_order_id)
             where abs(h.sub_total - d.total) > 0.0001`,
  },
  ...['ProductCostHistory', 'ProductListPriceHistory'].flatMap(historyChecks),
]
