/**
 * One figure set of the oracle and how the books answer it. `select` gives a column `key` and one column per measure;
 * `limit` = a ranking: the oracle's rows must come in the same order.
 */
export type FigureSet = {
  readonly name: string
  readonly measures: readonly string[]
  readonly ranking?: true
  /** the oracle's row → its key as the books write it */
  readonly keyOf: (row: Readonly<Record<string, unknown>>) => string
  readonly select: string
}

/** Invoices are the sales; freight stands on the header, everything else on the lines in base currency. */
const sales = `sales as (
  select i.id, i.date, i.customer_id, i.salesperson_id, i.department_id, l.net, l.tax, coalesce(i.freight, 0) * i.exchange_rate as freight
  from invoices i
  join (select _parent_id, sum(base_net) as net, sum(base_tax) as tax from invoices_lines group by 1) l on l._parent_id = i.id
  where i.status = 'approved' and i.opening)`

/** LineTotal as the source gives it: quantity × price less discount, 6 decimals. */
const sold = `sold as (
  select i.date, l.order_id, l.item_id, l.qty, l.cost_value, round(l.qty * l.price * (1 - l.discount_rate / 100), 6) as line_total
  from invoices i join invoices_lines l on l._parent_id = i.id
  where i.status = 'approved' and i.opening)`

const saleMeasures = `count(*) as "orders", count(distinct s.customer_id) as "customers", sum(net) as "SubTotal", sum(tax) as "TaxAmt",
  sum(s.freight) as "Freight", sum(net + tax + s.freight) as "TotalDue"`
const saleColumns = ['orders', 'customers', 'SubTotal', 'TaxAmt', 'Freight', 'TotalDue'] as const

const bySale = ({ name, key, joins = '' }: { name: string; key: string; joins?: string }): FigureSet => ({
  name,
  measures: saleColumns,
  keyOf: (row) => String(row.key),
  select: `with ${sales} select ${key} as key, ${saleMeasures} from sales s ${joins} group by 1 order by 1`,
})

const territory = 'join departments d on d.id = s.department_id'
const person = 'join users u on u.id = s.salesperson_id'
/** The import wrote the source's number of the sales person into the address before the @. */
const personNumber = String.raw`substring(u.email from '\.(\d+)@')`

const topCustomers = (args: { name: string; by: string; size: number; year?: string; measures: readonly string[] }): FigureSet => ({
  name: args.name,
  measures: args.measures,
  ranking: true,
  keyOf: (row) => `AW${String(row.CustomerID).padStart(8, '0')}`,
  select: `with ${sales} select c.code as key, ${saleMeasures} from sales s join customers c on c.id = s.customer_id
    ${args.year ? `where to_char(s.date, 'YYYY') = '${args.year}'` : ''} group by 1 order by "${args.by}" desc, 1 limit ${String(args.size)}`,
})

const topItems = ({ name, by }: { name: string; by: string }): FigureSet => ({
  name,
  measures: ['units', 'lines', 'orders', 'LineTotal'],
  ranking: true,
  keyOf: (row) => String(row.ProductNumber),
  select: `with ${sold} select i.code as key, sum(s.qty) as units, count(*) as lines, count(distinct s.order_id) as orders, sum(s.line_total) as "LineTotal"
    from sold s join items i on i.id = s.item_id group by 1 order by "${by}" desc, 1 limit 20`,
})

const byCategory = ({ name, column, key }: { name: string; column: string; key: string }): FigureSet => ({
  name,
  measures: ['units', 'lines', 'LineTotal'],
  keyOf: (row) => String(row[column]),
  select: `with ${sold} select ${key} as key, sum(s.qty) as units, count(*) as lines, sum(s.line_total) as "LineTotal"
    from sold s join items i on i.id = s.item_id join item_categories c on c.id = i.category_id
    left join item_categories p on p.id = c.parent_id group by 1 order by 1`,
})

/** What the oracle's file states about sales, margin and stock, asked of the books. */
export const figureSets: readonly FigureSet[] = [
  bySale({ name: 'sales_by_year', key: `to_char(s.date, 'YYYY')` }),
  bySale({ name: 'sales_by_month', key: `to_char(s.date, 'YYYY-MM')` }),
  bySale({ name: 'sales_by_channel', key: 'case when s.salesperson_id is null then 1 else 0 end' }),
  bySale({ name: 'sales_by_territory', key: 'd.name', joins: territory }),
  bySale({ name: 'sales_by_territory_and_year', key: `d.name || '|' || to_char(s.date, 'YYYY')`, joins: territory }),
  bySale({ name: 'sales_by_salesperson', key: `${personNumber} || ' ' || u.name`, joins: person }),
  bySale({ name: 'sales_by_salesperson_and_year', key: `${personNumber} || '|' || to_char(s.date, 'YYYY')`, joins: person }),
  topCustomers({ name: 'top_20_customers_by_SubTotal', by: 'SubTotal', size: 20, measures: ['orders', 'SubTotal', 'TotalDue'] }),
  topCustomers({ name: 'top_20_customers_by_TotalDue', by: 'TotalDue', size: 20, measures: ['orders', 'SubTotal', 'TotalDue'] }),
  topCustomers({ name: 'top_10_customers_2012', by: 'SubTotal', size: 10, year: '2012', measures: ['orders', 'SubTotal'] }),
  topCustomers({ name: 'top_10_customers_2013', by: 'SubTotal', size: 10, year: '2013', measures: ['orders', 'SubTotal'] }),
  topItems({ name: 'top_20_products_by_amount', by: 'LineTotal' }),
  topItems({ name: 'top_20_products_by_units', by: 'units' }),
  byCategory({ name: 'sales_by_category', column: 'category', key: 'p.name' }),
  byCategory({ name: 'sales_by_subcategory', column: 'subcategory', key: 'c.name' }),
  {
    name: 'gross_margin_by_year',
    measures: ['lines', 'LineTotal', 'cost', 'margin'],
    keyOf: (row) => String(row.year),
    select: `with ${sold} select to_char(s.date, 'YYYY') as key, count(*) as lines, sum(s.line_total) as "LineTotal", sum(s.cost_value) as cost,
      sum(s.line_total - s.cost_value) as margin from sold s where s.cost_value is not null group by 1 order by 1`,
  },
  {
    name: 'inventory.by_location',
    measures: ['Quantity'],
    keyOf: (row) => `AW-L${String(row.LocationID)}`,
    select: `select w.code as key, sum(e.qty) as "Quantity" from stock_entries e join warehouses w on w.id = e.warehouse_id
      where e.account = 'onHand' and e.source_slug = 'stock-receipts' group by 1 order by 1`,
  },
]
